import { useQuery } from '@tanstack/react-query';
import { calendarDate } from '../../../shared/domain/business-date.ts';
import { formatDateShort, formatTime } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { useEngineNow, useShopOffset } from '../../data/use-shop.ts';
import { Facts } from '../../ui/facts.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './settings.module.css';

const words = id.settings.about;

/** Which program this is, what time it goes by, and whether the store is only an example. */
export function AboutProgram() {
  const demoPins = useQuery(ask.setup()).data?.demoPins ?? [];
  const now = useEngineNow();
  const offset = useShopOffset();
  return (
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
      {demoPins.length > 0 && (
        <p className={styles.note}>
          <b>{words.example}.</b> {words.exampleText}
        </p>
      )}
    </Sheet>
  );
}
