import { useState } from 'react';
import { id } from '../../../shared/i18n/id.ts';
import type { Action } from '../../keyboard/action.ts';
import { say } from '../../ui/messages.ts';
import type { TenderPlan } from './tender-plan.ts';
import type { TenderRow } from './tender-row.ts';
import type { Basket } from './use-basket.ts';
import { useOneAtATime } from './use-one-at-a-time.ts';
import type { TenderDrafts } from './use-tender-drafts.ts';

interface PayState {
  readonly basket: Basket;
  readonly rows: readonly TenderRow[];
  readonly tenders: TenderDrafts;
  readonly plan: TenderPlan;
  readonly onBack: () => void;
  readonly onDonate: () => void;
}

interface PayActions {
  readonly chosen: TenderRow | undefined;
  readonly choose: (key: string) => void;
  readonly removeRow: (row: TenderRow) => void;
  readonly remove: Action;
  readonly back: Action;
  readonly donate: Action;
  /** Arrows through the parts. */
  readonly silent: readonly Action[];
}

/** What can be done about the parts of a payment, beside adding one. */
export function usePayActions({ basket, rows, tenders, plan, onBack, onDonate }: PayState): PayActions {
  const [chosenKey, choose] = useState<string | null>(null);
  const removable = rows.filter((row) => row.kind !== 'cash');
  // A code that waits is what the screen is about; else the part that came last.
  const waiting = removable.find((row) => row.state === 'waiting');
  const chosen = removable.find((row) => row.key === chosenKey) ?? waiting ?? removable.at(-1);
  const removeRow = useRemoveRow(basket, tenders);
  const step = (by: 1 | -1) => {
    const next = removable[removable.findIndex((row) => row === chosen) + by];
    if (next !== undefined) choose(next.key);
  };
  const { donation } = id.pay;
  return {
    chosen,
    choose,
    removeRow,
    remove: {
      id: 'pay.remove',
      label: id.pay.remove,
      help: id.pay.removeHelp,
      key: 'Delete',
      enabled: chosen !== undefined,
      perform: () => {
        if (chosen !== undefined) removeRow(chosen);
      },
    },
    back: {
      id: 'pay.back',
      label: id.till.action.basket,
      help: id.till.action.basketHelp,
      key: 'Escape',
      perform: onBack,
    },
    donate: {
      id: 'pay.donate',
      label: donation.open,
      help: donation.openHelp,
      key: 'F10',
      enabled: plan.changeRp > 0 && plan.waitingRp === 0,
      whyNot: () => say({ tone: 'attention', passing: true, title: donation.none, text: donation.noneText }),
      perform: onDonate,
    },
    silent: [
      { id: 'pay.row-up', label: id.till.action.up, key: 'ArrowUp', silent: true, perform: () => step(-1) },
      {
        id: 'pay.row-down',
        label: id.till.action.down,
        key: 'ArrowDown',
        silent: true,
        perform: () => step(1),
      },
    ],
  };
}

/** Takes a part off again. Money that has arrived stays: it can only be given back as a return. */
function useRemoveRow(basket: Basket, tenders: TenderDrafts): (row: TenderRow) => void {
  const once = useOneAtATime();
  return (row) => {
    if (row.state === 'confirmed') {
      const { removedConfirmed, removedConfirmedText } = id.pay;
      say({ tone: 'attention', passing: true, title: removedConfirmed, text: removedConfirmedText });
    } else if (row.state === 'waiting') once(() => basket.cancelQris(row.key));
    else if (row.state === 'draft') tenders.removeAt(Number(row.key.slice('draft-'.length)));
  };
}
