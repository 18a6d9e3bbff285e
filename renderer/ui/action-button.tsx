import type { Action } from '../keyboard/action.ts';
import { Button } from './button.tsx';

interface ActionButtonProps {
  readonly action: Action;
  readonly kind?: 'plain' | 'main' | 'ink';
  readonly size?: 'normal' | 'tall' | 'huge';
  readonly withIcon?: boolean;
  /** On the till the scan box keeps the focus whatever is pressed. */
  readonly keepsFocus?: boolean;
  readonly startsFocused?: boolean;
  readonly className?: string | undefined;
}

/** An action of the registry as a button: same words, same key, same deed. */
export function ActionButton({ action, withIcon = false, ...rest }: ActionButtonProps) {
  return (
    <Button
      {...rest}
      keyName={action.key}
      disabled={action.enabled === false}
      onPress={action.perform}
      {...(withIcon && action.icon ? { icon: action.icon } : {})}
    >
      {action.label}
    </Button>
  );
}
