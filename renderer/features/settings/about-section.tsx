import { useQuery } from '@tanstack/react-query';
import type { StoreProfile } from '../../../shared/contract/setup.ts';
import { TIME_ZONES } from '../../../shared/domain/business-date.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { useMay } from '../../data/use-shop.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { Facts } from '../../ui/facts.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Waiting } from '../../ui/states.tsx';
import { AboutProgram } from './about-program.tsx';
import { NotMineNote } from './not-mine-note.tsx';
import { ProfileForm } from './profile-form.tsx';
import { SettingsFrame, type SectionProps } from './sections.tsx';
import styles from './settings.module.css';
import { useProfile } from './use-profile.ts';

const words = id.settings.about;

/** Who the store is, as it stands on every receipt, and which program this is. */
export function AboutSection(props: SectionProps) {
  const setup = useQuery(ask.setup()).data;
  const may = useMay('store.manage');
  const store = setup?.store ?? null;
  if (store === null) {
    return (
      <SettingsFrame {...props}>
        <Waiting />
      </SettingsFrame>
    );
  }
  if (may) return <ChangeProfile {...props} store={store} />;
  return (
    <SettingsFrame {...props} rail={<AboutProgram />}>
      <Sheet padded className={styles.work} label={words.store}>
        <Facts tight rows={[...changeable(store), ...fixed(store)]} />
        <NotMineNote permission="store.manage" />
      </Sheet>
    </SettingsFrame>
  );
}

function ChangeProfile({ store, ...props }: SectionProps & { readonly store: StoreProfile }) {
  const { entry, save, drop } = useProfile(store);
  useActions(drop === undefined ? [save] : [drop, save]);
  return (
    <SettingsFrame
      {...props}
      rail={
        <>
          <Sheet padded label={words.fixed} className={styles.facts}>
            <h2>{words.fixed}</h2>
            <Facts rows={fixed(store)} />
            <p>{words.fixedText}</p>
          </Sheet>
          <AboutProgram />
        </>
      }
      next={<NextStep back={drop} main={save} />}
    >
      <Sheet padded className={styles.work} label={words.store}>
        <ProfileForm entry={entry} onSubmit={save.perform} />
        <p className={styles.note}>{words.paperText}</p>
      </Sheet>
    </SettingsFrame>
  );
}

function changeable(store: StoreProfile) {
  return [
    { name: words.koperasi, value: store.koperasi },
    { name: words.address, value: store.address },
    { name: words.gerai, value: store.gerai },
    { name: words.kabupaten, value: store.kabupaten },
    { name: words.zone, value: store.priceZone },
    { name: words.columns, value: words.columnsText(store.receiptColumns) },
  ];
}

/** Part of every record's identity, and so of the chain: these stay as they were set up. */
function fixed(store: StoreProfile) {
  return [
    { name: words.code, value: store.storeCode },
    { name: words.till, value: store.tillNumber },
    { name: words.timeZone, value: TIME_ZONES[store.timeZone].short },
  ];
}
