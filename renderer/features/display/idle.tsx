import { useState } from 'react';
import { id } from '../../../shared/i18n/id.ts';
import { transport } from '../../data/engine.ts';
import styles from './idle.module.css';

interface IdleProps {
  readonly gerai: string;
  readonly koperasi: string;
}

/** Nobody is being served: whose shop this is. */
export function Idle({ gerai, koperasi }: IdleProps) {
  return (
    <main className={styles.idle} aria-label={id.display.title}>
      <p className={styles.welcome}>{id.display.welcome}</p>
      <h1>{gerai}</h1>
      <p className={styles.koperasi}>{koperasi}</p>
      {transport.fillsScreen && <FillScreen />}
    </main>
  );
}

/** For whoever sets the screen up: gone once the window fills it. */
function FillScreen() {
  const [refused, setRefused] = useState(false);
  if (refused) return null;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.fill}
      onClick={() => {
        document.documentElement.requestFullscreen().catch(() => setRefused(true));
      }}
    >
      {id.display.fill}
    </button>
  );
}
