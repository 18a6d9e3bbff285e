/** A part of a whole with one decimal: `15,4%`; nothing where there is no whole. */
export function formatShare(part: number, whole: number): string {
  if (whole <= 0) return '';
  return `${((part / whole) * 100).toFixed(1).replace('.', ',')}%`;
}
