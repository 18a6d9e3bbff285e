/** Light modules around the code on every side, as the standard asks (ISO/IEC 18004, 9.1). */
export const QUIET_MODULES = 4;

/** Draws dark modules as SVG path data, one box for each run in a row; a module is one unit wide. */
export function qrPath(rows: readonly string[]): string {
  return rows
    .flatMap((row, y) =>
      [...row.matchAll(/1+/g)].map(({ index: x, 0: { length } }) => `M${x} ${y}h${length}v1h-${length}z`),
    )
    .join('');
}
