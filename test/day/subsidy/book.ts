import type { PaidSale, Ticket } from '../../../shared/contract/till.ts';
import type { ExternalSystem } from '../../../shared/domain/programmes/rules.ts';
import { ceilingOn, goodsOfLine, posterOf, type Goods, type Shelf } from './shelf.ts';

/** A line that has to stand in another system as well. */
export interface QueuedLine {
  readonly saleId: string;
  readonly lineId: string;
  readonly system: ExternalSystem;
  /** What of it stayed sold, in the programme's unit. */
  quantity: number;
  /** What the other system was told, null for nothing. */
  keyed: number | null;
  marked: 'belum' | 'sudah' | 'beda';
}

/** Somebody standing by with a notebook: what goes over the counter, by the posters on the wall. */
export class Book {
  lines = 0;
  warned = 0;
  violations = 0;
  /** Of each programme, in thousandths of its unit, less what came back. */
  readonly sold = new Map<string, number>();
  readonly refused = new Map<string, number>();
  readonly queue: QueuedLine[] = [];
  /** Cylinders in the store, whole ones. */
  full: number;
  empty: number;
  damaged = 0;
  loaned = 0;
  agenOwed = 0;
  /** Full ones in the store when the new decree began. */
  fullAtDecree: number | undefined;

  constructor(full: number, empty: number) {
    this.full = full;
    this.empty = empty;
  }

  /** Takes down a sale by what was on the screen when it was paid. */
  sale(shelf: Shelf, ticket: Ticket, paid: PaidSale, date: string): void {
    const counted = new Map<Goods, number>();
    let underProgrammes = 0;
    for (const line of ticket.lines) {
      const goods = goodsOfLine(shelf, line.productId);
      if (goods === undefined) continue;
      const pieces = (line.quantityThousandths * line.contentThousandths) / 1_000_000;
      counted.set(goods, (counted.get(goods) ?? 0) + pieces);
      const poster = posterOf(goods);
      if (poster === undefined) continue;
      underProgrammes += 1;
      const quantity = Math.round(pieces * poster.measure);
      this.#add(poster.programme, quantity);
      this.#judgePrice(poster.programme, date, line.totalRp, quantity);
      if (poster.system === null) continue;
      const { lineId } = line;
      const { system } = poster;
      this.queue.push({ saleId: paid.saleId, lineId, system, quantity, keyed: null, marked: 'belum' });
    }
    this.lines += underProgrammes;
    const findings = ticket.subsidy?.verdict.findings ?? [];
    if (underProgrammes > 0 && findings.length > 0) this.warned += 1;
    this.#cylinders(counted);
  }

  #add(programme: string, quantity: number): void {
    this.sold.set(programme, (this.sold.get(programme) ?? 0) + quantity);
  }

  /** What was charged for a unit, discounts taken off, against the price on the board of that date. */
  #judgePrice(programme: string, date: string, chargedRp: number, quantity: number): void {
    const most = ceilingOn(programme, date);
    if (most !== undefined && chargedRp * 1000 > most * quantity) this.violations += 1;
  }

  /** Full ones go out; empty ones come in for all that are neither bought with their cylinder nor lent. */
  #cylinders(counted: ReadonlyMap<Goods, number>): void {
    const of = (goods: Goods) => counted.get(goods) ?? 0;
    const handedOver = of('lpg') - of('empty') - of('deposit');
    this.full -= of('lpg');
    this.empty += handedOver;
    this.loaned += of('deposit');
  }

  /** A refill comes back whole: its empty one goes out again. */
  refillBack(saleId: string, lineId: string, pieces: number): void {
    this.full += pieces;
    this.empty -= pieces;
    this.goodsBack(saleId, lineId, 'lpg', pieces);
  }

  /** Goods of a programme come back. */
  goodsBack(saleId: string, lineId: string, goods: Goods, pieces: number): void {
    const poster = posterOf(goods);
    if (poster === undefined) return;
    const quantity = pieces * poster.measure;
    this.#add(poster.programme, -quantity);
    const queued = this.queue.find((line) => line.saleId === saleId && line.lineId === lineId);
    if (queued !== undefined) queued.quantity -= quantity;
  }

  /** A lent cylinder comes back. */
  loanBack(pieces: number): void {
    this.loaned -= pieces;
    this.empty += pieces;
  }

  refusal(code: string): void {
    this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
  }

  /** How many lines of a system stand how: what was told and has changed since stands there differently. */
  standing(system: string): { belum: number; sudah: number; beda: number } {
    const count = { belum: 0, sudah: 0, beda: 0 };
    for (const line of this.queue) {
      if (line.system !== system) continue;
      const changed = line.marked === 'sudah' && line.keyed !== line.quantity;
      if (line.marked === 'belum' && line.quantity === 0) continue;
      count[changed ? 'beda' : line.marked] += 1;
    }
    return count;
  }
}
