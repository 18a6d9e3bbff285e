import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { id } from '../../shared/i18n/id.ts';
import { followEngine } from '../data/engine-events.ts';
import { session, sessionLost } from '../data/session.ts';
import { useStoreValue } from '../data/store.ts';
import { goHome } from '../keyboard/home.ts';
import { useActions, useGiveScan, useScanner } from '../keyboard/keyboard.tsx';
import { hush, hushStep, say } from '../ui/messages.ts';
import { Gate } from './gate.tsx';
import { Help } from './help.tsx';
import { Menu } from './menu.tsx';
import { closeOverlay, overlay, OVERLAY_ACTIONS } from './overlay.ts';
import styles from './shell.module.css';
import { StatusStrip } from './status-strip.tsx';

/** The frame of the window: status strip on top, one screen below, help or menu over it. */
export function Shell() {
  const client = useQueryClient();
  const giveScan = useGiveScan();
  const open = useStoreValue(overlay);
  const signedIn = useStoreValue(session) !== null;
  useEffect(() => followEngine(client, giveScan), [client, giveScan]);
  useEffect(() => {
    if (open === null) goHome();
  }, [open]);
  useForgetOnSignOut();
  useSayLostSession();
  useHushOnTheWay();
  return (
    <div className={styles.shell}>
      <StatusStrip />
      {signedIn && <SignedInKeys />}
      <div className={styles.place}>
        <div className={styles.screen} hidden={open !== null}>
          <Gate>
            <Outlet />
          </Gate>
        </div>
        {open === 'help' && <Help />}
        {open === 'menu' && <Menu />}
      </div>
    </div>
  );
}

/** Keys and scans that mean the same on every screen once someone is signed in. */
function SignedInKeys() {
  useActions(OVERLAY_ACTIONS);
  // Any screen that takes scans stands above this; elsewhere a code must land in no field.
  useScanner((code) => {
    say({ tone: 'attention', passing: true, title: id.app.notHere(code), text: id.app.notHereText });
  });
  return null;
}

/** A message belongs to the screen it was said on; only the first run ends with words for the next one. */
function useHushOnTheWay(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onBeforeNavigate', ({ fromLocation }) => {
        if (fromLocation?.pathname !== '/setup') hushStep();
      }),
    [router],
  );
}

/** Nobody pressed a key and yet the till asks for a PIN: it says that nothing is lost. */
function useSayLostSession(): void {
  const lost = useStoreValue(sessionLost);
  useEffect(() => {
    if (!lost) return;
    say({ tone: 'attention', title: id.app.signInAgain, text: id.app.signInAgainText });
    return hush;
  }, [lost]);
}

/** What one person saw must not flash up for the next. */
function useForgetOnSignOut(): void {
  const client = useQueryClient();
  const held = useStoreValue(session);
  useEffect(() => {
    if (held !== null) return;
    closeOverlay();
    client.removeQueries({
      predicate: (query) => query.queryKey[0] !== 'setup.state' && query.queryKey[0] !== 'staff.list',
    });
  }, [client, held]);
}
