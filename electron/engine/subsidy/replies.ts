import type { ShownBuyer } from '../../../shared/contract/cylinders.ts';
import type { Registration, RegistrationDetail } from '../../../shared/contract/subsidy.ts';
import { mayDo } from '../../../shared/contract/permissions.ts';
import { maskNik } from '../../../shared/domain/nik.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import type { Opened } from '../vault/index.ts';
import { everybodyRegistered, openRegistered, type RegisteredPerson } from './person.ts';
import { readRegistration, type StoredRegistration } from './registration-store.ts';
import { usesOfRegistration } from './use-store.ts';

const ERASED: Opened<RegisteredPerson> = { state: 'erased' };

/** Purchases that a registration's own page lists. */
const SHOWN_PURCHASES = 50;

/** Whether whoever asks may see names in lists: a kasir sees the last four digits only. */
export function seesNames(ctx: Ctx): boolean {
  return mayDo(ctx.person().role, 'subsidy.manage');
}

/**
 * How a list or a paper names whoever bought, as far as whoever asks may know. Everybody is opened once
 * and kept, so that lists are fast.
 */
export function shownBuyer(ctx: Ctx, registrationId: string | null): ShownBuyer {
  const opened = (registrationId === null ? undefined : personIn(ctx, registrationId)) ?? ERASED;
  return { ...nameOf(opened, seesNames(ctx)), lastFour: endOfNik(opened) };
}

/** The last four digits of a NIK, for a receipt; empty where there is none, or it was erased. */
export function lastFourOf(ctx: Ctx, registrationId: string): string {
  return endOfNik(openRegistered(ctx, registrationId));
}

function personIn(ctx: Ctx, registrationId: string): Opened<RegisteredPerson> | undefined {
  return everybodyRegistered(ctx).get(registrationId)?.opened;
}

function endOfNik(opened: Opened<RegisteredPerson>): string {
  return opened.state === 'known' ? maskNik(opened.person.nik ?? '') : '';
}

function nameOf(
  opened: Opened<RegisteredPerson>,
  visible: boolean,
): Pick<Registration, 'name' | 'nameState'> {
  if (opened.state !== 'known') return { name: '', nameState: opened.state };
  return visible ? { name: opened.person.name, nameState: 'known' } : { name: '', nameState: 'hidden' };
}

function replyOf(
  stored: StoredRegistration,
  opened: Opened<RegisteredPerson>,
  visible: boolean,
): Registration {
  const { nikKey, kkKey, sharedNikKey: _, sharedKkKey: __, ...rest } = stored;
  const { nik, kk } = opened.state === 'known' ? opened.person : { nik: null, kk: null };
  return {
    ...rest,
    ...nameOf(opened, visible),
    maskedNik: maskNik(nik ?? ''),
    maskedKk: maskNik(kk ?? ''),
    hasNik: nikKey !== null,
    hasKk: kkKey !== null,
  };
}

/** Whoever stands at the counter, with the name. */
export function atCounter(ctx: Ctx, stored: StoredRegistration): Registration {
  return replyOf(stored, openRegistered(ctx, stored.registrationId), true);
}

/** People in a list, as whoever asks may see them. */
export function inList(ctx: Ctx, registrations: readonly StoredRegistration[]): Registration[] {
  const people = everybodyRegistered(ctx);
  const visible = seesNames(ctx);
  return registrations.map((stored) =>
    replyOf(stored, people.get(stored.registrationId)?.opened ?? ERASED, visible),
  );
}

/**
 * The registration of this id, erased or not.
 * @throws DomainError `registration.unknown`
 */
export function knownRegistration(ctx: Pick<Ctx, 'db'>, registrationId: string): StoredRegistration {
  const stored = readRegistration(ctx.db, registrationId);
  if (stored === undefined) throw new DomainError('registration.unknown');
  return stored;
}

/** A registration with what only its own page shows. */
export function registrationDetail(ctx: Ctx, registrationId: string): RegistrationDetail {
  const stored = knownRegistration(ctx, registrationId);
  const opened = openRegistered(ctx, registrationId);
  return {
    ...replyOf(stored, opened, true),
    address: opened.state === 'known' && seesNames(ctx) ? opened.person.address : '',
    purchases: usesOfRegistration(ctx.db, registrationId, SHOWN_PURCHASES).map((use) => ({
      saleId: use.saleId,
      receipt: use.receipt,
      date: use.date,
      programme: use.programme,
      category: use.category,
      quantityThousandths: use.quantityThousandths,
      returnedThousandths: use.returnedThousandths,
    })),
  };
}

/** Somebody as a register names them, with what a season gives them. */
export interface RegisterEntry extends ShownBuyer {
  readonly address: string;
  readonly allotments: StoredRegistration['allotments'];
}

/** Who bought, for a register that only whoever may see names is given. */
export function registerEntry(ctx: Ctx, registrationId: string): RegisterEntry {
  const opened = personIn(ctx, registrationId) ?? ERASED;
  return {
    ...nameOf(opened, seesNames(ctx)),
    lastFour: endOfNik(opened),
    address: opened.state === 'known' && seesNames(ctx) ? opened.person.address : '',
    allotments: readRegistration(ctx.db, registrationId)?.allotments ?? [],
  };
}
