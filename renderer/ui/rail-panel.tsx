import type { ReactNode } from 'react';
import type { Action } from '../keyboard/action.ts';
import { useActions } from '../keyboard/keyboard.tsx';
import { NextStep } from './next-step.tsx';
import styles from './rail-panel.module.css';
import { Sheet } from './sheet.tsx';
import { Empty } from './states.tsx';

interface RailEmptyProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** Keys below it. */
  readonly foot?: ReactNode;
}

/** What stands beside a list while nothing of it is open. */
export function RailEmpty({ title, children, foot }: RailEmptyProps) {
  return (
    <div className={styles.panel}>
      <Sheet className={styles.side}>
        <Empty title={title}>{children}</Empty>
      </Sheet>
      {foot}
    </div>
  );
}

interface RailPanelProps {
  readonly title: string;
  /** Whom or what it is about, or how it stands, beside the title. */
  readonly aside?: ReactNode;
  /** Keys that belong to what is in it, right of the title. */
  readonly tools?: ReactNode;
  /** Names the region where it is not the title that does. */
  readonly label?: string;
  /** Keys below it. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

/** What is open beside a list: a sheet that scrolls, and the keys at its foot. */
export function RailPanel({ title, aside, tools, label = title, foot, children }: RailPanelProps) {
  return (
    <div className={styles.panel}>
      <Sheet padded className={styles.sheet} label={label}>
        <header className={styles.head}>
          <h2>
            {title}
            {aside}
          </h2>
          {tools}
        </header>
        {children}
      </Sheet>
      {foot}
    </div>
  );
}

interface EraseConfirmProps {
  /** Begins the names of its actions in code, such as `members`. */
  readonly name: string;
  /** Whose data it is. */
  readonly who: string;
  readonly words: {
    readonly title: string;
    /** What is lost. */
    readonly what: string;
    /** What stays. */
    readonly keeps: string;
    readonly confirm: string;
    readonly confirmHelp: string;
    readonly keep: string;
    readonly keepHelp: string;
  };
  readonly pending: boolean;
  readonly perform: () => Promise<void>;
  readonly onClose: () => void;
}

/** Says what is lost and what stays, before anything of somebody is erased. */
export function EraseConfirm({ name, who, words, pending, perform, onClose }: EraseConfirmProps) {
  const back: Action = {
    id: `${name}-keep`,
    label: words.keep,
    help: words.keepHelp,
    key: 'Escape',
    perform: onClose,
  };
  const erase: Action = {
    id: `${name}-erase-now`,
    label: words.confirm,
    help: words.confirmHelp,
    key: 'F9',
    enabled: !pending,
    perform: () => void perform(),
  };
  useActions([back, erase]);
  return (
    <RailPanel title={words.title} aside={<span>{who}</span>} foot={<NextStep back={back} main={erase} />}>
      <p>{words.what}</p>
      <p className={styles.quiet}>{words.keeps}</p>
    </RailPanel>
  );
}
