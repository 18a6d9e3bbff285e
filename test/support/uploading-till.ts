import type { TillClient } from '../../shared/contract/index.ts';
import type { UploadStatus } from '../../shared/contract/upload.ts';
import { TestTill, valueOf } from './till.ts';
import { TestTimer } from './test-timer.ts';

/** The example store's till with a timer of its own, and its manager signed in. */
export class UploadingTill {
  readonly till: TestTill;
  readonly timer: TestTimer;
  manager: TillClient;

  private constructor(till: TestTill, timer: TestTimer, manager: TillClient) {
    this.till = till;
    this.timer = timer;
    this.manager = manager;
  }

  static async open(): Promise<UploadingTill> {
    const timer = new TestTimer();
    const till = await TestTill.withExampleStore({ timer });
    return new UploadingTill(till, timer, await till.signIn('pengelola'));
  }

  /** Opens a shift and sells some of what is cheap; amounts follow from the example store's prices. */
  async sell(sales: number): Promise<void> {
    const cashier = await this.till.signIn('kasir');
    const { shift } = valueOf(await cashier.cash.state({}));
    if (shift === null) valueOf(await cashier.cash.openShift({ floatRp: 100_000 }));
    for (let sale = 0; sale < sales; sale++) {
      const { ticket } = valueOf(
        await cashier.till.scan({ code: '4', quantityThousandths: (1 + sale) * 1000 }),
      );
      const tenders = [{ kind: 'cash' as const, receivedRp: ticket.cashDueRp }];
      valueOf(await cashier.till.pay({ ticketId: ticket.ticketId, revision: ticket.revision, tenders }));
    }
  }

  /** Lets time pass on every clock of the till. */
  pass(milliseconds: number): void {
    this.till.clock.pass(milliseconds);
    this.timer.pass(milliseconds);
  }

  /** Asks to send, and waits for the outcome. */
  async send(): Promise<UploadStatus> {
    valueOf(await this.manager.upload.sendNow({}));
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
    return valueOf(await this.manager.upload.status({}));
  }

  /** Closes and opens the till, and signs its manager in again. */
  async restart(): Promise<void> {
    await this.till.restart();
    this.manager = await this.till.signIn('pengelola');
  }

  dispose(): Promise<void> {
    return this.till.dispose();
  }
}
