import { Link } from '@tanstack/react-router';
import { mayDo } from '../../shared/contract/permissions.ts';
import type { Staff } from '../../shared/contract/staff.ts';
import { id } from '../../shared/i18n/id.ts';
import { PLACES } from './places.ts';
import styles from './status-strip.module.css';

/** The way between the office screens. The till itself has none: its keys lead through the menu. */
export function Nav({ me }: { readonly me: Staff }) {
  return (
    <nav className={styles.nav} aria-label={id.app.screensLabel}>
      {PLACES.filter((place) => mayDo(me.role, place.permission)).map((place) => (
        <Link key={place.path} to={place.path}>
          {place.short ?? place.label}
        </Link>
      ))}
    </nav>
  );
}
