import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DisplayState } from '../../../shared/contract/display.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { engine } from '../../data/engine.ts';
import { followEngine } from '../../data/engine-events.ts';
import { link } from '../../data/link.ts';
import { forgetSession } from '../../data/session.ts';
import { useStoreValue } from '../../data/store.ts';
import { useScanner } from '../../keyboard/keyboard.tsx';
import { followTheme } from '../../ui/theme.ts';
import { Basket } from './basket.tsx';
import styles from './display.module.css';
import { Idle } from './idle.tsx';
import { Paid } from './paid.tsx';
import { Qris } from './qris.tsx';

/**
 * The buyer's screen: a window of its own, in which nobody is signed in and no key means anything. A
 * code that is scanned while it has the focus goes to the till's window.
 */
export function DisplayScreen() {
  useNobodySignedIn();
  useEngineEvents();
  useEffect(followTheme, []);
  useScanner((code) => void engine.display.handOver({ code }));
  const { data: state } = useQuery({
    ...ask.display(),
    // Nothing happens at the till when a minute has gone by, so this window asks by itself.
    refetchInterval: (query) => (query.state.data?.kind === 'paid' ? query.state.data.leftMs : false),
    refetchIntervalInBackground: true,
  });
  return (
    <div className={styles.display}>
      {/* The idle screen says the name itself, and larger. */}
      <Head gerai={state === undefined || state.kind === 'idle' ? '' : state.gerai} />
      {state !== undefined && <Shown state={state} />}
    </div>
  );
}

function Shown({ state }: { readonly state: DisplayState }) {
  switch (state.kind) {
    case 'idle':
      return <Idle {...state} />;
    case 'basket':
      return <Basket {...state} />;
    case 'qris':
      return <Qris {...state} />;
    case 'paid':
      return <Paid {...state} />;
  }
}

/** Whose shop it is. That the engine does not answer is said: what is on the screen may be old. */
function Head({ gerai }: { readonly gerai: string }) {
  const up = useStoreValue(link);
  return (
    <header className={styles.head}>
      <svg viewBox="0 0 26 26" aria-hidden="true">
        <path className={styles.roof} d="M1.500 10.500 13 2l11.500 8.500V24.500h-23z" />
        <path className={styles.door} d="M8 20v-5.500h10V20" />
      </svg>
      <span className={styles.gerai}>{gerai}</span>
      {!up && <span className={styles.lost}>{id.app.signs.linkLostShort}</span>}
    </header>
  );
}

/** A browser copies the till's session into the window it opens; here it must not be. */
function useNobodySignedIn(): void {
  useEffect(forgetSession, []);
}

/** Keeps the screen fresh. Scans are left to the till's window: here they would go round in a circle. */
function useEngineEvents(): void {
  const client = useQueryClient();
  useEffect(() => followEngine(client, () => {}), [client]);
}
