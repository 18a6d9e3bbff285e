import type { Content } from 'pdfmake/interfaces.js';
import type { DailyReport } from '../../../shared/contract/reports.ts';
import { beforeReturns } from '../../../shared/documents/daily-report-sums.ts';
import { hourSlots, type HourSlot } from '../../../shared/documents/hour-slots.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { reports as words } from '../../../shared/i18n/id/reports.ts';
import { sectionTitle } from '../documents-pdf/index.ts';

const HEIGHT = 84;
const BASELINE = 70;
const TALLEST = 56;
const LABEL_SIZE = 6.4;

/** Sales of each hour as bars, in thousands of rupiah, the best hour in bold. Hours between are kept. */
export function hoursChart(report: DailyReport, width: number): Content[] {
  if (report.hours.length === 0) return [];
  const { hours: say } = words;
  const title = sectionTitle(say.title, beforeReturns(report, say.unit), width);
  return [{ unbreakable: true, stack: [title, { svg: chart(hourSlots(report.hours), width), width }] }];
}

function chart(hours: readonly HourSlot[], width: number): string {
  const best = Math.max(1, ...hours.map((row) => row.amountRp));
  const step = width / hours.length;
  const barWidth = Math.min(14, step * 0.62);
  const bars = hours.map(({ hour, amountRp }, index) => {
    const middle = step * (index + 0.5);
    const height = Math.max(0, (amountRp / best) * TALLEST);
    const weight = amountRp === best ? 'bold' : 'normal';
    return [
      `<rect x="${middle - barWidth / 2}" y="${BASELINE - height}" width="${barWidth}" height="${height}" fill="#414449"/>`,
      label(middle, BASELINE - height - 3, formatAmount(Math.round(amountRp / 1000)), '#17181a', weight),
      label(middle, BASELINE + 9, String(hour).padStart(2, '0'), '#4a4d52', 'normal'),
    ].join('');
  });
  const axis = `<line x1="0" x2="${width}" y1="${BASELINE}" y2="${BASELINE}" stroke="#17181a" stroke-width="0.7"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" viewBox="0 0 ${width} ${HEIGHT}">${bars.join('')}${axis}</svg>`;
}

function label(x: number, y: number, text: string, fill: string, weight: string): string {
  return `<text x="${x}" y="${y}" font-family="Roboto" font-size="${LABEL_SIZE}" font-weight="${weight}" text-anchor="middle" fill="${fill}">${text}</text>`;
}
