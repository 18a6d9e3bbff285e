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
  // Array.from visits the holes of a list too, where map would leave them out of the text.
  if (isList(value)) return `[${Array.from(value, canonicalText).join(',')}]`;
  const members = Object.keys(value)
    .toSorted(byCodeUnit)
    .map((key) => `${stringText(key)}:${canonicalText(required(value, key))}`);
  return `{${members.join(',')}}`;
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

function stringText(value: string): string {
  if (!value.isWellFormed()) throw new RangeError('the journal holds well-formed Unicode only');
  if (value.normalize('NFC') !== value) throw new RangeError('the journal holds NFC strings only');
  return JSON.stringify(value);
}

/** RFC 8785 sorts member names by UTF-16 code units, which is how JavaScript compares strings. */
function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
