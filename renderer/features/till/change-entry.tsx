import { useState } from 'react';
import type { TicketLine } from '../../../shared/contract/till.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import { id } from '../../../shared/i18n/id.ts';
import { say } from '../../ui/messages.ts';
import { ChangeField } from './change-field.tsx';
import type { Change } from './change-amount.ts';
import { ReasonEntry } from './reason-entry.tsx';
import { useApproved } from './use-approved.ts';
import type { Basket } from './use-basket.ts';

const words = id.till.change;

/** Why a price is changed, in the order of the keys. */
const REASONS = (['damaged', 'expiring', 'shelf', 'other'] as const).map((value) => ({
  value,
  label: words.reasons[value],
}));

interface ChangeEntryProps {
  readonly ticketId: string;
  readonly line: TicketLine;
  readonly basket: Basket;
  readonly onDone: () => void;
}

/** F10: another price for a line, or something off it; then why, and the word of whoever may allow it. */
export function ChangeEntry({ ticketId, line, basket, onDone }: ChangeEntryProps) {
  const [change, setChange] = useState<Change | null>(null);
  const approved = useApproved();

  const carryOut = async (wanted: Change, reason: string) => {
    const { lineId } = line;
    onDone();
    const done =
      wanted.kind === 'price'
        ? await approved(
            { action: 'line-price', ticketId, lineId, unitPriceRp: rupiah(wanted.unitPriceRp) },
            (approvalId) => basket.setPrice({ lineId, unitPriceRp: wanted.unitPriceRp, reason, approvalId }),
          )
        : await approved(
            { action: 'line-discount', ticketId, lineId, discountRp: rupiah(wanted.discountRp) },
            (approvalId) => basket.setDiscount({ lineId, discountRp: wanted.discountRp, reason, approvalId }),
          );
    if (done?.ok === true) say({ tone: 'done', title: words.done(line.name) });
  };

  if (change === null)
    return <ChangeField line={line} basket={basket} onChange={setChange} onBack={onDone} />;
  return (
    <ReasonEntry
      ask={words.why}
      icon="hash"
      reasons={REASONS}
      open="other"
      onReason={(reason, note) =>
        void carryOut(change, reason === 'other' ? note : words.reasons[reason].toLowerCase())
      }
      onBack={onDone}
    />
  );
}
