import { useRouterState } from '@tanstack/react-router';
import { id } from '../../shared/i18n/id.ts';
import { link } from '../data/link.ts';
import { useStoreValue } from '../data/store.ts';
import { useMe, useShop } from '../data/use-shop.ts';
import { Nav } from './nav.tsx';
import { Clock, LinkSign, PersonSign, PrinterSign, UploadSign } from './signs.tsx';
import styles from './status-strip.module.css';

/** The top of every screen: whose till this is and how its helpers stand. */
export function StatusStrip() {
  const shop = useShop();
  const me = useMe();
  const up = useStoreValue(link);
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <header className={styles.bar}>
      <div className={styles.mark}>
        <svg viewBox="0 0 26 26" aria-hidden="true">
          <path className={styles.roof} d="M1.500 10.500 13 2l11.500 8.500V24.500h-23z" />
          <path className={styles.cut} d="M8 20v-5.500h10V20" />
        </svg>
        <span>{id.app.name}</span>
      </div>
      {shop !== null && <div className={styles.where}>{id.app.till(shop.gerai, shop.tillNumber)}</div>}
      {me !== null && path !== '/kasir' && <Nav me={me} />}
      <section className={styles.signs} aria-label={id.app.signs.label}>
        {!up && <LinkSign />}
        {me !== null && (
          <>
            <PrinterSign />
            <UploadSign />
            <PersonSign me={me} />
          </>
        )}
        <Clock />
      </section>
    </header>
  );
}
