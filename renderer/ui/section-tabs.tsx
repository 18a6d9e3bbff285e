import type { ReactNode } from 'react';
import type { Action } from '../keyboard/action.ts';
import { KeyCap } from './key-cap.tsx';
import styles from './section-tabs.module.css';

interface SectionTabsProps {
  /** What the way to the sections is called where it can't be seen. */
  readonly label: string;
  /** One for each section; who shows them registers them as well. */
  readonly actions: readonly Action[];
  /** The action of the section that is open. */
  readonly current: Action | undefined;
  /** The digits mean something else just now. */
  readonly digitsTaken?: boolean;
  /** A `Screen`. */
  readonly children: ReactNode;
}

/** A room of several screens: the way to the others on top, across the whole window, and one of them below. */
export function SectionTabs({ label, actions, current, digitsTaken = false, children }: SectionTabsProps) {
  return (
    <div className={styles.frame}>
      <nav className={styles.sections} aria-label={label}>
        {actions.map((action) => (
          <button
            key={action.id}
            type="button"
            className={styles.section}
            aria-current={action === current ? 'page' : undefined}
            onClick={action.perform}
          >
            {action.label}
            {!digitsTaken && <KeyCap of={action.key} />}
          </button>
        ))}
      </nav>
      <div className={styles.screen}>{children}</div>
    </div>
  );
}
