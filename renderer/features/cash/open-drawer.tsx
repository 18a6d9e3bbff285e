import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DrawerReason } from '../../../shared/contract/cash.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useMe } from '../../data/use-shop.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { EntryForm } from '../../ui/entry-form.tsx';
import { TextField } from '../../ui/field.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { OptionKeys } from '../../ui/option-keys.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './open-drawer.module.css';
import { useDrawerOrder } from './use-drawer-order.ts';

const words = id.drawer;

const REASONS = (['small-change', 'count', 'other'] as const).map((value) => ({
  value,
  label: words.reasons[value],
}));

/** Opening the drawer without a sale: what for, and what became of it. */
export function OpenDrawerScreen() {
  const me = useMe();
  const navigate = useNavigate();
  const [reason, setReason] = useState<DrawerReason | null>(null);
  const [note, setNote] = useState('');
  const [refusals, setRefusals] = useState(0);
  const tried = refusals > 0;
  const toTill = () => void navigate({ to: '/kasir' });
  const { order, waiting } = useDrawerOrder(toTill);
  const noteMissing = reason === 'other' && note.trim() === '';

  const open = () => {
    if (reason === null || noteMissing) setRefusals(refusals + 1);
    else if (!waiting) void order(reason, note.trim());
  };
  const back: Action = {
    id: 'drawer.back',
    label: words.back,
    help: words.backHelp,
    key: 'Escape',
    perform: toTill,
  };
  const main: Action = {
    id: 'drawer.open',
    label: waiting ? words.waiting : words.open,
    help: words.openHelp,
    key: 'F9',
    enabled: !waiting,
    perform: open,
  };
  useActions([back, main]);
  return (
    <Screen
      title={words.title}
      rail={
        <Sheet padded className={styles.recorded}>
          <h2>{words.recorded}</h2>
          <p>{words.recordedText(me?.name ?? '')}</p>
        </Sheet>
      }
      next={<NextStep back={back} main={main} />}
    >
      <Sheet padded>
        <EntryForm label={words.title} className={styles.form} refusals={refusals} onSubmit={open}>
          <OptionKeys
            label={words.reason}
            columns={3}
            error={tried && reason === null ? words.reasonMissing : undefined}
            value={reason}
            options={REASONS}
            onChange={setReason}
          />
          <TextField
            label={words.note}
            hint={words.noteHint}
            error={tried && noteMissing ? words.noteMissing : undefined}
            maxLength={80}
            value={note}
            onChange={setNote}
          />
        </EntryForm>
      </Sheet>
    </Screen>
  );
}
