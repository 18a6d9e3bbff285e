import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { calendarDate } from '../../../shared/domain/business-date.ts';
import { MAX_RUPIAH } from '../../../shared/domain/money.ts';
import { formatDateShort } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { useEngineNow, useMe, useShop, useShopOffset } from '../../data/use-shop.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { sayRefusal } from '../../ui/messages.ts';
import { NextStep } from '../../ui/next-step.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useEntry } from '../../ui/use-entry.ts';
import { DatePanel, type CashState } from './date-panel.tsx';
import { FloatForm, type FloatDraft } from './float-form.tsx';
import styles from './open.module.css';

const words = id.cash.open;

interface OpenShiftProps {
  readonly state: CashState;
  /** To closing the day, where one is open. */
  readonly onCloseDay?: (() => void) | undefined;
}

/** The start of work: what is in the drawer, and for which day. */
export function OpenShift({ state, onCloseDay }: OpenShiftProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const entry = useEntry<FloatDraft>({ floatRp: null });
  const openShift = useCommand(engine.cash.openShift);
  const navigate = useNavigate();
  const offset = useShopOffset();
  const today = calendarDate(useEngineNow(30_000), offset);
  const shop = useShop();
  const me = useMe();
  const otherDate = chosen !== null && chosen !== state.proposedDate ? chosen : null;

  const open = async () => {
    const { floatRp } = entry.draft;
    if (floatRp === null) return entry.refuse({ floatRp: words.floatMissing });
    if (floatRp > MAX_RUPIAH) return entry.refuse({ floatRp: id.fields.amount });
    const businessDate = state.day === null ? otherDate : null;
    const reply = await openShift.run({ floatRp, businessDate });
    if (reply.ok) await navigate({ to: '/kasir' });
    else sayRefusal(reply.error);
  };
  const main: Action = {
    id: 'cash.open-shift',
    label: otherDate === null ? words.go : words.goFor(formatDateShort(otherDate)),
    help: words.goHelp,
    key: 'F9',
    enabled: !openShift.pending,
    perform: () => void open(),
  };
  const back: Action = {
    id: 'cash.till',
    label: words.till,
    help: words.tillHelp,
    key: 'Escape',
    perform: () => void navigate({ to: '/kasir' }),
  };
  const closeDay: Action = {
    id: 'cash.to-close-day',
    label: id.cash.day.toDay,
    help: id.cash.day.toDayHelp,
    key: 'F7',
    icon: 'lock',
    perform: () => onCloseDay?.(),
  };
  useActions(onCloseDay === undefined ? [back, main] : [closeDay, back, main]);
  return (
    <Screen
      title={words.title}
      aside={words.place(shop?.tillNumber ?? 1, me?.name ?? '')}
      tools={onCloseDay && <ActionButton action={closeDay} withIcon />}
      rail={<DatePanel state={state} today={today} chosen={chosen} onChoose={setChosen} />}
      next={<NextStep back={back} main={main} />}
    >
      <Sheet padded className={styles.work}>
        <FloatForm entry={entry} onSubmit={() => void open()} />
      </Sheet>
    </Screen>
  );
}
