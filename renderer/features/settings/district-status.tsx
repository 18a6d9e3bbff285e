import type { UploadStatus } from '../../../shared/contract/upload.ts';
import { calendarDate } from '../../../shared/domain/business-date.ts';
import { formatAmount, formatDateShort, formatTime } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useShopOffset } from '../../data/use-shop.ts';
import { Facts } from '../../ui/facts.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './settings.module.css';

const words = id.settings.district;

/** What the district is known to have, and what went wrong last. Waiting is normal, and said so. */
export function DistrictStatus({ status }: { readonly status: UploadStatus }) {
  const offset = useShopOffset();
  const exactly = (at: number) => `${formatDateShort(calendarDate(at, offset))} ${formatTime(at, offset)}`;
  const when = (at: number | null) => (at === null ? words.never : exactly(at));
  const { lastFault } = status;
  return (
    <Sheet padded label={words.state} className={styles.status}>
      <Facts
        rows={[
          { name: words.lastAck, value: when(status.ackedAt) },
          {
            name: words.records,
            value: words.recordsOf(formatAmount(status.ackedSeq), formatAmount(status.headSeq)),
          },
          { name: words.days, value: words.daysText(status.daysWaiting) },
          ...(status.enrolled
            ? [
                { name: words.state, value: words.states[status.state] },
                { name: words.nextTry, value: when(status.nextTryAt) },
              ]
            : []),
        ]}
      />
      {lastFault !== null && (
        <div className={styles.fault} role="alert">
          <b>{words.fault}</b>
          <p>{words.faults[lastFault.code]}</p>
          <small>{words.faultAt(exactly(lastFault.at))}</small>
        </div>
      )}
    </Sheet>
  );
}
