import type { DisplayLine, DisplayState } from '../../../shared/contract/display.ts';
import type { StoreProfile } from '../../../shared/contract/setup.ts';
import type { Ticket } from '../../../shared/contract/till.ts';
import { rupiah, type Rupiah } from '../../../shared/domain/money.ts';
import { qrRows } from '../qr/index.ts';
import type { justPaid } from '../sales/index.ts';

/** A code is on the till's screen, and its payment is awaited. */
export interface AwaitedQris {
  readonly amountRp: Rupiah;
  readonly payload: string;
  readonly merchantName: string;
}

/** All that decides what the buyer sees. */
export interface DisplaySources {
  /** Undefined before the first run. */
  readonly store: StoreProfile | undefined;
  readonly ticket: Ticket | undefined;
  readonly qris: AwaitedQris | undefined;
  readonly paid: ReturnType<typeof justPaid>;
}

/** More lines than the tallest screen holds. */
const MOST_LINES = 30;

/**
 * What the buyer's screen shows: a payment that is awaited, else the goods rung up, else the change
 * of the sale just paid, else whose shop this is. Only what is named here leaves the engine.
 */
export function displayOf({ store, ticket, qris, paid }: DisplaySources): DisplayState {
  if (store === undefined) return { kind: 'idle', gerai: '', koperasi: '' };
  const { gerai, koperasi } = store;
  if (qris !== undefined) {
    const { amountRp, payload, merchantName } = qris;
    return { kind: 'qris', gerai, amountRp, payload, merchantName, rows: qrRows(payload) };
  }
  if (ticket !== undefined && ticket.lines.length > 0) return basketOf(gerai, ticket);
  if (paid !== undefined) {
    const { totalRp, dueRp, receivedRp, changeRp, leftMs } = paid;
    return { kind: 'paid', gerai, totalRp, dueRp, receivedRp, changeRp, leftMs: Math.ceil(leftMs) };
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
    savedRp: rupiah(0),
    dueRp: ticket.cashDueRp,
  };
}
