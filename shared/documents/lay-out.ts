import { asciiText } from './ascii.ts';
import { layOutItem, layOutItemHeads, MARK_WIDTH } from './lay-out-items.ts';
import { leftRight } from './left-right.ts';
import type { Block, Columns, PrintDocument, Words } from './print-document.ts';
import { centre, wrapWords } from './words.ts';

/** What a printer is told, one after another. `text` is ASCII and never longer than the paper. */
export type PrintStep =
  | { readonly kind: 'line'; readonly text: string; readonly strong: boolean }
  | { readonly kind: 'qr'; readonly data: string }
  | { readonly kind: 'cut' };

/** Width of the amount column of a `tally`, the count ends before it. */
const TALLY_AMOUNT_WIDTH = 12;
const SIGNATURE_DOTS = 28;

/** Lays a document out for paper of a width: what the printer is told, in order. */
export function layOut(document: PrintDocument, columns: Columns): PrintStep[] {
  return document.flatMap((block) => stepsOf(block, columns));
}

/**
 * The text of a document as it stands on paper, line by line: each line is ASCII, at most `columns`
 * letters long and without trailing spaces. Preview and printer both come from here.
 */
export function documentLines(document: PrintDocument, columns: Columns): string[] {
  return layOut(document, columns).flatMap((step) => (step.kind === 'line' ? [step.text] : []));
}

function stepsOf(block: Block, columns: Columns): PrintStep[] {
  if (block.kind === 'cut') return [{ kind: 'cut' }];
  if (block.kind === 'qr') return [{ kind: 'qr', data: asciiText(block.data) }];
  const strong = 'strong' in block && block.strong;
  return linesOf(block, columns).map((text) => ({ kind: 'line', text: text.trimEnd(), strong }));
}

function linesOf(block: Exclude<Block, { kind: 'cut' | 'qr' }>, columns: Columns): string[] {
  switch (block.kind) {
    case 'centred':
      return wrapWords(wording(block.text, columns), columns).map((line) => centre(line, columns));
    case 'text':
      return indented(wording(block.text, columns), columns, block.indent ?? 0);
    case 'row':
      return leftRight(wording(block.left, columns), wording(block.right, columns), columns);
    case 'ledger':
      return leftRight(wording(block.label, columns), asciiText(block.amount), columns - MARK_WIDTH);
    case 'tally':
      return tally(asciiText(block.name), asciiText(block.count), asciiText(block.amount), columns);
    case 'item-heads':
      return columns === 32 ? [] : [layOutItemHeads(block.heads), '-'.repeat(columns)];
    case 'item':
      return layOutItem(block, columns);
    case 'code':
      return code(block.groups, columns);
    case 'rule':
      return ['-'.repeat(columns)];
    case 'double-rule':
      return ['='.repeat(columns)];
    case 'blank':
      return [''];
    case 'signature':
      return [...wrapWords(asciiText(block.label), columns), '', '', '.'.repeat(SIGNATURE_DOTS)];
    case 'ruler':
      return [Array.from({ length: columns }, (_, index) => (index + 1) % 10).join('')];
  }
}

function wording(words: Words, columns: Columns): string {
  if (typeof words === 'string') return asciiText(words);
  return asciiText(columns === 32 ? words.narrow : words.wide);
}

function indented(text: string, columns: Columns, indent: number): string[] {
  return wrapWords(text, columns - indent).map((line) => ' '.repeat(indent) + line);
}

function tally(name: string, count: string, amount: string, columns: Columns): string[] {
  const left = columns - TALLY_AMOUNT_WIDTH;
  const figure = ` ${amount}`.padStart(TALLY_AMOUNT_WIDTH);
  if (figure.length > TALLY_AMOUNT_WIDTH) return [...leftRight(name, count, left), amount.padStart(columns)];
  const lines = leftRight(name, count, left);
  return lines.map((line, index) => (index === lines.length - 1 ? line.padEnd(left) + figure : line));
}

/** Two, four or eight groups a line, so that an eye that compares two papers keeps its place. */
function code(groups: readonly string[], columns: Columns): string[] {
  const ascii = groups.map(asciiText);
  const widest = Math.max(...ascii.map((group) => group.length));
  const fitting = Math.max(1, Math.floor((columns + 1) / (widest + 1)));
  const perLine = 2 ** Math.floor(Math.log2(fitting));
  const lines: string[] = [];
  for (let start = 0; start < ascii.length; start += perLine) {
    lines.push(...wrapWords(ascii.slice(start, start + perLine).join(' '), columns));
  }
  return lines;
}
