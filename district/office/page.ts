import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { offsetMinutesOf, type TimeZone } from '../../shared/domain/business-date.ts';
import {
  formatAmount,
  formatDateShort,
  formatDateTime,
  formatRupiah,
  formatTime,
} from '../../shared/i18n/format.ts';
import { district as words } from '../../shared/i18n/id/district.ts';
import type { NamedDip } from '../subjects/find-double-dips.ts';
import { doubleDipTable } from './double-dip-table.ts';
import type { Overview } from './overview.ts';

type Till = Overview['tills'][number];
type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Whose page it is and by which clock its times are told. */
export interface PageFrame {
  readonly districtName: string;
  readonly timeZone: TimeZone;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The office's page: one row for each till, problems first. Plain HTML, complete without a script. */
export function officePage(
  frame: PageFrame,
  { tills, count, netRp }: Overview,
  dips: readonly NamedDip[],
): Html {
  const attention = tills.filter((till) => till.standing !== 'fine');
  const fine = tills.filter((till) => till.standing === 'fine');
  return html`<!doctype html>
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title}</title>
        <link rel="stylesheet" href="/page.css" />
      </head>
      <body>
        <header class="bar">
          <b>${words.mark}</b><span>${frame.districtName}</span>
          <time>${formatDateTime(frame.now, offsetMinutesOf(frame.timeZone))}</time>
        </header>
        <main>
          <h1>${words.lead(count.fine, tills.length, count.late, count.broken + count.refused)}</h1>
          <p>${tills.length === 0 ? words.noTills : words.sales(formatRupiah(netRp))}</p>
          ${tills.length === 0 ? '' : table(frame, attention, fine)} ${doubleDipTable(dips)}
        </main>
      </body>
    </html>`;
}

function table(frame: PageFrame, attention: readonly Till[], fine: readonly Till[]): Html {
  const { columns, groups } = words;
  const group = (title: string, tills: readonly Till[]) =>
    tills.length === 0
      ? ''
      : html`<tr class="group">
            <th colspan="5">${title}</th>
          </tr>
          ${tills.map((till) => row(frame, till))}`;
  return html`<table aria-label="${words.table}">
    <thead>
      <tr>
        <th>${columns.sent}</th>
        <th>${columns.till}</th>
        <th class="number">${columns.sales}</th>
        <th>${columns.closing}</th>
        <th class="number">${columns.held}</th>
      </tr>
    </thead>
    <tbody>
      ${group(groups.attention(attention.length), attention)} ${group(groups.fine(fine.length), fine)}
    </tbody>
  </table>`;
}

function row(frame: PageFrame, till: Till): Html {
  const example = till.example ? html` <span class="tag">${words.example}</span>` : '';
  return html`<tr class="${till.standing}">
      <td>${sent(frame, till)}</td>
      <td>
        <b>${till.gerai}</b>${example}
        <small>${words.tillOf(till.koperasi, till.storeCode, till.tillNumber)}</small>
      </td>
      <td class="number">${sales(till)}</td>
      <td>${closing(till)}</td>
      <td class="number">${formatAmount(till.ackedSeq)}</td>
    </tr>
    ${advice(till)}`;
}

function sent({ now, timeZone }: PageFrame, { standing, seenAt }: Till): Html {
  const offset = offsetMinutesOf(timeZone);
  const when = seenAt === null ? words.never : shortTime(seenAt, now, offset);
  if (standing === 'fine') return html`<b>${when}</b><small>${words.whole}</small>`;
  const shape = standing === 'late' ? 'wait' : 'stop';
  const tag = html`<span class="tag ${shape}">${words.states[standing]}</span>`;
  return html`${tag}<small>${seenAt === null ? when : words.lastSeen(when)}</small>`;
}

/** Today's times need no date. */
function shortTime(at: number, now: number, offsetMinutes: number): string {
  const hoursAgo = (now - at) / 3_600_000;
  return hoursAgo < 12 ? formatTime(at, offsetMinutes) : formatDateTime(at, offsetMinutes);
}

/** A missing upload is not zero: what is not known is said, not counted. */
function sales({ netRp, saleCount, dayDate }: Till): Html | string {
  if (netRp === null || saleCount === null || dayDate === null) {
    return html`<span class="hush">${words.noSales}</span>`;
  }
  const receipts = words.receipts(formatAmount(saleCount));
  return html`${formatAmount(netRp)}<small>${formatDateShort(dayDate)}, ${receipts}</small>`;
}

function closing({ zNumber, zDate }: Till): Html {
  if (zNumber === null || zDate === null) return html`<span class="hush">${words.noClosing}</span>`;
  return html`Z-${String(zNumber).padStart(4, '0')}<small>${formatDateShort(zDate)}</small>`;
}

/** What happened, what was kept, what to do: one sentence under each row that needs somebody. */
function advice({ standing, refusedCode }: Till): Html | string {
  if (standing === 'fine') return '';
  const text = standing === 'late' ? words.lateAdvice : `${reason(refusedCode)} ${words.stored}`;
  return html`<tr class="advice ${standing}">
    <td></td>
    <td colspan="4">${text}</td>
  </tr>`;
}

function reason(code: string | null): string {
  const known: Readonly<Record<string, string>> = words.refusals;
  return known[code ?? ''] ?? code ?? '';
}
