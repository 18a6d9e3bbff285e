import type { DailyReport } from '../contract/reports.ts';

type Hour = DailyReport['hours'][number];

/** One bar of the chart. */
export interface HourSlot {
  readonly hour: number;
  readonly amountRp: number;
}

/**
 * The hours between the first and the last sale, quiet ones too: a gap is worth seeing. A day that
 * runs past midnight keeps the order it was lived in.
 */
export function hourSlots(hours: readonly Hour[]): HourSlot[] {
  const slots: HourSlot[] = [];
  for (const next of hours) {
    const before = slots.at(-1);
    if (before !== undefined) {
      for (let hour = (before.hour + 1) % 24; hour !== next.hour; hour = (hour + 1) % 24) {
        slots.push({ hour, amountRp: 0 });
      }
    }
    slots.push(next);
  }
  return slots;
}
