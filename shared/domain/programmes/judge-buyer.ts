import { subjectKeyOf } from './history.ts';
import type { SubsidyBuyer } from './judged.ts';
import { findingOf, type ProgrammeCase } from './programme-case.ts';
import { consumerCategorySchema, type AccessRule, type ConsumerCategory } from './rules.ts';
import type { Finding, FindingCode, Verdict, WayOut } from './verdict.ts';

type Identity = Verdict['asks']['identities'][number];

const IDENTITIES: readonly Identity[] = ['nik', 'kk', 'member', 'farmer'];

const MISSING: Readonly<Record<Identity, FindingCode>> = {
  nik: 'identity-required',
  kk: 'kk-required',
  member: 'member-required',
  farmer: 'farmer-required',
};

/** Something a rule needs to know of the buyer, and how much depends on it. */
interface Need<T> {
  readonly what: T;
  readonly effect: Finding['effect'];
  readonly ruleId: string;
}

/** Whether this buyer may have goods of the programme at all. */
export function judgeBuyer(one: ProgrammeCase): Finding[] {
  const missing = missingIdentities(one);
  const unknown = missing.some(({ effect }) => effect === 'refuse');
  // As what somebody buys is the second question: there is no point in asking it of nobody.
  const category = unknown && one.buyer.registrationId === null ? [] : judgeCategory(one);
  return [...missing, ...category, ...judgeDealings(one)];
}

/** What has to be known of a buyer for one programme. */
export function asksOf(one: ProgrammeCase): Verdict['asks'] {
  const asked = new Set(identityNeeds(one).map(({ what }) => what));
  const isAsked = one.access !== undefined && one.access.identity !== 'none';
  return {
    identities: IDENTITIES.filter((identity) => asked.has(identity)),
    categories: categoriesOf(one),
    proxyAllowed: isAsked && one.access.proxyAllowed,
  };
}

/** What all programmes of a basket ask for together. */
export function asksTogether(asks: readonly Verdict['asks'][]): Verdict['asks'] {
  const named = asks.map(({ categories }) => categories).filter((categories) => categories.length > 0);
  const any = consumerCategorySchema.options.filter((each) => named.some((list) => list.includes(each)));
  const common = any.filter((each) => named.every((list) => list.includes(each)));
  const identified = asks.filter(({ identities }) => identities.length > 0);
  return {
    identities: IDENTITIES.filter((each) => asks.some(({ identities }) => identities.includes(each))),
    // A ticket has one buyer with one category; where no category suits all goods, any may be tried.
    categories: common.length > 0 ? common : any,
    proxyAllowed: identified.length > 0 && identified.every(({ proxyAllowed }) => proxyAllowed),
  };
}

/** Which identities the rules need; a quota of one category only where that is the buyer's. */
function identityNeeds({ access, quotas, buyer }: ProgrammeCase): Need<Identity>[] {
  const needs: Need<Identity>[] = [];
  if (access !== undefined && access.identity !== 'none') {
    needs.push({ what: access.identity, effect: 'refuse', ruleId: access.ruleId });
  }
  for (const { subject, category, effect, ruleId } of quotas) {
    if (subject === 'anyone' || (category !== null && category !== buyer.category)) continue;
    needs.push({ what: subject, effect: effect === 'block' ? 'refuse' : 'warn', ruleId });
  }
  return needs;
}

/** Identities without which a rule can't be kept; each of them once, by the strictest rule. */
function missingIdentities(one: ProgrammeCase): Finding[] {
  const { buyer } = one;
  const needs = identityNeeds(one).filter(({ what }) => !isKnown(what, buyer));
  return IDENTITIES.flatMap((identity) => {
    const need = strictest(needs.filter(({ what }) => what === identity));
    if (need === undefined) return [];
    const { effect, ruleId } = need;
    return findingOf(one, MISSING[identity], effect, { ruleId, ways: waysToIdentify(identity, buyer) });
  });
}

function isKnown(identity: Identity, buyer: SubsidyBuyer): boolean {
  return identity === 'farmer' ? buyer.farmer : subjectKeyOf(identity, buyer) !== null;
}

/** The first that refuses, or else the first. */
function strictest<T>(needs: readonly Need<T>[]): Need<T> | undefined {
  return needs.find(({ effect }) => effect === 'refuse') ?? needs[0];
}

function waysToIdentify(identity: Identity, buyer: SubsidyBuyer): WayOut[] {
  if (buyer.registrationId === null) return ['identify', 'remove'];
  // The list of farmers is not made here; somebody else may be on it.
  if (identity === 'farmer') return ['change-buyer', 'tell-pengurus', 'remove'];
  return ['identify', 'change-buyer', 'remove'];
}

function judgeCategory(one: ProgrammeCase): Finding[] {
  const { buyer, access } = one;
  const need = strictest(categoryNeeds(one));
  if (need === undefined) return [];
  if (buyer.category === null) {
    const { effect, ruleId } = need;
    return [findingOf(one, 'category-required', effect, { ruleId, ways: ['choose-category', 'remove'] })];
  }
  if (access === undefined || access.categories.length === 0) return [];
  if (access.categories.includes(buyer.category)) return [];
  const params = { category: buyer.category, allowed: ordered(access).join(',') };
  const ways: WayOut[] = ['choose-category', 'change-buyer', 'remove'];
  return [findingOf(one, 'category-not-allowed', 'refuse', { ruleId: access.ruleId, params, ways })];
}

function categoryNeeds({ access, quotas }: ProgrammeCase): Need<'category'>[] {
  const needs: Need<'category'>[] = [];
  if (access !== undefined && access.categories.length > 0) {
    needs.push({ what: 'category', effect: 'refuse', ruleId: access.ruleId });
  }
  for (const { category, effect, ruleId } of quotas) {
    if (category === null) continue;
    needs.push({ what: 'category', effect: effect === 'block' ? 'refuse' : 'warn', ruleId });
  }
  return needs;
}

/** Which categories can be chosen; none where it makes no difference. */
function categoriesOf(one: ProgrammeCase): ConsumerCategory[] {
  if (one.access !== undefined && one.access.categories.length > 0) return ordered(one.access);
  return categoryNeeds(one).length > 0 ? [...consumerCategorySchema.options] : [];
}

function ordered({ categories }: AccessRule): ConsumerCategory[] {
  return consumerCategorySchema.options.filter((each) => categories.includes(each));
}

/** Fetching for somebody else, and buying to sell on. */
function judgeDealings(one: ProgrammeCase): Finding[] {
  const { buyer, access } = one;
  if (access === undefined) return [];
  const { ruleId } = access;
  const findings: Finding[] = [];
  // Without an identity nobody is bought for; and who fetches for themselves is no proxy.
  const byProxy = buyer.proxy !== null && buyer.proxy.registrationId !== buyer.registrationId;
  if (byProxy && access.identity !== 'none' && !access.proxyAllowed) {
    const ways: WayOut[] = ['no-proxy', 'change-buyer', 'remove'];
    findings.push(findingOf(one, 'proxy-not-allowed', 'refuse', { ruleId, ways }));
  }
  if (buyer.institutional && access.resaleForbidden) {
    const ways: WayOut[] = ['change-buyer', 'remove'];
    findings.push(findingOf(one, 'resale-forbidden', 'refuse', { ruleId, ways }));
  }
  return findings;
}
