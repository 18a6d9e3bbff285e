import styles from './receipt-paper.module.css';

interface ReceiptPaperProps {
  /** Lines exactly as the printer gets them. */
  readonly lines: readonly string[];
  readonly label: string;
}

/** A receipt or a closing report as it comes out of the printer, always ink on white paper. */
export function ReceiptPaper({ lines, label }: ReceiptPaperProps) {
  return (
    <figure className={styles.well}>
      <pre className={styles.paper} aria-label={label}>
        {lines.join('\n')}
      </pre>
    </figure>
  );
}
