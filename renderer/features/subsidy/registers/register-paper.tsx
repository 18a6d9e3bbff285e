import type { RegisterView } from '../../../../shared/contract/registers.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { Facts } from '../../../ui/facts.tsx';
import ledger from '../../../ui/ledger.module.css';
import { Sheet } from '../../../ui/sheet.tsx';
import styles from './registers.module.css';

const words = id.subsidyOffice.registers;

/** Dates, times and figures: they are read as one and never broken. */
const FIGURES = /^[\d.,:/ -]+$/;

/** A register in the words and figures of its paper. */
export function RegisterPaper({ view }: { readonly view: RegisterView }) {
  return (
    <Sheet label={view.title} className={styles.paper}>
      <header className={styles.head}>
        <h2>{view.title}</h2>
        <dl>
          {view.facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {view.opening !== '' && <p>{view.opening}</p>}
      </header>
      {view.rows.length === 0 ? (
        <p className={styles.none}>{words.noRows}</p>
      ) : (
        <div className={styles.table}>
          <table className={ledger.ledger} aria-label={view.title}>
            <thead>
              <tr>
                {view.columns.map((column, at) => (
                  // Two columns may be headed alike; their place tells them apart.
                  <th key={at} className={column.right ? ledger.num : undefined}>
                    {column.head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.rows.map((row, line) => (
                <tr key={line} data-kind={row.kind}>
                  {row.cells.map((cell, at) => (
                    <td
                      key={at}
                      className={view.columns[at]?.right === true ? ledger.num : undefined}
                      data-whole={FIGURES.test(cell) ? '' : undefined}
                    >
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <footer className={styles.foot}>
        {view.sums.length > 0 && (
          <Facts
            tight
            label={words.sumsLabel}
            rows={view.sums.map(({ label, value }) => ({ name: label, value }))}
          />
        )}
        {view.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </footer>
    </Sheet>
  );
}
