/**
 * A product's rank in the search is one number, smallest first:
 *
 *     level (5 bits) · first six letters of the name (32 bits) · product key (24 bits)
 *
 * The level falls by one each time what a product sells doubles, so a product moves rarely and a
 * day's sales move only a few. It is the rowid of the full-text index: matches come out best first,
 * and reading may stop after a few hundred, however many there are.
 */

/** Products that are no longer sold come after everything else. */
const INACTIVE_LEVEL = 31;

/** The level of active products that have never sold. */
const UNSOLD_LEVEL = 30;

/** How many letters of the name take part; 38^6 still fits into 32 bits. */
const LETTERS = 6;

/** Space, ten digits, 26 letters, and one place for everything else. */
const ALPHABET = ' 0123456789abcdefghijklmnopqrstuvwxyz';
const OTHER_LETTER = ALPHABET.length;

/** The most products a catalogue can hold before ranks would overlap. */
export const MAX_PRODUCT_KEY = 0xff_ff_ff;

/** The upper part of a rank; the product's key is its lower part. */
export interface RankParts {
  readonly level: number;
  readonly letters: number;
}

/**
 * Where a product belongs.
 * @param foldedName the name as the index has it, see `folded`
 * @param linesSold on how many sale lines it has been
 */
export function rankParts(foldedName: string, linesSold: number, active: boolean): RankParts {
  return { level: active ? levelOf(linesSold) : INACTIVE_LEVEL, letters: lettersOf(foldedName) };
}

/** Compares two ranks apart from their keys. */
export function compareRanks(a: RankParts, b: RankParts): number {
  return a.level - b.level || a.letters - b.letters;
}

function levelOf(linesSold: number): number {
  return Math.max(0, UNSOLD_LEVEL - Math.floor(Math.log2(linesSold + 1)));
}

function lettersOf(foldedName: string): number {
  let value = 0;
  for (let index = 0; index < LETTERS; index += 1) {
    value = value * (ALPHABET.length + 1) + letterOf(foldedName.charAt(index));
  }
  return value;
}

/** A name that has ended comes before every longer one, as if spaces followed. */
function letterOf(letter: string): number {
  const place = letter === '' ? 0 : ALPHABET.indexOf(letter);
  return place === -1 ? OTHER_LETTER : place;
}
