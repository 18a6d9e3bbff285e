import { v5 as uuidv5 } from 'uuid';
import type { Role } from '../../../shared/contract/permissions.ts';
import { storeProfileSchema, type StoreProfile } from '../../../shared/contract/setup.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import type { TillPolicy } from '../../../shared/domain/policy.ts';
import type { Promotion } from '../../../shared/domain/promotions.ts';
import { thousandths } from '../../../shared/domain/quantity.ts';
import type { ProductRow, RecordBodies } from '../../../shared/journal/bodies.ts';
import { openingLot, type OpeningLot } from '../catalog/index.ts';
import { EXAMPLE_POLICY, examplePromotions, exampleTerms } from './desk.ts';
import { exampleGoodsSchema, type ExampleGoods } from './goods.ts';
import { exampleProgrammes, type ExampleProgrammes } from './programmes.ts';

/** A person of the example store; the PIN is there to be seen. */
export interface ExamplePerson {
  readonly name: string;
  readonly role: Role;
  readonly pin: string;
}

/** "Toko contoh": a store as it might be, with real goods, for trying the till out. */
export interface ExampleStore {
  readonly profile: StoreProfile;
  readonly staff: readonly ExamplePerson[];
  readonly products: readonly ProductRow[];
  readonly lots: readonly OpeningLot[];
  readonly terms: readonly RecordBodies['product-terms-set/1'][];
  readonly promotions: readonly Promotion[];
  readonly policy: TillPolicy;
  readonly subsidised: ExampleProgrammes;
}

/** Product ids are made from codes in this namespace, so that every example store has the same. */
const NAMESPACE = '0e6c8f52-7d0a-4a31-9c1b-2f1a5b7d9e64';

const PROFILE: StoreProfile = storeProfileSchema.parse({
  koperasi: 'Koperasi Desa Merah Putih Dadapan',
  gerai: 'Dadapan',
  storeCode: 'G2207',
  tillNumber: 1,
  address: 'Jl. Raya Dadapan 12',
  kabupaten: 'Malang',
  priceZone: 1,
  timeZone: 'Asia/Jakarta',
  pkp: false,
  receiptColumns: 48,
});

const STAFF: readonly ExamplePerson[] = [
  { name: 'Wulan', role: 'kasir', pin: '1470' },
  { name: 'Hadi', role: 'pengelola', pin: '2580' },
  { name: 'Sri', role: 'pengurus', pin: '3690' },
];

/**
 * The example store. The same on every machine: it has no chance and no clock in it. Its goods are
 * read from disk only here, because no real store needs them.
 */
export async function exampleStore(): Promise<ExampleStore> {
  const file: { default: unknown } = await import('./data/goods.json', { with: { type: 'json' } });
  const goods = exampleGoodsSchema.parse(file.default);
  const shelf = goods.map(onShelf);
  return {
    profile: PROFILE,
    staff: STAFF,
    products: shelf.map(({ product }) => product),
    lots: shelf.flatMap(({ lot }) => lot),
    terms: exampleTerms(productIdOf),
    promotions: examplePromotions(productIdOf),
    policy: EXAMPLE_POLICY,
    subsidised: exampleProgrammes(productIdOf),
  };
}

function productIdOf(key: string): string {
  return uuidv5(key, NAMESPACE);
}

function onShelf(goods: ExampleGoods[number]): { product: ProductRow; lot: OpeningLot[] } {
  const [gtin14, plu, name, brand, category, unit, priceRp, costRp, stockThousandths, fractional] = goods;
  const product: ProductRow = {
    productId: productIdOf(gtin14 === '' ? `plu:${plu}` : `gtin:${gtin14}`),
    name,
    brand,
    category,
    unit,
    priceRp: rupiah(priceRp),
    costRp: rupiah(costRp),
    plu: plu === '' ? null : plu,
    gtins: gtin14 === '' ? [] : [gtin14],
    fractional,
    active: true,
  };
  return { product, lot: stockThousandths === 0 ? [] : [openingLot(product, thousandths(stockThousandths))] };
}
