import type {
  ProgrammeLine,
  ProgrammeUse,
  SubsidyBuyer,
} from '../../../../shared/domain/programmes/judged.ts';
import type { Ctx } from '../../context.ts';
import { knownHistoryOf, type KnownHistory } from '../../subsidy/index.ts';
import { keptExchange } from '../exchange.ts';
import { saleToReturn } from '../returns/sale-to-return.ts';
import { saleNotes } from './sale-notes.ts';

/**
 * What is known of a buyer's earlier purchases, here and from what the district last said; the till
 * never waits for it. What comes back in the same errand is taken off: its quota is given back by the
 * return that is written with the sale. Nothing is looked up where no programme's goods are on the ticket.
 */
export function ticketHistory(ctx: Ctx, buyer: SubsidyBuyer, basket: readonly ProgrammeLine[]): KnownHistory {
  if (basket.length === 0) return { history: [], knownBy: 'store' };
  const programmes = [...new Set(basket.map(({ programme }) => programme))];
  const { history, knownBy } = knownHistoryOf(ctx, buyer, programmes);
  return { history: less(history, comingBack(ctx)), knownBy };
}

interface ComingBack {
  readonly programme: string;
  readonly date: string;
  readonly quantityThousandths: number;
}

/** Subsidised goods that are set against the open ticket and come back when it is paid. */
function comingBack(ctx: Ctx): ComingBack[] {
  const exchange = keptExchange(ctx);
  if (exchange === undefined) return [];
  const { sold } = saleNotes(ctx.db, exchange.saleId);
  if (sold === null) return [];
  const { sale } = saleToReturn(ctx, exchange.saleId);
  return exchange.lines.flatMap(({ lineId, quantityThousandths }) => {
    const judged = sold.lines.find((line) => line.lineId === lineId);
    const line = sale.lines.find((each) => each.lineId === lineId);
    if (judged === undefined || line === undefined) return [];
    const part = Math.floor((judged.quantityThousandths * quantityThousandths) / line.quantityThousandths);
    return [{ programme: judged.programme, date: sold.date, quantityThousandths: part }];
  });
}

/** Takes what comes back off the purchases of its programme and day. */
function less(history: readonly ProgrammeUse[], parts: readonly ComingBack[]): ProgrammeUse[] {
  const left = parts.map((part) => ({ ...part }));
  return history.map((use) => {
    const part = left.find(
      (each) =>
        !use.elsewhere &&
        each.programme === use.programme &&
        each.date === use.date &&
        each.quantityThousandths > 0,
    );
    if (part === undefined) return use;
    const taken = Math.min(part.quantityThousandths, use.quantityThousandths);
    part.quantityThousandths -= taken;
    return { ...use, quantityThousandths: use.quantityThousandths - taken };
  });
}
