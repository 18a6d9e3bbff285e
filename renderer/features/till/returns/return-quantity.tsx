import { formatQuantity } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { QuantityEntry } from '../quantity-entry.tsx';
import type { ReturnableLine } from './return-draft.ts';

const words = id.returns;

interface ReturnQuantityProps {
  readonly line: ReturnableLine;
  /** In thousandths of the line's unit. */
  readonly onSet: (quantity: number) => void;
  readonly onBack: () => void;
}

/** F3: how much of a line comes back, typed in the place of the screen's head. */
export function ReturnQuantity({ line, onSet, onBack }: ReturnQuantityProps) {
  const { name, unit, fractional, leftThousandths } = line;
  return (
    <QuantityEntry
      label={words.quantityOf(name, `${formatQuantity(leftThousandths)} ${unit}`)}
      fractional={fractional}
      backLabel={words.back}
      fits={(quantity) => quantity <= leftThousandths && (fractional || quantity % 1000 === 0)}
      onSet={onSet}
      onBack={onBack}
    />
  );
}
