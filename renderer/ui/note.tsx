import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './note.module.css';

interface NoteProps {
  readonly children: ReactNode;
  /** Stands away from what is above it. */
  readonly apart?: boolean;
}

/** What is worth knowing beside the facts: dashed, so that it is taken for no part of them. */
export function Note({ children, apart = false }: NoteProps) {
  return <p className={classNames(styles.note, apart && styles.apart)}>{children}</p>;
}
