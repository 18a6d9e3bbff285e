import type { subsidyContract, WaitingEntry } from '../../../shared/contract/subsidy.ts';
import { MAX_WAITING } from '../../../shared/contract/subsidy.ts';
import type { AreaHandlers, OutputOf } from '../../../shared/contract/define.ts';
import { maskedName } from '../../../shared/domain/masked-name.ts';
import { maskNik } from '../../../shared/domain/nik.ts';
import { evaluate } from '../../../shared/domain/programmes/evaluate.ts';
import type { Here, ProgrammeUse, SubsidyBuyer } from '../../../shared/domain/programmes/judged.ts';
import { inProgrammeUnits } from '../../../shared/domain/programmes/measure.ts';
import { judgingDate, type RuleBook } from '../../../shared/domain/programmes/rules-in-force.ts';
import type { ProgrammeGoods } from '../../../shared/domain/programmes/rules.ts';
import type { Verdict } from '../../../shared/domain/programmes/verdict.ts';
import { MAX_LINE_QUANTITY, thousandths } from '../../../shared/domain/quantity.ts';
import { productById, type SellableProduct } from '../catalog/index.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { hereOf, programmesOf, rulesOf } from '../programmes/index.ts';
import { buyerOf, categoryOf, requireRegistration } from './buyer.ts';
import { knownHistoryOf, type KnownHistory } from './known-history.ts';
import { everybodyRegistered } from './person.ts';
import {
  allWaiting,
  countWaiting,
  insertWaiting,
  removeWaitingEntry,
  waitsFor,
  type StoredWaiting,
} from './waiting-store.ts';

type SubsidyHandlers = AreaHandlers<typeof subsidyContract, Ctx>;
type Waiting = OutputOf<typeof subsidyContract.waiting>;

/** Who waits, in line, each judged by the rules of this moment. */
export const waiting: SubsidyHandlers['waiting'] = (ctx) => waitingList(ctx);

/** Puts somebody at the end of the line. */
export const addWaiting: SubsidyHandlers['addWaiting'] = (ctx, input) => {
  const registered = requireRegistration(ctx, input.registrationId);
  const product = productById(ctx.db, input.productId);
  requireQuantity(product, input.quantityThousandths);
  if (!product.active) throw new DomainError('product.inactive', { name: product.name });
  if ((programmesOf(ctx.db, [product.productId]).get(product.productId)?.programme ?? null) === null) {
    throw new DomainError('waiting.no-programme', { name: product.name });
  }
  if (waitsFor(ctx.db, input.registrationId, input.productId)) throw new DomainError('waiting.already');
  if (countWaiting(ctx.db) >= MAX_WAITING) throw new DomainError('waiting.full', { maximum: MAX_WAITING });
  insertWaiting(ctx.db, {
    entryId: ctx.ports.ids.next(),
    registrationId: input.registrationId,
    productId: input.productId,
    quantityThousandths: thousandths(input.quantityThousandths),
    category: categoryOf(registered, input.category),
    addedAt: ctx.ports.clock.now(),
  });
  ctx.changed('subsidy');
  return waitingList(ctx);
};

function requireQuantity({ name, fractional }: SellableProduct, quantityThousandths: number): void {
  if (quantityThousandths <= 0) throw new DomainError('quantity.invalid');
  if (quantityThousandths > MAX_LINE_QUANTITY) {
    throw new DomainError('quantity.too-large', { maximum: MAX_LINE_QUANTITY / 1000 });
  }
  if (!fractional && quantityThousandths % 1000 !== 0) throw new DomainError('quantity.fraction', { name });
}

/** Takes people off the list who don't wait any longer. */
export const removeWaiting: SubsidyHandlers['removeWaiting'] = (ctx, { entryIds }) => {
  for (const entryId of entryIds) removeWaitingEntry(ctx.db, entryId);
  ctx.changed('subsidy');
  return waitingList(ctx);
};

/** An entry with what it is judged by. */
interface Judged {
  readonly stored: StoredWaiting;
  readonly position: number;
  readonly goods: ProgrammeGoods | undefined;
  readonly buyer: SubsidyBuyer;
  readonly known: KnownHistory;
}

interface Rules {
  readonly book: RuleBook;
  readonly here: Here;
}

function waitingList(ctx: Ctx): Waiting {
  const stored = allWaiting(ctx.db);
  const goods = programmesOf(
    ctx.db,
    stored.map(({ productId }) => productId),
  );
  const rules = { book: rulesOf(ctx.db), here: hereOf(ctx) };
  const judged = stored.map((entry, index): Judged => {
    const buyer = buyerOf(ctx, entry.registrationId, entry.category, null);
    const programme = goods.get(entry.productId)?.programme ?? null;
    const known = knownHistoryOf(ctx, buyer, programme === null ? [] : [programme]);
    return { stored: entry, position: index + 1, goods: goods.get(entry.productId), buyer, known };
  });
  // Whoever is refused buys nothing, and leaves it to those of their family behind them.
  const buying: Judged[] = [];
  const entries = judged.map((one) => {
    const found = verdictOf(rules, one, buying);
    if (found.verdict.effect !== 'refuse') buying.push(one);
    return entryOf(ctx, one, found);
  });
  return {
    entries,
    knownBy:
      judged.length > 0 && judged.every(({ known }) => known.knownBy === 'district') ? 'district' : 'store',
  };
}

function entryOf(
  ctx: Ctx,
  { stored, position, goods }: Judged,
  { verdict, afterPosition }: FoundInLine,
): WaitingEntry {
  const product = productById(ctx.db, stored.productId);
  const opened = everybodyRegistered(ctx).get(stored.registrationId)?.opened;
  const person = opened?.state === 'known' ? opened.person : undefined;
  return {
    ...stored,
    position,
    maskedName: person === undefined ? '' : maskedName(person.name),
    maskedNik: maskNik(person?.nik ?? ''),
    productName: product.name,
    unit: product.unit,
    programme: goods?.programme ?? null,
    addedAt: ctx.instant(stored.addedAt),
    state: verdict.effect === 'allow' ? 'ok' : verdict.effect,
    findings: verdict.findings,
    quotas: verdict.quotas,
    afterPosition,
  };
}

/** What the rules say of one who waits, and after whom it is said. */
interface FoundInLine {
  readonly verdict: Verdict;
  readonly afterPosition: number | null;
}

/**
 * What the rules say of one who waits: as if nobody else did and, where that lets them buy, as if
 * everybody before them who may had bought. Two of one family see at once that there is not enough for
 * both.
 */
function verdictOf(rules: Rules, one: Judged, before: readonly Judged[]): FoundInLine {
  const alone = judge(rules, one, []);
  const sharing = before.filter((each) => sharesQuota(each, one));
  const last = sharing.at(-1);
  if (last === undefined || alone.effect === 'refuse') return { verdict: alone, afterPosition: null };
  const after = judge(
    rules,
    one,
    sharing.map((each) => asUse(rules, each)),
  );
  if (after.effect === alone.effect) return { verdict: alone, afterPosition: null };
  // The quota is shown as it stands: nobody has bought yet.
  return { verdict: { ...after, quotas: alone.quotas }, afterPosition: last.position };
}

function judge(
  { book, here }: Rules,
  { stored, goods, buyer, known }: Judged,
  more: ProgrammeUse[],
): Verdict {
  const programme = goods?.programme ?? null;
  const basket =
    goods === undefined || programme === null
      ? []
      : [
          {
            lineId: stored.entryId,
            programme,
            quantityThousandths: inProgrammeUnits(goods, stored.quantityThousandths),
            whole: stored.quantityThousandths % 1000 === 0,
            chargedRp: null,
          },
        ];
  return evaluate(book, buyer, basket, [...known.history, ...more], here);
}

function sharesQuota(a: Judged, b: Judged): boolean {
  const isSame = (mine: string | null, other: string | null) => mine !== null && mine === other;
  return (
    a.goods?.programme === b.goods?.programme &&
    (isSame(a.buyer.nikKey, b.buyer.nikKey) ||
      isSame(a.buyer.kkKey, b.buyer.kkKey) ||
      isSame(a.buyer.memberId, b.buyer.memberId))
  );
}

/** Somebody who waits, as if they had bought today. */
function asUse({ here }: Rules, { stored, goods, buyer }: Judged): ProgrammeUse {
  return {
    programme: goods?.programme ?? '',
    date: judgingDate(here),
    quantityThousandths: goods === undefined ? 0 : inProgrammeUnits(goods, stored.quantityThousandths),
    nikKey: buyer.nikKey,
    kkKey: buyer.kkKey,
    memberId: buyer.memberId,
    category: stored.category,
    elsewhere: false,
  };
}
