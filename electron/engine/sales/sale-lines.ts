import type { Ticket, TicketLine } from '../../../shared/contract/till.ts';
import { businessDateSchema } from '../../../shared/domain/business-date.ts';
import { NO_RUPIAH, type Rupiah } from '../../../shared/domain/money.ts';
import { thousandths } from '../../../shared/domain/quantity.ts';
import { receiptTax, shareTax, type TaxedLine } from '../../../shared/domain/tax.ts';
import type { LotTaken } from '../../../shared/journal/parts.ts';
import type { SaleLine, SaleTax } from '../../../shared/journal/sale-bodies.ts';
import { costOf } from '../catalog/index.ts';
import type { Ctx } from '../context.ts';
import { isPkp } from '../policy/index.ts';
import { lotsForSale } from '../stock/index.ts';
import { termsOf } from './line-terms.ts';
import { programmeRulesOf } from './subsidy/record-subsidy.ts';
import { ticketLines, type TicketLineRow } from './ticket-store.ts';

/** The PPN of a ticket, and what of it is in each line. */
export interface SaleTaxed {
  readonly tax: SaleTax | null;
  readonly parts: readonly Rupiah[];
}

type TicketRows = ReadonlyMap<string, TicketLineRow>;

/** The PPN of the open ticket by the rule of a business date; none where the store is no PKP. */
export function saleTax(ctx: Ctx, ticket: Ticket, rows: TicketRows, date: string): SaleTaxed {
  const taxed = ticket.lines.map(({ lineId, totalRp }): TaxedLine => ({
    totalRp,
    taxClass: termsOf(requireRow(rows, lineId)).taxClass,
  }));
  const tax = receiptTax(taxed, isPkp(ctx, date), date);
  if (tax === null) return { tax: null, parts: taxed.map(() => NO_RUPIAH) };
  const { rateBp, baseNumerator, baseDenominator, decree } = tax.rate;
  const { baseRp, taxRp } = tax;
  return {
    tax: { rateBp, baseNumerator, baseDenominator, decree, baseRp, taxRp },
    parts: shareTax(taxed, taxRp),
  };
}

/**
 * Lines as they were rung up: a product that was renamed or moved since is sold as it stood on the
 * ticket. Each names the lots it takes; two lines of one product never take the same goods twice.
 */
export function saleLines(
  ctx: Ctx,
  ticket: Ticket,
  rows: TicketRows,
  taxParts: readonly Rupiah[],
): SaleLine[] {
  const taken = new Map<string, number>();
  const rules = programmeRulesOf(ticket);
  return ticket.lines.map((line, index) => {
    const row = requireRow(rows, line.lineId);
    const { lineId, productId, name, unit, contentThousandths, quantityThousandths } = line;
    const base = thousandths((quantityThousandths * contentThousandths) / 1000);
    return {
      lineId,
      productId,
      name,
      category: row.category,
      unit,
      quantityThousandths,
      baseUnit: line.baseUnit,
      contentThousandths,
      baseQuantityThousandths: base,
      listPriceRp: line.listPriceRp,
      unitPriceRp: line.unitPriceRp,
      priceReason: line.reason,
      grossRp: line.grossRp,
      discounts: line.discounts,
      totalRp: line.totalRp,
      taxClass: termsOf(row).taxClass,
      taxRp: taxParts[index] ?? NO_RUPIAH,
      approvalId: row.approval_id,
      batch: row.batch,
      expiry: row.expiry === null ? null : businessDateSchema.parse(row.expiry),
      programmeRule: rules.get(lineId) ?? null,
      lots: takeLots(ctx, line, base, taken),
    };
  });
}

function takeLots(ctx: Ctx, line: TicketLine, base: number, taken: Map<string, number>): LotTaken[] {
  const { productId } = line;
  const lots = lotsForSale(ctx.db, productId, thousandths(base), () => costOf(ctx.db, productId), taken);
  for (const lot of lots) taken.set(lot.lotId, (taken.get(lot.lotId) ?? 0) + lot.quantityThousandths);
  return lots;
}

/** The open ticket's lines as they are kept, by their ids. */
export function rowsById(ctx: Ctx): TicketRows {
  return new Map(ticketLines(ctx.db).map((row) => [row.line_id, row]));
}

function requireRow(rows: TicketRows, lineId: string): TicketLineRow {
  const row = rows.get(lineId);
  if (row === undefined) throw new Error(`line ${lineId} is not on the ticket`);
  return row;
}
