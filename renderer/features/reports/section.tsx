import type { ReactNode } from 'react';
import styles from './report.module.css';

interface SectionProps {
  readonly title: string;
  /** What the figures are in, on the right of the rule. */
  readonly unit?: string;
  readonly children: ReactNode;
}

/** One part of the report under its heavy rule. */
export function Section({ title, unit, children }: SectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <h2>
        {title}
        {unit !== undefined && <span>{unit}</span>}
      </h2>
      {children}
    </section>
  );
}
