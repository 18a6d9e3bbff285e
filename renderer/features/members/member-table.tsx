import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Member } from '../../../shared/contract/members.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import ledger from '../../ui/ledger.module.css';
import styles from './list.module.css';
import type { PeopleFilter } from './search-field.tsx';
import { useMemberPages } from './use-pages.ts';
import { Inactive, shownName } from './who.tsx';

const words = id.members;

/** Heights in pixels, as the ledger draws them: a row, and the head that stays in sight. */
const ROW = 44;
const HEAD = 30;

interface MemberTableProps {
  readonly filter: PeopleFilter;
  readonly total: number;
  /** The row the arrows stand on. */
  readonly row: number;
  readonly openId: string | null;
  readonly onOpen: (memberId: string) => void;
}

/** The members as a ledger. However many there are, only the rows in sight are drawn. */
export function MemberTable({ filter, total, row, openId, onOpen }: MemberTableProps) {
  const frame = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- what it returns stays in this component
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW,
    overscan: 8,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
  });
  const rows = virtual.getVirtualItems();
  const pages = useMemberPages(filter, rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0);
  useEffect(() => {
    if (row < total) virtual.scrollToIndex(row);
  }, [virtual, row, total]);
  return (
    <div ref={frame} className={styles.window}>
      <table className={`${ledger.ledger} ${styles.table}`} aria-rowcount={total} aria-label={words.title}>
        <thead>
          <tr>
            <th className={styles.number}>{words.columns.number}</th>
            <th>{words.columns.name}</th>
            <th className={styles.tier}>{words.columns.tier}</th>
            <th className={`${ledger.num} ${styles.money}`}>{words.columns.sukarela}</th>
          </tr>
        </thead>
        <tbody>
          <Gap height={(rows[0]?.start ?? HEAD) - HEAD} />
          {rows.map(({ index }) => (
            <MemberRow
              key={index}
              member={pages.at(index)}
              at={index}
              current={index === row}
              open={openId !== null && pages.at(index)?.memberId === openId}
              onOpen={onOpen}
            />
          ))}
          <Gap height={virtual.getTotalSize() + HEAD - (rows.at(-1)?.end ?? HEAD)} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows above and below that are not drawn. */
function Gap({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true">
      <td aria-hidden="true" className={styles.gap} style={{ height }} />
    </tr>
  );
}

interface MemberRowProps {
  readonly member: Member | undefined;
  readonly at: number;
  readonly current: boolean;
  readonly open: boolean;
  readonly onOpen: (memberId: string) => void;
}

function MemberRow({ member, at, current, open, onOpen }: MemberRowProps) {
  if (member === undefined) {
    return (
      <tr aria-rowindex={at + 1} className={styles.row}>
        <td className={styles.soft}>{words.loadingRow}</td>
      </tr>
    );
  }
  return (
    <tr
      aria-rowindex={at + 1}
      aria-current={current ? 'true' : undefined}
      className={styles.row}
      data-open={open ? '' : undefined}
    >
      <td className={styles.soft}>{member.number}</td>
      <td>
        <div className={styles.name}>
          <button type="button" tabIndex={-1} className={styles.open} onClick={() => onOpen(member.memberId)}>
            {shownName(member)}
          </button>
          <Inactive active={member.active} />
        </div>
      </td>
      <td className={styles.soft}>{words.tiers[member.tier]}</td>
      <td className={ledger.num}>
        {member.savings !== null && <b>{formatAmount(member.savings.sukarelaRp)}</b>}
      </td>
    </tr>
  );
}
