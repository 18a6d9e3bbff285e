import type { ReactNode } from 'react';
import { id } from '../../../shared/i18n/id.ts';
import { Money } from '../../ui/money.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { COINS, NOTES, worthOf, type Counts, type Denomination } from './count-draft.ts';
import { CountTable } from './count-table.tsx';
import styles from './count.module.css';

const words = id.cash.close;

interface DrawerSheetProps {
  readonly counts: Counts;
  readonly onCount?: (row: Denomination, count: number | null) => void;
  /** What stands below the coins: a reminder, the pad, when it was locked. */
  readonly children: ReactNode;
}

/** The whole drawer: notes left, coins right, the sum below. */
export function DrawerSheet({ counts, onCount, children }: DrawerSheetProps) {
  const changing = onCount === undefined ? {} : { onCount };
  return (
    <Sheet label={words.drawer} className={styles.drawer}>
      <div className={styles.halves}>
        <div className={styles.half}>
          <CountTable
            title={words.notes}
            sumTitle={words.notesSum}
            rows={NOTES}
            counts={counts}
            {...changing}
          />
        </div>
        <div className={styles.half}>
          <CountTable
            title={words.coins}
            sumTitle={words.coinsSum}
            rows={COINS}
            counts={counts}
            {...changing}
          />
          {children}
        </div>
      </div>
      <div className={styles.sum}>
        <b>{words.drawer}</b>
        <Money rp={worthOf(counts, [...NOTES, ...COINS])} size={44} className={styles.figure} />
      </div>
    </Sheet>
  );
}
