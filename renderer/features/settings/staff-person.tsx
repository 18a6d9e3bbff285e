import type { Staff } from '../../../shared/contract/staff.ts';
import { callErrorText } from '../../../shared/i18n/errors.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useCommand } from '../../data/use-command.ts';
import { useMay } from '../../data/use-shop.ts';
import { Button } from '../../ui/button.tsx';
import { allRight, pinErrors } from '../../ui/field-checks.ts';
import { say, sayRefusal } from '../../ui/messages.ts';
import { useEntry } from '../../ui/use-entry.ts';
import { PinFields } from './pin-fields.tsx';
import styles from './settings.module.css';
import { StaffPanel } from './staff-panel.tsx';

const words = id.settings.staff;

interface StaffPersonProps {
  readonly person: Staff;
  readonly onClose: () => void;
}

/** One person: a new PIN, and whether they may still sign in. */
export function StaffPerson({ person, onClose }: StaffPersonProps) {
  const entry = useEntry({ pin: '', pinAgain: '' });
  const { draft, errors, change } = entry;
  const setPin = useCommand(engine.staff.setPin);
  const mayManage = useMay('staff.manage');
  const save = async () => {
    const wrong = pinErrors(draft.pin, draft.pinAgain);
    if (!allRight(wrong)) return entry.refuse(wrong);
    const reply = await setPin.run({ staffId: person.staffId, pin: draft.pin });
    if (reply.ok) {
      say({ tone: 'done', title: words.pinSaved(person.name) });
      return onClose();
    }
    if (reply.error.code === 'pin.weak') return entry.refuse({ pin: callErrorText(reply.error) });
    sayRefusal(reply.error);
  };
  return (
    <StaffPanel
      title={words.changePinFor(person.name)}
      saveLabel={words.savePin}
      saveHelp={words.changePinHelp}
      pending={setPin.pending}
      refusals={entry.refusals}
      onSave={() => void save()}
      onClose={onClose}
    >
      <PinFields startsFocused draft={draft} errors={errors} onChange={change} />
      {mayManage && <Activity person={person} />}
    </StaffPanel>
  );
}

/** Whether the person may sign in at all. Records keep their name either way. */
function Activity({ person }: { readonly person: Staff }) {
  const setActive = useCommand(engine.staff.setActive);
  const turn = async () => {
    const reply = await setActive.run({ staffId: person.staffId, active: !person.active });
    if (!reply.ok) return sayRefusal(reply.error);
    const { name, active } = reply.value;
    say({ tone: 'done', title: active ? words.activated(name) : words.deactivated(name) });
  };
  return (
    <div className={styles.activity}>
      <p>{person.active ? words.deactivateText : words.activateText}</p>
      <Button disabled={setActive.pending} onPress={() => void turn()}>
        {person.active ? words.deactivate : words.activate}
      </Button>
    </div>
  );
}
