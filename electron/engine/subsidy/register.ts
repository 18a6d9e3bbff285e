import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { subsidyContract } from '../../../shared/contract/subsidy.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import { addDays } from '../../../shared/domain/business-date.ts';
import { thousandths } from '../../../shared/domain/quantity.ts';
import type { RecordBodies } from '../../../shared/journal/bodies.ts';
import type { Ctx } from '../context.ts';
import { agreedPurposes } from './agreed-purposes.ts';
import { DomainError } from '../domain-error.ts';
import { memberById, todayOf } from '../members/index.ts';
import { readNumbers } from './numbers.ts';
import { keepRegistered, openRegistered, type RegisteredPerson } from './person.ts';
import { registrationOfNik, registrationsOfKk, type StoredRegistration } from './registration-store.ts';
import { atCounter, knownRegistration, registrationDetail, seesNames } from './replies.ts';
import { ownKey, subjectKeys, type IdentityNumbers } from './subject-keys.ts';
import { keepingTerms } from './terms.ts';

type SubsidyHandlers = AreaHandlers<typeof subsidyContract, Ctx>;
type Body = RecordBodies['subsidy-registered/1'];
type Particulars = Omit<
  z.output<typeof subsidyContract.saveRegistration.input>,
  'registrationId' | 'nik' | 'kk'
>;

/**
 * Registers a buyer who has been told what for and for how long. A NIK that is registered already
 * keeps its registration, also where it was erased since: the buyer is back, and so is the quota.
 */
export const register: SubsidyHandlers['register'] = (ctx, input) => {
  const numbers = readNumbers(ctx, input);
  if (numbers.nik === null && numbers.kk === null) throw new DomainError('identity.number-required');
  const before = registeredAs(ctx, numbers);
  requireNoAllotment(ctx, input);
  requireSameFamily(ctx, before, numbers.kk);
  requireSameCategories(ctx, before, input.categories);
  requireSameMember(ctx, before, input.memberId);
  const registrationId = before?.registrationId ?? ctx.ports.ids.next();
  const known = personKnown(ctx, registrationId);
  const given: Particulars = {
    name: input.name,
    address: input.address === '' ? (known?.address ?? '') : input.address,
    categories: input.categories.length > 0 ? input.categories : [...(before?.categories ?? [])],
    memberId: input.memberId ?? before?.memberId ?? null,
    farmer: input.farmer || before?.farmer === true,
    allotments: input.allotments.length > 0 ? input.allotments : [...(before?.allotments ?? [])],
  };
  const person = personOf(known, numbers, given);
  ctx.append(
    'subsidy-registered/1',
    bodyOf(ctx, { registrationId, before, person, given, agreed: agreedTerms(ctx, before, input.programme) }),
  );
  keepRegistered(ctx, registrationId, person);
  ctx.changed('subsidy', 'ticket');
  return atCounter(ctx, knownRegistration(ctx, registrationId));
};

/** Changes a registration. Saving what is already there writes no record. */
export const saveRegistration: SubsidyHandlers['saveRegistration'] = (ctx, input) => {
  const { registrationId, nik, kk, ...particulars } = input;
  const before = knownRegistration(ctx, registrationId);
  if (before.erased) throw new DomainError('registration.erased');
  const numbers = readNumbers(ctx, { nik, kk });
  const owner = numbers.nik === null ? undefined : registeredAs(ctx, { nik: numbers.nik, kk: null });
  if (owner !== undefined && owner.registrationId !== registrationId)
    throw new DomainError('identity.nik-taken');
  const known = personKnown(ctx, registrationId);
  const person = personOf(known, numbers, particulars);
  const body = bodyOf(ctx, { registrationId, before, person, given: particulars, agreed: before });
  if (!sameTerms(before, body)) ctx.append('subsidy-registered/1', body);
  if (known === undefined || !samePerson(known, person)) keepRegistered(ctx, registrationId, person);
  ctx.changed('subsidy', 'ticket');
  return registrationDetail(ctx, registrationId);
};

/** Who has this NIK; without one, the family's own registration, which has no NIK either. */
function registeredAs(ctx: Ctx, { nik, kk }: IdentityNumbers): StoredRegistration | undefined {
  const { keys } = ctx.ports;
  if (nik !== null) return registrationOfNik(ctx.db, ownKey(keys, 'nik', nik));
  if (kk === null) return undefined;
  return registrationsOfKk(ctx.db, ownKey(keys, 'kk', kk)).find(({ nikKey }) => nikKey === null);
}

/** A kasir who could allot goods to a buyer could allot them to anybody. */
function requireNoAllotment(ctx: Ctx, { farmer, allotments }: Particulars): void {
  if ((farmer || allotments.length > 0) && !seesNames(ctx)) throw new DomainError('permission.denied');
}

/** A family whose quota is used up is not changed at the counter: that is for whoever manages the list. */
function requireSameFamily(ctx: Ctx, before: StoredRegistration | undefined, kk: string | null): void {
  if (kk === null || before === undefined || before.kkKey === null || seesNames(ctx)) return;
  if (ownKey(ctx.ports.keys, 'kk', kk) !== before.kkKey) throw new DomainError('identity.kk-differs');
}

/** As what somebody buys decides their quota: once it is known, that too is for whoever manages the list. */
function requireSameCategories(
  ctx: Ctx,
  before: StoredRegistration | undefined,
  categories: Particulars['categories'],
): void {
  if (before === undefined || before.categories.length === 0 || seesNames(ctx)) return;
  const another = categories.find((category) => !before.categories.includes(category));
  if (another !== undefined) throw new DomainError('registration.category', { category: another });
}

/** A membership has a quota of its own, so moving to another one is not done at the counter either. */
function requireSameMember(ctx: Ctx, before: StoredRegistration | undefined, memberId: string | null): void {
  const known = before?.memberId ?? null;
  if (known === null || memberId === null || memberId === known || seesNames(ctx)) return;
  throw new DomainError('registration.member-differs');
}

function personKnown(ctx: Ctx, registrationId: string): RegisteredPerson | undefined {
  const opened = openRegistered(ctx, registrationId);
  return opened.state === 'known' ? opened.person : undefined;
}

/** Who it is from now on: a number that was not typed stays as it is known. */
function personOf(
  known: RegisteredPerson | undefined,
  numbers: IdentityNumbers,
  { name, address }: Pick<Particulars, 'name' | 'address'>,
): RegisteredPerson {
  return {
    kind: 'subsidy',
    name,
    address,
    nik: numbers.nik ?? known?.nik ?? null,
    kk: numbers.kk ?? known?.kk ?? null,
  };
}

type AgreedTerms = Pick<Body, 'purpose' | 'expiresOn'>;

/**
 * What holds after a buyer has agreed: to what they have just been told, and still to what they agreed
 * to before, unless that was erased. A change that nobody was told of changes neither.
 */
function agreedTerms(
  ctx: Ctx,
  before: StoredRegistration | undefined,
  programme: string | null,
): AgreedTerms {
  const { purpose, retentionDays } = keepingTerms(ctx, programme);
  const expiresOn = addDays(todayOf(ctx), retentionDays);
  if (before === undefined || before.erased) return { purpose, expiresOn };
  return {
    purpose: agreedPurposes(before.purpose, purpose),
    expiresOn: before.expiresOn > expiresOn ? before.expiresOn : expiresOn,
  };
}

interface Registering {
  readonly registrationId: string;
  readonly before: StoredRegistration | undefined;
  readonly person: RegisteredPerson;
  readonly given: Particulars;
  /** What the buyer agreed to: why the number is kept, and until when. */
  readonly agreed: AgreedTerms;
}

function bodyOf(ctx: Ctx, { registrationId, before, person, given, agreed }: Registering): Body {
  if (given.memberId !== null && given.memberId !== before?.memberId) memberById(ctx, given.memberId);
  const keys = subjectKeys(ctx.ports.keys, person);
  return {
    registrationId,
    // A number that the vault can't tell any more is still the one it was registered with.
    nikKey: keys.nikKey ?? before?.nikKey ?? null,
    kkKey: keys.kkKey ?? before?.kkKey ?? null,
    sharedNikKey: keys.sharedNikKey ?? before?.sharedNikKey ?? null,
    sharedKkKey: keys.sharedKkKey ?? before?.sharedKkKey ?? null,
    categories: [...new Set(given.categories)],
    memberId: given.memberId,
    farmer: given.farmer,
    allotments: given.allotments.map(({ programme: of, quantityThousandths }) => ({
      programme: of,
      quantityThousandths: thousandths(quantityThousandths),
    })),
    purpose: agreed.purpose,
    expiresOn: agreed.expiresOn,
  };
}

/** Whether a registration would be the same but for why and until when it is kept. */
function sameTerms(before: StoredRegistration, body: Body): boolean {
  const apart = { purpose: '', expiresOn: '', lastBoughtOn: '', erased: false };
  return isDeepStrictEqual({ ...before, ...apart }, { ...body, ...apart });
}

function samePerson(a: RegisteredPerson, b: RegisteredPerson): boolean {
  return a.name === b.name && a.address === b.address && a.nik === b.nik && a.kk === b.kk;
}
