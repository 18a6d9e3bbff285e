import type { ReactNode } from 'react';
import { id } from '../../../shared/i18n/id.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { EntryForm } from '../../ui/entry-form.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { NumberPad } from '../../ui/number-pad.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './settings.module.css';

const words = id.settings.staff;

interface StaffPanelProps {
  readonly title: string;
  readonly saveLabel: string;
  readonly saveHelp: string;
  readonly pending: boolean;
  readonly refusals: number;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The side area while one person is being added or changed. */
export function StaffPanel(props: StaffPanelProps) {
  const { title, saveLabel, saveHelp, pending, refusals, onSave, onClose, children } = props;
  const back: Action = {
    id: 'settings.staff-back',
    label: words.list,
    help: words.cancelHelp,
    key: 'Escape',
    perform: onClose,
  };
  const main: Action = {
    id: 'settings.staff-save',
    label: saveLabel,
    help: saveHelp,
    key: 'F9',
    enabled: !pending,
    perform: onSave,
  };
  useActions([back, main]);
  return (
    <div className={styles.panel}>
      <Sheet padded className={styles.panelSheet} label={title}>
        <h2>{title}</h2>
        <EntryForm label={title} className={styles.form} refusals={refusals} onSubmit={onSave}>
          {children}
        </EntryForm>
        <NumberPad forPin touchOnly label={id.fields.pad} eraseLabel={id.fields.erase} />
      </Sheet>
      <NextStep back={back} main={main} />
    </div>
  );
}
