import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { LockedCount, Shift, VarianceReason } from '../../../shared/contract/cash.ts';
import { formatAmount, formatTime } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useStoreValue } from '../../data/store.ts';
import { useCommand } from '../../data/use-command.ts';
import { useShopOffset } from '../../data/use-shop.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TextField } from '../../ui/field.tsx';
import { sayRefusal } from '../../ui/messages.ts';
import { Money } from '../../ui/money.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { countDraft } from './count-draft.ts';
import styles from './count.module.css';
import { DrawerSheet } from './drawer-sheet.tsx';
import { ReasonFields } from './reason-fields.tsx';
import { ShiftLine } from './shift-line.tsx';

const words = id.cash.result;

interface CountResultProps {
  readonly shift: Shift;
  readonly count: LockedCount;
  readonly onClosed: () => void;
}

/** Closing, second half: the books beside the count, a reason where they differ, and the shift is closed. */
export function CountResult({ shift, count, onClosed }: CountResultProps) {
  const [reason, setReason] = useState<VarianceReason | null>(null);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const closeShift = useCommand(engine.cash.closeShift);
  const navigate = useNavigate();
  const differs = count.varianceRp !== 0;

  const close = async () => {
    if (differs && reason === null) return setMissing(true);
    const reply = await closeShift.run({ reason: differs ? reason : null, note: note.trim() });
    if (reply.ok) onClosed();
    else sayRefusal(reply.error);
  };
  const back: Action = {
    id: 'cash.later',
    label: words.later,
    help: words.laterHelp,
    key: 'Escape',
    perform: () => void navigate({ to: '/kasir' }),
  };
  const main: Action = {
    id: 'cash.close-shift',
    label: words.close,
    help: words.closeHelp,
    key: 'F9',
    enabled: !closeShift.pending,
    perform: () => void close(),
  };
  useActions([back, main]);
  return (
    <Screen
      title={id.cash.close.title}
      aside={<ShiftLine shift={shift} />}
      railWidth="wide"
      rail={
        <Sheet className={styles.rail} label={words.expected}>
          <Books count={count} />
          {differs ? (
            <ReasonFields reason={reason} onChoose={setReason} missing={missing} />
          ) : (
            <p className={styles.even}>{words.evenText}</p>
          )}
          <TextField
            className={styles.note}
            label={words.note}
            placeholder={words.noteHint}
            maxLength={200}
            value={note}
            onChange={setNote}
          />
        </Sheet>
      }
      next={<NextStep back={back} main={main} />}
    >
      <Counted shift={shift} count={count} />
    </Screen>
  );
}

function Books({ count }: { readonly count: LockedCount }) {
  return (
    <>
      <Facts
        tight
        rows={[
          { name: words.float, value: formatAmount(count.floatRp) },
          { name: words.sales(count.cashSaleCount), value: formatAmount(count.cashSalesRp) },
          ...moved(words.debts, count.cashDebtsRp),
          ...moved(words.refunds, 0 - count.cashRefundsRp),
          { name: words.expected, value: formatAmount(count.expectedRp), sum: true },
          { name: words.counted, value: formatAmount(count.countedRp) },
        ]}
      />
      <div className={styles.gap}>
        <b>{varianceName(count.varianceRp)}</b>
        <span className={styles.variance}>{formatAmount(count.varianceRp)}</span>
      </div>
    </>
  );
}

/** What most shifts have none of takes no row from those. */
function moved(name: string, amountRp: number): { name: string; value: string }[] {
  return amountRp === 0 ? [] : [{ name, value: formatAmount(amountRp) }];
}

function varianceName(varianceRp: number): string {
  if (varianceRp === 0) return words.even;
  return varianceRp < 0 ? words.short : words.over;
}

/** The count as it was locked; its rows are known only to the window in which it was typed. */
function Counted({ shift, count }: { readonly shift: Shift; readonly count: LockedCount }) {
  const held = useStoreValue(countDraft);
  const offset = useShopOffset();
  const lockedText = words.locked(shift.cashier, formatTime(count.lockedAt, offset));
  if (held.shiftId !== shift.shiftId) {
    return (
      <Sheet className={styles.lockedOnly}>
        <b>{words.counted}</b>
        <Money rp={count.countedRp} size={68} className={styles.figure} />
        <p className={styles.aside} data-firm>
          {lockedText}
        </p>
      </Sheet>
    );
  }
  return (
    <DrawerSheet counts={held.counts}>
      <p className={styles.aside} data-firm>
        {lockedText}
      </p>
    </DrawerSheet>
  );
}
