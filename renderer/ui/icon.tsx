import { ICONS, type IconName } from './icon-paths.ts';
import styles from './icon.module.css';

interface IconProps {
  readonly name: IconName;
  /** Edge in pixels; 20 unless told. */
  readonly size?: 17 | 18 | 20 | 22 | 24 | 26 | 40;
  /** Heavier stroke for a mark that must be seen from afar. */
  readonly bold?: boolean;
}

/** One of our icons. It repeats what the words beside it say, so a screen reader skips it. */
export function Icon({ name, size = 20, bold = false }: IconProps) {
  return (
    <svg
      className={bold ? styles.bold : styles.icon}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <path d={ICONS[name]} />
    </svg>
  );
}
