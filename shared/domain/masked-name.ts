/**
 * A name as a receipt shows it: `Siti Aminah` is `Siti A****`. The first word is enough for the
 * member to know the receipt for their own; how long the rest is, it does not tell. A name of one word
 * keeps its first letters only, and a title in front, such as `Bu` or `H.`, is no name yet.
 */
export function maskedName(name: string): string {
  const words = name.normalize().trim().split(/\s+/);
  const first = words.findIndex((word, index) => index === words.length - 1 || !isTitle(word));
  const shown = words.slice(0, first);
  const given = words[first] ?? '';
  const next = words[first + 1];
  if (given === '') return '';
  if (next === undefined) return [...shown, `${startOf(given, lettersShown(given))}${STARS}`].join(' ');
  return [...shown, given, `${startOf(next, 1)}${STARS}`].join(' ');
}

const STARS = '****';

/** Words in front of a name that are not the name. */
const TITLES: ReadonlySet<string> = new Set(
  (
    'bu ibu pak bapak bpk sdr sdri mas mbak mbok mbah kak ' +
    'h hj haji hajah ust ustaz ustadz kh dr drs dra ir prof'
  ).split(' '),
);

function isTitle(word: string): boolean {
  return TITLES.has(word.toLowerCase().replaceAll('.', ''));
}

/** Of a short name one letter, of a longer one three, but never all of it. */
function lettersShown(word: string): number {
  const letters = Array.from(word).length;
  return letters > 4 ? 3 : 1;
}

/** The first letters, whole characters only. */
function startOf(word: string, letters: number): string {
  return Array.from(word).slice(0, letters).join('');
}
