import { useRef } from 'react';
import type { InputOf } from '../../../shared/contract/define.ts';
import type { contract } from '../../../shared/contract/index.ts';
import type { PaidSale, Ticket } from '../../../shared/contract/till.ts';
import type { CallError, Reply } from '../../../shared/contract/wire.ts';
import { callErrorText } from '../../../shared/i18n/errors.ts';
import { formatRupiah } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import type { Command } from '../../data/use-command.ts';
import type { Action } from '../../keyboard/action.ts';
import { hushStep, say, sayMissing, splitSentence } from '../../ui/messages.ts';
import { play } from '../../ui/sounds.ts';
import { tendersOf, type Drafts, type TenderPlan } from './tender-plan.ts';
import type { Basket } from './use-basket.ts';
import { useCreditApproval } from './use-credit-approval.ts';
import { usePayScanner } from './use-pay-scanner.ts';
import { useSettled } from '../../keyboard/use-settled.ts';

/** The command that completes a sale; held by the till, which must know whether it is under way. */
export type Pay = Command<InputOf<typeof contract.till.pay>, PaidSale>;

interface FinishPorts {
  readonly basket: Basket;
  readonly ticket: Ticket;
  readonly pay: Pay;
  readonly drafts: Drafts;
  readonly plan: TenderPlan;
  readonly onPaid: (sale: PaidSale) => void;
}

/** The last step of paying. */
export interface Finish {
  /** F9 and the button: they wait until a double press of Bayar is surely over. */
  readonly action: Action;
  /** Enter in the cash field, which nobody presses by mistake. */
  readonly enter: () => void;
}

/**
 * Completes the sale. It names the ticket, the revision and the total it saw, so that nothing else
 * can be paid by mistake, and is one command however often it is pressed.
 */
export function useFinish({ basket, ticket, pay, drafts, plan, onPaid }: FinishPorts): Finish {
  const isSettled = useSettled();
  const finishing = useRef(false);
  const held = usePayScanner(basket, pay.pending);
  const withApproval = useCreditApproval(ticket, drafts);
  const { ticketId, revision, totalRp } = ticket;
  const enough = plan.shortRp === 0 && plan.overRp === 0 && plan.waitingRp === 0;

  const finish = async () => {
    if (finishing.current) return;
    finishing.current = true;
    const tenders = tendersOf(ticket, drafts, plan);
    const reply = await withApproval((approvalId) =>
      pay.run({ ticketId, revision, totalRp, tenders, approvalId }),
    );
    finishing.current = false;
    takeReply(reply, held.current.splice(0));
  };
  const takeReply = (reply: Reply<PaidSale> | null, codes: readonly string[]) => {
    if (reply === null) return;
    if (!reply.ok) {
      sayNotPaid(reply.error, codes);
      return;
    }
    hushStep();
    play('paid');
    onPaid(reply.value);
    // A code that came while the sale was being stored belongs to the next buyer.
    for (const code of codes) basket.scan(code, null);
  };
  const enabled = enough && basket.waiting === 0;
  /** A scan that is still under way belongs to this sale: until it is answered nothing is paid. */
  const finishNow = () => {
    if (!basket.busy()) void finish();
  };
  return {
    action: {
      id: 'pay.finish',
      label: enough ? id.pay.finish : id.pay.cannotFinish,
      help: id.pay.finishHelp,
      key: 'F9',
      enabled,
      whyNot: () => sayWhyNot(plan),
      perform: () => {
        if (isSettled()) finishNow();
      },
    },
    enter: () => {
      if (enabled) finishNow();
      else sayWhyNot(plan);
    },
  };
}

/** Says what is still missing; nothing where only a reply is awaited. */
function sayWhyNot({ waitingRp, overRp, shortRp }: TenderPlan): void {
  const { unfinished, unfinishedText } = id.pay.qris;
  if (waitingRp > 0) say({ tone: 'refused', passing: true, title: unfinished, text: unfinishedText });
  else if (overRp > 0) {
    say({
      tone: 'refused',
      passing: true,
      title: id.pay.overText(formatRupiah(overRp)),
      text: id.pay.overHow,
    });
  } else if (shortRp > 0) sayMissing('tender.too-small', { shortRp });
}

/** Says why the sale was not stored, and which codes are therefore in no basket. */
function sayNotPaid(error: CallError, codes: readonly string[]): void {
  const { title, text } = splitSentence(callErrorText(error));
  say({ tone: 'refused', title, text: [text, ...codes.map(id.pay.scanned)].join(' ') });
}
