import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import ledger from './ledger.module.css';
import styles from './list-table.module.css';
import type { RowsInSight } from './use-rows-in-sight.ts';
import { Sheet } from './sheet.tsx';

/** The sheet of a list: its tools, what went wrong or is not there, and the table that fills the rest. */
export function ListSheet({ children }: { readonly children: ReactNode }) {
  return <Sheet className={styles.list}>{children}</Sheet>;
}

interface ListTableProps {
  readonly label: string;
  /** The cells of the head. */
  readonly head: ReactNode;
  /** `ListRow`s. */
  readonly children: ReactNode;
  /** For a list of any length, of which only the rows in sight are drawn. */
  readonly sight?: RowsInSight;
  /** What of the list is not in it, said below the last row. */
  readonly more?: string | undefined;
}

/** A ledger that scrolls in its sheet, with one row to open. */
export function ListTable({ label, head, children, sight, more }: ListTableProps) {
  return (
    <div ref={sight?.frame} className={styles.window}>
      <table
        className={classNames(ledger.ledger, styles.table)}
        aria-rowcount={sight?.total}
        aria-label={label}
      >
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>
          <Gap height={sight?.above ?? 0} />
          {children}
          <Gap height={sight?.below ?? 0} />
        </tbody>
      </table>
      {more !== undefined && <More>{more}</More>}
    </div>
  );
}

/** Says below a list that there is more than it shows. */
export function More({ children }: { readonly children: ReactNode }) {
  return <p className={styles.more}>{children}</p>;
}

/** Stands for the rows above and below that are not drawn. */
function Gap({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true">
      <td aria-hidden="true" className={styles.gap} style={{ height }} />
    </tr>
  );
}

interface ListRowProps {
  /** Which row it is, from nought, where not all are drawn. */
  readonly at?: number;
  /** The arrows stand on it. */
  readonly current?: boolean;
  /** What it names is open beside the list. */
  readonly open?: boolean;
  readonly children: ReactNode;
}

/**
 * One row; the `RowName` in it makes all of it a button. It comes into sight when the arrows reach it;
 * where not all rows are drawn, `useRowsInSight` sees to that.
 */
export function ListRow({ at, current = false, open = false, children }: ListRowProps) {
  return (
    <tr
      ref={current && at === undefined ? intoView : null}
      aria-rowindex={at === undefined ? undefined : at + 1}
      aria-current={current ? 'true' : undefined}
      className={styles.row}
      data-open={open ? '' : undefined}
    >
      {children}
    </tr>
  );
}

function intoView(row: HTMLTableRowElement | null): void {
  row?.scrollIntoView({ block: 'nearest' });
}

interface RowNameProps {
  readonly onOpen: () => void;
  /** What stands smaller below it. */
  readonly second?: ReactNode;
  readonly children: ReactNode;
}

/** The name in a row: pressing the row anywhere presses it. */
export function RowName({ onOpen, second, children }: RowNameProps) {
  return (
    <>
      <button type="button" tabIndex={-1} className={styles.open} onClick={onOpen}>
        {children}
      </button>
      {second !== undefined && <SecondLine>{second}</SecondLine>}
    </>
  );
}

/** A second, smaller line in a cell. */
export function SecondLine({ children }: { readonly children: ReactNode }) {
  return <small className={styles.second}>{children}</small>;
}

/** A name and the tag beside it; a long name gives way. */
export function TaggedName({ children }: { readonly children: ReactNode }) {
  return <div className={styles.name}>{children}</div>;
}
