import type { CylinderState } from '../../../../shared/contract/cylinders.ts';
import { formatQuantity } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import styles from './cylinders.module.css';

const words = id.subsidyOffice.cylinders;

interface StateTableProps {
  readonly kinds: readonly CylinderState[];
  readonly row: number;
  readonly onRow: (at: number) => void;
}

/** What there is of each kind, by the books. */
export function StateTable({ kinds, row, onRow }: StateTableProps) {
  return kinds.map((kind, at) => (
    <Sheet key={kind.kind} label={kind.name} className={styles.kind}>
      <button
        type="button"
        tabIndex={-1}
        className={styles.name}
        aria-current={kinds.length > 1 && at === row ? 'true' : undefined}
        onClick={() => onRow(at)}
      >
        {kind.name}
      </button>
      <dl className={styles.figures}>
        {figures(kind).map(({ name, thousandths }) => (
          <div key={name} data-none={thousandths === 0 ? '' : undefined}>
            <dt>{name}</dt>
            <dd>{formatQuantity(thousandths)}</dd>
          </div>
        ))}
      </dl>
      {kind.refillProductId === null && <p className={styles.missing}>{words.noRefill}</p>}
      {kind.refillProductId !== null && kind.emptyProductId === null && (
        <p className={styles.missing}>{words.noEmpty}</p>
      )}
    </Sheet>
  ));
}

function figures(kind: CylinderState) {
  const owed = kind.agenOwedThousandths;
  return [
    { name: words.full, thousandths: kind.fullThousandths },
    { name: words.empties, thousandths: kind.emptyThousandths },
    { name: words.damaged, thousandths: kind.damagedThousandths },
    { name: words.loaned, thousandths: kind.loanedThousandths },
    { name: words.total, thousandths: kind.totalThousandths },
    // Who owes whom is said in words: a minus is easily overlooked.
    owed < 0
      ? { name: words.agenOwes, thousandths: Math.abs(owed) }
      : { name: words.owedToAgen, thousandths: owed },
  ];
}
