import type { PromotionReply } from '../../../shared/contract/catalog.ts';
import { id } from '../../../shared/i18n/id.ts';
import { classNames } from '../../ui/class-names.ts';
import ledger from '../../ui/ledger.module.css';
import { Tag } from '../../ui/tag.tsx';
import { giftWords, whenWords } from './promotion-words.ts';
import styles from './promotions.module.css';

const words = id.promotions;

interface PromotionTableProps {
  readonly promotions: readonly PromotionReply[];
  readonly row: number;
  readonly openId: string | null;
  readonly onOpen: (promotionId: string) => void;
}

/** Every promotion with what it gives and when, the newest first. */
export function PromotionTable({ promotions, row, openId, onOpen }: PromotionTableProps) {
  return (
    <table className={classNames(ledger.ledger, styles.table)} aria-label={words.list}>
      <thead>
        <tr>
          <th>{words.columns.name}</th>
          <th>{words.columns.when}</th>
          <th className={styles.state}>{words.columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {promotions.map((reply, at) => {
          const { promotionId, name, active } = reply.promotion;
          return (
            <tr
              key={promotionId}
              className={styles.row}
              aria-current={at === row ? 'true' : undefined}
              data-open={openId === promotionId ? '' : undefined}
            >
              <td>
                <button
                  type="button"
                  tabIndex={-1}
                  className={styles.open}
                  onClick={() => onOpen(promotionId)}
                >
                  {name}
                </button>
                <small>{giftWords(reply)}</small>
              </td>
              <td>{whenWords(reply)}</td>
              <td>{active ? <Tag>{words.running}</Tag> : <Tag kind="wait">{words.off}</Tag>}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
