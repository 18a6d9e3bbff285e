import type { Statement } from 'better-sqlite3';
import type { Db } from '../../electron/engine/db/sql.ts';
import { postingsOf } from '../../shared/domain/ledger.ts';
import type { SaleLine } from '../../shared/journal/sale-bodies.ts';
import type { RecordOf } from '../../shared/journal/record.ts';

/** Everything that one sale left in the till's database. */
export interface SaleRows {
  readonly record: RecordOf<'sale-completed/2'>;
  readonly bytes: Uint8Array;
  readonly hash: Uint8Array;
  /** The keys of the lines' products, which whoever writes by hand knows. */
  readonly productKeys: readonly number[];
  readonly nextTicketId: string;
  readonly reply: ReplyRow;
}

export interface ReplyRow {
  readonly command_id: string;
  readonly procedure: string;
  readonly input_hash: Uint8Array;
  /** As the till sealed it: the floor seals nothing. */
  readonly sealed: Uint8Array;
  readonly answered_at: number;
}

type Bound = readonly (string | number | null | Uint8Array)[];

/** One prepared statement and what is bound to it. */
type Step = readonly [statement: Statement, values: Bound];

/** How many replies the till keeps word for word. */
const KEPT_REPLIES = 1000;

/**
 * The least that a sale can cost: one hand-written transaction on a copy of the same database, which
 * writes the same record bytes and the same rows through prepared statements, durably, and does
 * nothing else: no reading, no deciding, no checking, no hashing. What is bound is made ready before.
 */
export class FloorWriter {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Db) {
    this.#statements = prepare(db);
  }

  /** Makes everything ready that is to be written. */
  stepsOf(rows: SaleRows): Step[] {
    return [
      ...this.#recordSteps(rows),
      ...this.#saleSteps(rows),
      ...this.#sumSteps(rows),
      ...this.#workSteps(rows),
    ];
  }

  /** Writes it, in one durable transaction. */
  write(steps: readonly Step[]): void {
    const { begin, commit } = this.#statements;
    begin.run();
    for (const [statement, values] of steps) statement.run(...values);
    commit.run();
  }

  #recordSteps({ record, bytes, hash }: SaleRows): Step[] {
    const { journal, head } = this.#statements;
    return [
      [journal, [record.seq, record.type, hash, bytes]],
      [head, [record.seq, hash]],
    ];
  }

  #saleSteps({ record }: SaleRows): Step[] {
    const { sale, category, tender } = this.#statements;
    const { body } = record;
    const head = [body.number, body.saleId, record.seq, body.receipt, record.at, record.businessDate];
    const sums = [body.lines.length, body.totalRp, body.roundingRp, body.dueRp];
    return [
      [sale, [...head, body.shiftId, body.cashier, ...sums]],
      ...categoriesOf(body.lines).map((each): Step => [category, [record.businessDate, ...each]]),
      ...body.tenders.map((each): Step => [
        tender,
        [record.businessDate, body.shiftId, each.kind, each.amountRp],
      ]),
    ];
  }

  #sumSteps({ record, productKeys }: SaleRows): Step[] {
    const { perpetual, stock, account, sold, dayTotal } = this.#statements;
    const { body, businessDate } = record;
    const paid = body.tenders.reduce((sum, each) => sum + each.amountRp, 0);
    return [
      [perpetual, [body.totalRp, body.dueRp]],
      ...body.lines.flatMap((each) =>
        each.lots.map((lot): Step => [
          stock,
          [lot.lotId, each.productId, lot.owner, 0 - lot.quantityThousandths],
        ]),
      ),
      ...postingsOf(record).map((each): Step => [account, [businessDate, each.account, each.amountRp]]),
      ...productKeys.map((key): Step => [sold, [key]]),
      [dayTotal, [body.lines.length, body.totalRp, body.roundingRp, paid, businessDate]],
    ];
  }

  #workSteps({ nextTicketId, reply }: SaleRows): Step[] {
    const { clearTicket, nextTicket, keepReply, forgetReply } = this.#statements;
    const { command_id, procedure, input_hash, answered_at } = reply;
    return [
      [clearTicket, []],
      [nextTicket, [nextTicketId]],
      [keepReply, [command_id, procedure, input_hash, reply.sealed, answered_at]],
      [forgetReply, [KEPT_REPLIES]],
    ];
  }
}

/** A sale's categories, each once: name, lines, thousandths, rupiah. */
function categoriesOf(lines: readonly SaleLine[]): [string, number, number, number][] {
  return [...Map.groupBy(lines, (line) => line.category)].map(([category, group]) => [
    category,
    group.length,
    group.reduce((sum, line) => sum + line.baseQuantityThousandths, 0),
    group.reduce((sum, line) => sum + line.totalRp, 0),
  ]);
}

function prepare(db: Db) {
  return {
    begin: db.prepare('BEGIN IMMEDIATE'),
    commit: db.prepare('COMMIT'),
    journal: db.prepare('INSERT INTO journal (seq, type, hash, bytes) VALUES (?, ?, ?, ?)'),
    head: db.prepare('UPDATE work_head SET seq = ?, hash = ? WHERE id = 1'),
    sale: db.prepare(
      `INSERT INTO sale (number, sale_id, seq, receipt, at, business_date, shift_id, cashier, line_count,
                         total_rp, rounding_rp, due_rp)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    category: db.prepare(
      `INSERT INTO category_day (business_date, category, lines, quantity_thousandths, amount_rp)
       VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET
         lines = lines + excluded.lines, amount_rp = amount_rp + excluded.amount_rp,
         quantity_thousandths = quantity_thousandths + excluded.quantity_thousandths`,
    ),
    tender: db.prepare(
      `INSERT INTO shift_money (business_date, shift_id, flow, kind, times, amount_rp)
       VALUES (?, ?, 'sale', ?, 1, ?)
       ON CONFLICT DO UPDATE SET times = times + 1, amount_rp = amount_rp + excluded.amount_rp`,
    ),
    perpetual: db.prepare('UPDATE perpetual SET gross_rp = gross_rp + ?, net_rp = net_rp + ? WHERE id = 1'),
    stock: db.prepare(
      `INSERT INTO stock_lot (lot_id, product_id, owner, on_hand_thousandths) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET on_hand_thousandths = on_hand_thousandths + excluded.on_hand_thousandths`,
    ),
    account: db.prepare(
      `INSERT INTO account_day (business_date, account, amount_rp) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET amount_rp = amount_rp + excluded.amount_rp`,
    ),
    sold: db.prepare(
      `INSERT INTO product_sold (product_key, lines_sold) VALUES (?, 1)
       ON CONFLICT DO UPDATE SET lines_sold = lines_sold + 1`,
    ),
    dayTotal: db.prepare(
      `UPDATE day_total SET sale_count = sale_count + 1, line_count = line_count + ?, gross_rp = gross_rp + ?,
                            rounding_rp = rounding_rp + ?, cash_rp = cash_rp + ?
       WHERE business_date = ?`,
    ),
    clearTicket: db.prepare('DELETE FROM work_ticket_line'),
    nextTicket: db.prepare('UPDATE work_ticket SET ticket_id = ?, revision = 0 WHERE id = 1'),
    keepReply: db.prepare(
      `INSERT INTO work_command_reply (command_id, procedure, input_hash, reply, sealed, answered_at)
       VALUES (?, ?, ?, '', ?, ?)`,
    ),
    forgetReply: db.prepare(
      "UPDATE work_command_reply SET reply = '', sealed = NULL WHERE rowid = last_insert_rowid() - ?",
    ),
  };
}
