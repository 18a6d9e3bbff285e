import type { z } from 'zod';
import type { contract } from '../../../../shared/contract/index.ts';
import { nameSchema } from '../../../../shared/contract/values.ts';
import { MAX_RUPIAH } from '../../../../shared/domain/money.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { textError, type FieldErrors } from '../../../ui/field-checks.ts';

const words = id.subsidyOffice.cylinders.errors;

/** More than any village store gets in a day: a slip of the finger. */
const MOST = 10_000;

/** What the agen brings and takes, while it is being counted. Whole cylinders. */
export interface ReceiveDraft {
  readonly agen: string;
  readonly document: string;
  readonly full: number | null;
  /** `null` for as many as came in full: the usual swap. */
  readonly empties: number | null;
  readonly damaged: number | null;
  readonly unitCostRp: number | null;
}

/** A delivery that nothing is known of yet but who usually comes. */
export function newDelivery(agen: string): ReceiveDraft {
  return { agen, document: '', full: null, empties: null, damaged: null, unitCostRp: null };
}

/** Empty cylinders that go with the agen, where nobody said otherwise. */
export function emptiesOf({ full, empties, damaged }: ReceiveDraft): number {
  return empties ?? Math.max(0, (full ?? 0) - (damaged ?? 0));
}

/** Cylinders that the store owes the agen more after this delivery; below zero for fewer. */
export function owedMore(draft: ReceiveDraft): number {
  return (draft.full ?? 0) - emptiesOf(draft) - (draft.damaged ?? 0);
}

/** What is wrong with each field. */
export function checkDelivery(draft: ReceiveDraft): FieldErrors<keyof ReceiveDraft> {
  const moves = (draft.full ?? 0) + emptiesOf(draft) + (draft.damaged ?? 0);
  return {
    agen: textError(nameSchema(80), draft.agen),
    document: draft.document.trim().length > 60 ? id.fields.tooLong(60) : undefined,
    full: countError(draft.full) ?? (moves === 0 ? words.nothing : undefined),
    empties: countError(draft.empties),
    damaged: countError(draft.damaged),
    unitCostRp: costError(draft),
  };
}

function countError(count: number | null): string | undefined {
  return count !== null && count > MOST ? words.tooMany : undefined;
}

function costError({ unitCostRp, full }: ReceiveDraft): string | undefined {
  if (unitCostRp === null) return (full ?? 0) > 0 ? words.cost : undefined;
  return unitCostRp > MAX_RUPIAH ? id.fields.amount : undefined;
}

/** The command's input of a draft in which nothing is wrong. */
export function toDelivery(
  draft: ReceiveDraft,
  kind: string,
): z.input<typeof contract.cylinders.receive.input> {
  return {
    kind,
    agen: draft.agen.trim(),
    document: draft.document.trim(),
    fullThousandths: (draft.full ?? 0) * 1000,
    emptiesThousandths: emptiesOf(draft) * 1000,
    damagedThousandths: (draft.damaged ?? 0) * 1000,
    unitCostRp: draft.unitCostRp ?? 0,
  };
}
