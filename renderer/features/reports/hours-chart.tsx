import type { DailyReport } from '../../../shared/contract/reports.ts';
import { beforeReturns } from '../../../shared/documents/daily-report-sums.ts';
import { hourSlots, type HourSlot } from '../../../shared/documents/hour-slots.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import styles from './report.module.css';
import { Section } from './section.tsx';

const words = id.reports.hours;

/** The drawing's own units; on a 1366 px screen one of them is about a pixel. */
const WIDTH = 390;
const HEIGHT = 150;
const FLOOR = 126;
const TALLEST = 104;
/** Below this width of a slot only the tallest bar keeps its figure, and every other hour its name. */
const ROOMY = 29;
/** A single hour of sales is a bar, not a wall. */
const WIDEST_SLOT = 60;

/** When the shop was busy, in thousands of rupiah. */
export function HoursChart({ report }: { readonly report: DailyReport }) {
  const slots = hourSlots(report.hours);
  if (slots.length === 0) return null;
  const peak = Math.max(1, ...slots.map((slot) => slot.amountRp));
  const width = Math.min(WIDEST_SLOT, WIDTH / slots.length);
  return (
    <Section title={words.title} unit={beforeReturns(report, words.unit)}>
      <figure aria-label={spoken(slots)}>
        <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
          <line x1={0} x2={WIDTH} y1={FLOOR + 0.5} y2={FLOOR + 0.5} />
          {slots.map((slot, at) => (
            <HourBar key={slot.hour} slot={slot} at={at} width={width} peak={peak} />
          ))}
        </svg>
      </figure>
    </Section>
  );
}

interface HourBarProps {
  readonly slot: HourSlot;
  readonly at: number;
  readonly width: number;
  readonly peak: number;
}

function HourBar({ slot, at, width, peak }: HourBarProps) {
  const middle = (at + 0.5) * width;
  const height = (Math.max(0, slot.amountRp) / peak) * TALLEST;
  const isPeak = slot.amountRp === peak;
  const named = width >= ROOMY || at % 2 === 0;
  return (
    <>
      <rect x={middle - width * 0.31} y={FLOOR - height} width={width * 0.62} height={height} />
      {(isPeak || width >= ROOMY) && slot.amountRp !== 0 && (
        <text x={middle} y={FLOOR - height - 4} data-peak={isPeak ? '' : undefined}>
          {thousands(slot)}
        </text>
      )}
      {named && (
        <text x={middle} y={HEIGHT - 6} className={styles.hour}>
          {twoDigits(slot.hour)}
        </text>
      )}
    </>
  );
}

function thousands(slot: HourSlot): string {
  return formatAmount(Math.round(slot.amountRp / 1000));
}

function twoDigits(hour: number): string {
  return String(hour).padStart(2, '0');
}

/** The same figures for whoever can't see bars. */
function spoken(slots: readonly HourSlot[]): string {
  const all = slots.map((slot) => words.one(twoDigits(slot.hour), thousands(slot)));
  return `${words.label}: ${all.join(', ')}`;
}
