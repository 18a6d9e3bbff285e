import type { ReactNode } from 'react';
import { id } from '../../shared/i18n/id.ts';
import type { Action } from '../keyboard/action.ts';
import { useActions } from '../keyboard/keyboard.tsx';
import { classNames } from './class-names.ts';
import { EntryForm } from './entry-form.tsx';
import styles from './form-panel.module.css';
import { NextStep } from './next-step.tsx';
import { NumberPad } from './number-pad.tsx';
import { RailPanel } from './rail-panel.tsx';

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
  /** Where the keys say more than to save and to go back. */
  readonly words?: {
    readonly save?: string;
    readonly saveHelp?: string;
    readonly back?: string;
    readonly backHelp?: string;
  };
}

/** Esc leaves a form, F9 sends it. */
export function useFormKeys({ name, pending, save, onClose, words }: FormKeysWishes): FormKeys {
  const said = { ...id.form, ...words };
  const keys = {
    back: {
      id: `${name}-back`,
      label: said.back,
      help: said.backHelp,
      key: 'Escape',
      perform: onClose,
    },
    main: {
      id: `${name}-save`,
      label: said.save,
      help: said.saveHelp,
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
  /** Another way on, above the two keys at the foot. */
  readonly beside?: ReactNode;
  /** Digits for fingers, where figures are asked for. */
  readonly pad?: boolean;
  /** Closer fields, where many must fit. */
  readonly tight?: boolean;
}

/** A form beside a list: its fields, what follows from them, and the two keys at the foot. */
export function FormPanel(props: FormPanelProps) {
  const { title, aside, tools, refusals = 0, keys, children, outcome, beside } = props;
  return (
    <RailPanel
      title={title}
      aside={aside}
      tools={tools}
      foot={
        <>
          {beside}
          <NextStep back={keys.back} main={keys.main} />
        </>
      }
    >
      <EntryForm
        label={title}
        className={classNames(styles.fields, props.tight === true && styles.tight)}
        refusals={refusals}
        onSubmit={keys.main.perform}
      >
        {children}
      </EntryForm>
      {outcome}
      {props.pad === true && <NumberPad touchOnly label={id.fields.pad} eraseLabel={id.fields.erase} />}
    </RailPanel>
  );
}
