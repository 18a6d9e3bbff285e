import type { ReactNode } from 'react';
import { formatAmount, formatRupiah } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './bill.module.css';
import { WAY_ICONS, type TenderRow } from './tender-row.ts';

interface TendersProps {
  readonly rows: readonly TenderRow[];
  /** The part that Del means. */
  readonly chosen?: TenderRow | undefined;
  readonly onChoose?: (key: string) => void;
  readonly onRemove?: (row: TenderRow) => void;
  /** What is still missing, is not certain yet, or is too much. */
  readonly rest: { readonly name: string; readonly rp: number };
  /** The rest of the column, under the ledger. */
  readonly children?: ReactNode;
}

/** How it is paid: one row for each part, and what is still missing. */
export function Tenders({ rows, chosen, onChoose, onRemove, rest, children }: TendersProps) {
  return (
    <>
      <Sheet label={id.pay.ways} className={styles.tenders}>
        <h2>{id.pay.ways}</h2>
        <ul className={styles.rows} data-removable={onRemove === undefined ? undefined : ''}>
          {rows.map((row) => (
            <Row
              key={row.key}
              row={row}
              current={row === chosen}
              {...(onChoose === undefined ? {} : { onChoose: () => onChoose(row.key) })}
              {...(onRemove === undefined || row.kind === 'cash' ? {} : { onRemove: () => onRemove(row) })}
            />
          ))}
        </ul>
        <div className={styles.rest}>
          <span>{rest.name}</span>
          <b>{formatRupiah(rest.rp)}</b>
        </div>
      </Sheet>
      {children}
    </>
  );
}

interface RowProps {
  readonly row: TenderRow;
  readonly current: boolean;
  readonly onChoose?: () => void;
  readonly onRemove?: () => void;
}

function Row({ row, current, onChoose, onRemove }: RowProps) {
  const { kind, amountRp, details, state } = row;
  return (
    // The arrows choose a row as well; a click is for fingers.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <li
      className={styles.tender}
      data-open={current ? '' : undefined}
      aria-current={current ? 'true' : undefined}
      onClick={onChoose}
    >
      <Icon name={WAY_ICONS[kind]} size={22} />
      <span className={styles.name}>{id.pay.way[kind]}</span>
      <span className={styles.value}>{formatAmount(amountRp)}</span>
      {onRemove && (
        <Button
          keepsFocus
          className={styles.remove}
          label={id.pay.removeRow(id.pay.way[kind])}
          onPress={onRemove}
        >
          <Icon name="x" />
        </Button>
      )}
      <div className={styles.detail}>
        {details.map((detail) => (
          <span key={detail}>{detail}</span>
        ))}
        {kind === 'qris' && state === 'waiting' && <Tag kind="wait">{id.pay.qris.waitingTag}</Tag>}
        {kind === 'qris' && state === 'confirmed' && <Tag kind="done">{id.pay.qris.confirmedTag}</Tag>}
      </div>
    </li>
  );
}
