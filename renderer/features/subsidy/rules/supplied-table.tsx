import type { SuppliedRule } from '../../../../shared/contract/programmes.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { Facts } from '../../../ui/facts.tsx';
import { ListRow, ListTable, SecondLine } from '../../../ui/list-table.tsx';
import { Note } from '../../../ui/note.tsx';
import panel from '../../../ui/rail-panel.module.css';
import { Sheet } from '../../../ui/sheet.tsx';
import { Tag } from '../../../ui/tag.tsx';
import styles from './rules.module.css';
import { ruleWords, whenWords, whereWords } from './rule-words.ts';

const words = id.subsidyOffice.rules;
const list = words.suppliedList;

interface SuppliedTableProps {
  readonly list: readonly SuppliedRule[];
  readonly row: number;
  readonly chosen: readonly string[];
  readonly onRow: (at: number) => void;
  readonly onToggle: (at: number) => void;
}

/** The list that comes with the till; what is ticked will be taken. */
export function SuppliedTable({ list: entries, row, chosen, onRow, onToggle }: SuppliedTableProps) {
  return (
    <ListTable
      label={list.title}
      head={
        <>
          <th className={styles.tick}>
            <span className="sr-only">{list.columns.take}</span>
          </th>
          <th>{words.columns.rule}</th>
          <th className={styles.standing}>{words.columns.standing}</th>
        </>
      }
    >
      {entries.map(({ rule, programme, isNew, fits }, at) => (
        <ListRow key={rule.ruleId} current={at === row}>
          <td>
            {isNew && (
              <input
                type="checkbox"
                tabIndex={-1}
                className={styles.box}
                aria-label={list.takeThis(ruleWords(rule, programme.unit))}
                checked={chosen.includes(rule.ruleId)}
                onFocus={() => onRow(at)}
                onChange={() => onToggle(at)}
              />
            )}
          </td>
          <td>
            <b className={styles.name}>{`${programme.name}: ${ruleWords(rule, programme.unit)}`}</b>
            <SecondLine>{`${whenWords(rule)}. ${rule.decree}`}</SecondLine>
          </td>
          <td>
            {isNew ? (
              <Tag kind={fits ? 'subsidy' : 'wait'}>{fits ? list.fits : list.fitsNot}</Tag>
            ) : (
              <Tag>{list.known}</Tag>
            )}
          </td>
        </ListRow>
      ))}
    </ListTable>
  );
}

/** What the row says in full, and what is not known of it. */
export function SuppliedFacts({
  entry: { rule, programme, standing, note },
}: {
  readonly entry: SuppliedRule;
}) {
  return (
    <Sheet padded className={panel.sheet} label={list.about}>
      <h2>{ruleWords(rule, programme.unit)}</h2>
      <Facts
        rows={[
          { name: words.programme, value: programme.name },
          { name: words.decree, value: rule.decree },
          { name: words.valid, value: whenWords(rule) },
          { name: words.where, value: whereWords(rule) },
          { name: list.wouldStand, value: words.standings[standing] },
        ]}
      />
      {note !== '' && <Note apart>{note}</Note>}
      <p className={panel.quiet}>{list.check}</p>
    </Sheet>
  );
}
