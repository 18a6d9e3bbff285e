import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './tag.module.css';

interface TagProps {
  readonly children: ReactNode;
  /** `wait` is dashed, `stop` solid ink, `done` green and only for lunas or selesai. */
  readonly kind?: 'plain' | 'done' | 'wait' | 'stop' | 'subsidy' | 'consign';
}

/** A badge: says which rule a line follows, or how a job stands. */
export function Tag({ children, kind = 'plain' }: TagProps) {
  return <span className={classNames(styles.tag, styles[kind])}>{children}</span>;
}
