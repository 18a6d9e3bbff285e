import type { TicketLine } from '../../../shared/contract/till.ts';
import { priceTimesQuantity } from '../../../shared/domain/money.ts';
import { ONE } from '../../../shared/domain/quantity.ts';
import { formatAmount, formatQuantity } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { priceReasonText } from '../../../shared/i18n/id/price-reason.ts';
import styles from './basket-table.module.css';

const words = id.till.line;

/** The small second line of the basket: what a pack holds, why it costs what it costs, what came off. */
export function LineNotes({ line }: { readonly line: TicketLine }) {
  const notes = notesOf(line);
  if (notes.length === 0) return null;
  return (
    <div className={styles.notes}>
      {notes.map((note) => (
        <span key={note}>{note}</span>
      ))}
    </div>
  );
}

function notesOf(line: TicketLine): string[] {
  const { unit, baseUnit, contentThousandths, reason, discounts } = line;
  const pack =
    contentThousandths === ONE ? '' : words.pack(unit, formatQuantity(contentThousandths), baseUnit);
  // A ceiling has a badge of its own beside the name.
  const why = reason.kind === 'ceiling' ? '' : priceReasonText(reason);
  const savedRp = priceTimesQuantity(line.listPriceRp, line.quantityThousandths) - line.grossRp;
  const saved = savedRp > 0 && why !== '' ? words.saved(formatAmount(savedRp)) : '';
  const off = discounts.map((discount) => {
    const amount = formatAmount(0 - discount.amountRp);
    return discount.kind === 'promotion'
      ? words.discount(discount.name, amount)
      : words.byHand(discount.reason, amount);
  });
  return [pack, why, saved, ...off].filter((note) => note !== '');
}
