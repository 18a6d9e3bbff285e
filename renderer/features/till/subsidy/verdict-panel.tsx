import type { Ticket, TicketSubsidy } from '../../../../shared/contract/till.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { checksOf } from './checks.ts';
import { useKnown } from './number-sheet.tsx';
import { otherLines, saidOf, type Standing } from './standing.ts';
import type { BuyerEntry } from './use-buyer-entry.ts';
import { useProgrammeNames } from '../../../data/use-programmes.ts';
import { useKkNeed } from './use-programmes.ts';
import { missingOf } from './use-register.ts';
import styles from './verdict-panel.module.css';

const words = id.subsidyTill;

interface VerdictPanelProps {
  readonly ticket: Ticket;
  readonly subsidy: TicketSubsidy;
  readonly entry: BuyerEntry;
  readonly standing: Standing;
}

/** May it be sold: all the rules ask, point by point; or, in solid ink, why not. */
export function VerdictPanel({ ticket, subsidy, entry, standing }: VerdictPanelProps) {
  const names = useProgrammeNames();
  const known = useKnown(subsidy);
  const { kind, finding, warnings } = standing;
  const missing = missingOf(entry.draft, subsidy, useKkNeed(subsidy, entry.draft.category));
  if (kind === 'refused' && finding !== null) {
    const { title, text } = saidOf(finding, names);
    return (
      <div className={styles.stop} role="alert" data-on-ink="">
        <h1>
          <Icon name="stop" size={40} bold />
          {title}
        </h1>
        <p>{text}</p>
        <p className={styles.kept}>{words.refusal.kept(otherLines(ticket.lines.length, subsidy))}</p>
      </div>
    );
  }
  const asked = askedOf();
  return (
    <Sheet label={words.verdict.title} className={styles.verdict}>
      <h1 data-waiting={kind === 'missing' ? '' : undefined}>
        <Icon name={ICON_OF[kind]} size={40} bold={kind !== 'missing'} />
        {asked.title}
      </h1>
      {asked.text !== '' && <p className={styles.ask}>{asked.text}</p>}
      <ul className={styles.checks}>
        {checksOf({ subsidy, draft: entry.draft, stage: entry.stage, known }).map((check) => (
          <li key={check.name} data-open={check.done ? undefined : ''}>
            <Icon name={check.done ? 'check' : 'minus'} size={18} bold={check.done} />
            <span>{check.name}</span>
            <span>{check.value}</span>
          </li>
        ))}
      </ul>
      {warnings.map((warning) => {
        const said = saidOf(warning, names);
        return (
          <p key={`${warning.code} ${warning.programme} ${warning.ruleId}`} className={styles.warning}>
            <b>{said.title}.</b> {said.text}
          </p>
        );
      })}
    </Sheet>
  );

  /** What is still asked for, of somebody new only what has not been typed yet. */
  function askedOf(): { readonly title: string; readonly text: string } {
    const { verdict, register } = words;
    if (entry.stage === 'register') {
      if (missing.length === 0) return { title: register.ready, text: register.readyText };
      return { title: verdict.ask, text: register.ask(missing.map((what) => register.missing[what])) };
    }
    const title = kind === 'missing' ? verdict.ask : verdict[kind === 'warn' ? 'warn' : 'allow'];
    return { title, text: finding === null ? '' : saidOf(finding, names).text };
  }
}

const ICON_OF = { allow: 'check', warn: 'warn', missing: 'user', refused: 'stop' } as const;
