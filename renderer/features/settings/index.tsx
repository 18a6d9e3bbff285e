import { id } from '../../../shared/i18n/id.ts';
import { Empty } from '../../ui/states.tsx';

/** Says honestly that this part is not here yet. */
export function SettingsScreen() {
  return <Empty title={id.app.notYet} />;
}
