import { useRef, useState, type SyntheticEvent } from 'react';
import { id } from '../../../shared/i18n/id.ts';
import { useHome } from '../../keyboard/home.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/messages.ts';
import styles from './park-entry.module.css';
import type { Basket } from './use-basket.ts';

const words = id.parking;

interface ParkEntryProps {
  readonly basket: Basket;
  readonly onDone: () => void;
}

/**
 * F6: takes the place of the scan box until it is said whose basket is put aside. Saying nothing will
 * do, so F6 pressed twice, or Enter, puts it aside at once.
 */
export function ParkEntry({ basket, onDone }: ParkEntryProps) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const park = () => {
    const label = text.trim();
    onDone();
    void basket.park(label).then((done) => {
      if (!done) return;
      const title = label === '' ? words.doneUnnamed : words.done(label);
      say({ tone: 'done', icon: 'bookmark', title, text: words.doneText });
    });
  };
  useHome(field);
  useActions([
    { id: 'till.park-back', label: id.till.action.basket, key: 'Escape', perform: onDone },
    { id: 'till.park-now', label: words.set, help: id.till.action.parkHelp, key: 'F6', perform: park },
  ]);

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    park();
  };
  return (
    <form className={styles.entry} onSubmit={submit}>
      <Icon name="bookmark" size={26} />
      <label className={styles.label} htmlFor="till-park">
        {words.ask}
      </label>
      <input
        id="till-park"
        ref={field}
        className={styles.input}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        placeholder={words.askPlaceholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" keepsFocus keyName="Enter" className={styles.set}>
        {words.set}
      </Button>
    </form>
  );
}
