import type { Permission } from '../../shared/contract/permissions.ts';
import { id } from '../../shared/i18n/id.ts';
import { signOut } from '../data/sign-out.ts';
import { useWhoMay } from '../data/use-who-may.ts';
import type { Action } from '../keyboard/action.ts';
import { useActions } from '../keyboard/keyboard.tsx';
import { ActionButton } from './action-button.tsx';
import { Empty } from './states.tsx';

const CHANGE: Action = {
  id: 'people.change',
  label: id.people.change,
  help: id.people.changeHelp,
  key: 'F4',
  icon: 'user',
  perform: signOut,
};

interface NotMineProps {
  /** What would be needed. */
  readonly permission: Permission;
  readonly title: string;
  readonly text?: string;
}

/** A task of somebody else: says whose, by name, and lets them sign in. */
export function NotMine({ permission, title, text }: NotMineProps) {
  const names = useWhoMay(permission);
  useActions([CHANGE]);
  return (
    <Empty title={title}>
      {text !== undefined && <p>{text}</p>}
      <p>{names === '' ? id.people.nobody : id.people.askThem(names)}</p>
      <ActionButton action={CHANGE} withIcon />
    </Empty>
  );
}
