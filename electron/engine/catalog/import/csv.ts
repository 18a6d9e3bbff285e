import { isUtf8 } from 'node:buffer';
import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { DomainError } from '../../domain-error.ts';
import type { SheetRow } from './sheet.ts';

/** Read in pieces, so that a large file does not keep the till from answering. */
const CHUNK_BYTES = 32 * 1024;

/** No row of a price list is longer; a quote left open would otherwise swallow the whole file. */
const MAX_ROW_CHARACTERS = 20_000;

const BOM = Buffer.from('\u{feff}');
const LF = 0x0a;

/** Excel may say in a line before the head which delimiter it used. */
const SEPARATOR_LINE = /^sep=(?<delimiter>[,;\t])\r?\n/i;

const DELIMITERS = [',', ';', '\t'] as const;

/**
 * The rows of a CSV file: RFC 4180 with comma, semicolon or tab, any line ends, UTF-8 with or without
 * a byte order mark. Another encoding can't be told from broken UTF-8, so it is refused, not guessed.
 * @throws DomainError `import.not-utf8` with the first line that is broken
 */
export async function* csvRows(content: Buffer): AsyncGenerator<SheetRow> {
  if (!isUtf8(content)) throw new DomainError('import.not-utf8', { line: firstBrokenLine(content) });
  const { table, delimiter, linesBefore } = withoutPreamble(content);
  const rows: SheetRow[] = [];
  // Of a row that spans several lines, the parser counts the last one; people look for the first.
  let lastLine = linesBefore;
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: MAX_ROW_CHARACTERS,
    // Rows are taken here and not from the stream, which drops those it still holds when it fails.
    on_record: (cells, { lines }) => {
      rows.push({ line: lastLine + 1, cells });
      lastLine = linesBefore + lines;
      return null;
    },
  });
  const done = finished(parser.resume());
  // It is awaited below, once every row before the failure has been handed on.
  done.catch(() => undefined);
  for (const chunk of chunks(table)) {
    parser.write(chunk);
    await setImmediate();
    yield* rows.splice(0);
    if (parser.errored !== null) break;
  }
  parser.end();
  try {
    await done;
    yield* rows.splice(0);
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    yield* rows.splice(0);
    yield { line: lastLine + 1, cells: [], broken: true };
  }
}

function* chunks(content: Buffer): Generator<Buffer> {
  for (let start = 0; start < content.length; start += CHUNK_BYTES) {
    yield content.subarray(start, start + CHUNK_BYTES);
  }
}

function firstBrokenLine(content: Buffer): number {
  let line = 1;
  let start = 0;
  for (;;) {
    // No byte of a longer UTF-8 sequence looks like a line feed, so lines can be judged one by one.
    const end = content.indexOf(LF, start);
    if (end === -1 || !isUtf8(content.subarray(start, end))) return line;
    start = end + 1;
    line += 1;
  }
}

function withoutPreamble(content: Buffer): { table: Buffer; delimiter: string; linesBefore: number } {
  const text = content.subarray(0, BOM.length).equals(BOM) ? content.subarray(BOM.length) : content;
  const separator = SEPARATOR_LINE.exec(text.toString('latin1', 0, 8));
  const named = separator?.groups?.['delimiter'];
  if (separator !== null && named !== undefined) {
    return { table: text.subarray(separator[0].length), delimiter: named, linesBefore: 1 };
  }
  return { table: text, delimiter: delimiterOf(headLine(text)), linesBefore: 0 };
}

/** The first line that says anything, without what stands in quotes. */
function headLine(content: Buffer): string {
  const start = content.toString('utf8', 0, MAX_ROW_CHARACTERS);
  const line = /[^\r\n]+/.exec(start)?.[0] ?? '';
  return line.replaceAll(/"[^"]*"/g, '');
}

/** The delimiter that parts the head into most columns. */
function delimiterOf(head: string): string {
  const counted = DELIMITERS.map((delimiter) => ({ delimiter, count: head.split(delimiter).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.delimiter ?? ',';
}
