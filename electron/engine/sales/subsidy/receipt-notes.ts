import type {
  CylinderNote,
  ProgrammeNote,
  SubsidyNotes,
} from '../../../../shared/documents/receipt-subsidy.ts';
import type { CylindersMoved, SubsidySold } from '../../../../shared/journal/programme-bodies.ts';
import type { SaleBody } from '../../../../shared/journal/sale-bodies.ts';
import type { Ctx } from '../../context.ts';
import { allProgrammes, programmesOf } from '../../programmes/index.ts';
import { lastFourOf } from '../../subsidy/index.ts';
import { isPersonal } from './personal-rules.ts';
import { saleNotes } from './sale-notes.ts';

/**
 * What a receipt, original or copy, says of subsidised goods and cylinders: from the records that were
 * written with the sale. The last four digits of a NIK come from the vault, and are gone with it. null
 * where there is nothing to say.
 */
export function receiptNotes(ctx: Ctx, sale: SaleBody): SubsidyNotes | null {
  const { sold, cylinders } = saleNotes(ctx.db, sale.saleId);
  if (sold === null && cylinders.length === 0) return null;
  return {
    programmes: sold === null ? new Map() : programmeNotes(ctx, sold),
    cylinders: cylinderNotes(ctx, sale, cylinders),
    forOwnUse:
      sold !== null && (sold.registrationId !== null || sold.lines.some(({ system }) => system !== null)),
  };
}

/** The buyer's digits stand once, under what they were asked for. */
function programmeNotes(ctx: Ctx, sold: SubsidySold): Map<string, ProgrammeNote> {
  const names = new Map(allProgrammes(ctx.db).map(({ programme, name }) => [programme, name]));
  const asked = sold.lines.find(({ ruleIds }) => isPersonal(ctx.db, ruleIds));
  const nikLine = (asked ?? sold.lines[0])?.lineId;
  const nikEnd = sold.registrationId === null ? '' : lastFourOf(ctx, sold.registrationId);
  return new Map(
    sold.lines.map(({ lineId, programme, price }) => [
      lineId,
      { programme: names.get(programme) ?? programme, price, nikEnd: lineId === nikLine ? nikEnd : '' },
    ]),
  );
}

/** Empty ones that came in stand under the first line of their refills, and each deposit says that it is one. */
function cylinderNotes(
  ctx: Ctx,
  sale: SaleBody,
  movements: readonly CylindersMoved[],
): Map<string, CylinderNote> {
  const goods = programmesOf(
    ctx.db,
    sale.lines.map((line) => line.productId),
  );
  const notes = new Map<string, CylinderNote>();
  for (const { kind, moves } of movements) {
    const mine = sale.lines.filter((line) => goods.get(line.productId)?.cylinder?.kind === kind);
    const roleOf = (productId: string) => goods.get(productId)?.cylinder?.role;
    const bought = mine
      .filter((line) => roleOf(line.productId) === 'empty')
      .reduce((sum, line) => sum + line.baseQuantityThousandths, 0);
    const cameIn = moves
      .filter((move) => move.from === 'outside')
      .reduce((sum, move) => sum + move.quantityThousandths, 0);
    for (const line of mine.filter(({ productId }) => roleOf(productId) === 'deposit')) {
      notes.set(line.lineId, { receivedThousandths: 0, isDeposit: true });
    }
    const refill = mine.find(({ productId }) => roleOf(productId) === 'refill');
    if (refill !== undefined) {
      notes.set(refill.lineId, { receivedThousandths: Math.max(0, cameIn - bought), isDeposit: false });
    }
  }
  return notes;
}
