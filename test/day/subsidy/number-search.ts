import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync, inflateSync } from 'node:zlib';

/** Some bytes with where they lie. */
export interface Place {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every file of a folder and of the folders in it. */
export function placesIn(folder: string): Place[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ name: path.relative(folder, file), bytes: readFileSync(file) }));
}

/** A whole number that was found, and in what form. The number itself is not told. */
export interface Found {
  readonly place: string;
  readonly form: 'text' | 'utf-16' | 'base64' | 'hex';
  readonly lastFour: string;
}

/** Sixteen digits as people group them, in a run that may be longer. */
const DIGITS = /\d(?:[ .\-/]?\d){15,}/g;
/** In either byte order a digit of UTF-16 has a zero beside it. */
const UTF16 = /(?:[\d .\-/]\0){15,}\d/g;
const BASE64 = /[A-Za-z0-9+/_-]{22,}/g;
const HEX = /(?:3\d){16,}/g;

/**
 * Looks for identity numbers in clear text: as digits with or without what stands between them, in
 * UTF-8 and UTF-16, as base64 and as hex, also within what is packed (PDF, XLSX).
 * @param numbers sixteen digits each
 */
export function findNumbers(numbers: ReadonlySet<string>, places: readonly Place[]): Found[] {
  const found: Found[] = [];
  for (const { name, bytes } of places) {
    for (const part of [bytes, ...unpacked(bytes)]) {
      for (const [form, text] of readings(part)) {
        for (const lastFour of numbersIn(text, numbers)) found.push({ place: name, form, lastFour });
      }
    }
  }
  return found;
}

/** The same bytes, read in every way in which somebody could have written digits. */
function* readings(bytes: Buffer): Iterable<readonly [Found['form'], string]> {
  const plain = bytes.toString('latin1');
  yield ['text', plain];
  for (const [run] of plain.matchAll(UTF16)) yield ['utf-16', run.replaceAll('\0', '')];
  for (const [run] of plain.matchAll(BASE64)) {
    // The digits may begin at any of the places within a group of four.
    for (let from = 0; from < 4; from += 1) {
      yield ['base64', Buffer.from(run.slice(from), 'base64url').toString('latin1')];
    }
  }
  for (const [run] of plain.matchAll(HEX)) yield ['hex', Buffer.from(run, 'hex').toString('latin1')];
}

function* numbersIn(text: string, numbers: ReadonlySet<string>): Iterable<string> {
  for (const [run] of text.matchAll(DIGITS)) {
    const digits = run.replaceAll(/\D/g, '');
    for (let from = 0; from + 16 <= digits.length; from += 1) {
      const number = digits.slice(from, from + 16);
      if (numbers.has(number)) yield number.slice(-4);
    }
  }
}

const STREAM = Buffer.from('stream');
const ZIP_ENTRY = Buffer.from('PK\u0003\u0004', 'latin1');

/** What a PDF's streams and a spreadsheet's parts hold once they are unpacked. */
function unpacked(bytes: Buffer): Buffer[] {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return parts(bytes, STREAM, pdfStream);
  if (bytes.subarray(0, 4).equals(ZIP_ENTRY)) return parts(bytes, ZIP_ENTRY, zipEntry);
  return [];
}

function parts(
  bytes: Buffer,
  mark: Buffer,
  open: (bytes: Buffer, at: number) => Buffer | undefined,
): Buffer[] {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) {
    const part = open(bytes, at);
    if (part !== undefined) found.push(part);
  }
  return found;
}

function pdfStream(bytes: Buffer, at: number): Buffer | undefined {
  const start = bytes.indexOf(0x0a, at) + 1;
  const end = bytes.indexOf('endstream', start);
  return start === 0 || end < 0 ? undefined : tried(() => inflateSync(bytes.subarray(start, end)));
}

function zipEntry(bytes: Buffer, at: number): Buffer | undefined {
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  return tried(() => inflateRawSync(bytes.subarray(start)));
}

/** What is no packed stream is left as it is: the bytes around it are looked at anyway. */
function tried(open: () => Buffer): Buffer | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}

/** One number written in every form that the search must find: what it does not find here, it would miss elsewhere. */
export function planted(number: string): Place[] {
  const grouped = `${number.slice(0, 6)} ${number.slice(6, 12)} ${number.slice(12)}`;
  const written: Record<string, Buffer> = {
    plain: Buffer.from(`{"nik":"${number}"}`),
    grouped: Buffer.from(grouped),
    dotted: Buffer.from(grouped.replaceAll(' ', '.')),
    within: Buffer.from(`00${number}99`),
    utf16: Buffer.from(`NIK ${number}`, 'utf16le'),
    base64: Buffer.from(Buffer.from(`x${number}`).toString('base64')),
    hex: Buffer.from(Buffer.from(number).toString('hex')),
  };
  return Object.entries(written).map(([name, bytes]) => ({ name, bytes }));
}
