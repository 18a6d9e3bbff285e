import type { DisplayLine, DisplayState } from '../../../shared/contract/display.ts';
import type { StoreProfile } from '../../../shared/contract/setup.ts';
import type { Ticket } from '../../../shared/contract/till.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import type { justPaid } from '../sales/index.ts';

/** All that decides what the buyer sees. */
export interface DisplaySources {
  readonly store: Pick<StoreProfile, 'gerai' | 'koperasi'>;
  readonly ticket: Ticket;
  readonly paid: ReturnType<typeof justPaid>;
}

/** More lines than the tallest screen holds. */
const MOST_LINES = 30;

/**
 * What the buyer's screen shows: a QRIS payment that is awaited, else the goods rung up, else the
 * change of the sale just paid, else whose shop this is. Only what is named here leaves the engine.
 */
export function displayOf({ store: { gerai, koperasi }, ticket, paid }: DisplaySources): DisplayState {
  const awaited = ticket.qris.findLast(({ state }) => state === 'waiting');
  if (awaited !== undefined) {
    const { amountRp, payload, modules, merchantName } = awaited;
    return { kind: 'qris', gerai, amountRp, payload, modules, merchantName };
  }
  if (ticket.lines.length > 0) return basketOf(gerai, ticket);
  if (paid !== undefined) {
    const { totalRp, dueRp, receivedRp, cashlessRp, returnedRp, donationRp, changeRp, leftMs } = paid;
    const sums = { totalRp, dueRp, receivedRp, cashlessRp, returnedRp, donationRp, changeRp };
    return { kind: 'paid', gerai, ...sums, leftMs: Math.ceil(leftMs) };
  }
  return { kind: 'idle', gerai, koperasi };
}

function basketOf(gerai: string, ticket: Ticket): DisplayState {
  return {
    kind: 'basket',
    gerai,
    lines: ticket.lines
      .slice(-MOST_LINES)
      .map(({ name, quantityThousandths, unit, totalRp }): DisplayLine => ({
        name,
        quantityThousandths,
        unit,
        totalRp,
      })),
    lineCount: ticket.lines.length,
    totalRp: ticket.totalRp,
    savedRp: ticket.savedRp,
    returnedRp: ticket.exchange?.totalRp ?? rupiah(0),
    dueRp: ticket.cashDueRp,
  };
}
