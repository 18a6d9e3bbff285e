import { id } from '../../../../shared/i18n/id.ts';
import type { Finding } from '../../../../shared/domain/programmes/verdict.ts';
import { Button } from '../../../ui/button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { saidOf } from './standing.ts';
import { useProgrammeNames } from '../../../data/use-programmes.ts';
import type { Way } from './use-way-actions.ts';
import styles from './ways-panel.module.css';

const words = id.subsidyTill.refusal;
const { tellPengurus } = id.subsidyTill.ways;

interface WaysPanelProps {
  readonly finding: Finding;
  readonly ways: readonly Way[];
}

/** What the cashier can say aloud, and what can be done about a refusal. */
export function WaysPanel({ finding, ways }: WaysPanelProps) {
  const names = useProgrammeNames();
  const { aloud } = saidOf(finding, names);
  return (
    <Sheet label={words.ways} className={styles.can}>
      {aloud !== '' && (
        <div className={styles.voice}>
          <span className={styles.sub}>{words.aloud}</span>
          {words.quote(aloud)}
        </div>
      )}
      {ways.length > 0 && <h2>{words.ways}</h2>}
      {finding.ways.includes('tell-pengurus') && <p className={styles.sub}>{tellPengurus}</p>}
      {ways.map(({ action, hint }) => (
        <Button
          key={action.id}
          keepsFocus
          keyName={action.key}
          className={styles.way}
          onPress={action.perform}
        >
          <span>
            {action.label}
            <small>{hint}</small>
          </span>
        </Button>
      ))}
    </Sheet>
  );
}
