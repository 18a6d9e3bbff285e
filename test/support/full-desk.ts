import { checkDigit } from '../../shared/domain/check-digit.ts';
import type { Ports } from '../../electron/engine/ports.ts';
import type { TillClient } from '../../shared/contract/index.ts';
import type { InputOf } from '../../shared/contract/define.ts';
import type { catalogContract } from '../../shared/contract/catalog.ts';
import { addBuyer, addMember } from './desk-shop.ts';
import { takeQris } from './qris.ts';
import { openShift, SmallShop } from './small-shop.ts';
import { valueOf } from './till.ts';

const withCheck = (body: string): string => body + checkDigit(body);

/** What the desk scans beside the goods of the small shop. */
export const CODES = {
  /** Forty packets of noodles for less than forty times one. */
  noodlesBox: withCheck('1008968601094'),
  /** Twenty-four bottles of tea, at the price of its bottles. */
  teaCrate: withCheck('1899886620030'),
  /** A bag of rice from the scale: 1,235 kg; and one for Rp9.990. */
  riceByWeight: withCheck('210010101235'),
  riceByPrice: withCheck('220010109990'),
  memberCard: 'KDMP-0012',
} as const;

/** Who buys on account. */
export interface Parties {
  readonly memberId: string;
  readonly buyerId: string;
}

export const FLOAT_RP = 2_000_000;

/**
 * The small shop with all that a desk has: packs, tiers, quantity breaks, promotions of every kind, a
 * ceiling, PPN, QRIS, a member with savings and an institution. A shift is open.
 */
export async function openFullDesk(more: Partial<Ports> = {}): Promise<SmallShop & { parties: Parties }> {
  const shop = await SmallShop.open(more);
  const ratna = await shop.as('Ratna');
  await takeQris(ratna);
  const { proposedDate: validFrom } = valueOf(await ratna.cash.state({}));
  valueOf(await ratna.policy.setTaxStatus({ validFrom, pkp: true, npwp: '0012345678901000' }));
  await setTerms(ratna);
  const { memberId } = await addMember(ratna);
  const parties = { memberId, buyerId: await addBuyer(ratna) };
  await openShift(await shop.as('Joko'), FLOAT_RP);
  return Object.assign(shop, { parties });
}

const ALWAYS = { validFrom: null, validTo: null } as const;

async function setTerms(ratna: TillClient): Promise<void> {
  const { products } = valueOf(await ratna.catalog.list({}));
  const idOf = (name: string): string => products.find((each) => each.name.startsWith(name))!.productId;
  const [noodles, tea, rice, sweet] = ['Indomie', 'Teh', 'Beras', 'Permen'].map(idOf) as [
    string,
    string,
    string,
    string,
  ];
  const pack = (unit: string, pieces: number, barcode: string) => ({
    unit,
    contentThousandths: pieces * 1_000,
    barcodes: [barcode],
    plu: null,
  });
  const price = (
    unit: string | null,
    tier: 'umum' | 'anggota' | 'grosir',
    from: number,
    priceRp: number,
  ) => ({
    ...ALWAYS,
    unit,
    tier,
    fromThousandths: from * 1_000,
    priceRp,
  });
  const save = async (terms: InputOf<(typeof catalogContract)['saveTerms']>) =>
    valueOf(await ratna.catalog.saveTerms(terms));
  await save({
    productId: noodles,
    taxClass: 'kena',
    ceilingRp: null,
    packs: [pack('dus', 40, CODES.noodlesBox)],
    prices: [
      price('dus', 'umum', 0, 133_333),
      price(null, 'anggota', 0, 3_390),
      price(null, 'umum', 4, 3_345),
    ],
  });
  await save({
    productId: tea,
    taxClass: 'kena',
    ceilingRp: 4_800,
    packs: [pack('krat', 24, CODES.teaCrate)],
    prices: [price(null, 'grosir', 0, 4_501)],
  });
  await save({
    productId: rice,
    taxClass: 'bebas',
    ceilingRp: 15_000,
    packs: [],
    prices: [price(null, 'anggota', 0, 14_777)],
  });
  const promote = async (name: string, productIds: string[], gift: object, tiers: 'anggota'[] = []) =>
    valueOf(
      await ratna.catalog.savePromotion({
        ...ALWAYS,
        promotionId: null,
        name,
        minutes: null,
        tiers,
        goods: { productIds, categories: [], units: [] },
        gift: gift as InputOf<(typeof catalogContract)['savePromotion']>['gift'],
        active: true,
      }),
    );
  await promote('Teh beli 2 gratis 1', [tea], { kind: 'buy-get', buy: 2, free: 1 });
  await promote('Mi dan teh', [noodles, tea], { kind: 'bundle', priceRp: 7_777 });
  await promote('Permen hemat', [sweet], { kind: 'percent', bp: 1_500 }, ['anggota']);
  await promote('Beras potong', [rice], { kind: 'amount', offRp: 333 });
}
