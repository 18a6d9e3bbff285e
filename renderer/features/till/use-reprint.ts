import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { say, sayRefusal } from '../../ui/messages.ts';
import { shortReceipt } from './receipt-number.ts';

/** Prints a receipt again, marked SALINAN, and says with which number. */
export function useReprint(): (saleId: string, receipt: string) => Promise<void> {
  const reprint = useCommand(engine.sales.reprint);
  return async (saleId, receipt) => {
    const reply = await reprint.run({ saleId });
    if (!reply.ok) {
      sayRefusal(reply.error);
      return;
    }
    const words = id.till.reprint;
    const number = shortReceipt(receipt);
    const { copy, printJobId } = reply.value;
    if (printJobId === null) {
      say({
        tone: 'attention',
        passing: true,
        icon: 'printer',
        title: words.notPrinted(number, copy),
        text: words.notPrintedText,
      });
    } else {
      say({ tone: 'done', icon: 'printer', title: words.printed(number, copy) });
    }
  };
}
