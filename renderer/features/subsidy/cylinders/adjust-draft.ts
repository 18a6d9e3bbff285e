import type { z } from 'zod';
import type { CylinderState } from '../../../../shared/contract/cylinders.ts';
import type { contract } from '../../../../shared/contract/index.ts';
import { nameSchema } from '../../../../shared/contract/values.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { textError, type FieldErrors } from '../../../ui/field-checks.ts';

const words = id.subsidyOffice.cylinders.errors;

const MOST = 10_000;

export type AdjustInput = z.input<typeof contract.cylinders.adjust.input>;

/** What of the books is put right, while it is being said. Whole cylinders. */
export interface AdjustDraft {
  readonly cause: AdjustInput['cause'];
  readonly quantity: number | null;
  readonly full: number | null;
  readonly empties: number | null;
  readonly damaged: number | null;
  readonly agen: string;
  readonly owed: number | null;
  /** The agen owes the store, and not the other way round. */
  readonly agenOwes: boolean;
  readonly note: string;
}

/** Nothing said yet; a count begins with what the books say, or at nought where they say less than nothing. */
export function newAdjustment(kind: CylinderState): AdjustDraft {
  const [agen] = kind.agens;
  return {
    cause: 'counted',
    quantity: null,
    full: Math.max(0, kind.fullThousandths / 1000),
    empties: Math.max(0, kind.emptyThousandths / 1000),
    damaged: Math.max(0, kind.damagedThousandths / 1000),
    agen: agen?.agen ?? '',
    owed: null,
    agenOwes: false,
    note: '',
  };
}

/** What is wrong with each field. */
export function checkAdjustment(draft: AdjustDraft): FieldErrors<keyof AdjustDraft> {
  const note = textError(nameSchema(120), draft.note);
  switch (draft.cause) {
    case 'counted':
      return {
        full: countError(draft.full),
        empties: countError(draft.empties),
        damaged: countError(draft.damaged),
        note,
      };
    case 'agen':
      return { agen: textError(nameSchema(80), draft.agen), owed: countError(draft.owed), note };
    case 'damaged':
    case 'repaired':
      return { quantity: draft.quantity === 0 ? id.fields.missing : countError(draft.quantity), note };
  }
}

function countError(count: number | null): string | undefined {
  if (count === null) return id.fields.missing;
  return count < 0 || count > MOST ? words.tooMany : undefined;
}

/** The command's input of a draft in which nothing is wrong. */
export function toAdjustment(draft: AdjustDraft, kind: string): AdjustInput {
  const note = draft.note.trim();
  switch (draft.cause) {
    case 'counted':
      return {
        cause: 'counted',
        kind,
        fullThousandths: (draft.full ?? 0) * 1000,
        emptyThousandths: (draft.empties ?? 0) * 1000,
        damagedThousandths: (draft.damaged ?? 0) * 1000,
        note,
      };
    case 'agen':
      return {
        cause: 'agen',
        kind,
        agen: draft.agen.trim(),
        owedThousandths: (draft.owed ?? 0) * (draft.agenOwes ? -1000 : 1000),
        note,
      };
    case 'damaged':
    case 'repaired':
      return { cause: draft.cause, kind, quantityThousandths: (draft.quantity ?? 0) * 1000, note };
  }
}
