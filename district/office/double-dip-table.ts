import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { formatDateShort, formatQuantity } from '../../shared/i18n/format.ts';
import { district as words } from '../../shared/i18n/id/district.ts';
import type { NamedDip } from '../subjects/find-double-dips.ts';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The most that a page shows; the newest windows come first, and the JSON has them all. */
const MOST_ROWS = 100;

/** Who bought more than a quota gives at several tills: one row for each, and nobody's number on any. */
export function doubleDipTable(dips: readonly NamedDip[]): Html | string {
  if (dips.length === 0) return '';
  const { dips: said } = words;
  const { columns } = said;
  return html`<h2>${said.title(dips.length)}</h2>
    <p>${said.lead}</p>
    <table aria-label="${said.table}">
      <thead>
        <tr>
          <th>${columns.programme}</th>
          <th>${columns.window}</th>
          <th class="number">${columns.quantity}</th>
          <th class="number">${columns.limit}</th>
          <th>${columns.stores}</th>
        </tr>
      </thead>
      <tbody>
        ${dips.slice(0, MOST_ROWS).map(row)}
      </tbody>
    </table>
    ${dips.length > MOST_ROWS ? html`<p>${said.leftOut(MOST_ROWS, dips.length)}</p>` : ''}`;
}

function row(dip: NamedDip): Html {
  const { dips: said } = words;
  const example = dip.example ? html` <span class="tag">${words.example}</span>` : '';
  const subject = dip.quotaOf === dip.subject ? said.subjects[dip.subject] : said.severalKk;
  const quantity = (thousandths: number) => `${formatQuantity(thousandths)} ${dip.unit}`.trim();
  return html`<tr>
    <td><b>${dip.programmeName}</b>${example}<small>${subject}</small></td>
    <td>${dates(dip)}<small>${said.windows[dip.window]}</small></td>
    <td class="number">${quantity(dip.quantityThousandths)}</td>
    <td class="number">${quantity(dip.limitThousandths)}</td>
    <td>
      ${dip.stores.map(
        (store) =>
          html`<div>
            ${said.store(store.gerai, store.storeCode, store.tillNumber, quantity(store.quantityThousandths))}
          </div>`,
      )}
    </td>
  </tr>`;
}

function dates({ from, to }: NamedDip): string {
  if (from === to) return formatDateShort(from);
  return `${formatDateShort(from)} - ${to === null ? words.dips.openEnd : formatDateShort(to)}`;
}
