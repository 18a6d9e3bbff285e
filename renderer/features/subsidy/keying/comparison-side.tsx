import { useQuery } from '@tanstack/react-query';
import { formatAmount, formatDate, formatDateShort } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import { Facts } from '../../../ui/facts.tsx';
import { Note } from '../../../ui/note.tsx';
import panel from '../../../ui/rail-panel.module.css';
import { Sheet } from '../../../ui/sheet.tsx';
import { Fault } from '../../../ui/states.tsx';
import type { Comparison } from './use-comparing.ts';

const words = id.subsidyOffice.keying.comparing;

/** Before a file: what was compared so far. After: what was found. */
export function ComparisonSide({ comparison }: { readonly comparison: Comparison | null }) {
  return comparison === null ? <Kept /> : <Found comparison={comparison} />;
}

function Found({ comparison }: { readonly comparison: Comparison }) {
  const { done, different, unkeyed, wereDifferent } = comparison.willMark;
  return (
    <Sheet padded className={panel.sheet} label={words.found}>
      <h2>{words.found}</h2>
      <Facts
        rows={[
          { name: words.rows, value: formatAmount(comparison.rows) },
          { name: words.outside, value: formatAmount(comparison.outside) },
          { name: words.ours, value: formatAmount(comparison.ours) },
          { name: words.matched, value: formatAmount(comparison.matched) },
          { name: words.problems, value: formatAmount(comparison.problemCount) },
          { name: words.differences, value: formatAmount(comparison.differenceCount), sum: true },
        ]}
      />
      <h3>{words.willTitle}</h3>
      <Facts
        tight
        label={words.willTitle}
        rows={[
          { name: words.will.done, value: formatAmount(done) },
          { name: words.will.different, value: formatAmount(different) },
          { name: words.will.unkeyed, value: formatAmount(unkeyed) },
          {
            name: words.will.notOurs,
            value: formatAmount(comparison.differenceCount - comparison.ours + comparison.matched),
          },
        ]}
      />
      {wereDifferent.length > 0 && <Note apart>{words.wasDifferent(wereDifferent.join(', '))}</Note>}
      <Note apart>{words.by[comparison.by]}</Note>
      {comparison.problems.length > 0 && (
        <>
          <h3>{words.problemsTitle}</h3>
          <ul>
            {comparison.problems.slice(0, 8).map(({ line, code }) => (
              <li key={`${line} ${code}`}>{words.problem(line, words.problemCodes[code])}</li>
            ))}
          </ul>
        </>
      )}
    </Sheet>
  );
}

function Kept() {
  const { data: kept, error } = useQuery(ask.comparisons());
  return (
    <Sheet padded className={panel.sheet} label={words.kept}>
      <h2>{words.kept}</h2>
      {error !== null && <Fault error={error} />}
      {kept?.length === 0 && <p className={panel.quiet}>{words.noneKept}</p>}
      {kept?.slice(0, 5).map((each) => (
        <div key={each.comparisonId}>
          <h3>
            {id.subsidyOffice.systems[each.system]}
            <span>{each.by}</span>
          </h3>
          <Facts
            tight
            rows={[
              { name: words.span(formatDateShort(each.from), formatDate(each.to)), value: each.fileName },
              {
                name: words.matchedOf(formatAmount(each.matched), formatAmount(each.rows)),
                value: words.differed(formatAmount(each.differences.length)),
              },
            ]}
          />
        </div>
      ))}
      <Note apart>{words.promise}</Note>
    </Sheet>
  );
}
