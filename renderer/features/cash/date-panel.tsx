import type { z } from 'zod';
import type { contract } from '../../../shared/contract/index.ts';
import { formatDate, formatDateLong, formatTime } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useShopOffset } from '../../data/use-shop.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { daysFrom } from './calendar.ts';
import styles from './open.module.css';

const words = id.cash.open;

export type CashState = z.output<typeof contract.cash.state.output>;
type OpenDay = NonNullable<CashState['day']>;

interface DatePanelProps {
  readonly state: CashState;
  /** Today by the store's own clock. */
  readonly today: string;
  /** A date chosen instead of the proposed one, or `null`. */
  readonly chosen: string | null;
  readonly onChoose: (date: string | null) => void;
}

/** Under which business date the shift will sell: an open day goes on, else the proposed one begins. */
export function DatePanel({ state, today, chosen, onChoose }: DatePanelProps) {
  return (
    <Sheet padded label={words.date} className={styles.date}>
      <h2>{words.date}</h2>
      {state.day === null ? (
        <NewDay state={state} chosen={chosen} onChoose={onChoose} />
      ) : (
        <RunningDay day={state.day} today={today} />
      )}
      <p className={styles.lastZ}>
        {state.lastZ === null
          ? words.noLastZ
          : words.lastZ(id.cash.day.zName(state.lastZ.zNumber), formatDate(state.lastZ.businessDate))}
      </p>
    </Sheet>
  );
}

function RunningDay({ day, today }: { readonly day: OpenDay; readonly today: string }) {
  const offset = useShopOffset();
  return (
    <>
      <b className={styles.day}>{formatDateLong(day.businessDate)}</b>
      <p>{words.continues(formatTime(day.openedAt, offset))}</p>
      <p>{words.shiftsClosed(day.shiftsClosed)}</p>
      {day.businessDate !== today && (
        <p className={styles.notice} role="alert">
          <b>{words.oldDay}</b> {words.oldDayText(formatDateLong(today))}
        </p>
      )}
    </>
  );
}

function NewDay({ state, chosen, onChoose }: Omit<DatePanelProps, 'today'>) {
  const date = chosen ?? state.proposedDate;
  const earliest = state.lastZ === null ? null : daysFrom(state.lastZ.businessDate, 1);
  return (
    <>
      <b className={styles.day}>{formatDateLong(date)}</b>
      {chosen === null ? (
        <>
          <p>{words.dateText}</p>
          <Button className={styles.other} onPress={() => onChoose(state.proposedDate)}>
            {words.otherDate}
          </Button>
        </>
      ) : (
        <>
          <div className={styles.stepper}>
            <Button
              label={words.earlier}
              disabled={earliest !== null && date <= earliest}
              onPress={() => onChoose(daysFrom(date, -1))}
            >
              <Icon name="minus" />
            </Button>
            <Button label={words.later} onPress={() => onChoose(daysFrom(date, 1))}>
              <Icon name="plus" />
            </Button>
            <Button onPress={() => onChoose(null)}>{words.usualDate}</Button>
          </div>
          {date !== state.proposedDate && (
            <p className={styles.notice} role="alert">
              <b>{words.differs(formatDateLong(state.proposedDate))}</b> {words.differsText}
            </p>
          )}
        </>
      )}
    </>
  );
}
