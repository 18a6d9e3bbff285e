import { valueOf } from './till.ts';
import type { SmallShop } from './small-shop.ts';

/**
 * A small shop that sells LPG 3 kg under rules like those of a village in Jawa Timur: a HET, a NIK
 * from every buyer, two cylinders a week for one NIK and three a week for one family.
 */
export const LPG = { programme: 'lpg-3kg', plu: '301', priceRp: 18_000, retentionDays: 90 } as const;

const PURPOSE = 'Mencatat pembeli LPG 3 kg ke MAP.';

const HEAD = {
  ruleId: null,
  programme: LPG.programme,
  region: '',
  zone: null,
  sellerTier: '',
  validFrom: '2025-01-15',
  validTo: null,
  decree: 'SK Gubernur 100.3.3.1/801/2024',
  active: true,
} as const;

const PRICE = { ...HEAD, kind: 'price', priceKind: 'het', amountRp: LPG.priceRp } as const;

const ACCESS = {
  ...HEAD,
  kind: 'access',
  identity: 'nik',
  categories: ['rumah-tangga', 'usaha-mikro'] as ('rumah-tangga' | 'usaha-mikro')[],
  proxyAllowed: true,
  resaleForbidden: true,
  mixingForbidden: false,
  system: 'map',
  purpose: PURPOSE,
  retentionDays: LPG.retentionDays,
} as const;

const QUOTA = { ...HEAD, kind: 'quota', category: null, window: 'week', effect: 'block' } as const;

/**
 * Teaches a small shop to sell LPG 3 kg.
 * @returns the product that is sold: one full cylinder for an empty one
 */
export async function sellLpg(shop: SmallShop): Promise<string> {
  const ratna = await shop.as('Ratna');
  valueOf(
    await ratna.programmes.saveProgramme({
      programme: LPG.programme,
      name: 'LPG 3 kg',
      unit: 'tabung',
      active: true,
    }),
  );
  const rules = [
    PRICE,
    ACCESS,
    { ...QUOTA, subject: 'nik', limitThousandths: 2_000 } as const,
    { ...QUOTA, subject: 'kk', limitThousandths: 3_000 } as const,
  ];
  for (const rule of rules) valueOf(await ratna.programmes.saveRule({ rule }));
  const { productId } = valueOf(
    await ratna.catalog.save({
      productId: null,
      name: 'LPG 3 kg isi ulang',
      brand: 'Pertamina',
      category: 'LPG',
      unit: 'tabung',
      priceRp: LPG.priceRp,
      costRp: 16_000,
      plu: LPG.plu,
      barcodes: [],
      fractional: false,
      active: true,
    }),
  );
  valueOf(
    await ratna.programmes.setGoods({
      productId,
      programme: LPG.programme,
      measureThousandths: 1_000,
      cylinder: null,
    }),
  );
  return productId;
}

/** Invented people of one village; the first two are of one family. */
export const VILLAGERS = {
  Sumarni: { nik: '3507014903790021', kk: '3507010802110007' },
  Paimin: { nik: '3507011207740033', kk: '3507010802110007' },
  Yatmi: { nik: '3507015508810015', kk: '3507011911120004' },
} as const;

/** What registering one of them needs. */
export function registering(name: keyof typeof VILLAGERS, more: { memberId?: string } = {}) {
  return {
    ...VILLAGERS[name],
    name,
    address: 'RT 03 RW 01 Sukamaju',
    categories: ['rumah-tangga' as const],
    memberId: more.memberId ?? null,
    programme: LPG.programme,
    consent: true as const,
  };
}
