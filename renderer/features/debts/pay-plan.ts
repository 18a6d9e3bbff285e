import type { DebtorDetail, DebtTenderInput, DebtTenderKind } from '../../../shared/contract/debts.ts';
import { debtRounding, shareOutPayment, type Allocation } from '../../../shared/domain/debts.ts';
import { NO_RUPIAH, rupiah, sumRupiah, type Rupiah } from '../../../shared/domain/money.ts';
import { formatRupiah } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import type { FieldErrors } from '../../ui/field-checks.ts';

const words = id.debts.pay.errors;

/** What is typed about a payment. */
export interface PayDraft {
  readonly way: DebtTenderKind;
  /** What comes off the debt; `null` while empty: all that is meant. */
  readonly amountRp: number | null;
  /** The cash laid down; `null` while empty: exactly what is due. */
  readonly receivedRp: number | null;
  readonly reference: string;
  /** Receipts that were chosen; none for those that were due first. */
  readonly chosen: readonly string[];
}

export const EMPTY_PAYMENT: PayDraft = {
  way: 'cash',
  amountRp: null,
  receivedRp: null,
  reference: '',
  chosen: [],
};

/** What a payment would come to. */
export interface PayPlan {
  /** All that is owed for the receipts that are meant. */
  readonly meantRp: Rupiah;
  readonly amountRp: Rupiah;
  readonly parts: readonly Allocation[];
  readonly roundingRp: Rupiah;
  /** What has to be received. */
  readonly dueRp: Rupiah;
  readonly receivedRp: Rupiah;
  /** Below zero where the cash is short. */
  readonly changeRp: Rupiah;
  readonly leftRp: Rupiah;
  readonly errors: FieldErrors<'amountRp' | 'receivedRp' | 'reference'>;
}

type Debts = Pick<DebtorDetail, 'open' | 'owedRp' | 'savingsRp' | 'cashStepRp'>;

/** Works out a payment as it is typed, with the very rules by which the engine will take it. */
export function payPlan(draft: PayDraft, debts: Debts): PayPlan {
  const { open, owedRp, cashStepRp } = debts;
  const chosen = open.filter(({ saleId }) => draft.chosen.includes(saleId));
  const meant = chosen.length === 0 ? open : chosen;
  const meantRp = sumRupiah(meant.map(({ leftRp }) => leftRp));
  const amountRp = rupiah(draft.amountRp ?? meantRp);
  const parts = shareOutPayment(meant, amountRp > meantRp ? meantRp : amountRp);
  const rounding = draft.way === 'cash' ? debtRounding(meant, parts, cashStepRp) : NO_RUPIAH;
  const roundingRp = rounding ?? NO_RUPIAH;
  const dueRp = rupiah(amountRp + roundingRp);
  const receivedRp = draft.way === 'cash' ? rupiah(draft.receivedRp ?? dueRp) : dueRp;
  const changeRp = rupiah(receivedRp - dueRp);
  return {
    meantRp,
    amountRp,
    parts,
    roundingRp,
    dueRp,
    receivedRp,
    changeRp,
    leftRp: rupiah(Math.max(0, owedRp - amountRp)),
    errors: {
      amountRp: amountError(amountRp, meantRp, rounding === undefined, debts, draft.way),
      receivedRp: changeRp < 0 ? words.short(formatRupiah(0 - changeRp)) : undefined,
      reference: needsReference(draft.way) && draft.reference.trim() === '' ? words.reference : undefined,
    },
  };
}

function amountError(
  amountRp: Rupiah,
  meantRp: Rupiah,
  uneven: boolean,
  { savingsRp, cashStepRp }: Debts,
  way: DebtTenderKind,
): string | undefined {
  if (amountRp === 0) return words.amount;
  if (amountRp > meantRp) return words.tooMuch(formatRupiah(meantRp));
  if (uneven) return words.step(formatRupiah(cashStepRp));
  if (way === 'savings' && amountRp > (savingsRp ?? 0)) return words.savings(formatRupiah(savingsRp ?? 0));
  return undefined;
}

/** Whether the money can be found at the bank only by a number. */
export function needsReference(way: DebtTenderKind): way is 'qris' | 'transfer' | 'card' {
  return way === 'qris' || way === 'transfer' || way === 'card';
}

/** How it is paid, as the command wants it. */
export function tenderOf({ way, reference }: PayDraft, plan: PayPlan): DebtTenderInput {
  if (way === 'cash') return { kind: way, receivedRp: plan.receivedRp };
  return needsReference(way) ? { kind: way, reference: reference.trim() } : { kind: way };
}
