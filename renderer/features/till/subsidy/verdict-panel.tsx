import type { Ticket, TicketSubsidy } from '../../../../shared/contract/till.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { checksOf } from './checks.ts';
import { useKnown } from './number-sheet.tsx';
import { otherLines, saidOf, type Standing } from './standing.ts';
import type { BuyerEntry } from './use-buyer-entry.ts';
import { useProgrammeNames } from './use-programmes.ts';
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
  const title = kind === 'missing' ? words.verdict.ask : words.verdict[kind === 'warn' ? 'warn' : 'allow'];
  return (
    <Sheet label={words.verdict.title} className={styles.verdict}>
      <h1 data-waiting={kind === 'missing' ? '' : undefined}>
        <Icon name={ICON_OF[kind]} size={40} bold={kind !== 'missing'} />
        {title}
      </h1>
      {finding !== null && (
        <p className={styles.ask}>
          {entry.stage === 'register' ? words.register.ask : saidOf(finding, names).text}
        </p>
      )}
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
}

const ICON_OF = { allow: 'check', warn: 'warn', missing: 'user', refused: 'stop' } as const;
