import { formatRupiah } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import type { DraftKind, TenderDraft, TenderPlan } from './tender-plan.ts';
import { readDate } from './typed-date.ts';

/** What is typed about a part that is no cash and no QRIS. */
export interface AccountDraft {
  /** `null` while empty: all that is left. */
  readonly amountRp: number | null;
  readonly reference: string;
  readonly due: string;
}

export const EMPTY_ACCOUNT: AccountDraft = { amountRp: null, reference: '', due: '' };

/** What is wrong with it, beside each field. */
export interface AccountErrors {
  readonly amount?: string;
  readonly reference?: string;
  readonly due?: string;
}

/**
 * Reads a part as it is typed.
 * @param plan what is still to be paid, at most, and what an empty amount means
 */
export function readAccount(
  kind: DraftKind,
  draft: AccountDraft,
  { restRp, openRp }: Pick<TenderPlan, 'restRp' | 'openRp'>,
): { readonly row: TenderDraft } | { readonly errors: AccountErrors } {
  const amountRp = draft.amountRp ?? openRp;
  const reference = draft.reference.trim();
  const due = draft.due.trim();
  const dueDate = due === '' ? null : readDate(due);
  const errors: AccountErrors = {
    ...(amountRp === 0 ? { amount: id.pay.amountMissing } : {}),
    ...(amountRp > restRp ? { amount: id.pay.tooMuch(formatRupiah(restRp)) } : {}),
    ...(needsReference(kind) && reference === '' ? { reference: id.pay.referenceMissing } : {}),
    ...(kind === 'invoice' && due !== '' && dueDate === null ? { due: id.pay.dueDateWrong } : {}),
  };
  if (Object.keys(errors).length > 0) return { errors };
  switch (kind) {
    case 'transfer':
    case 'card':
      return { row: { kind, amountRp, reference } };
    case 'kasbon':
    case 'savings':
      return { row: { kind, amountRp } };
    case 'invoice':
      return { row: { kind, amountRp, dueDate } };
  }
}

/** Whether the money can be found at the bank only by a number. */
export function needsReference(kind: DraftKind): kind is 'transfer' | 'card' {
  return kind === 'transfer' || kind === 'card';
}
