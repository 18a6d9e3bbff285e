import type { DisplayState } from '../../../shared/contract/display.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Money } from '../../ui/money.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import styles from './qris.module.css';

type QrisProps = Extract<DisplayState, { kind: 'qris' }>;

/** The code as large as the screen allows, with what it pays and to whom. Shown is not paid. */
export function Qris({ amountRp, merchantName, modules }: QrisProps) {
  return (
    <main className={styles.qris} aria-label={id.display.qris}>
      <QrCode rows={modules} label={id.display.code} className={styles.code} />
      <section className={styles.side}>
        <h1>{id.display.qris}</h1>
        <Money rp={amountRp} size="fill" />
        <dl>
          <dt>{id.display.payee}</dt>
          <dd>{merchantName}</dd>
        </dl>
        <p className={styles.howTo}>{id.display.howTo}</p>
        <p className={styles.awaited}>{id.display.awaited}</p>
      </section>
    </main>
  );
}
