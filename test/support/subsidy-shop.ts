import type { TillClient } from '../../shared/contract/index.ts';
import type { RuleDraft } from '../../shared/contract/programmes.ts';
import type { Registration } from '../../shared/contract/subsidy.ts';
import type { Ticket } from '../../shared/contract/till.ts';
import { rupiah } from '../../shared/domain/money.ts';
import { registering, type VILLAGERS } from './registering.ts';
import { payment, type Name } from './small-shop.ts';
import { valueOf } from './till.ts';

export { VILLAGERS } from './registering.ts';

/** A shop whose people can be asked to do something, behind a test's till or a real one. */
interface Staffed {
  readonly as: (name: Name) => Promise<TillClient>;
}

/** What the small shop sells under government programmes, by what a cashier types. */
export const SUBSIDISED = {
  /** Rp18.000 a filling, the HET; two a week for each household. */
  lpg: '201',
  /** Rp150.000: the cylinder itself. */
  cylinder: '202',
  /** Rp100.000, given back with the cylinder. */
  deposit: '203',
  /** Rp62.500 a bag of 5 kg, at Rp12.500 a kilo; two bags in one sale. */
  sphp: '204',
  /** Rp15.700 a bottle, the HET; no limit and nobody is asked for. */
  oil: '205',
} as const;

/** What stands in the shop of each. */
export const STOCK = { lpg: 46, cylinder: 54, deposit: 0, sphp: 30, oil: 24 } as const;

const CATALOGUE = `nama;barcode;plu;kategori;satuan;merek;harga;modal;stok;pecahan
LPG 3 kg isi ulang;;201;LPG;tabung;;18000;16000;46;tidak
Tabung kosong 3 kg;;202;LPG;tabung;;150000;120000;54;tidak
Jaminan tabung 3 kg;;203;LPG;tabung;;100000;;0;tidak
Beras SPHP 5 kg;;204;Sembako;sak;Bulog;62500;55000;30;tidak
Minyakita 1 L;;205;Sembako;botol;;15700;14500;24;tidak
`;

/** What every rule of the small shop has in common. */
export const RULE = {
  ruleId: null,
  region: '',
  zone: null,
  sellerTier: '',
  validFrom: '2025-01-15',
  validTo: null,
  decree: 'SK Gub 801/2024',
  active: true,
} as const;

const ACCESS = {
  kind: 'access',
  identity: 'none',
  proxyAllowed: false,
  resaleForbidden: true,
  mixingForbidden: false,
  system: null,
  purpose: '',
  retentionDays: 365,
} as const;

/** The rules of the small shop, as a decree might say them. */
const RULES: readonly RuleDraft[] = [
  { ...RULE, programme: 'lpg-3kg', kind: 'price', priceKind: 'het', amountRp: 18_000 },
  {
    ...RULE,
    ...ACCESS,
    programme: 'lpg-3kg',
    identity: 'nik',
    categories: ['rumah-tangga', 'usaha-mikro'],
    proxyAllowed: true,
    system: 'map',
    purpose: 'Penyaluran LPG 3 kg tepat sasaran',
  },
  {
    ...RULE,
    programme: 'lpg-3kg',
    kind: 'quota',
    subject: 'kk',
    category: 'rumah-tangga',
    window: 'week',
    limitThousandths: 2_000,
    effect: 'block',
  },
  { ...RULE, programme: 'sphp', kind: 'price', priceKind: 'program', amountRp: 12_500 },
  { ...RULE, ...ACCESS, programme: 'sphp', categories: [], mixingForbidden: true, system: 'klik-sphp' },
  {
    ...RULE,
    programme: 'sphp',
    kind: 'quota',
    subject: 'anyone',
    category: null,
    window: 'sale',
    limitThousandths: 10_000,
    effect: 'block',
  },
  { ...RULE, programme: 'minyakita', kind: 'price', priceKind: 'het', amountRp: 15_700 },
];

const PROGRAMMES = [
  { programme: 'lpg-3kg', name: 'LPG 3 kg', unit: 'tabung', active: true },
  { programme: 'sphp', name: 'Beras SPHP', unit: 'kg', active: true },
  { programme: 'minyakita', name: 'Minyakita', unit: 'liter', active: true },
] as const;

/** Adds a rule that the board has typed in. */
export async function addRule(shop: Staffed, rule: RuleDraft): Promise<void> {
  const ratna = await shop.as('Ratna');
  valueOf(await ratna.programmes.saveRule({ rule }));
}

/** The id of one of the subsidised goods. */
export async function subsidisedId(shop: Staffed, plu: string): Promise<string> {
  const ratna = await shop.as('Ratna');
  const { products } = valueOf(await ratna.catalog.list({ text: '' }));
  const product = products.find((each) => each.plu === plu);
  if (product === undefined) throw new Error(`no goods with the code ${plu}`);
  return product.productId;
}

/** The small shop becomes an outlet of the programmes: goods, rules, and what each product is. */
export async function sellSubsidised(shop: Staffed): Promise<void> {
  const ratna = await shop.as('Ratna');
  const contentBase64 = Buffer.from(CATALOGUE).toString('base64');
  const preview = valueOf(await ratna.catalog.importPreview({ fileName: 'subsidi.csv', contentBase64 }));
  if (preview.errorCount > 0) throw new Error(`the subsidised goods: ${JSON.stringify(preview.errors)}`);
  valueOf(await ratna.catalog.importCommit({ draftId: preview.draftId }));
  for (const programme of PROGRAMMES) valueOf(await ratna.programmes.saveProgramme(programme));
  for (const rule of RULES) await addRule(shop, rule);
  const link = async (
    plu: string,
    programme: string | null,
    measureThousandths: number,
    role: 'refill' | 'empty' | 'deposit' | null = null,
  ): Promise<void> => {
    const productId = await subsidisedId(shop, plu);
    const cylinder = role === null ? null : { role, kind: 'lpg-3kg' };
    valueOf(await ratna.programmes.setGoods({ productId, programme, measureThousandths, cylinder }));
  };
  await link(SUBSIDISED.lpg, 'lpg-3kg', 1_000, 'refill');
  await link(SUBSIDISED.cylinder, null, 1_000, 'empty');
  await link(SUBSIDISED.deposit, null, 1_000, 'deposit');
  await link(SUBSIDISED.sphp, 'sphp', 5_000);
  await link(SUBSIDISED.oil, 'minyakita', 1_000);
}

/** Somebody of the village is registered, with all that is on their papers. */
export async function registerVillager(
  client: TillClient,
  name: keyof typeof VILLAGERS,
  memberId: string | null = null,
): Promise<Registration> {
  return valueOf(await client.subsidy.register(registering(name, memberId)));
}

/** Rings up so many of some goods, by their code. */
export async function ring(client: TillClient, code: string, pieces = 1): Promise<Ticket> {
  const scanned = valueOf(await client.till.scan({ code, quantityThousandths: pieces * 1_000 }));
  return scanned.ticket;
}

/** Somebody registered becomes the buyer of the open ticket. */
export async function buys(client: TillClient, registrationId: string): Promise<Ticket> {
  return valueOf(await client.till.setSubsidyBuyer({ registrationId }));
}

/** Sells fillings to somebody registered, for the exact amount. Answers the sale's id. */
export async function sellLpg(client: TillClient, registrationId: string, pieces = 1): Promise<string> {
  await ring(client, SUBSIDISED.lpg, pieces);
  const ticket = await buys(client, registrationId);
  return valueOf(await client.till.pay(payment(ticket))).saleId;
}

/** Another price than the HET of the small shop's LPG, from a date on. */
export function hetOf(amountRp: number, validFrom: string): RuleDraft {
  return {
    ...RULE,
    validFrom,
    programme: 'lpg-3kg',
    kind: 'price',
    priceKind: 'het',
    amountRp: rupiah(amountRp),
  };
}
