import { useRef } from 'react';
import { suggestChange } from '../../../../shared/domain/denominations.ts';
import { refundSums } from '../../../../shared/domain/refunds.ts';
import { formatAmount, formatRupiah } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useHome } from '../../../keyboard/home.ts';
import { useActions, useScanner } from '../../../keyboard/keyboard.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { MessageStrip } from '../../../ui/message-strip.tsx';
import { Money } from '../../../ui/money.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { useSettled } from '../../../keyboard/use-settled.ts';
import styles from './returns.module.css';
import type { Returned } from './use-return-actions.ts';

const words = id.returns;

interface ReturnedScreenProps {
  readonly returned: Returned;
  readonly onNext: () => void;
  readonly onScan: (code: string) => void;
}

/** A return that is on record: what to hand over, and how the rest was paid back. */
export function ReturnedScreen({ returned, onNext, onScan }: ReturnedScreenProps) {
  const place = useRef<HTMLElement>(null);
  const isSettled = useSettled();
  const { cashRp } = refundSums(returned.refunds);
  const next: Action = {
    id: 'return.next',
    label: words.next,
    help: words.nextHelp,
    key: 'Enter',
    perform: () => {
      if (isSettled()) onNext();
    },
  };
  useHome(place);
  useActions([next, { ...next, id: 'return.back', key: 'Escape', silent: true }]);
  useScanner(onScan);
  return (
    <main ref={place} tabIndex={-1} className={styles.done} aria-label={words.done}>
      <MessageStrip />
      <Sheet padded className={styles.result}>
        <output className={styles.recorded}>
          <Icon name="check" size={26} bold />
          {words.done}
        </output>
        <p>{words.number(returned.receipt)}</p>
        <div className={styles.label}>{cashRp > 0 ? words.handBack : words.nothingByHand}</div>
        {cashRp > 0 && <Money rp={cashRp} size={92} final />}
        {cashRp > 0 && <Notes rp={cashRp} />}
        {(returned.refunds.length > 1 || cashRp === 0) && (
          <Facts
            rows={returned.refunds.map((refund) => ({
              name: words.refunds[refund.kind],
              value: formatRupiah(refund.amountRp),
            }))}
          />
        )}
        <p className={styles.foot}>{returned.printJobId === null ? words.notPrinted : words.printed}</p>
      </Sheet>
      <ActionButton action={next} kind="main" size="huge" keepsFocus className={styles.next} />
    </main>
  );
}

function Notes({ rp }: { readonly rp: Returned['refundRp'] }) {
  return (
    <Facts
      tight
      rows={suggestChange(rp).map((part) => ({
        name: `${part.count} × ${formatAmount(part.valueRp)}`,
        value: formatAmount(part.count * part.valueRp),
      }))}
    />
  );
}
