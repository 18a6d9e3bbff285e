import { id } from '../../../shared/i18n/id.ts';
import type { Action } from '../../keyboard/action.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import styles from './ways.module.css';

/** A way of paying that can be chosen. */
export type Way = 'cash' | 'qris' | 'transfer' | 'card' | 'kasbon' | 'savings' | 'invoice';

interface WaysProps {
  readonly actions: readonly (Action & { readonly way: Way })[];
  readonly way: Way;
}

/** The ways of paying, each with its key. The one at hand stands on a thick foot. */
export function Ways({ actions, way }: WaysProps) {
  return (
    <fieldset className={styles.ways} aria-label={id.pay.choose}>
      {actions.map((action) => (
        <ActionButton
          key={action.id}
          action={action}
          keepsFocus
          pressed={action.way === way}
          className={styles.way}
        />
      ))}
    </fieldset>
  );
}
