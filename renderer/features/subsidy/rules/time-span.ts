/** Days shown on either side of today. */
const REACH_DAYS = 365;
const DAY_MS = 86_400_000;

/** Where a rule's time lies on a line from a year ago to a year ahead, in percent of its width. */
export interface TimeSpan {
  readonly leftPercent: number;
  readonly widthPercent: number;
}

/**
 * A rule's time on the line of which today is the middle; `null` where it lies wholly outside.
 * @param validTo the last date, null for no end in sight
 */
export function spanOf(
  { validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null },
  today: string,
): TimeSpan | null {
  const left = clamp(percentAt(validFrom, today, 0));
  // The last day belongs to it.
  const right = validTo === null ? 100 : clamp(percentAt(validTo, today, 1));
  return right <= left ? null : { leftPercent: left, widthPercent: right - left };
}

function percentAt(date: string, today: string, daysOn: number): number {
  const days = (Date.parse(date) - Date.parse(today)) / DAY_MS + daysOn;
  return 50 + (days / REACH_DAYS) * 50;
}

function clamp(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}
