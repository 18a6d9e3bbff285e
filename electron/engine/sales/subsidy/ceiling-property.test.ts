import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  oneof,
  record,
  type Arbitrary,
} from 'fast-check';
import { expect, test } from 'vitest';
import type { TillClient } from '../../../../shared/contract/index.ts';
import type { TenderInput } from '../../../../shared/contract/till.ts';
import { rupiah } from '../../../../shared/domain/money.ts';
import { addMember, paying } from '../../../../test/support/desk-shop.ts';
import { recordsOfType } from '../../../../test/support/journal.ts';
import { openShift, SmallShop } from '../../../../test/support/small-shop.ts';
import {
  registerVillager,
  RULE,
  sellSubsidised,
  subsidisedId,
  SUBSIDISED,
} from '../../../../test/support/subsidy-shop.ts';
import { valueOf } from '../../../../test/support/till.ts';

type Code = keyof typeof MEASURES;

/** Goods with a ceiling, and how much of their programme one of each holds. */
const MEASURES = {
  lpg: { programme: 'lpg-3kg', measureThousandths: 1_000 },
  sphp: { programme: 'sphp', measureThousandths: 5_000 },
  oil: { programme: 'minyakita', measureThousandths: 1_000 },
} as const;

/** Whatever may happen to a price between the shelf and the payment. */
type Deed =
  | { readonly do: 'ring'; readonly code: Code; readonly pieces: number }
  | { readonly do: 'ring-pack'; readonly pieces: number }
  | { readonly do: 'set-quantity'; readonly line: number; readonly pieces: number }
  | { readonly do: 'set-price'; readonly line: number; readonly priceRp: number }
  | { readonly do: 'set-discount'; readonly line: number; readonly discountRp: number }
  | { readonly do: 'tier'; readonly tier: 'umum' | 'anggota' | 'grosir' }
  | { readonly do: 'rule'; readonly code: Code; readonly amountRp: number; readonly days: number }
  | { readonly do: 'promotion'; readonly percent: number }
  | { readonly do: 'day-passes' }
  | { readonly do: 'park' }
  | { readonly do: 'pay'; readonly how: 'cash' | 'kasbon' | 'transfer' | 'split' };

const line = integer({ min: 0, max: 3 });
const pieces = integer({ min: 1, max: 12 });
const code = constantFrom<Code>('lpg', 'sphp', 'oil');

const deed: Arbitrary<Deed> = oneof(
  { weight: 5, arbitrary: record({ do: constantFrom('ring' as const), code, pieces }) },
  { weight: 2, arbitrary: record({ do: constantFrom('ring-pack' as const), pieces }) },
  { weight: 1, arbitrary: record({ do: constantFrom('set-quantity' as const), line, pieces }) },
  {
    weight: 2,
    arbitrary: record({
      do: constantFrom('set-price' as const),
      line,
      priceRp: integer({ min: 0, max: 90_000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: record({
      do: constantFrom('set-discount' as const),
      line,
      discountRp: integer({ min: 1, max: 3_000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: record({ do: constantFrom('tier' as const), tier: constantFrom('umum', 'anggota', 'grosir') }),
  },
  {
    weight: 2,
    arbitrary: record({
      do: constantFrom('rule' as const),
      code,
      amountRp: integer({ min: 100, max: 30_000 }),
      days: integer({ min: 0, max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: record({ do: constantFrom('promotion' as const), percent: integer({ min: 1, max: 60 }) }),
  },
  { weight: 1, arbitrary: record({ do: constantFrom('day-passes' as const) }) },
  { weight: 1, arbitrary: record({ do: constantFrom('park' as const) }) },
  {
    weight: 4,
    arbitrary: record({
      do: constantFrom('pay' as const),
      how: constantFrom('cash', 'kasbon', 'transfer', 'split'),
    }),
  },
);

/** A shop whose own prices are far above every ceiling, for everybody and in packs. */
class DearShop {
  readonly shop: SmallShop;
  /** Manages the store: nobody has to allow anything. */
  readonly joko: TillClient;
  readonly ratna: TillClient;
  readonly ids: Readonly<Record<Code, string>>;
  #buyer = '';
  #member = '';
  #rules = 0;

  private constructor(shop: SmallShop, joko: TillClient, ratna: TillClient, ids: Record<Code, string>) {
    this.shop = shop;
    this.joko = joko;
    this.ratna = ratna;
    this.ids = ids;
  }

  static async open(): Promise<DearShop> {
    const shop = await SmallShop.open();
    await sellSubsidised(shop);
    const [joko, ratna] = [await shop.as('Joko'), await shop.as('Ratna')];
    const ids = {
      lpg: await subsidisedId(shop, SUBSIDISED.lpg),
      sphp: await subsidisedId(shop, SUBSIDISED.sphp),
      oil: await subsidisedId(shop, SUBSIDISED.oil),
    };
    const dear = new DearShop(shop, joko, ratna, ids);
    await dear.#setUp();
    return dear;
  }

  async #setUp(): Promise<void> {
    const { joko, ratna, ids } = this;
    const price = (unit: string | null, tier: 'umum' | 'anggota', priceRp: number) => ({
      unit,
      tier,
      fromThousandths: 0,
      priceRp,
      validFrom: '2026-01-01',
      validTo: null,
    });
    for (const each of ['lpg', 'sphp', 'oil'] as const) {
      const goods = { productId: ids[each], measureThousandths: 1_000, cylinder: null };
      valueOf(await ratna.programmes.setGoods({ ...goods, programme: null }));
      valueOf(
        await joko.catalog.saveTerms({
          productId: ids[each],
          taxClass: 'kena',
          ceilingRp: null,
          packs: [{ unit: 'dus', contentThousandths: 6_000, barcodes: [], plu: null }],
          prices: [
            price(null, 'umum', 88_000),
            price(null, 'anggota', 79_000),
            { ...price('dus', 'umum', 500_000), validFrom: null },
          ],
        }),
      );
      valueOf(await ratna.programmes.setGoods({ ...goods, ...MEASURES[each] }));
    }
    await openShift(joko);
    this.#member = (await addMember(joko)).memberId;
    valueOf(await joko.members.saveMember({ ...(await this.#memberDetail()), creditLimitRp: 50_000_000 }));
    this.#buyer = (await registerVillager(joko, 'Paimin')).registrationId;
  }

  async #memberDetail() {
    const { memberId, number, name, phone, address, cardCodes, joinedOn } = valueOf(
      await this.joko.members.member({ memberId: this.#member }),
    );
    return {
      memberId,
      number,
      name,
      phone,
      address,
      tier: 'anggota' as const,
      cardCodes,
      active: true,
      joinedOn,
    };
  }

  /** Does it, or is refused: what is refused is none of this story's business. */
  async act(what: Deed): Promise<void> {
    const { joko, ratna } = this;
    const open = valueOf(await joko.till.ticket({}));
    const lineId = 'line' in what ? open.lines[what.line]?.lineId : undefined;
    switch (what.do) {
      case 'ring':
        await joko.till.addProduct({
          productId: this.ids[what.code],
          quantityThousandths: what.pieces * 1_000,
        });
        return;
      case 'ring-pack':
        await joko.till.addProduct({
          productId: this.ids.oil,
          unit: 'dus',
          quantityThousandths: what.pieces * 1_000,
        });
        return;
      case 'set-quantity':
        if (lineId === undefined) return;
        await joko.till.setQuantity({ lineId, quantityThousandths: what.pieces * 1_000 });
        return;
      case 'set-price':
        if (lineId === undefined) return;
        await joko.till.setPrice({ lineId, unitPriceRp: rupiah(what.priceRp), reason: 'ongkos' });
        return;
      case 'set-discount':
        if (lineId === undefined) return;
        await joko.till.setDiscount({ lineId, discountRp: rupiah(what.discountRp), reason: 'penyok' });
        return;
      case 'tier':
        await joko.till.setBuyer({ memberId: this.#member, buyerId: null, tier: what.tier });
        return;
      case 'rule':
        await ratna.programmes.saveRule({ rule: this.#newRule(what) });
        return;
      case 'promotion':
        await this.#promote(what.percent);
        return;
      case 'day-passes':
        this.shop.till.clock.pass(24 * 3_600_000);
        return;
      case 'park': {
        const { ticketId, revision } = open;
        await joko.till.park({ ticketId, revision });
        await joko.till.recall({ ticketId });
        return;
      }
      case 'pay':
        await this.#pay(what.how);
    }
  }

  #newRule({ code: goods, amountRp, days }: Extract<Deed, { do: 'rule' }>) {
    const from = new Date(this.shop.till.clock.now() + days * 24 * 3_600_000 + 7 * 3_600_000);
    this.#rules += 1;
    return {
      ...RULE,
      programme: MEASURES[goods].programme,
      kind: 'price' as const,
      priceKind: 'het' as const,
      amountRp: rupiah(amountRp),
      validFrom: from.toISOString().slice(0, 10),
      decree: `SK ${this.#rules}`,
    };
  }

  async #promote(percent: number): Promise<void> {
    await this.joko.catalog.savePromotion({
      promotionId: null,
      name: `Promo ${percent}`,
      validFrom: null,
      validTo: null,
      minutes: null,
      tiers: [],
      goods: { productIds: [this.ids.oil, this.ids.sphp], categories: [], units: [] },
      gift: { kind: 'percent', bp: percent * 100 },
      active: true,
    });
  }

  async #pay(how: Extract<Deed, { do: 'pay' }>['how']): Promise<void> {
    const { ticketId } = valueOf(await this.joko.till.setSubsidyBuyer({ registrationId: this.#buyer }));
    const ticket = valueOf(await this.joko.till.dropRefused({ ticketId }));
    const { totalRp, cashStepRp } = ticket;
    const half = rupiah(Math.floor(totalRp / 2));
    const cash = (dueRp: number): TenderInput => ({ kind: 'cash', receivedRp: rupiah(dueRp + cashStepRp) });
    const tenders: Record<typeof how, TenderInput[]> = {
      cash: [cash(totalRp)],
      kasbon: [{ kind: 'kasbon', amountRp: totalRp }],
      transfer: [{ kind: 'transfer', amountRp: totalRp, reference: 'BRI 1' }],
      split: [{ kind: 'transfer', amountRp: half, reference: 'BRI 1' }, cash(totalRp - half)],
    };
    await this.joko.till.pay(paying(ticket, ...tenders[how]));
  }

  /** The lines of the open ticket and of every sale that cost more than the ceiling of their moment. */
  async aboveCeiling(): Promise<string[]> {
    const { lines, subsidy } = valueOf(await this.joko.till.ticket({}));
    const open = above(subsidy?.verdict.lines ?? [], lines);
    const sales = this.sales();
    const sold = recordsOfType(this.shop, 'subsidy-sold/1').flatMap(({ body }) =>
      above(body.lines, sales.find(({ saleId }) => saleId === body.saleId)?.lines ?? []),
    );
    return [
      ...open,
      ...sold,
      ...sales.filter((sale) => sale.dueRp > sale.totalRp).map(({ receipt }) => receipt),
    ];
  }

  /** What was sold. */
  sales() {
    return recordsOfType(this.shop, 'sale-completed/2').map(({ body }) => body);
  }
}

interface Judged {
  readonly lineId: string;
  readonly price: { readonly amountRp: number } | null;
  readonly quantityThousandths: number;
}

function above(
  judged: readonly Judged[],
  lines: readonly { readonly lineId: string; readonly name: string; readonly totalRp: number }[],
): string[] {
  return judged.flatMap(({ lineId, price, quantityThousandths }) => {
    const charged = lines.find((each) => each.lineId === lineId);
    if (charged === undefined || price === null) return [`no line or no price for ${lineId}`];
    const most = price.amountRp * quantityThousandths;
    return charged.totalRp * 1_000 > most ? [`${charged.name}: ${charged.totalRp} for ${most / 1_000}`] : [];
  });
}

test('whatever is done to prices, nothing is charged above the ceiling of its moment, on any tender', async () => {
  let sold = 0;
  await assert(
    asyncProperty(array(deed, { minLength: 10, maxLength: 40 }), async (deeds) => {
      const dear = await DearShop.open();
      try {
        for (const each of deeds) {
          await dear.act(each);
          expect(await dear.aboveCeiling()).toEqual([]);
        }
        sold += dear.sales().length;
      } finally {
        await dear.shop.close();
      }
    }),
    { numRuns: 6 },
  );
  // A story in which nothing is ever sold would prove nothing.
  expect(sold).toBeGreaterThan(0);
});
