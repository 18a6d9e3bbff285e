import { memo, useEffect, useRef, type RefObject } from 'react';
import type { TicketLine } from '../../../shared/contract/till.ts';
import { shortUnit } from '../../../shared/documents/unit-short-forms.ts';
import { formatAmount, formatQuantity } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Tag } from '../../ui/tag.tsx';
import styles from './basket-table.module.css';
import { LineNotes } from './line-notes.tsx';
import type { LineState } from './subsidy/line-state.ts';
import { LineBadges, LineBuyer } from './subsidy/line-subsidy.tsx';

interface BasketTableProps {
  readonly lines: readonly TicketLine[];
  /** What programmes say of the lines that belong to one, by the ids of the lines. */
  readonly states: ReadonlyMap<string, LineState>;
  readonly current: TicketLine | undefined;
  readonly onChoose: (lineId: string) => void;
}

/**
 * The basket as a ledger, anchored at its bottom: the newest line is always in the same place, and
 * what is old moves up.
 */
export function BasketTable({ lines, states, current, onChoose }: BasketTableProps) {
  const frame = useSteadyView();
  const { column } = id.till;
  return (
    <div className={styles.basket} ref={frame}>
      <table className={styles.table} aria-label={id.till.basket}>
        <thead>
          <tr>
            <th className={styles.no}>{column.number}</th>
            <th className={styles.what}>{column.product}</th>
            <th className={styles.quantity}>{column.quantity}</th>
            <th className={styles.unit}>
              <span className="sr-only">{column.unit}</span>
            </th>
            <th className={styles.price}>{column.price}</th>
            <th className={styles.amount}>{column.amount}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <Line
              key={line.lineId}
              line={line}
              state={states.get(line.lineId)}
              number={index + 1}
              current={line.lineId === current?.lineId}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
      {lines.length === 0 && <Nothing />}
    </div>
  );
}

interface LineProps {
  readonly line: TicketLine;
  readonly state: LineState | undefined;
  readonly number: number;
  readonly current: boolean;
  readonly onChoose: (lineId: string) => void;
}

/** One row; a scan draws the rows it changed and leaves the others of a full basket alone. */
const Line = memo(function Line({ line, state, number, current, onChoose }: LineProps) {
  return (
    <tr
      ref={current ? intoView : null}
      aria-current={current ? 'true' : undefined}
      onClick={() => onChoose(line.lineId)}
    >
      <td className={styles.no}>{number}</td>
      <td className={styles.what}>
        <div className={styles.name}>
          <span>{line.name}</span>
          {line.fractional && <Tag>{id.till.weighed}</Tag>}
          {line.reason.kind === 'ceiling' && state === undefined && (
            <Tag kind="subsidy">{id.till.line.ceiling}</Tag>
          )}
          {state !== undefined && <LineBadges state={state} />}
        </div>
        <LineNotes line={line} />
        {state?.personal === true && <LineBuyer state={state} />}
      </td>
      <td className={styles.quantity}>{formatQuantity(line.quantityThousandths)}</td>
      <td className={styles.unit}>{shortUnit(line.unit)}</td>
      <td className={styles.price}>{formatAmount(line.unitPriceRp)}</td>
      <td className={styles.amount}>{formatAmount(line.totalRp)}</td>
    </tr>
  );
});

function Nothing() {
  return (
    <p className={styles.nothing}>
      <b>{id.till.empty}</b>
      {id.till.emptyText}
    </p>
  );
}

/** Keeps the chosen line in sight when a message strip takes some of the room. */
function useSteadyView(): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => intoView(element.querySelector('[aria-current]')));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return frame;
}

function intoView(row: Element | null): void {
  row?.scrollIntoView({ block: 'nearest' });
}
