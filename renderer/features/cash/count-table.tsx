import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { AmountInput } from '../../ui/amount-field.tsx';
import { countOf, worthOf, type Counts, type Denomination } from './count-draft.ts';
import styles from './count.module.css';

const words = id.cash.close;

interface CountTableProps {
  readonly title: string;
  readonly sumTitle: string;
  readonly rows: readonly Denomination[];
  readonly counts: Counts;
  /** Left out once the count is locked: figures then stand without a field. */
  readonly onCount?: (row: Denomination, count: number | null) => void;
}

/** Notes or coins: face value, how many, what they are worth. */
export function CountTable({ title, sumTitle, rows, counts, onCount }: CountTableProps) {
  return (
    <table className={styles.table}>
      <caption>{title}</caption>
      <tbody>
        {rows.map((row, at) => (
          <tr key={row.valueRp}>
            <th scope="row">{formatAmount(row.valueRp)}</th>
            <td className={styles.times}>×</td>
            <td className={styles.pieces}>
              {onCount === undefined ? (
                formatAmount(countOf(counts, row) ?? 0)
              ) : (
                <AmountInput
                  label={labelOf(row)}
                  startsFocused={row.kind === 'note' && at === 0}
                  className={styles.input}
                  value={countOf(counts, row)}
                  onChange={(count) => onCount(row, count)}
                />
              )}
            </td>
            <td className={styles.worth}>{formatAmount(worthOf(counts, [row]))}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {sumTitle}
          </th>
          <td className={styles.worth}>{formatAmount(worthOf(counts, rows))}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function labelOf(row: Denomination): string {
  const value = formatAmount(row.valueRp);
  return row.kind === 'note' ? words.noteLabel(value) : words.coinLabel(value);
}
