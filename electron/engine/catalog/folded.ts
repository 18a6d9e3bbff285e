/** Accents and other marks that stand on a letter. */
const MARKS = /\p{M}/gu;

/** Whatever is neither a letter nor a digit parts words. */
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;

/**
 * A text as the catalogue compares it: no case, no accents, words with one space between them.
 * `Mi-Instan  Crème` is `mi instan creme`. The search index, lists and imports all use this form.
 */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(BETWEEN_WORDS, ' ').trim();
}
