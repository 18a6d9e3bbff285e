import type { z } from 'zod';
import type { contract } from '../../../shared/contract/index.ts';
import { formatAmount, formatDateShort } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import type { Action } from '../../keyboard/action.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './day-list.module.css';

const words = id.reports;

export type ReportedDay = z.output<typeof contract.reports.days.output>[number];

interface DayListProps {
  readonly days: readonly ReportedDay[];
  /** The business date on show. */
  readonly shown: string;
  readonly onShow: (date: string) => void;
}

/** The days with their Z, newest first; arrows walk through them. */
export function DayList({ days, shown, onShow }: DayListProps) {
  const at = days.findIndex((day) => day.businessDate === shown);
  const walk = (key: string, step: number): Action => ({
    id: `reports.${key}`,
    label: key,
    key,
    silent: true,
    perform: () => {
      const next = days[at + step];
      if (next !== undefined) onShow(next.businessDate);
    },
  });
  useActions([walk('ArrowDown', 1), walk('ArrowUp', -1)]);
  return (
    <Sheet label={words.days} className={styles.list}>
      <h2>{words.days}</h2>
      <ul>
        {days.map((day) => (
          <li key={day.businessDate}>
            <button
              type="button"
              className={styles.day}
              aria-current={day.businessDate === shown ? 'date' : undefined}
              onClick={() => onShow(day.businessDate)}
            >
              <span className={styles.date}>{formatDateShort(day.businessDate)}</span>
              {day.zNumber === null ? (
                <Tag kind="wait">{words.running}</Tag>
              ) : (
                <span className={styles.z}>{words.zName(day.zNumber)}</span>
              )}
              <span className={styles.amount}>
                {formatAmount(day.netRp)}
                <small>{words.notes(formatAmount(day.saleCount))}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
