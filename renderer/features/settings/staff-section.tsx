import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Staff } from '../../../shared/contract/staff.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { useMay, useMe } from '../../data/use-shop.ts';
import { useWhoMay } from '../../data/use-who-may.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { hush } from '../../ui/messages.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty, Fault } from '../../ui/states.tsx';
import { SettingsFrame, type SectionProps } from './sections.tsx';
import styles from './settings.module.css';
import { StaffAdd } from './staff-add.tsx';
import { StaffList } from './staff-list.tsx';
import { StaffPerson } from './staff-person.tsx';

const words = id.settings.staff;

/** Whom the rail is about: somebody new, somebody of the list, or nobody. */
type Open = { readonly kind: 'new' } | { readonly kind: 'person'; readonly staffId: string } | null;

/** Who may sign in. Everyone sees the list and may change their own PIN; the rest is for the pengurus. */
export function StaffSection(props: SectionProps) {
  const staff = useQuery(ask.staff());
  const [open, setOpen] = useState<Open>(null);
  const show = (next: Open) => {
    hush();
    setOpen(next);
  };
  const may = useMay('staff.manage');
  const names = useWhoMay('staff.manage');
  const me = useMe();
  const add: Action = {
    id: 'settings.add-staff',
    label: words.add,
    help: words.addHelp,
    key: 'F6',
    icon: 'plus',
    perform: () => show({ kind: 'new' }),
  };
  useActions(may ? [add] : []);
  return (
    <SettingsFrame
      {...props}
      rail={<Side open={open} people={staff.data ?? []} onClose={() => setOpen(null)} />}
    >
      <Sheet className={styles.people}>
        <div className={styles.peopleHead}>
          <h2>{words.list}</h2>
          {may && <ActionButton action={add} withIcon />}
        </div>
        {staff.isError && <Fault error={staff.error} onRetry={() => void staff.refetch()} />}
        <StaffList
          people={staff.data ?? []}
          me={me?.staffId ?? null}
          openId={open?.kind === 'person' ? open.staffId : null}
          mayOpen={(person) => may || person.staffId === me?.staffId}
          onOpen={(person) => show({ kind: 'person', staffId: person.staffId })}
        />
        {!may && <p className={`${styles.note} ${styles.peopleFoot}`}>{words.onlyOwn(names)}</p>}
      </Sheet>
    </SettingsFrame>
  );
}

interface SideProps {
  readonly open: Open;
  readonly people: readonly Staff[];
  readonly onClose: () => void;
}

function Side({ open, people, onClose }: SideProps) {
  if (open?.kind === 'new') return <StaffAdd onClose={onClose} />;
  const person = people.find((each) => open?.kind === 'person' && each.staffId === open.staffId);
  if (person !== undefined) return <StaffPerson key={person.staffId} person={person} onClose={onClose} />;
  return (
    <Sheet className={styles.status}>
      <Empty title={words.choose}>
        <p>{words.chooseText}</p>
      </Empty>
    </Sheet>
  );
}
