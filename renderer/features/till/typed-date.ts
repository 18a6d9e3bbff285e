/**
 * A date as people type it, `31-12-2026`, `31/12/26` or `31122026`, as `YYYY-MM-DD`; null where it is
 * none. Two digits of a year are of this century.
 */
export function readDate(typed: string): string | null {
  const match = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$|^(\d{2})(\d{2})(\d{4})$/.exec(typed.trim());
  if (match === null) return null;
  const [day, month, year] = match.slice(1).filter((part) => part !== undefined);
  if (day === undefined || month === undefined || year === undefined) return null;
  const full = year.length === 2 ? `20${year}` : year;
  const date = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${date}T00:00:00Z`);
  // The calendar of JavaScript makes 3 March of 31 February.
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== date ? null : date;
}
