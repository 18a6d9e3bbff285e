import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Staff } from '../../shared/contract/staff.ts';
import { calendarDate } from '../../shared/domain/business-date.ts';
import { formatDateShort, formatTime } from '../../shared/i18n/format.ts';
import { id } from '../../shared/i18n/id.ts';
import { ask } from '../data/ask.ts';
import { useEngineNow, useShopOffset } from '../data/use-shop.ts';
import { Icon } from '../ui/icon.tsx';
import type { IconName } from '../ui/icon-paths.ts';
import { printerWords, uploadWords, type SignWords } from './sign-words.ts';
import styles from './status-strip.module.css';

function Sign({ icon, look = false, children }: { icon: IconName; look?: boolean; children: ReactNode }) {
  return (
    <span className={look ? styles.look : undefined}>
      <Icon name={icon} size={18} />
      {children}
    </span>
  );
}

function Words({ words }: { readonly words: SignWords }) {
  return (
    <>
      <span className={styles.wide}>{words.long}</span>
      <span className={styles.narrow}>{words.short}</span>
    </>
  );
}

/** How the printer stands, as far as the newest job tells. */
export function PrinterSign() {
  const printer = useQuery(ask.printer());
  const jobs = useQuery(ask.printJobs(1));
  if (printer.data === undefined || jobs.data === undefined) return null;
  const words = printerWords(printer.data, jobs.data[0]);
  return (
    <Sign icon="printer" look={words.look}>
      <Words words={words} />
    </Sign>
  );
}

/** What still waits for the district, or when it last acknowledged. */
export function UploadSign() {
  const offset = useShopOffset();
  const now = useEngineNow(60_000);
  const upload = useQuery(ask.upload());
  if (upload.data === undefined) return null;
  const words = uploadWords(upload.data, now, offset);
  return (
    <Sign icon="send" look={words.look}>
      <Words words={words} />
    </Sign>
  );
}

/** Which shift runs and who is at the till. */
export function PersonSign({ me }: { readonly me: Staff }) {
  const cash = useQuery(ask.cash());
  const shift = cash.data?.shift;
  if (shift) {
    return (
      <Sign icon="user">
        <span>{id.app.signs.shift(shift.number, me.name)}</span>
      </Sign>
    );
  }
  return (
    <Sign icon="user">
      <span>
        {me.name}
        <span className={styles.role}>{id.app.signs.role(id.app.roles[me.role])}</span>
      </span>
    </Sign>
  );
}

/** Date and time at the store, by the engine's clock. */
export function Clock() {
  const offset = useShopOffset();
  const now = useEngineNow();
  return (
    <span className={styles.clock}>
      <Icon name="clock" size={18} />
      <span className={styles.date}>{formatDateShort(calendarDate(now, offset))}</span>
      <time>{formatTime(now, offset)}</time>
    </span>
  );
}

/** Shown only while the engine gives no answer. */
export function LinkSign() {
  return (
    <Sign icon="warn" look>
      <Words words={{ long: id.app.signs.linkLost, short: id.app.signs.linkLostShort, look: true }} />
    </Sign>
  );
}
