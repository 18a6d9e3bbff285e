import { useNavigate } from '@tanstack/react-router';
import { mayDo } from '../../shared/contract/permissions.ts';
import { id } from '../../shared/i18n/id.ts';
import { engine, transport } from '../data/engine.ts';
import { forgetSession } from '../data/session.ts';
import { useStoreValue } from '../data/store.ts';
import { useMay, useMe } from '../data/use-shop.ts';
import type { Action } from '../keyboard/action.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { say } from '../ui/messages.ts';
import { chooseTheme, theme } from '../ui/theme.ts';
import styles from './menu.module.css';
import { BACK_ACTION, closeOverlay, useOverlayActions } from './overlay.ts';
import { PLACES } from './places.ts';

/** F5: the way to the other parts of the till. Digits choose, as wherever nothing is being typed. */
export function Menu() {
  const places = usePlaceActions();
  const others = useOtherActions(places.length);
  useOverlayActions([...places, ...others]);
  return (
    <main className={styles.page} aria-label={id.app.menu.title}>
      <Sheet padded>
        <h1>{id.app.menu.go}</h1>
        <div className={styles.grid}>
          {places.map((action, index) => (
            <ActionButton key={action.id} action={action} size="tall" withIcon startsFocused={index === 0} />
          ))}
        </div>
        <h2>{id.app.menu.other}</h2>
        <div className={styles.grid}>
          {others.map((action) => (
            <ActionButton key={action.id} action={action} size="tall" withIcon />
          ))}
        </div>
      </Sheet>
      <ActionButton action={BACK_ACTION} size="tall" className={styles.back} />
    </main>
  );
}

/** Keys of the menu in their order: behind the ninth stands 0, and where there are no digits left, F6 and on. */
const MENU_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', 'F6', 'F7', 'F8'];

function menuKey(position: number): string {
  const key = MENU_KEYS[position - 1];
  if (key === undefined) throw new Error(`the menu has no key for its place ${position}`);
  return key;
}

function usePlaceActions(): Action[] {
  const navigate = useNavigate();
  const me = useMe();
  return PLACES.filter((place) => mayDo(me?.role, place.permission)).map((place, index) => ({
    id: `menu${place.path}`,
    label: place.label,
    key: menuKey(index + 1),
    icon: place.icon,
    perform: () => {
      closeOverlay();
      void navigate({ to: place.path });
    },
  }));
}

function useOtherActions(before: number): Action[] {
  const navigate = useNavigate();
  const mayOpenDrawer = useMay('drawer.open');
  const dark = useStoreValue(theme) === 'dark';
  const drawer: Action = {
    id: 'menu.drawer',
    label: id.app.actions.drawer,
    key: menuKey(before + 3),
    icon: 'lock',
    perform: () => {
      closeOverlay();
      void navigate({ to: '/laci' });
    },
  };
  return [
    {
      id: 'menu.theme',
      label: dark ? id.app.actions.light : id.app.actions.dark,
      key: menuKey(before + 1),
      icon: dark ? 'sun' : 'moon',
      perform: () => chooseTheme(dark ? 'light' : 'dark'),
    },
    {
      id: 'menu.sign-out',
      label: id.app.actions.signOut,
      key: menuKey(before + 2),
      icon: 'out',
      // The window lets go at once; that the engine is told as well needs no waiting for.
      perform: () => {
        void engine.staff.signOut({});
        forgetSession();
      },
    },
    ...(mayOpenDrawer ? [drawer] : []),
    displayAction(before + (mayOpenDrawer ? 4 : 3)),
  ];
}

/** The window for the buyer's eyes. Whether it is there is seen; the same key closes it. */
function displayAction(position: number): Action {
  return {
    id: 'menu.display',
    label: id.display.menu,
    key: menuKey(position),
    icon: 'screen',
    perform: () => {
      closeOverlay();
      if (transport.toggleDisplay()) return;
      say({ tone: 'attention', title: id.display.blocked, text: id.display.blockedText });
    },
  };
}
