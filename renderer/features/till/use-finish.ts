import { useRef } from 'react';
import type { InputOf } from '../../../shared/contract/define.ts';
import type { contract } from '../../../shared/contract/index.ts';
import type { PaidSale, Ticket } from '../../../shared/contract/till.ts';
import type { CallError } from '../../../shared/contract/wire.ts';
import { callErrorText } from '../../../shared/i18n/errors.ts';
import { id } from '../../../shared/i18n/id.ts';
import type { Command } from '../../data/use-command.ts';
import type { Action } from '../../keyboard/action.ts';
import { useScanner } from '../../keyboard/keyboard.tsx';
import { hushStep, say, sayMissing, splitSentence } from '../../ui/messages.ts';
import { play } from '../../ui/sounds.ts';
import { useSettled } from './use-settled.ts';

/** The command that completes a sale; held by the till, which must know whether it is under way. */
export type Pay = Command<InputOf<typeof contract.till.pay>, PaidSale>;

interface FinishPorts {
  readonly ticket: Ticket;
  readonly pay: Pay;
  /** Scans whose reply is still awaited: until they are in, the total is not certain. */
  readonly waiting: number;
  readonly receivedRp: number;
  readonly onPaid: (sale: PaidSale) => void;
  /** A code that came while the sale was being stored belongs to the next buyer. */
  readonly onNextScan: (code: string) => void;
}

/** The last step of paying. */
export interface Finish {
  /** F9 and the button: they wait until a double press of Bayar is surely over. */
  readonly action: Action;
  /** Enter in the cash field, which nobody presses by mistake. */
  readonly enter: () => void;
}

/**
 * Completes the sale. It names the ticket and the revision it saw, so that nothing else can be paid
 * by mistake, and is one command however often it is pressed.
 */
export function useFinish({ ticket, pay, waiting, receivedRp, onPaid, onNextScan }: FinishPorts): Finish {
  const held = useRef<string[]>([]);
  const isSettled = useSettled();
  const { ticketId, revision, cashDueRp } = ticket;
  const shortRp = cashDueRp - receivedRp;
  const enough = shortRp <= 0;

  useScanner((code) => {
    if (pay.pending) held.current.push(code);
    else say({ tone: 'refused', title: id.pay.scanned(code), text: id.pay.scannedText });
  });

  const finish = async () => {
    const reply = await pay.run({ ticketId, revision, tenders: [{ kind: 'cash', receivedRp }] });
    const codes = held.current.splice(0);
    if (!reply.ok) {
      sayNotPaid(reply.error, codes);
      return;
    }
    hushStep();
    play('paid');
    onPaid(reply.value);
    for (const code of codes) onNextScan(code);
  };
  const whyNot = () => {
    if (!enough) sayMissing('tender.too-small', { shortRp });
  };
  const enabled = enough && waiting === 0;
  return {
    action: {
      id: 'pay.finish',
      label: enough ? id.pay.finish : id.pay.cannotFinish,
      help: id.pay.finishHelp,
      key: 'F9',
      enabled,
      whyNot,
      perform: () => {
        if (isSettled()) void finish();
      },
    },
    enter: () => {
      if (enabled) void finish();
      else whyNot();
    },
  };
}

/** Says why the sale was not stored, and which codes are therefore in no basket. */
function sayNotPaid(error: CallError, codes: readonly string[]): void {
  const { title, text } = splitSentence(callErrorText(error));
  say({ tone: 'refused', title, text: [text, ...codes.map(id.pay.scanned)].join(' ') });
}
