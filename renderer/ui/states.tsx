import type { ReactNode } from 'react';
import { callErrorText } from '../../shared/i18n/errors.ts';
import { id } from '../../shared/i18n/id.ts';
import { Refusal } from '../data/refusal.ts';
import { Button } from './button.tsx';
import { splitSentence } from './messages.ts';
import styles from './states.module.css';

/** While an answer is on its way: it usually takes a few milliseconds, so this stays quiet. */
export function Waiting() {
  return <output className={styles.waiting}>{id.app.waiting}</output>;
}

interface EmptyProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** Nothing to show, and what to do about it. */
export function Empty({ title, children }: EmptyProps) {
  return (
    <div className={styles.empty}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

interface FaultProps {
  readonly error: Error;
  readonly onRetry?: () => void;
}

/** A question the engine could not or would not answer. */
export function Fault({ error, onRetry }: FaultProps) {
  const { title, text } =
    error instanceof Refusal
      ? splitSentence(callErrorText(error.fault))
      : { title: id.app.broken, text: id.app.brokenText };
  return (
    <div className={styles.empty} role="alert">
      <h2>{title}</h2>
      <p>{text}</p>
      {onRetry && <Button onPress={onRetry}>{id.app.again}</Button>}
    </div>
  );
}
