import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One way in which a number may stand in a file. */
export interface NumberForm {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Letters of base64 that depend on nothing but the text itself, wherever in a longer text it begins. */
function base64Within(text: string, before: number): Buffer {
  const encoded = Buffer.from('\0'.repeat(before) + text).toString('base64');
  const from = Math.ceil((before * 4) / 3);
  const to = Math.floor(((before + text.length) * 8) / 6);
  return Buffer.from(encoded.slice(from, to));
}

/**
 * Every way in which sixteen digits are looked for: as they are, grouped, in other encodings, and as
 * a hash without a key, which anybody could turn back by trying all numbers.
 */
export function formsOf(digits: string): NumberForm[] {
  const groups = [digits.slice(0, 6), digits.slice(6, 12), digits.slice(12)];
  const hash = createHash('sha256').update(digits).digest();
  const utf16 = Buffer.from(digits, 'utf16le');
  return [
    { name: 'clear', bytes: Buffer.from(digits) },
    ...[' ', '.', '-', ', '].map((between) => ({
      name: `grouped by "${between}"`,
      bytes: Buffer.from(groups.join(between)),
    })),
    { name: 'UTF-16 LE', bytes: utf16 },
    { name: 'UTF-16 BE', bytes: Buffer.from(utf16).swap16() },
    ...[0, 1, 2].map((before) => ({ name: `base64 at ${before}`, bytes: base64Within(digits, before) })),
    { name: 'hex', bytes: Buffer.from(Buffer.from(digits).toString('hex')) },
    { name: 'SHA-256', bytes: hash },
    { name: 'SHA-256 in hex', bytes: Buffer.from(hash.toString('hex')) },
  ];
}

/** Where in a folder a number stands, in whatever form: `gerai.db: clear`. Empty where it is nowhere. */
export function placesOf(folder: string, digits: string): string[] {
  const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  if (files.length === 0) throw new Error(`nothing to look through in ${folder}`);
  const forms = formsOf(digits);
  return files.flatMap((file) => {
    const content = readFileSync(join(file.parentPath, file.name));
    return forms.filter(({ bytes }) => content.includes(bytes)).map(({ name }) => `${file.name}: ${name}`);
  });
}
