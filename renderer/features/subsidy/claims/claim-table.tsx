import type { Claim } from '../../../../shared/contract/programmes.ts';
import { formatAmount, formatDate } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import ledger from '../../../ui/ledger.module.css';
import { ListRow, ListTable, RowName } from '../../../ui/list-table.tsx';
import { Tag } from '../../../ui/tag.tsx';
import styles from './claims.module.css';

const words = id.subsidyOffice.claims;

interface ClaimTableProps {
  readonly claims: readonly Claim[];
  readonly row: number;
  readonly onRow: (at: number) => void;
}

/** The claims, the newest first, with what of each is still open. */
export function ClaimTable({ claims, row, onRow }: ClaimTableProps) {
  return (
    <ListTable
      label={words.title}
      head={
        <>
          <th>{words.columns.claim}</th>
          <th className={`${ledger.num} ${styles.money}`}>{words.columns.open}</th>
          <th className={styles.status}>{words.columns.status}</th>
        </>
      }
    >
      {claims.map((claim, at) => (
        <ListRow key={claim.claimId} current={at === row}>
          <td>
            <RowName onOpen={() => onRow(at)} second={`${formatDate(claim.effectiveOn)}, ${claim.decree}`}>
              {claim.programmeName}
            </RowName>
          </td>
          <td className={ledger.num}>
            <b>{formatAmount(claim.openRp)}</b>
          </td>
          <td>
            <ClaimTag status={claim.status} />
          </td>
        </ListRow>
      ))}
    </ListTable>
  );
}

/** How far a claim has come. */
export function ClaimTag({ status }: Pick<Claim, 'status'>) {
  const kinds = { open: 'plain', sent: 'wait', settled: 'done' } as const;
  return <Tag kind={kinds[status]}>{words.statuses[status]}</Tag>;
}
