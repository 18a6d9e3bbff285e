import type { Ticket, TicketLine, TicketSubsidy } from '../../../../shared/contract/till.ts';
import { evaluate } from '../../../../shared/domain/programmes/evaluate.ts';
import type { ProgrammeLine, SubsidyBuyer } from '../../../../shared/domain/programmes/judged.ts';
import { inProgrammeUnits } from '../../../../shared/domain/programmes/measure.ts';
import type { ProgrammeGoods } from '../../../../shared/domain/programmes/rules.ts';
import { thousandths, type Thousandths } from '../../../../shared/domain/quantity.ts';
import type { Ctx } from '../../context.ts';
import { cylinderGoods } from '../../programmes/index.ts';
import { onHandOf } from '../../stock/index.ts';
import { buyerOf } from '../../subsidy/index.ts';
import type { TicketRow } from '../ticket-store.ts';
import { afterAllowing, allowedNow } from './allowed-verdict.ts';
import { countCylinders, emptiesToReceive } from './cylinder-count.ts';
import { baseQuantity, type JudgedGoods } from './judged-goods.ts';
import { keptSubsidyOf, type KeptSubsidy } from './kept-subsidy.ts';
import { ticketHistory } from './ticket-history.ts';

type Head = Pick<TicketRow, 'subsidy' | 'tier' | 'member_id' | 'buyer_id'>;

/**
 * What the rules of this moment say of a ticket's subsidised goods, and the cylinders on it; null where
 * it has neither.
 * @param lines as they are priced
 * @param judged by which they were priced
 */
export function ticketSubsidy(
  ctx: Ctx,
  head: Head | undefined,
  lines: readonly TicketLine[],
  { goods, by }: JudgedGoods,
): Ticket['subsidy'] {
  if (by === null) return null;
  const kept = keptSubsidyOf(head);
  const basket = programmeLines(lines, goods);
  const buyer = subsidyBuyer(ctx, kept, head);
  const { history, knownBy } = ticketHistory(ctx, buyer, basket);
  const judged = evaluate(by.rules, buyer, basket, history, by.here);
  const allowed = allowedNow(judged, kept);
  return {
    // A ticket that was put aside may name somebody who was erased since.
    registrationId: buyer.registrationId,
    category: kept.category,
    proxyRegistrationId: kept.proxyRegistrationId,
    verdict: afterAllowing(judged, allowed),
    knownBy,
    allowed: allowed.length > 0,
    cylinders: cylindersOf(ctx, lines, goods),
  };
}

/**
 * Who buys, as the rules judge one. The ticket's member counts for rules of members where whoever is
 * registered is none; an institution, or whoever buys at wholesale, would sell on.
 */
function subsidyBuyer(ctx: Ctx, kept: KeptSubsidy, head: Head | undefined): SubsidyBuyer {
  const buyer = buyerOf(ctx, kept.registrationId, kept.category, kept.proxyRegistrationId);
  return {
    ...buyer,
    memberId: buyer.memberId ?? head?.member_id ?? null,
    institutional: head !== undefined && (head.buyer_id !== null || head.tier === 'grosir'),
  };
}

/** Goods of programmes in the programmes' own units. What is sold by weight has been opened. */
function programmeLines(
  lines: readonly TicketLine[],
  goods: ReadonlyMap<string, ProgrammeGoods>,
): ProgrammeLine[] {
  return lines.flatMap((line) => {
    const mine = goods.get(line.productId);
    if (mine === undefined || mine.programme === null) return [];
    return [
      {
        lineId: line.lineId,
        programme: mine.programme,
        quantityThousandths: inProgrammeUnits(mine, baseQuantity(line)),
        whole: !line.fractional,
        chargedRp: line.totalRp,
      },
    ];
  });
}

function cylindersOf(
  ctx: Ctx,
  lines: readonly TicketLine[],
  goods: ReadonlyMap<string, ProgrammeGoods>,
): TicketSubsidy['cylinders'] {
  const counts = countCylinders(
    lines.map((line) => ({
      cylinder: goods.get(line.productId)?.cylinder ?? null,
      baseThousandths: baseQuantity(line),
      totalRp: line.totalRp,
    })),
  );
  return counts.map((count) => {
    const { refillProductId, emptyProductId, depositProductId } = cylinderGoods(ctx.db, count.kind);
    const onHand = onHandOf(
      ctx.db,
      [refillProductId, emptyProductId].filter((productId) => productId !== null),
    );
    const stockOf = (productId: string | null): Thousandths =>
      (productId === null ? undefined : onHand.get(productId)) ?? thousandths(0);
    return {
      kind: count.kind,
      refillThousandths: count.refillThousandths,
      boughtThousandths: count.boughtThousandths,
      loanedThousandths: count.loanedThousandths,
      emptiesThousandths: emptiesToReceive(count),
      fullOnHandThousandths: stockOf(refillProductId),
      emptyOnHandThousandths: stockOf(emptyProductId),
      emptyProductId,
      depositProductId,
    };
  });
}
