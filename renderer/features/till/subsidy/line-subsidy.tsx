import { useQuery } from '@tanstack/react-query';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Tag } from '../../../ui/tag.tsx';
import type { LineState } from './line-state.ts';
import styles from './line-subsidy.module.css';
import { nameAndDigits } from './people.ts';

const words = id.subsidyTill.line;

/** Which rule a line follows, and what stands in its way. */
export function LineBadges({ state }: { readonly state: LineState }) {
  const { badge, most, trouble } = state;
  return (
    <>
      <Tag kind="subsidy">
        {badge}
        {most !== '' && trouble === null && <span className={styles.most}>{most}</span>}
      </Tag>
      {trouble !== null && <Tag kind={trouble.kind}>{trouble.title}</Tag>}
    </>
  );
}

/** Who buys it, and where it has to be keyed as well. */
export function LineBuyer({ state }: { readonly state: LineState }) {
  const { registrationId, category, system } = state;
  const person = useQuery({
    ...ask.registration(registrationId ?? ''),
    enabled: registrationId !== null,
  }).data;
  if (person === undefined) return null;
  return (
    <div className={styles.buyer}>
      <Icon name="user" size={17} />
      <span>
        {nameAndDigits(person)}
        {category !== '' && <span className="when-wide">, {category}</span>}
      </span>
      {system !== '' && <Tag kind="wait">{words.queued(system)}</Tag>}
    </div>
  );
}
