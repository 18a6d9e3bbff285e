import type { Ticket, TicketSubsidy } from '../../../../shared/contract/till.ts';
import { formatQuantity, formatRupiah } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { Tag } from '../../../ui/tag.tsx';
import styles from './goods-sheet.module.css';
import { badgeOf } from './line-state.ts';

interface GoodsSheetProps {
  readonly ticket: Ticket;
  readonly subsidy: TicketSubsidy;
}

/** The lines that this buyer belongs to. */
export function GoodsSheet({ ticket, subsidy }: GoodsSheetProps) {
  const { lines } = subsidy.verdict;
  const judged = new Map(lines.map((line) => [line.lineId, line]));
  const goods = ticket.lines.filter(({ lineId }) => judged.has(lineId));
  return (
    <Sheet label={id.subsidyTill.goods} className={styles.goods}>
      {goods.map((line) => {
        const judgement = judged.get(line.lineId);
        return (
          <div key={line.lineId} className={styles.line} data-many={goods.length > 1 ? '' : undefined}>
            <Icon
              name={subsidy.cylinders.length > 0 && judgement?.system === 'map' ? 'gas' : 'box'}
              size={26}
            />
            <span className={styles.name}>
              <span>{line.name}</span>
              {judgement && <Tag kind="subsidy">{badgeOf(judgement)}</Tag>}
            </span>
            <span className={styles.quantity}>
              {formatQuantity(line.quantityThousandths)} {line.unit}
            </span>
            <b className={styles.amount}>{formatRupiah(line.totalRp)}</b>
          </div>
        );
      })}
    </Sheet>
  );
}
