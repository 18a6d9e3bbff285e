import type { InputOf } from '../../../../shared/contract/define.ts';
import type { ReturnableSale } from '../../../../shared/contract/returns.ts';
import type { tillContract } from '../../../../shared/contract/till.ts';
import type { RefundWay } from '../../../../shared/domain/refunds.ts';
import { returnReasonSchema, type ReturnReason } from '../../../../shared/journal/sale-bodies.ts';

export type ReturnableLine = ReturnableSale['lines'][number];
/** What comes back and why, as the engine takes it. */
export type Goods = InputOf<(typeof tillContract)['beginExchange']>;

/** What comes back of one line. */
export interface LineDraft {
  readonly quantityThousandths: number;
  readonly damaged: boolean;
}

/** A return being put together. */
export interface ReturnDraft {
  readonly lines: ReadonlyMap<string, LineDraft>;
  /** null until one is chosen: nobody's reason is guessed. */
  readonly reason: ReturnReason | null;
  readonly note: string;
  /** null for the way that the till proposes. */
  readonly way: RefundWay | null;
  readonly reference: string;
}

export const EMPTY_DRAFT: ReturnDraft = {
  lines: new Map(),
  reason: null,
  note: '',
  way: null,
  reference: '',
};

const NOTHING: LineDraft = { quantityThousandths: 0, damaged: false };

/** A cylinder on loan comes back for reasons of its own; goods never come back for that one. */
const CYLINDER_REASONS: readonly ReturnReason[] = ['cylinder-back', 'damaged', 'other'];
const GOODS_REASONS = returnReasonSchema.options.filter((reason) => reason !== 'cylinder-back');

/** Whether deposits come back and nothing else. */
export function onlyDeposits(sale: ReturnableSale, draft: ReturnDraft): boolean {
  const chosen = sale.lines.filter(({ lineId }) => draftOf(draft, lineId).quantityThousandths > 0);
  return chosen.length > 0 && chosen.every(({ deposit }) => deposit);
}

/** Why what is chosen may come back. */
export function reasonsFor(sale: ReturnableSale, draft: ReturnDraft): readonly ReturnReason[] {
  return onlyDeposits(sale, draft) ? CYLINDER_REASONS : GOODS_REASONS;
}

/** The reason that was chosen, as long as it fits what comes back. */
export function reasonOf(sale: ReturnableSale, draft: ReturnDraft): ReturnReason | null {
  const { reason } = draft;
  return reason !== null && reasonsFor(sale, draft).includes(reason) ? reason : null;
}

/** What is to come back of a line so far. */
export function draftOf(draft: ReturnDraft, lineId: string): LineDraft {
  return draft.lines.get(lineId) ?? NOTHING;
}

/** Sets how much of a line comes back, in thousandths: never less than nothing nor more than is left. */
export function withQuantity(
  draft: ReturnDraft,
  line: ReturnableLine,
  quantityThousandths: number,
): ReturnDraft {
  const kept = Math.min(Math.max(0, quantityThousandths), line.leftThousandths);
  return withLine(draft, line.lineId, { quantityThousandths: kept });
}

/**
 * One more or one less of a line. Of weighed goods what is left comes back whole or not at all; anything
 * between is typed.
 */
export function withStep(draft: ReturnDraft, line: ReturnableLine, step: 1 | -1): ReturnDraft {
  const { quantityThousandths } = draftOf(draft, line.lineId);
  if (line.fractional) return withQuantity(draft, line, step === 1 ? line.leftThousandths : 0);
  return withQuantity(draft, line, quantityThousandths + step * 1000);
}

/** Everything that can still come back. */
export function withEverything(draft: ReturnDraft, lines: readonly ReturnableLine[]): ReturnDraft {
  return lines.reduce((held, line) => withQuantity(held, line, line.leftThousandths), draft);
}

/** Turns the condition of a line's goods; what is found damaged is taken as coming back. */
export function withTurnedCondition(draft: ReturnDraft, line: ReturnableLine): ReturnDraft {
  const { quantityThousandths, damaged } = draftOf(draft, line.lineId);
  const turned = withLine(draft, line.lineId, { damaged: !damaged });
  return quantityThousandths === 0 ? withStep(turned, line, 1) : turned;
}

function withLine(draft: ReturnDraft, lineId: string, part: Partial<LineDraft>): ReturnDraft {
  const lines = new Map(draft.lines).set(lineId, { ...draftOf(draft, lineId), ...part });
  return { ...draft, lines };
}

/** The goods of a draft in the order of the receipt; null while nothing is to come back. */
export function goodsOf(sale: ReturnableSale, draft: ReturnDraft): Goods | null {
  const lines = sale.lines.flatMap(({ lineId, leftThousandths }) => {
    const { damaged, ...wanted } = draftOf(draft, lineId);
    // Some of it may have come back at another window meanwhile.
    const quantityThousandths = Math.min(wanted.quantityThousandths, leftThousandths);
    if (quantityThousandths === 0) return [];
    return [
      { lineId, quantityThousandths, condition: damaged ? ('damaged' as const) : ('sellable' as const) },
    ];
  });
  if (lines.length === 0) return null;
  // Before a reason is chosen the question is only what it would come to.
  return { saleId: sale.saleId, lines, reason: reasonOf(sale, draft) ?? 'other', note: draft.note.trim() };
}
