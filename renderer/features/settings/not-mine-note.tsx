import type { Permission } from '../../../shared/contract/permissions.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useWhoMay } from '../../data/use-who-may.ts';
import styles from './settings.module.css';

/** Who sets this, for those who may only look. */
export function NotMineNote({ permission }: { readonly permission: Permission }) {
  const names = useWhoMay(permission);
  return <p className={styles.note}>{names === '' ? id.people.nobody : id.settings.whoMay(names)}</p>;
}
