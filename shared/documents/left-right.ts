import { wrapWords } from './words.ts';

/**
 * ASCII text at the left edge and at the right edge of `width` letters. Where both do not fit on one
 * line the left one is wrapped, and the right one stands at the end of its last line or below it.
 */
export function leftRight(left: string, right: string, width: number): string[] {
  if (left.trim() === '') return flushRight(right, width);
  if (right.trim() === '') return wrapWords(left, width);
  const lines = wrapWords(left, width);
  const last = lines.at(-1) ?? '';
  if (last.length + 1 + right.length > width) return [...lines, ...flushRight(right, width)];
  return [...lines.slice(0, -1), last + right.padStart(width - last.length)];
}

function flushRight(text: string, width: number): string[] {
  return wrapWords(text, width).map((line) => line.padStart(width));
}
