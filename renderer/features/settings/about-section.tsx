import { useQuery } from '@tanstack/react-query';
import { calendarDate, TIME_ZONES } from '../../../shared/domain/business-date.ts';
import type { StoreProfile } from '../../../shared/contract/setup.ts';
import { formatDateShort, formatTime } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { useEngineNow, useShopOffset } from '../../data/use-shop.ts';
import { Facts } from '../../ui/facts.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Waiting } from '../../ui/states.tsx';
import { SettingsFrame, type SectionProps } from './sections.tsx';
import styles from './settings.module.css';

const words = id.settings.about;

/** Who the store is, as it stands on every receipt, and which program this is. */
export function AboutSection(props: SectionProps) {
  const setup = useQuery(ask.setup()).data;
  const now = useEngineNow();
  const offset = useShopOffset();
  const store = setup?.store ?? null;
  return (
    <SettingsFrame
      {...props}
      rail={
        <Sheet padded label={words.program} className={styles.status}>
          <h2>{words.program}</h2>
          <Facts
            rows={[
              { name: words.version, value: GERAI_VERSION },
              {
                name: words.engineTime,
                value: `${formatDateShort(calendarDate(now, offset))} ${formatTime(now, offset)}`,
              },
            ]}
          />
          {setup !== undefined && setup.demoPins.length > 0 && (
            <p className={styles.note}>
              <b>{words.example}.</b> {words.exampleText}
            </p>
          )}
        </Sheet>
      }
    >
      <Sheet padded className={styles.work} label={words.store}>
        {store === null ? <Waiting /> : <Facts tight rows={profileRows(store)} />}
        <p className={styles.note}>{words.locked}</p>
      </Sheet>
    </SettingsFrame>
  );
}

function profileRows(store: StoreProfile) {
  return [
    { name: words.koperasi, value: store.koperasi },
    { name: words.gerai, value: store.gerai },
    { name: words.code, value: store.storeCode },
    { name: words.till, value: store.tillNumber },
    { name: words.address, value: store.address },
    { name: words.kabupaten, value: store.kabupaten },
    { name: words.zone, value: store.priceZone },
    { name: words.timeZone, value: TIME_ZONES[store.timeZone].short },
    { name: words.pkp, value: store.pkp ? words.pkpYes : words.pkpNo },
    { name: words.columns, value: words.columnsText(store.receiptColumns) },
  ];
}
