import type { ReactNode } from 'react';
import { id } from '../../../shared/i18n/id.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { EntryForm } from '../../ui/entry-form.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { NumberPad } from '../../ui/number-pad.tsx';
import panel from '../../ui/rail-panel.module.css';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './form-panel.module.css';

const words = id.subsidyOffice.form;

/** Leaving a form, and sending it. */
export interface FormKeys {
  readonly back: Action;
  readonly main: Action;
}

interface FormKeysWishes {
  /** Begins the names of its actions in code, such as `subsidy.claim`. */
  readonly name: string;
  readonly pending: boolean;
  readonly save: () => Promise<void> | void;
  readonly onClose: () => void;
  /** The verb, where it is not to save. */
  readonly label?: string;
}

/** Esc leaves a form, F9 sends it. */
export function useFormKeys({ name, pending, save, onClose, label }: FormKeysWishes): FormKeys {
  const keys = {
    back: {
      id: `${name}-back`,
      label: words.back,
      help: words.backHelp,
      key: 'Escape',
      perform: onClose,
    },
    main: {
      id: `${name}-save`,
      label: label ?? words.save,
      help: words.saveHelp,
      key: 'F9',
      enabled: !pending,
      perform: () => void save(),
    },
  };
  useActions([keys.back, keys.main]);
  return keys;
}

interface FormPanelProps {
  readonly title: string;
  /** Whom or what it is about, beside the title. */
  readonly aside?: ReactNode;
  /** Keys that belong to its fields. */
  readonly tools?: ReactNode;
  readonly refusals?: number;
  readonly keys: FormKeys;
  /** The fields. */
  readonly children: ReactNode;
  /** What follows from what is filled in. */
  readonly outcome?: ReactNode;
  /** Digits for fingers, where figures are asked for. */
  readonly pad?: boolean;
}

/** A form beside a list: its fields, what follows from them, and the two keys at the foot. */
export function FormPanel(props: FormPanelProps) {
  const { title, aside, tools, refusals = 0, keys, children, outcome, pad = false } = props;
  return (
    <div className={panel.panel}>
      <Sheet padded className={panel.sheet} label={title}>
        <header className={styles.head}>
          <h2>
            {title}
            {aside}
          </h2>
          {tools}
        </header>
        <EntryForm label={title} className={styles.fields} refusals={refusals} onSubmit={keys.main.perform}>
          {children}
        </EntryForm>
        {outcome}
        {pad && <NumberPad touchOnly label={id.fields.pad} eraseLabel={id.fields.erase} />}
      </Sheet>
      <NextStep back={keys.back} main={keys.main} />
    </div>
  );
}
