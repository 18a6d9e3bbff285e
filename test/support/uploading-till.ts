import type { TillClient } from '../../shared/contract/index.ts';
import type { UploadStatus } from '../../shared/contract/upload.ts';
import { TestTill, valueOf } from './till.ts';
import { TestTimer } from './test-timer.ts';

const OWNER = { name: 'Sri', pin: '3690' };
/** What this shop sells: one thing, known by its PLU. */
const SUGAR = { plu: '4', priceRp: 17_500 };

/** A small real store, set up by hand, whose owner does everything herself; with a timer of its own. */
export class UploadingTill {
  readonly till: TestTill;
  readonly timer: TestTimer;
  owner: TillClient;

  private constructor(till: TestTill, timer: TestTimer, owner: TillClient) {
    this.till = till;
    this.timer = timer;
    this.owner = owner;
  }

  static async open(): Promise<UploadingTill> {
    const timer = new TestTimer();
    const till = await TestTill.unset({ timer });
    const store = {
      koperasi: 'Koperasi Desa Dadapan',
      gerai: 'Gerai Dadapan',
      storeCode: 'DDP01',
      tillNumber: 1,
      address: 'Jl. Raya Dadapan 12',
      kabupaten: 'Panderman',
      priceZone: 1,
      timeZone: 'Asia/Jakarta' as const,
      pkp: false,
      receiptColumns: 32 as const,
    };
    const { ownerId } = valueOf(await till.nobody.setup.create({ store, owner: OWNER }));
    const owner = await till.signInAs(ownerId, OWNER.pin);
    const kind = { category: 'Gula', unit: 'kg', brand: '', fractional: false, active: true };
    const product = { productId: null, name: 'Gula pasir', costRp: null, barcodes: [], ...kind, ...SUGAR };
    valueOf(await owner.catalog.save(product));
    return new UploadingTill(till, timer, owner);
  }

  /** Opens a shift where none is, and sells sugar: one kilogram, then two, then three, from the start again after ten. */
  async sell(sales: number): Promise<void> {
    const { shift } = valueOf(await this.owner.cash.state({}));
    if (shift === null) valueOf(await this.owner.cash.openShift({ floatRp: 100_000 }));
    for (let sale = 0; sale < sales; sale++) {
      const quantityThousandths = (1 + (sale % 10)) * 1000;
      const { ticket } = valueOf(await this.owner.till.scan({ code: SUGAR.plu, quantityThousandths }));
      const tenders = [{ kind: 'cash' as const, receivedRp: ticket.cashDueRp }];
      valueOf(
        await this.owner.till.pay({
          ticketId: ticket.ticketId,
          revision: ticket.revision,
          totalRp: ticket.totalRp,
          tenders,
        }),
      );
    }
  }

  /** Lets time pass on every clock of the till. */
  pass(milliseconds: number): void {
    this.till.clock.pass(milliseconds);
    this.timer.pass(milliseconds);
  }

  /** Asks to send, and waits for the outcome. */
  async send(): Promise<UploadStatus> {
    valueOf(await this.owner.upload.sendNow({}));
    return this.settled();
  }

  /** The status once nothing is on its way. */
  async settled(): Promise<UploadStatus> {
    for (;;) {
      const status = await this.status();
      if (status.state !== 'sending') return status;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async status(): Promise<UploadStatus> {
    return valueOf(await this.owner.upload.status({}));
  }

  /** Closes and opens the till, and signs its owner in again. */
  async restart(): Promise<void> {
    await this.till.restart();
    const [owner] = valueOf(await this.till.nobody.staff.list({}));
    if (owner === undefined) throw new Error('the store has lost its owner');
    this.owner = await this.till.signInAs(owner.staffId, OWNER.pin);
  }

  dispose(): Promise<void> {
    return this.till.dispose();
  }
}
