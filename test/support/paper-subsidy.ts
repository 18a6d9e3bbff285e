import { businessDateSchema, type BusinessDate } from '../../shared/domain/business-date.ts';
import { rupiah, rupiahAmountSchema } from '../../shared/domain/money.ts';
import type { ConsumerCategory, QuotaRule } from '../../shared/domain/programmes/rules.ts';
import { thousandths } from '../../shared/domain/quantity.ts';
import type { RecordBodies } from '../../shared/journal/bodies.ts';
import type { PaperSale, PaperTill } from './paper-till.ts';

/** The refill, the empty cylinder and the deposit of every paper store. */
export const LPG = {
  refill: '0198c0de-0000-7000-9000-000000000001',
  empty: '0198c0de-0000-7000-9000-000000000002',
  deposit: '0198c0de-0000-7000-9000-000000000003',
  priceRule: '0198c0de-0000-7000-9000-000000000010',
  hetRp: 18_000,
} as const;

const ALWAYS = {
  programme: 'lpg-3kg',
  region: '',
  zone: null,
  sellerTier: '',
  validFrom: businessDateSchema.parse('2026-01-01'),
  validTo: null,
  decree: 'Aturan contoh',
  source: 'store',
  active: true,
} as const;

/** The quota that a paper store goes by, unless a story wants another. */
export const MONTHLY: QuotaRule = {
  ...ALWAYS,
  ruleId: '0198c0de-0000-7000-9000-000000000020',
  kind: 'quota',
  subject: 'nik',
  category: null,
  window: 'month',
  limitThousandths: 4_000,
  effect: 'block',
};

/** Writes down the LPG programme with its goods, its price and its quotas. */
export function setUpLpg(till: PaperTill, quotas: readonly QuotaRule[] = [MONTHLY]): void {
  till.append('programme-saved/1', { programme: 'lpg-3kg', name: 'LPG 3 kg', unit: 'tabung', active: true });
  const goods = (
    productId: string,
    role: 'refill' | 'empty' | 'deposit',
  ): RecordBodies['programme-goods-set/1'] => ({
    productId,
    programme: role === 'refill' ? 'lpg-3kg' : null,
    measureThousandths: 1_000,
    cylinder: { role, kind: 'lpg-3kg' },
  });
  till.append('programme-goods-set/1', goods(LPG.refill, 'refill'));
  till.append('programme-goods-set/1', goods(LPG.empty, 'empty'));
  till.append('programme-goods-set/1', goods(LPG.deposit, 'deposit'));
  till.append('programme-rule-saved/1', {
    ...ALWAYS,
    ruleId: LPG.priceRule,
    kind: 'price',
    priceKind: 'het',
    amountRp: rupiahAmountSchema.parse(LPG.hetRp),
  });
  for (const quota of quotas) till.append('programme-rule-saved/1', quota);
}

/** Who buys, as a record has it. */
export interface PaperBuyer {
  readonly sharedNikKey: string | null;
  readonly sharedKkKey?: string | null;
  readonly category?: ConsumerCategory | null;
}

/** What a story may write differently from an honest till. */
interface Explanation {
  readonly date?: string;
  readonly more?: Partial<RecordBodies['subsidy-sold/1']>;
}

/** Sells refills, and explains the sale as an honest till would; a story may write it differently. */
export function sellLpg(
  till: PaperTill,
  buyer: PaperBuyer,
  pieces: number,
  { amountRp = pieces * LPG.hetRp, ...explanation }: Explanation & { readonly amountRp?: number } = {},
): PaperSale {
  const sale = till.sell(amountRp, { productId: LPG.refill, pieces });
  explainLpg(till, sale, buyer, pieces, explanation);
  return sale;
}

/** Writes down under which rules refills of a sale were sold, and to whom. */
export function explainLpg(
  till: PaperTill,
  sale: PaperSale,
  { sharedNikKey, sharedKkKey = null, category = 'rumah-tangga' }: PaperBuyer,
  pieces: number,
  { date = '2026-04-15', more = {} }: Explanation = {},
): void {
  till.append('subsidy-sold/1', {
    saleId: sale.saleId,
    date: businessDateSchema.parse(date) satisfies BusinessDate,
    registrationId: null,
    category,
    subject: { nikKey: sharedNikKey, kkKey: sharedKkKey, sharedNikKey, sharedKkKey, memberId: null },
    proxyRegistrationId: null,
    lines: [
      {
        lineId: sale.line.lineId,
        programme: 'lpg-3kg',
        quantityThousandths: thousandths(pieces * 1000),
        price: {
          ruleId: LPG.priceRule,
          priceKind: 'het',
          amountRp: rupiah(LPG.hetRp),
          decree: MONTHLY.decree,
        },
        system: 'map',
        ruleIds: [LPG.priceRule],
      },
    ],
    warnings: [],
    knownBy: 'store',
    approvalId: null,
    ...more,
  });
}
