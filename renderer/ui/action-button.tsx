import type { Action } from '../keyboard/action.ts';
import styles from './button.module.css';
import { Button } from './button.tsx';

interface ActionButtonProps {
  readonly action: Action;
  readonly kind?: 'plain' | 'main' | 'ink';
  readonly size?: 'normal' | 'tall' | 'huge';
  readonly withIcon?: boolean;
  /** On the till the scan box keeps the focus whatever is pressed. */
  readonly keepsFocus?: boolean;
  readonly startsFocused?: boolean;
  /** The one of several that is at hand. */
  readonly pressed?: boolean;
  readonly className?: string | undefined;
}

/** An action of the registry as a button: same words, same key, same deed. */
export function ActionButton({ action, withIcon = false, ...rest }: ActionButtonProps) {
  const can = action.enabled !== false;
  return (
    <Button
      {...rest}
      keyName={action.key}
      disabled={!can && action.whyNot === undefined}
      off={!can}
      {...pressing(can ? action.perform : action.whyNot)}
      {...(withIcon && action.icon ? { icon: action.icon } : {})}
    >
      {action.label}
      {(action.count ?? 0) > 0 && <span className={styles.count}>({action.count})</span>}
    </Button>
  );
}

function pressing(onPress: (() => void) | undefined): { onPress?: () => void } {
  return onPress === undefined ? {} : { onPress };
}
