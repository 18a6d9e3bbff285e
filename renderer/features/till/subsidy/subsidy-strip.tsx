import { useEffect } from 'react';
import type { Ticket } from '../../../../shared/contract/till.ts';
import { id } from '../../../../shared/i18n/id.ts';
import type { Action } from '../../../keyboard/action.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { play } from '../../../ui/sounds.ts';
import { otherLines, saidOf, standingOf } from './standing.ts';
import styles from './subsidy-strip.module.css';
import { useProgrammeNames } from '../../../data/use-programmes.ts';

const words = id.subsidyTill.strip;

interface SubsidyStripProps {
  readonly ticket: Ticket;
  /** Leads to the buyer's screen. */
  readonly open: Action;
}

/**
 * What is refused or still to be asked of the goods in the basket. It comes with the line itself, stands
 * as long as it is so, and holds nothing up: the next scan goes into the basket as always.
 */
export function SubsidyStrip({ ticket, open }: SubsidyStripProps) {
  const { subsidy } = ticket;
  const names = useProgrammeNames();
  const { kind, finding } = subsidy === null ? NOTHING : standingOf(subsidy);
  const stands =
    kind === 'refused' ? `${finding?.code} ${finding?.programme} ${subsidy?.registrationId}` : '';
  useEffect(() => {
    if (stands !== '') play('refused');
  }, [stands]);
  if (subsidy === null || finding === null) return null;
  const { title, text } = saidOf(finding, names);
  const refused = kind === 'refused';
  return (
    <div
      className={styles.strip}
      data-refused={refused ? '' : undefined}
      data-on-ink={refused ? '' : undefined}
    >
      <Icon name={refused ? 'stop' : 'user'} size={24} bold={refused} />
      <p role={refused ? 'alert' : 'status'}>
        <b>{title}.</b>{' '}
        {refused ? `${text} ${words.kept(otherLines(ticket.lines.length, subsidy))}` : words.payToo}
      </p>
      <ActionButton action={open} keepsFocus />
    </div>
  );
}

const NOTHING = { kind: 'allow', finding: null } as const;
