import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { pagesOfPdf } from './pdf.ts';

/** Some bytes with where they lie. */
export interface Place {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every file of a folder and of the folders in it. Fails where there is none: nothing was looked at. */
export function placesIn(folder: string): Place[] {
  const places = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ name: path.relative(folder, file), bytes: readFileSync(file) }));
  if (places.length === 0) throw new Error(`nothing to look through in ${folder}`);
  return places;
}

/** A whole number that was found, and in what form. The number itself is not told. */
export interface Found {
  readonly place: string;
  readonly form: 'text' | 'utf-16' | 'base64' | 'hex' | 'sha-256';
  readonly lastFour: string;
}

/** Sixteen digits as people group them, in a run that may be longer. */
const DIGITS = /\d(?:[ .,\-/]{0,2}\d){15,}/g;
/** In either byte order a digit of UTF-16 has a zero beside it. */
const UTF16 = /(?:[\d .,\-/]\0){15,}\d/g;
const BASE64 = /[A-Za-z0-9+/_-]{22,}/g;
const HEX = /(?:3\d){16,}/g;
const HASH_BYTES = 32;
const HASHES = /[\da-f]{64,}/gi;

/**
 * Looks for identity numbers: as digits with or without what stands between them, in UTF-8 and UTF-16,
 * as base64 and as hex, and as a hash without a key, which anybody could turn back by trying all
 * numbers. Also within what is packed (XLSX), and in what a reader sees of a PDF, whose own bytes name
 * letters by their place in a font.
 * @param numbers sixteen digits each
 * @throws Error where something packed can't be opened: it was not looked through then
 */
export function findNumbers(numbers: ReadonlySet<string>, places: readonly Place[]): Found[] {
  const hashes = new Hashes(numbers);
  const found: Found[] = [];
  for (const { name, bytes } of places) {
    for (const part of [bytes, ...unpacked(bytes)]) {
      for (const [form, text] of readings(part)) {
        for (const lastFour of numbersIn(text, numbers)) found.push({ place: name, form, lastFour });
      }
      for (const lastFour of hashes.in(part)) found.push({ place: name, form: 'sha-256', lastFour });
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

/** What the numbers are under SHA-256. */
class Hashes {
  readonly #lastFour: ReadonlyMap<string, string>;
  /** Which two bytes any of them begins with: hardly anything else has to be looked at closely. */
  readonly #begins = new Uint8Array(0x1_00_00);

  constructor(numbers: ReadonlySet<string>) {
    const hashes = [...numbers].map((number) => [sha256(number), number.slice(-4)] as const);
    for (const [hash] of hashes) this.#begins[hash.readUInt16BE(0)] = 1;
    this.#lastFour = new Map(hashes.map(([hash, lastFour]) => [hash.toString('hex'), lastFour]));
  }

  /** The last four digits of each whose hash stands there, as bytes or as hex. */
  *in(bytes: Buffer): Iterable<string> {
    for (let at = 0; at + HASH_BYTES <= bytes.length; at += 1) {
      if (this.#begins[bytes[at]! * 0x1_00 + bytes[at + 1]!] === 0) continue;
      yield* this.#named(bytes.toString('hex', at, at + HASH_BYTES));
    }
    for (const [run] of bytes.toString('latin1').matchAll(HASHES)) {
      for (let from = 0; from + 2 * HASH_BYTES <= run.length; from += 1) {
        yield* this.#named(run.slice(from, from + 2 * HASH_BYTES).toLowerCase());
      }
    }
  }

  *#named(hex: string): Iterable<string> {
    const lastFour = this.#lastFour.get(hex);
    if (lastFour !== undefined) yield lastFour;
  }
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

const ZIP_ENTRY = Buffer.from('PK\u0003\u0004', 'latin1');

/** What a PDF shows its reader, and what a spreadsheet's parts hold once they are unpacked. */
function unpacked(bytes: Buffer): Buffer[] {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') {
    return pagesOfPdf(bytes).map((page) => Buffer.from(page));
  }
  if (!bytes.subarray(0, ZIP_ENTRY.length).equals(ZIP_ENTRY)) return [];
  const parts: Buffer[] = [];
  for (let at = 0; at >= 0; at = bytes.indexOf(ZIP_ENTRY, at + ZIP_ENTRY.length)) {
    parts.push(zipEntry(bytes, at));
  }
  return parts;
}

const [STORED, DEFLATED] = [0, 8];

function zipEntry(bytes: Buffer, at: number): Buffer {
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const method = bytes.readUInt16LE(at + 8);
  if (method === DEFLATED) return inflateRawSync(bytes.subarray(start));
  // What is stored as it is lies in the file's own bytes.
  if (method === STORED) return Buffer.alloc(0);
  throw new Error(`packed in a way that is not known here: ${method}`);
}
