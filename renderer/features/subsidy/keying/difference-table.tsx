import { useEffect, useRef } from 'react';
import { formatAmount, formatQuantity } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { classNames } from '../../../ui/class-names.ts';
import ledger from '../../../ui/ledger.module.css';
import { More, SecondLine } from '../../../ui/list-table.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Empty } from '../../../ui/states.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { masked } from '../who.ts';
import styles from './keying.module.css';
import { dayAndMonth } from './keying-table.tsx';
import type { Comparison } from './use-comparing.ts';

const words = id.subsidyOffice.keying.comparing;

interface DifferenceTableProps {
  readonly comparison: Comparison;
  readonly explanations: readonly string[];
  /** What is still unexplained is shown as wrong. */
  readonly tried: boolean;
  readonly onExplain: (at: number, text: string) => void;
}

/** What is missing there, what is extra there, what stands there differently; each with its reason. */
export function DifferenceTable({ comparison, explanations, tried, onExplain }: DifferenceTableProps) {
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const { differences, differenceCount } = comparison;
  if (differences.length === 0) {
    return (
      <Sheet>
        <Empty title={words.same}>
          <p>{words.sameText}</p>
        </Empty>
      </Sheet>
    );
  }
  return (
    <Sheet label={words.differences}>
      <table className={ledger.ledger} aria-label={words.differences}>
        <thead>
          <tr>
            <th className={styles.kind}>{words.columns.kind}</th>
            <th className={styles.day}>{words.columns.when}</th>
            <th className={classNames(ledger.num, styles.figure)}>{words.columns.ours}</th>
            <th className={classNames(ledger.num, styles.figure)}>{words.columns.theirs}</th>
            <th>{words.columns.explanation}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((each, at) => (
            // Two lines of a file may well be alike; their place tells them apart.
            <tr key={at}>
              <td>
                <Tag kind={each.kind === 'different' ? 'stop' : 'wait'}>{words.kinds[each.kind]}</Tag>
              </td>
              <td className={styles.whole}>
                {dayAndMonth(each.date)}
                <small className={ledger.soft}> {masked(each.lastFour)}</small>
                <SecondLine>{each.receipt === '' ? words.noReceipt : each.receipt}</SecondLine>
              </td>
              <td className={ledger.num}>{formatQuantity(each.oursThousandths)}</td>
              <td className={ledger.num}>{formatQuantity(each.theirsThousandths)}</td>
              <td className={styles.explain}>
                <input
                  ref={at === 0 ? first : undefined}
                  type="text"
                  autoComplete="off"
                  maxLength={120}
                  aria-label={words.explain(at + 1)}
                  aria-invalid={tried && explanations[at]?.trim() === '' ? true : undefined}
                  value={explanations[at] ?? ''}
                  onChange={(event) => onExplain(at, event.target.value)}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter') return;
                    event.preventDefault();
                    nextInput(event.currentTarget)?.focus();
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {differences.length < differenceCount && <More>{words.cut(formatAmount(differenceCount))}</More>}
    </Sheet>
  );
}

/** The field of the next difference; after the last one the first that is empty would only confuse. */
function nextInput(input: HTMLInputElement): HTMLInputElement | undefined {
  const inputs = [...(input.closest('table')?.querySelectorAll('input') ?? [])];
  return inputs[inputs.indexOf(input) + 1];
}
