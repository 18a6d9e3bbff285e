import type { ProgrammeLine, SubsidyBuyer } from '../../../../shared/domain/programmes/judged.ts';
import type { Ctx } from '../../context.ts';
import { knownHistoryOf, type KnownHistory } from '../../subsidy/index.ts';
import { keptExchange } from '../exchange.ts';
import { saleToReturn } from '../returns/sale-to-return.ts';
import { saleNotes } from './sale-notes.ts';

/**
 * What is known of a buyer's earlier purchases, here and from what the district last said; the till
 * never waits for it. What comes back in the same errand is taken off, where it was bought for this
 * buyer's quotas: the return that is written with the sale gives it back. Nothing is looked up where no
 * programme's goods are on the ticket.
 */
export function ticketHistory(ctx: Ctx, buyer: SubsidyBuyer, basket: readonly ProgrammeLine[]): KnownHistory {
  if (basket.length === 0) return { history: [], knownBy: 'store' };
  const programmes = [...new Set(basket.map(({ programme }) => programme))];
  const { history, knownBy } = knownHistoryOf(ctx, buyer, programmes);
  return { history: less(history, comingBack(ctx)), knownBy };
}

/**
 * Subsidised goods that are set against the open ticket and come back when it is paid, by the lines
 * they were sold with: whoever bought them, it is those purchases that count for less.
 */
function comingBack(ctx: Ctx): Map<string, number> {
  const parts = new Map<string, number>();
  const exchange = keptExchange(ctx);
  if (exchange === undefined) return parts;
  const { sold } = saleNotes(ctx.db, exchange.saleId);
  if (sold === null) return parts;
  const { sale } = saleToReturn(ctx, exchange.saleId);
  for (const { lineId, quantityThousandths } of exchange.lines) {
    const judged = sold.lines.find((line) => line.lineId === lineId);
    const line = sale.lines.find((each) => each.lineId === lineId);
    if (judged === undefined || line === undefined) continue;
    const part = Math.floor((judged.quantityThousandths * quantityThousandths) / line.quantityThousandths);
    parts.set(lineId, (parts.get(lineId) ?? 0) + part);
  }
  return parts;
}

function less(history: KnownHistory['history'], parts: ReadonlyMap<string, number>): KnownHistory['history'] {
  if (parts.size === 0) return history;
  return history.map((use) => {
    const part = use.lineId === undefined ? 0 : (parts.get(use.lineId) ?? 0);
    return part === 0 ? use : { ...use, quantityThousandths: Math.max(0, use.quantityThousandths - part) };
  });
}
