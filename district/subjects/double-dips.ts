import {
  quotaGroup,
  quotaRulesOn,
  ruleBook,
  type RuleBook,
} from '../../shared/domain/programmes/rules-in-force.ts';
import type { QuotaRule } from '../../shared/domain/programmes/rules.ts';
import { windowOf } from '../../shared/domain/programmes/windows.ts';
import type { PlacedTill } from '../store/programme-store.ts';
import type { SharedPurchase } from '../store/purchase-store.ts';

/** Where some of it was bought. */
export interface DipStore {
  readonly gerai: string;
  readonly storeCode: string;
  readonly tillNumber: number;
  readonly quantityThousandths: number;
}

/**
 * Somebody bought more than a quota gives, at tills that can't see one another while they sell. Who it
 * is is not known here: a buyer is a keyed hash, and not even that is shown.
 */
export interface DoubleDip {
  readonly programme: string;
  /** What the purchases have in common. */
  readonly subject: 'nik' | 'kk';
  /** Whose quota it is. One NIK may also go over a family's, by buying under more than one KK. */
  readonly quotaOf: 'nik' | 'kk';
  readonly category: string | null;
  readonly window: QuotaRule['window'];
  /** First and last date of the window; null where no end is in sight. */
  readonly from: string;
  readonly to: string | null;
  /** The mildest limit among those of the stores it was bought at. */
  readonly limitThousandths: number;
  readonly quantityThousandths: number;
  readonly stores: readonly DipStore[];
  readonly example: boolean;
}

/** A window of a quota that somebody bought in. */
interface Counted {
  readonly rule: QuotaRule;
  readonly quotaOf: 'nik' | 'kk';
  readonly limit: number;
  readonly from: string;
  readonly to: string | null;
}

/**
 * Finds who bought more than a quota gives at several tills together. Each purchase is judged by the
 * rules of its own till on its own date; where stores have different limits for one window, the mildest
 * counts, so that nobody is suspected for two rules that differ. As at the till, a family's quota also
 * holds for whoever of it buys under several KK, or a new KK would be a new quota. A quota of what
 * somebody was allotted is not known here.
 * @param purchases of everybody who bought at more than one till
 */
export function doubleDips(
  subject: 'nik' | 'kk',
  purchases: readonly SharedPurchase[],
  tills: readonly PlacedTill[],
  rules: ReadonlyMap<string, readonly QuotaRule[]>,
): DoubleDip[] {
  const places = new Map(
    tills.map((till) => [till.tillId, { till, book: ruleBook(rules.get(till.tillId) ?? []) }]),
  );
  const exampleOf = (tillId: string) => places.get(tillId)?.till.example === true;
  // Example stores and real ones know nothing of one another.
  const buyers = Map.groupBy(
    purchases,
    ({ key, programme, tillId }) => `${key} ${programme} ${exampleOf(tillId) ? 'example' : 'real'}`,
  );
  const found = [...buyers.values()].flatMap((bought) => dipsOf(subject, bought, places));
  return found.toSorted(newestFirst);
}

type Places = ReadonlyMap<string, { readonly till: PlacedTill; readonly book: RuleBook }>;

function dipsOf(subject: 'nik' | 'kk', bought: readonly SharedPurchase[], places: Places): DoubleDip[] {
  const windows = new Map<string, Counted>();
  for (const purchase of bought) {
    for (const counted of windowsOf(subject, purchase, places)) {
      const name = `${quotaGroup(counted.rule)} ${counted.from}`;
      const known = windows.get(name);
      if (known === undefined || known.limit < counted.limit) windows.set(name, counted);
    }
  }
  return [...windows.values()].flatMap((counted) => dipOf(subject, counted, bought, places) ?? []);
}

/** The windows of every quota that bears on a purchase. */
function windowsOf(subject: 'nik' | 'kk', purchase: SharedPurchase, places: Places): Counted[] {
  const place = places.get(purchase.tillId);
  if (place === undefined) return [];
  const { till, book } = place;
  const { programme, date, category } = purchase;
  return quotaRulesOn(book, programme, till, date).flatMap((rule) => {
    const limit = rule.limitThousandths;
    const quotaOf = quotaFor(subject, rule);
    const bears = rule.category === null || rule.category === category;
    if (limit === null || quotaOf === undefined || !bears) return [];
    const { from, to } = windowOf(rule, date, till, book.quotas.get(programme) ?? []);
    return from === null ? [] : [{ rule, quotaOf, limit, from, to }];
  });
}

/** Whose quota a rule is, undefined where it can't be judged by what the purchases have in common. */
function quotaFor(subject: 'nik' | 'kk', rule: QuotaRule): 'nik' | 'kk' | undefined {
  if (rule.subject === 'kk') return 'kk';
  return rule.subject === 'nik' && subject === 'nik' ? 'nik' : undefined;
}

function dipOf(
  subject: 'nik' | 'kk',
  { rule, quotaOf, limit, from, to }: Counted,
  bought: readonly SharedPurchase[],
  places: Places,
): DoubleDip | undefined {
  const within = bought.filter(
    ({ date, category }) =>
      date >= from && (to === null || date <= to) && (rule.category === null || rule.category === category),
  );
  const quantityThousandths = sum(within);
  const byTill = [...Map.groupBy(within, ({ tillId }) => tillId)];
  if (quantityThousandths <= limit || byTill.length < 2) return undefined;
  // What was bought under one KK is found, with everybody of it, where families are compared.
  if (quotaOf !== subject && areOfOneFamily(within)) return undefined;
  const stores = byTill.flatMap(([tillId, here]) => {
    const till = places.get(tillId)?.till;
    if (till === undefined) return [];
    const { gerai, storeCode, tillNumber } = till;
    return [{ gerai, storeCode, tillNumber, quantityThousandths: sum(here) }];
  });
  const { programme, category, window } = rule;
  const example = within.some(({ tillId }) => places.get(tillId)?.till.example === true);
  const found = { programme, subject, quotaOf, category, window, from, to, limitThousandths: limit };
  return { ...found, quantityThousandths, stores: stores.toSorted(mostFirst), example };
}

function areOfOneFamily([first, ...others]: readonly SharedPurchase[]): boolean {
  const kkKey = first?.kkKey ?? null;
  return kkKey !== null && others.every((purchase) => purchase.kkKey === kkKey);
}

function sum(purchases: readonly SharedPurchase[]): number {
  return purchases.reduce((total, { quantityThousandths }) => total + quantityThousandths, 0);
}

function mostFirst(a: DipStore, b: DipStore): number {
  return b.quantityThousandths - a.quantityThousandths || a.gerai.localeCompare(b.gerai);
}

function newestFirst(a: DoubleDip, b: DoubleDip): number {
  const over = (dip: DoubleDip) => dip.quantityThousandths - dip.limitThousandths;
  return b.from.localeCompare(a.from) || over(b) - over(a) || a.programme.localeCompare(b.programme);
}
