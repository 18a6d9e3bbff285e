import { useQuery } from '@tanstack/react-query';
import type { KeyingRow } from '../../../../shared/contract/keying.ts';
import type { TicketSubsidy } from '../../../../shared/contract/till.ts';
import { businessDateSchema } from '../../../../shared/domain/business-date.ts';
import type { ExternalSystem } from '../../../../shared/domain/programmes/rules.ts';
import { formatTime } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { ask } from '../../../data/ask.ts';
import { useEngineNow, useShopOffset } from '../../../data/use-shop.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { Tag } from '../../../ui/tag.tsx';
import styles from './keying-sheet.module.css';
import { useKnown } from './number-sheet.tsx';
import { nameAndDigits } from './people.ts';

const words = id.subsidyTill.keying;

/** Lines of today that are shown; the list of them all is in the office. */
const SHOWN = 4;

interface KeyingSheetProps {
  readonly subsidy: TicketSubsidy;
  readonly system: ExternalSystem;
}

/** What of today has to stand in another system as well, the newest first, this sale before them all. */
export function KeyingSheet({ subsidy, system }: KeyingSheetProps) {
  const offset = useShopOffset();
  const now = useEngineNow(30_000);
  const known = useKnown(subsidy);
  const date = businessDateSchema.parse(subsidy.verdict.date);
  const queue = useQuery(ask.keyingQueue({ system, from: date, to: date, limit: 1000 })).data;
  const rows = queue?.rows.slice(-SHOWN).toReversed() ?? [];
  const waiting = queue?.counts.find((count) => count.system === system)?.belum ?? 0;
  const name = id.subsidyTill.systems[system];
  return (
    <Sheet label={words.title(name)} className={styles.queue}>
      <div className={styles.head}>
        <h2>{words.title(name)}</h2>
        {waiting > 0 && <Tag kind="wait">{words.count(waiting)}</Tag>}
      </div>
      <ol>
        {known !== undefined && (
          <li>
            <span className={styles.time}>{formatTime(now, offset)}</span>
            <span className={styles.name}>{nameAndDigits(known)}</span>
            <Tag kind="wait">{words.here}</Tag>
          </li>
        )}
        {rows.map((row) => (
          <Row key={`${row.saleId} ${row.lineId}`} row={row} offset={offset} />
        ))}
      </ol>
      {rows.length === 0 && known === undefined && <p className={styles.foot}>{words.none}</p>}
      <p className={styles.foot}>{words.foot(name)}</p>
    </Sheet>
  );
}

function Row({ row, offset }: { readonly row: KeyingRow; readonly offset: number }) {
  const { buyer, status, note } = row;
  return (
    <li>
      <span className={styles.time}>{formatTime(row.at, offset)}</span>
      <span className={styles.name}>
        {nameAndDigits({ ...buyer, maskedNik: buyer.lastFour })}
        {note !== '' && <small>{note}</small>}
      </span>
      <Tag kind={TAG_OF[status]}>{words.status[status]}</Tag>
    </li>
  );
}

const TAG_OF = { belum: 'wait', sudah: 'done', beda: 'stop' } as const;
