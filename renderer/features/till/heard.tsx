import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { shortUnit } from '../../../shared/documents/unit-short-forms.ts';
import { formatAmount, formatQuantity } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-paths.ts';
import styles from './heard.module.css';
import type { Heard as HeardType } from './use-basket.ts';
import { nameOf } from './use-ticket-buyer.ts';

const words = id.till.heard;

interface HeardProps {
  readonly heard: HeardType | null;
  readonly waiting: number;
}

/** The answer to the last scan, on one line with the box it was scanned into. */
export function Heard({ heard, waiting }: HeardProps) {
  // One command under way is the normal few milliseconds; more means that the engine is behind.
  const label = waiting > 1 ? words.waiting(waiting) : words[heard?.kind ?? 'ready'];
  if (heard === null) return <Said icon="barcode" label={label} name={words.readyText} quiet />;
  if (heard.kind === 'member') return <MemberHeard memberId={heard.memberId} label={label} />;
  const { line, kind } = heard;
  return (
    <Said icon={kind === 'removed' ? 'minus' : 'check'} label={label} name={line.name}>
      <span className={styles.figures}>
        <span className={styles.label}>
          {formatQuantity(line.quantityThousandths)} {shortUnit(line.unit)}
        </span>
        <span>{formatAmount(line.totalRp)}</span>
      </span>
    </Said>
  );
}

/** A card was scanned: whose. */
function MemberHeard({ memberId, label }: { readonly memberId: string; readonly label: string }) {
  const member = useQuery(ask.member(memberId)).data;
  const name = member === undefined ? '' : nameOf(member);
  return <Said icon="user" label={label} name={name} />;
}

interface SaidProps {
  readonly icon: IconName;
  readonly label: string;
  readonly name: string;
  readonly quiet?: boolean;
  readonly children?: ReactNode;
}

function Said({ icon, label, name, quiet = false, children }: SaidProps) {
  return (
    <output className={styles.heard} data-quiet={quiet ? '' : undefined}>
      <Icon name={icon} size={24} bold={!quiet} />
      <span className={styles.what}>
        <span className={styles.label}>{label}</span>
        <span className={styles.name}>{name}</span>
      </span>
      {children}
    </output>
  );
}
