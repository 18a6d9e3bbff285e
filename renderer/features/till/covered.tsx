import { useRef } from 'react';
import { id } from '../../../shared/i18n/id.ts';
import { useHome } from '../../keyboard/home.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './account-entry.module.css';

interface CoveredProps {
  /** The buyer gets money back: the goods that came back cost more. */
  readonly refund: boolean;
  readonly onEnter: () => void;
}

/** Nothing is left for cash: the next step is the last one, by F9 or Enter. */
export function Covered({ refund, onEnter }: CoveredProps) {
  const place = useRef<HTMLDivElement>(null);
  useHome(place);
  useActions([{ id: 'pay.enter', label: id.pay.finish, key: 'Enter', silent: true, perform: onEnter }]);
  return (
    <Sheet className={styles.account} label={id.pay.take}>
      <div ref={place} tabIndex={-1} className={styles.covered}>
        <h2>{id.pay.covered}</h2>
        <p>{refund ? id.pay.refundNote : id.pay.doneText}</p>
      </div>
    </Sheet>
  );
}
