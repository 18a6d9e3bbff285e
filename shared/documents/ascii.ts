/** Letters and signs that no decomposition turns into ASCII, as a shop would write them by hand. */
const WRITTEN_AS: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '′': "'",
  '″': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '×': 'x',
  '÷': '/',
  '≥': '>=',
  '≤': '<=',
  '⁄': '/',
  '•': '*',
  '·': '.',
  '°': 'o',
  '®': '(R)',
  '©': '(C)',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  Æ: 'AE',
  æ: 'ae',
  Œ: 'OE',
  œ: 'oe',
  Ø: 'O',
  ø: 'o',
  Đ: 'D',
  đ: 'd',
  Ł: 'L',
  ł: 'l',
  ß: 'ss',
  ı: 'i',
};

const COMBINING_MARK = /\p{M}/u;
/** Joiners, soft hyphens, byte-order marks: there, but never seen. */
const UNSEEN = /\p{Cf}/u;
/** Between a digit and a fraction sign: `1½` must not read as eleven halves. */
const BEFORE_FRACTION = /(?<=\d)(?=[¼-¾⅐-⅞])/gu;

/**
 * Text in printable ASCII (space to tilde), one line: `é` becomes `e`, `“` becomes `"`, `1½` becomes
 * `1 1/2`, whatever has no ASCII likeness becomes `?`. Line breaks and tabs become spaces. No control
 * character survives, so no name in the catalogue can command the printer.
 */
export function asciiText(text: string): string {
  let ascii = '';
  for (const letter of text.replaceAll(BEFORE_FRACTION, ' ').normalize('NFKD')) ascii += asciiLetter(letter);
  return ascii;
}

function asciiLetter(letter: string): string {
  if (letter >= ' ' && letter <= '~') return letter;
  if (/\s/.test(letter)) return ' ';
  if (COMBINING_MARK.test(letter) || UNSEEN.test(letter)) return '';
  return WRITTEN_AS[letter] ?? '?';
}
