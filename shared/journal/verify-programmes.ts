import { isSale, saleOf } from '../domain/sale-view.ts';
import {
  linesToExplain,
  wrongClaimSum,
  wrongCylinderSum,
  wrongSettlementSum,
  wrongSubsidySum,
  type SoldGoods,
} from '../domain/subsidy-sums.ts';
import { ChainError } from './chain.ts';
import type { JournalRecord, RecordOf } from './record.ts';
import type { ProgrammeState } from './verifier-state.ts';

/**
 * Judges what a record says of government programmes, and remembers what later ones must agree with:
 * programmes, goods and price rules, where the store stands, open claims, and the last sale and return
 * that another record explains. Which line a record marks as keyed elsewhere is not judged: for that
 * every line ever sold would have to be remembered.
 * @throws ChainError
 */
export function afterProgrammeRecord(state: ProgrammeState, record: JournalRecord): ProgrammeState {
  requireExplained(state, record);
  if (isSale(record)) return { ...state, sale: saleToExplain(state, saleOf(record)) };
  switch (record.type) {
    case 'sale-returned/1':
      return { ...state, returned: returnToExplain(state, record) };
    case 'programme-saved/1': {
      const { programme, active } = record.body;
      return { ...state, inUse: { ...state.inUse, [programme]: active } };
    }
    case 'programme-place-set/1':
      return { ...state, place: record.body };
    case 'programme-goods-set/1': {
      const { productId, programme, measureThousandths, cylinder } = record.body;
      const goods = { ...state.goods, [productId]: { programme, measureThousandths, cylinder } };
      return { ...state, goods };
    }
    case 'programme-rule-saved/1': {
      const rule = record.body;
      if (rule.kind !== 'price') return state;
      const { ruleId, priceKind, amountRp, decree, programme } = rule;
      const { region, zone, sellerTier, validFrom, validTo, active } = rule;
      const scope = { programme, region, zone, sellerTier, validFrom, validTo, active };
      return { ...state, prices: { ...state.prices, [ruleId]: { priceKind, amountRp, decree, scope } } };
    }
    case 'subsidy-sold/1':
      return afterSubsidySold(state, record);
    case 'cylinders-moved/1':
      return afterCylinders(state, record);
    case 'price-claim-raised/1':
    case 'price-claim-settled/1':
      return { ...state, claims: claimsAfter(state, record) };
    default:
      return state;
  }
}

type Explained = Pick<SoldGoods, 'lineId' | 'productId'> & {
  readonly baseQuantityThousandths: number;
  readonly totalRp: number;
};

/** Lines of goods that programmes or cylinders have to do with; of the rest nothing is ever asked. */
function goodsAmong(state: ProgrammeState, lines: readonly Explained[]): SoldGoods[] {
  return lines
    .filter(({ productId }) => state.goods[productId] !== undefined)
    .map(({ lineId, productId, baseQuantityThousandths, totalRp }) => ({
      lineId,
      productId,
      baseThousandths: baseQuantityThousandths,
      totalRp,
    }));
}

function saleToExplain(
  state: ProgrammeState,
  { saleId, lines }: ReturnType<typeof saleOf>,
): ProgrammeState['sale'] {
  return { saleId, explained: false, lines: goodsAmong(state, lines), cylinders: [] };
}

function returnToExplain(
  state: ProgrammeState,
  { body }: RecordOf<'sale-returned/1'>,
): ProgrammeState['returned'] {
  return { returnId: body.returnId, lines: goodsAmong(state, body.lines), cylinders: [] };
}

/** The explanation of a sale is the record right after it, so that none can be left out. */
function requireExplained(state: ProgrammeState, { seq, type }: JournalRecord): void {
  const { sale } = state;
  if (sale === null || sale.explained || type === 'subsidy-sold/1') return;
  if (linesToExplain(sale.lines, state).length > 0) {
    throw new ChainError(seq, 'follows a sale whose subsidised goods are not explained');
  }
}

function afterSubsidySold(state: ProgrammeState, { seq, body }: RecordOf<'subsidy-sold/1'>): ProgrammeState {
  const { sale } = state;
  if (sale?.saleId !== body.saleId) throw new ChainError(seq, 'explains another sale than the one before it');
  if (sale.explained) throw new ChainError(seq, 'explains a sale that was explained before');
  const wrong = wrongSubsidySum(body, sale.lines, state);
  if (wrong !== undefined) throw new ChainError(seq, `subsidised goods: ${wrong}`);
  return { ...state, sale: { ...sale, explained: true } };
}

function afterCylinders(state: ProgrammeState, { seq, body }: RecordOf<'cylinders-moved/1'>): ProgrammeState {
  const wrong = wrongCylinders(state, body);
  if (wrong !== undefined) throw new ChainError(seq, `cylinders: ${wrong}`);
  const { sale, returned } = state;
  if (body.cause === 'sale' && sale !== null)
    return { ...state, sale: { ...sale, cylinders: [...sale.cylinders, body.kind] } };
  if (body.cause === 'return' && returned !== null)
    return { ...state, returned: { ...returned, cylinders: [...returned.cylinders, body.kind] } };
  return state;
}

function wrongCylinders(
  state: ProgrammeState,
  body: RecordOf<'cylinders-moved/1'>['body'],
): string | undefined {
  const { sale, returned } = state;
  switch (body.cause) {
    case 'sale':
      if (sale === null || sale.saleId !== body.saleId) return 'moved by another sale than the one before';
      if (sale.cylinders.includes(body.kind)) return 'moved by the same sale a second time';
      return wrongCylinderSum(body, sale.lines, state, 1);
    case 'return':
      if (returned === null || returned.returnId !== body.returnId)
        return 'moved by another return than the one before';
      if (returned.cylinders.includes(body.kind)) return 'moved by the same return a second time';
      return wrongCylinderSum(body, returned.lines, state, -1);
    default:
      return body.depositRp === 0 && body.loanedThousandths === 0 ? undefined : 'a deposit without a buyer';
  }
}

function claimsAfter(
  { claims }: ProgrammeState,
  record: RecordOf<'price-claim-raised/1' | 'price-claim-settled/1'>,
): ProgrammeState['claims'] {
  const { seq } = record;
  if (record.type === 'price-claim-raised/1') {
    const { claimId, totalRp } = record.body;
    const wrong = claims[claimId] === undefined ? wrongClaimSum(record.body) : 'is raised a second time';
    if (wrong !== undefined) throw new ChainError(seq, `claim: ${wrong}`);
    return { ...claims, [claimId]: totalRp };
  }
  const { claimId, paidRp, refusedRp } = record.body;
  const open = claims[claimId];
  const wrong = open === undefined ? 'was never raised' : wrongSettlementSum(record.body, open);
  if (open === undefined || wrong !== undefined) throw new ChainError(seq, `claim: ${wrong}`);
  return { ...claims, [claimId]: open - paidRp - refusedRp };
}
