import { useQuery } from '@tanstack/react-query';
import type { CylinderMovement } from '../../../../shared/contract/cylinders.ts';
import { addDays } from '../../../../shared/domain/business-date.ts';
import { formatAmount, formatDateShort, formatQuantity } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import { useToday } from '../../../data/use-shop.ts';
import ledger from '../../../ui/ledger.module.css';
import { More, SecondLine } from '../../../ui/list-table.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Empty, Fault } from '../../../ui/states.tsx';
import styles from './cylinders.module.css';

const words = id.subsidyOffice.cylinders;

/** How far back the list reaches, in days. */
const SHOWN_DAYS = 31;

/** What happened to cylinders of a kind in the last month, the newest first. */
export function MovementList({ kind }: { readonly kind: string }) {
  const to = useToday();
  const from = addDays(to, -SHOWN_DAYS);
  const { data, error } = useQuery(ask.cylinderMovements({ kind, from, to }));
  return (
    <Sheet label={words.history} className={styles.list}>
      <header className={styles.head}>
        <h2>{words.history}</h2>
        <span>{words.lastDays(SHOWN_DAYS)}</span>
      </header>
      {error !== null && <Fault error={error} />}
      {data?.total === 0 && <Empty title={words.noMovements} />}
      {data !== undefined && data.total > 0 && (
        <table className={ledger.ledger} aria-label={words.history}>
          <thead>
            <tr>
              <th>{words.columns.date}</th>
              <th>{words.columns.cause}</th>
              <th className={ledger.num}>{words.full}</th>
              <th className={ledger.num}>{words.empties}</th>
              <th className={ledger.num}>{words.damaged}</th>
              <th className={ledger.num}>{words.columns.owed}</th>
            </tr>
          </thead>
          <tbody>
            {data.movements.map((movement) => (
              <tr key={movement.movementId}>
                <td>{formatDateShort(movement.date)}</td>
                <td>
                  {words.movements[movement.cause]}
                  <SecondLine>{aboutWords(movement)}</SecondLine>
                </td>
                <td className={ledger.num}>{changed(movement.fullThousandths)}</td>
                <td className={ledger.num}>{changed(movement.emptyThousandths)}</td>
                <td className={ledger.num}>{changed(movement.damagedThousandths)}</td>
                <td className={ledger.num}>{changed(movement.agenOwedThousandths)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {data !== undefined && data.total > data.movements.length && (
        <More>{words.more(formatAmount(data.total - data.movements.length))}</More>
      )}
    </Sheet>
  );
}

function aboutWords({ agen, document, receipt, note }: CylinderMovement): string {
  return [agen, document, receipt, note].filter((part) => part !== '').join(', ');
}

/** A change with its sign; nothing where nothing changed. */
function changed(thousandths: number): string {
  if (thousandths === 0) return '';
  return thousandths > 0 ? `+${formatQuantity(thousandths)}` : formatQuantity(thousandths);
}
