import type { TillClient } from '../../../shared/contract/index.ts';
import { valueOf } from '../../support/till.ts';

/** What a slow disk may take for a receipt. */
const PATIENCE_MS = 30_000;

/**
 * Waits until everything is printed: the day passes in minutes of its own, and an order to open the
 * drawer that is minutes old is rightly not carried out any more.
 */
export async function waitForPaper({ cashier }: { readonly cashier: TillClient }): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const [last] = valueOf(await cashier.printing.jobs({ limit: 1 }));
    if (last === undefined || last.state === 'printed') return;
    if (last.state === 'failed' || last.state === 'unsure')
      throw new Error(`${last.title} was not printed: ${last.state} ${last.fault ?? ''}`);
    if (performance.now() > deadline) throw new Error(`${last.title} does not come out of the printer`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
