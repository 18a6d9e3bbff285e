import type { WaitingEntry } from '../../../../shared/contract/subsidy.ts';
import { formatQuantity } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { saidOf } from './standing.ts';
import { useProgrammeNames } from '../../../data/use-programmes.ts';
import styles from './waiting-person.module.css';

const { waiting: words, quota } = id.subsidyTill;

interface WaitingPersonProps {
  readonly entry: WaitingEntry;
  readonly knownBy: 'store' | 'district';
}

/** Whoever is chosen: what they asked for, how much of the quota is used, and what is said of it. */
export function WaitingPerson({ entry, knownBy }: WaitingPersonProps) {
  const names = useProgrammeNames();
  const { maskedName, maskedNik, category, findings, quotas, afterPosition } = entry;
  return (
    <Sheet padded label={words.chosen} className={styles.person}>
      <h2>
        {maskedName === '' ? words.noName : maskedName}
        {maskedNik !== '' && <span>{words.lastFour(maskedNik)}</span>}
      </h2>
      <p className={styles.goods}>
        {words.goods(entry.quantityThousandths, entry.unit, entry.productName)}
        {category !== null && <Tag>{id.subsidyTill.categories[category]}</Tag>}
      </p>
      {quotas.map(({ ruleId, usedThousandths, limitThousandths, window, programme }) => (
        <p key={ruleId}>
          {quota.used} <b>{quota.of(formatQuantity(usedThousandths), formatQuantity(limitThousandths))}</b>{' '}
          {names(programme).unit} {quota.windows[window]}
        </p>
      ))}
      {findings.map((finding) => {
        const { title, text } = saidOf(finding, names);
        return (
          <p key={`${finding.code} ${finding.ruleId}`} className={styles.finding}>
            <b>{title}.</b> {text}
            {afterPosition !== null && ` (${words.after(afterPosition)})`}
          </p>
        );
      })}
      <p className={styles.note}>{words[knownBy]}</p>
    </Sheet>
  );
}
