/** JSON as the journal allows it: no fractions, no undefined. */
export type JournalJson =
  | null
  | boolean
  | number
  | string
  | readonly JournalJson[]
  | { readonly [key: string]: JournalJson };

/**
 * Canonical JSON text of a value by RFC 8785 (JCS), narrowed to what the journal allows: numbers are
 * safe integers and strings are well-formed Unicode in NFC, so that every implementation in every
 * language arrives at the same bytes without arguing about floats.
 * @throws RangeError on a value the journal must never hold; that is a bug, not input.
 */
export function canonicalText(value: JournalJson): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return integerText(value);
  if (typeof value === 'string') return stringText(value);
  if (typeof value !== 'object') throw new RangeError(`the journal has no ${typeof value}`);
  return isList(value) ? listText(value) : objectText(value);
}

function listText(values: readonly JournalJson[]): string {
  let text = '';
  // Iterating visits the holes of a list too, where map would leave them out of the text.
  for (const value of values) text += text === '' ? canonicalText(value) : `,${canonicalText(value)}`;
  return `[${text}]`;
}

function objectText(value: { readonly [key: string]: JournalJson }): string {
  let text = '';
  // RFC 8785 sorts member names by UTF-16 code units, which is how JavaScript sorts strings by itself.
  for (const key of Object.keys(value).toSorted()) {
    const member = nameText(key) + canonicalText(required(value, key));
    text += text === '' ? member : `,${member}`;
  }
  return `{${text}}`;
}

/** Texts of member names with their colon. The journal's records have some dozens of names between them. */
const names = new Map<string, string>();
/** Beyond this many the names are somebody's data, which is not kept. */
const MOST_NAMES = 1000;

function nameText(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const text = `${stringText(name)}:`;
  if (names.size < MOST_NAMES) names.set(name, text);
  return text;
}

function isList(value: object): value is readonly JournalJson[] {
  return Array.isArray(value);
}

function required(value: { readonly [key: string]: JournalJson }, key: string): JournalJson {
  const member = value[key];
  if (member === undefined) throw new RangeError(`the journal has no undefined: ${key}`);
  return member;
}

function integerText(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`the journal holds safe integers only: ${value}`);
  // Object.is tells -0 apart; JCS writes it as 0, and so does String().
  return String(value);
}

/** Printable ASCII but for quotation mark and backslash: NFC, well-formed, and nothing to escape. */
const PLAIN = /^[ !#-[\]-~]*$/;

function stringText(value: string): string {
  if (PLAIN.test(value)) return `"${value}"`;
  if (!value.isWellFormed()) throw new RangeError('the journal holds well-formed Unicode only');
  if (value.normalize('NFC') !== value) throw new RangeError('the journal holds NFC strings only');
  return JSON.stringify(value);
}
