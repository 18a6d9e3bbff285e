import { useRef, useState, type SyntheticEvent } from 'react';
import { id } from '../../../shared/i18n/id.ts';
import { useHome } from '../../keyboard/home.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-paths.ts';
import { say } from '../../ui/messages.ts';
import styles from './reason-entry.module.css';

const words = id.till.reason;

interface ReasonEntryProps<T extends string> {
  /** What is given up or changed, and the question why. */
  readonly ask: string;
  readonly icon: IconName;
  /** The first one is what Enter means. */
  readonly reasons: readonly { readonly value: T; readonly label: string }[];
  /** The one that needs a few words. */
  readonly open: T;
  readonly onReason: (reason: T, note: string) => void;
  readonly onBack: () => void;
}

/**
 * Asks why by one digit, in the place of the scan box. Nothing is covered: a scan still rings up, and
 * whoever sells on has changed their mind.
 */
export function ReasonEntry<T extends string>(props: ReasonEntryProps<T>) {
  const { ask, icon, reasons, open, onReason, onBack } = props;
  const place = useRef<HTMLFieldSetElement>(null);
  const [noting, setNoting] = useState(false);
  useHome(place, !noting);
  const take = (reason: T) => {
    if (reason === open) setNoting(true);
    else onReason(reason, '');
  };
  const [first] = reasons;
  const keys = reasons.map(({ value, label }, at) => ({
    id: `till.reason-${value}`,
    label,
    key: String(at + 1),
    perform: () => take(value),
  }));
  const enter = {
    id: 'till.reason-first',
    label: first?.label ?? '',
    key: 'Enter',
    silent: true,
    perform: () => {
      if (first !== undefined) take(first.value);
    },
  };
  const back = { id: 'till.reason-back', label: id.till.action.basket, key: 'Escape', perform: onBack };
  useActions(noting ? [back] : [...keys, enter, back]);

  if (noting) return <NoteEntry onNote={(note) => onReason(open, note)} />;
  return (
    <fieldset ref={place} tabIndex={-1} className={styles.entry} aria-label={ask}>
      <Icon name={icon} size={26} />
      <p className={styles.ask}>
        {ask}
        <small>{words.hint}</small>
      </p>
      <Button keepsFocus keyName="Escape" className={styles.back} onPress={onBack} label={back.label}>
        <Icon name="back" />
      </Button>
      <div className={styles.options}>
        {keys.map(({ key, label, perform }) => (
          <Button key={key} keepsFocus keyName={key} className={styles.option} onPress={perform}>
            {label}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

/** The reason that no digit stands for, in a few words. */
function NoteEntry({ onNote }: { readonly onNote: (note: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  useHome(field);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const note = text.trim();
    if (note === '') {
      const { noteMissing, noteMissingText } = id.till.change;
      say({ tone: 'refused', passing: true, title: noteMissing, text: noteMissingText });
    } else onNote(note);
  };
  return (
    <form className={styles.note} onSubmit={submit}>
      <label htmlFor="till-reason-note">{words.note}</label>
      <input
        id="till-reason-note"
        ref={field}
        className={styles.input}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" keepsFocus keyName="Enter">
        {words.set}
      </Button>
    </form>
  );
}
