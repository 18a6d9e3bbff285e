import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { formatDateLong, formatTime } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { signOut } from '../../data/sign-out.ts';
import { useCommand } from '../../data/use-command.ts';
import { useMay, useShopOffset } from '../../data/use-shop.ts';
import { useWhoMay } from '../../data/use-who-may.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { say, sayRefusal } from '../../ui/messages.ts';
import { NextStep } from '../../ui/next-step.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { BeforeClosing } from './before-closing.tsx';
import styles from './close-day.module.css';
import type { CashState } from './date-panel.tsx';

const words = id.cash.day;

/** How long F9 rests after the shift was closed by F9: a double press must not close the day too. */
const REST_MS = 700;

interface CloseDayProps {
  readonly state: CashState;
  readonly day: NonNullable<CashState['day']>;
  /** The shift was closed a moment ago on this screen. */
  readonly justClosed: boolean;
  readonly onNextShift: () => void;
}

/** The end of the business day: what it holds, what is still open, and the Z. */
export function CloseDay({ state, day, justClosed, onNextShift }: CloseDayProps) {
  const may = useMay('day.close');
  const main = useCloseDay(may);
  const nextShift: Action = {
    id: 'cash.next-shift',
    label: words.nextShift,
    help: words.nextShiftHelp,
    key: 'F7',
    icon: 'cash',
    perform: onNextShift,
  };
  useActions([nextShift, main]);
  return (
    <Screen
      title={words.title}
      aside={formatDateLong(day.businessDate)}
      tools={<ActionButton action={nextShift} withIcon />}
      rail={
        <Sheet padded className={styles.rail} label={words.z}>
          <NextZ state={state} />
          <BeforeClosing title={words.before} />
        </Sheet>
      }
      next={<NextStep main={main} />}
    >
      <Sheet padded className={styles.work}>
        {justClosed && (
          <output className={styles.lead}>
            <b>{words.shiftClosed}</b> {words.shiftClosedText}
          </output>
        )}
        {!may && <SomebodyElse />}
        <DayFacts day={day} />
        <p>{words.explain}</p>
        <p>{words.explainAfter}</p>
      </Sheet>
    </Screen>
  );
}

/** The next step: the Z for those who may, leaving the till to them for the others. */
function useCloseDay(may: boolean): Action {
  const closeDay = useCommand(engine.cash.closeDay);
  const navigate = useNavigate();
  const [rested, setRested] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRested(true), REST_MS);
    return () => clearTimeout(timer);
  }, []);
  const close = async () => {
    const reply = await closeDay.run({});
    if (!reply.ok) return sayRefusal(reply.error);
    const { zNumber, printJobId } = reply.value;
    await navigate({ to: '/laporan' });
    say({
      tone: 'done',
      title: words.done(words.zName(zNumber)),
      text: printJobId === null ? words.noPrinter : words.printing,
    });
  };
  const enabled = rested && !closeDay.pending;
  if (may) {
    const perform = () => void close();
    return { id: 'cash.close-day', label: words.go, help: words.goHelp, key: 'F9', enabled, perform };
  }
  const { change, changeHelp } = id.people;
  return { id: 'people.change', label: change, help: changeHelp, key: 'F9', enabled, perform: signOut };
}

function SomebodyElse() {
  const names = useWhoMay('day.close');
  return (
    <p className={styles.notice} role="alert">
      <b>{words.notMine}</b> {names === '' ? words.whoCanNone : id.people.askThem(names)}
    </p>
  );
}

function DayFacts({ day }: { readonly day: CloseDayProps['day'] }) {
  const offset = useShopOffset();
  return (
    <Facts
      label={words.title}
      rows={[
        { name: words.date, value: formatDateLong(day.businessDate) },
        { name: words.opened, value: formatTime(day.openedAt, offset) },
        { name: words.shifts, value: day.shiftsClosed },
        { name: words.sales, value: day.saleCount === 0 ? words.nothingSold : day.saleCount },
      ]}
    />
  );
}

function NextZ({ state }: { readonly state: CashState }) {
  const number = (state.lastZ?.zNumber ?? 0) + 1;
  return (
    <div className={styles.z}>
      <span>{words.z}</span>
      <b>{words.zName(number)}</b>
      <span>{state.lastZ === null ? words.first : words.after(words.zName(state.lastZ.zNumber))}</span>
    </div>
  );
}
