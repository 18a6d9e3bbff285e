import { id } from '../../../shared/i18n/id.ts';
import { useReachable } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import styles from './sell.module.css';
import type { SellActions } from './use-sell-actions.ts';

/** The button grid: what the keys do, for fingers and for those who are new. */
export function SellKeys({ actions }: { readonly actions: SellActions }) {
  const help = useReachable('app.help');
  const menu = useReachable('app.menu');
  const { search, quantity, buyer, park, recall, unit, change, remove, abandon, returns } = actions;
  const grid = [
    help,
    search,
    quantity,
    buyer,
    menu,
    park,
    recall,
    returns,
    unit,
    change,
    remove,
    abandon,
  ].filter((action) => action !== undefined);
  return (
    <nav className={styles.keys} aria-label={id.till.work}>
      {grid.map((action) => (
        <ActionButton key={action.id} action={action} keepsFocus className={styles.key} />
      ))}
    </nav>
  );
}
