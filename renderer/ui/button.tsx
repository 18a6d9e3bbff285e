import type { MouseEvent, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './button.module.css';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import { KeyCap } from './key-cap.tsx';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** `main` is the single next step of a screen, red, bottom right; `ink` a strong second. */
  readonly kind?: 'plain' | 'main' | 'ink';
  readonly size?: 'normal' | 'tall' | 'huge';
  readonly icon?: IconName;
  /** The key that does the same, shown as a cap. Registering it is the screen's affair (`useActions`). */
  readonly keyName?: string;
  readonly disabled?: boolean;
  /** Shown as if disabled, but pressing it says why it can't be done. */
  readonly off?: boolean;
  readonly pressed?: boolean;
  /** Leaves the focus where it is: for buttons beside a field that must stay ready. */
  readonly keepsFocus?: boolean;
  readonly type?: 'button' | 'submit';
  readonly label?: string;
  readonly className?: string | undefined;
  readonly startsFocused?: boolean;
}

/** A button, at least 44 px high. Its words are a verb. */
export function Button({
  children,
  onPress,
  kind = 'plain',
  size = 'normal',
  icon,
  keyName,
  disabled = false,
  off = false,
  pressed,
  keepsFocus = false,
  type = 'button',
  label,
  className,
  startsFocused,
}: ButtonProps) {
  const holdFocus = (event: MouseEvent) => event.preventDefault();
  return (
    <button
      // oxlint-disable-next-line react/button-has-type -- both values are spelled out in the props
      type={type}
      className={classNames(styles.button, styles[size], className)}
      data-kind={kind}
      data-off={disabled || off ? '' : undefined}
      disabled={disabled}
      aria-disabled={off ? true : undefined}
      aria-pressed={pressed}
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the next step of a till takes Enter at once
      autoFocus={startsFocused}
      onMouseDown={keepsFocus ? holdFocus : undefined}
      onClick={onPress}
    >
      {icon && <Icon name={icon} />}
      {children}
      {keyName !== undefined && <KeyCap of={keyName} large={size === 'huge'} />}
    </button>
  );
}
