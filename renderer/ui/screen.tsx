import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { MessageStrip } from './message-strip.tsx';
import styles from './screen.module.css';

interface ScreenProps {
  readonly title: string;
  /** A few words beside the title: whose, since when. */
  readonly aside?: ReactNode;
  /** Buttons in the title row that are not the next step. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
  /** The consequence on the right: sums, steps, papers. */
  readonly rail?: ReactNode;
  /** Bottom of the rail; the next step is the last one, bottom right. */
  readonly next?: ReactNode;
  /** 392 px as on the till, or 560 px where the rail holds a whole result. */
  readonly railWidth?: 'normal' | 'wide';
}

/**
 * The frame of every office screen: title, messages and work on the left, consequence and next step
 * on the right. The work area scrolls by itself; the page never does.
 */
export function Screen({ title, aside, tools, children, rail, next, railWidth = 'normal' }: ScreenProps) {
  const railed = rail !== undefined || next !== undefined;
  return (
    <main className={classNames(styles.screen, railed && styles[railWidth])}>
      <div className={styles.work}>
        <header className={styles.head}>
          <h1>{title}</h1>
          {aside !== undefined && <div className={styles.aside}>{aside}</div>}
          {tools !== undefined && <div className={styles.tools}>{tools}</div>}
        </header>
        <MessageStrip />
        <div className={styles.body}>{children}</div>
      </div>
      {railed && (
        <aside className={styles.rail}>
          <div className={styles.consequence}>{rail}</div>
          {next !== undefined && <div className={styles.next}>{next}</div>}
        </aside>
      )}
    </main>
  );
}
