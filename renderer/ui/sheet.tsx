import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './sheet.module.css';

interface SheetProps {
  readonly children: ReactNode;
  /** Names the region for screen readers and tests. */
  readonly label?: string;
  readonly className?: string | undefined;
  /** Space inside; off for tables that reach the edge. */
  readonly padded?: boolean;
}

/** A panel: a flat sheet of paper with a ruled edge. */
export function Sheet({ children, label, className, padded = false }: SheetProps) {
  return (
    <section aria-label={label} className={classNames(styles.sheet, padded && styles.padded, className)}>
      {children}
    </section>
  );
}
