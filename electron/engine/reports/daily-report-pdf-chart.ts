import type { Content } from 'pdfmake/interfaces.js';
import type { DailyReport } from '../../../shared/contract/reports.ts';
import { beforeReturns } from '../../../shared/documents/daily-report-sums.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { reports as words } from '../../../shared/i18n/id/reports.ts';
import { RIGHT, sectionTitle } from '../documents-pdf/index.ts';

const HEIGHT = 84;
const BASELINE = 70;
const TALLEST = 56;
const LABEL_SIZE = 6.4;

/** Sales of each hour as bars, in thousands of rupiah, the best hour in bold. Hours between are kept. */
export function hoursChart(report: DailyReport): Content[] {
  if (report.hours.length === 0) return [];
  const { hours: say } = words;
  const title = sectionTitle(say.title, beforeReturns(report, say.unit), RIGHT);
  return [{ unbreakable: true, stack: [title, { svg: chart(everyHour(report)), width: RIGHT }] }];
}

/** From the first hour with a sale to the last, an idle one between as zero; after midnight goes on. */
function everyHour(report: DailyReport): { hour: number; amountRp: number }[] {
  const known = new Map(report.hours.map((row) => [row.hour, row.amountRp]));
  const hours = [...known.keys()];
  const first = Math.min(...hours);
  const last = Math.max(...hours);
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    hour: first + index,
    amountRp: known.get(first + index) ?? 0,
  }));
}

function chart(hours: readonly { hour: number; amountRp: number }[]): string {
  const best = Math.max(1, ...hours.map((row) => row.amountRp));
  const step = RIGHT / hours.length;
  const barWidth = Math.min(14, step * 0.62);
  const bars = hours.map(({ hour, amountRp }, index) => {
    const middle = step * (index + 0.5);
    const height = Math.max(0, (amountRp / best) * TALLEST);
    const weight = amountRp === best ? 'bold' : 'normal';
    return [
      `<rect x="${middle - barWidth / 2}" y="${BASELINE - height}" width="${barWidth}" height="${height}" fill="#414449"/>`,
      label(middle, BASELINE - height - 3, formatAmount(Math.round(amountRp / 1000)), '#17181a', weight),
      label(middle, BASELINE + 9, String(hour % 24).padStart(2, '0'), '#4a4d52', 'normal'),
    ].join('');
  });
  const axis = `<line x1="0" x2="${RIGHT}" y1="${BASELINE}" y2="${BASELINE}" stroke="#17181a" stroke-width="0.7"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${RIGHT}" height="${HEIGHT}" viewBox="0 0 ${RIGHT} ${HEIGHT}">${bars.join('')}${axis}</svg>`;
}

function label(x: number, y: number, text: string, fill: string, weight: string): string {
  return `<text x="${x}" y="${y}" font-family="Roboto" font-size="${LABEL_SIZE}" font-weight="${weight}" text-anchor="middle" fill="${fill}">${text}</text>`;
}
