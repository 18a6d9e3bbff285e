import type { PromotionReply } from '../../../shared/contract/catalog.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ListRow, ListTable, RowName } from '../../ui/list-table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { giftWords, whenWords } from './promotion-words.ts';
import styles from './promotions.module.css';

const words = id.promotions;

interface PromotionTableProps {
  readonly promotions: readonly PromotionReply[];
  readonly row: number;
  readonly openId: string | null;
  readonly onOpen: (at: number) => void;
}

/** Every promotion with what it gives and when, the newest first. */
export function PromotionTable({ promotions, row, openId, onOpen }: PromotionTableProps) {
  return (
    <ListTable
      label={words.list}
      head={
        <>
          <th>{words.columns.name}</th>
          <th>{words.columns.when}</th>
          <th className={styles.state}>{words.columns.state}</th>
        </>
      }
    >
      {promotions.map((reply, at) => {
        const { promotionId, name, active } = reply.promotion;
        return (
          <ListRow key={promotionId} current={at === row} open={openId === promotionId}>
            <td className={styles.name}>
              <RowName
                onOpen={() => onOpen(at)}
                second={<span className={styles.whole}>{giftWords(reply)}</span>}
              >
                {name}
              </RowName>
            </td>
            <td>
              <span className={styles.whole}>{whenWords(reply)}</span>
            </td>
            <td>{active ? <Tag>{words.running}</Tag> : <Tag kind="wait">{words.off}</Tag>}</td>
          </ListRow>
        );
      })}
    </ListTable>
  );
}
