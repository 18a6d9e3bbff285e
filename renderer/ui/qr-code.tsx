import styles from './qr-code.module.css';
import { QUIET_MODULES, qrPath } from './qr-path.ts';

interface QrCodeProps {
  /** Modules row by row, `1` for dark, as the engine makes them; without a quiet zone. */
  readonly rows: readonly string[];
  /** What the code is, for those who can't see it. */
  readonly label: string;
  readonly className?: string | undefined;
}

/** A QR code, black on white in every theme, with the quiet zone that phones need around it. */
export function QrCode({ rows, label, className }: QrCodeProps) {
  const size = rows.length + 2 * QUIET_MODULES;
  return (
    <svg
      className={className}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn here, so that it stays sharp at any size
      role="img"
      aria-label={label}
      viewBox={`${-QUIET_MODULES} ${-QUIET_MODULES} ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect className={styles.light} x={-QUIET_MODULES} y={-QUIET_MODULES} width={size} height={size} />
      <path className={styles.dark} d={qrPath(rows)} />
    </svg>
  );
}
