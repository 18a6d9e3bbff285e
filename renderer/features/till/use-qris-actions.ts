import type { QrisPayment } from '../../../shared/contract/till.ts';
import type { QrisEvidence } from '../../../shared/journal/sale-bodies.ts';
import { formatRupiah } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import type { Action } from '../../keyboard/action.ts';
import { say, sayRefusal } from '../../ui/messages.ts';
import { play } from '../../ui/sounds.ts';
import type { Basket } from './use-basket.ts';
import { useOneAtATime } from './use-one-at-a-time.ts';

const words = id.pay.qris;

/** As many characters of a reference as tell two payments of a day apart. */
const REFERENCE_END = /[0-9A-Za-z]{4}$/;

interface QrisState {
  readonly basket: Basket;
  readonly payment: QrisPayment;
  readonly evidence: QrisEvidence | null;
  readonly reference: string;
  /** The store wants the end of the reference for this amount. */
  readonly needed: boolean;
  readonly onConfirmed: () => void;
}

/** What can be done about a code that waits: the cashier's word that it was paid, and its paper. */
export function useQrisActions(state: QrisState): { readonly confirm: Action; readonly print: Action } {
  const confirm = useConfirm(state);
  const printQris = useCommand(engine.till.printQris);
  const { paymentId } = state.payment;
  return {
    confirm: {
      id: 'pay.confirm-qris',
      label: words.confirm,
      help: words.confirmHelp,
      key: 'F10',
      perform: confirm,
    },
    print: {
      id: 'pay.print-qris',
      label: words.print,
      help: words.printHelp,
      key: 'F11',
      icon: 'printer',
      perform: () => {
        void printQris.run({ paymentId }).then((reply) => {
          if (reply.ok) say({ tone: 'done', icon: 'printer', title: words.printed });
          else sayRefusal(reply.error);
        });
      },
    },
  };
}

function useConfirm({ basket, payment, evidence, reference, needed, onConfirmed }: QrisState): () => void {
  const once = useOneAtATime();
  return () => {
    const seen = reference.trim();
    if (evidence === null) {
      say({ tone: 'refused', passing: true, title: words.evidenceMissing, text: words.evidenceMissingText });
    } else if (needed && !REFERENCE_END.test(seen)) {
      say({
        tone: 'refused',
        passing: true,
        title: words.referenceMissing,
        text: words.referenceMissingText,
      });
    } else {
      once(async () => {
        const { paymentId, amountRp } = payment;
        if (!(await basket.confirmQris({ paymentId, evidence, reference: seen }))) return;
        onConfirmed();
        play('accepted');
        say({ tone: 'done', title: words.confirmed(formatRupiah(amountRp)) });
      });
    }
  };
}
