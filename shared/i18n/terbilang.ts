const DIGITS = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'] as const;

/** What a group of three digits counts, from the right. */
const GROUPS = ['', 'ribu', 'juta', 'miliar', 'triliun', 'kuadriliun'] as const;

/**
 * A whole number in words, as papers for money have it: `1250` is `seribu dua ratus lima puluh`. One
 * hundred is `seratus` and one thousand `seribu`, but one million is `satu juta`.
 * @throws RangeError where it is no safe integer: a bug in the caller, never input
 */
export function inWords(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`);
  if (value === 0) return 'nol';
  const words: string[] = [];
  let rest = Math.abs(value);
  for (const group of GROUPS) {
    const part = rest % 1000;
    if (part !== 0) words.unshift(groupInWords(part, group));
    rest = Math.floor(rest / 1000);
  }
  return (value < 0 ? 'minus ' : '') + words.join(' ');
}

/** An amount in words, for a paper: `Seribu dua ratus rupiah`. */
export function terbilang(rupiah: number): string {
  const words = inWords(rupiah);
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)} rupiah`;
}

function groupInWords(part: number, group: string): string {
  if (part === 1 && group === 'ribu') return 'seribu';
  return [hundreds(part), group].filter((word) => word !== '').join(' ');
}

function hundreds(part: number): string {
  const hundred = Math.floor(part / 100);
  const first = hundred === 1 ? 'seratus' : counted(hundred, 'ratus');
  return [first, tens(part % 100)].filter((word) => word !== '').join(' ');
}

function tens(part: number): string {
  if (part < 10) return DIGITS[part] ?? '';
  if (part === 10) return 'sepuluh';
  if (part === 11) return 'sebelas';
  if (part < 20) return counted(part - 10, 'belas');
  return [counted(Math.floor(part / 10), 'puluh'), DIGITS[part % 10] ?? '']
    .filter((word) => word !== '')
    .join(' ');
}

function counted(digit: number, word: string): string {
  return digit === 0 ? '' : `${DIGITS[digit] ?? ''} ${word}`;
}
