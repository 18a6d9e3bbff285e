import type { TillClient } from '../../../shared/contract/index.ts';
import type { ConsumerCategory } from '../../../shared/domain/programmes/rules.ts';
import type { SeededRandom } from '../../support/random.ts';
import { valueOf } from '../../support/till.ts';

/** Somebody of the village, with the cards in their pocket. All numbers are invented. */
export interface Villager {
  readonly name: string;
  readonly nik: string;
  /** The family's number, null for somebody who has left that card at home. */
  readonly kk: string | null;
  readonly categories: readonly ConsumerCategory[];
  /** Sacks of 50 kg that the list of farmers gives this season, null for somebody who is not on it. */
  readonly sacks: { readonly urea: number; readonly npk: number } | null;
  /** Once registered. */
  registrationId: string | null;
  /** What was bought of LPG this week, as the family itself counts. */
  refills: number;
}

export interface People {
  /** Whoever of them is registered has shown a card. */
  readonly everybody: readonly Villager[];
  readonly families: readonly (readonly Villager[])[];
  readonly traders: readonly Villager[];
  readonly farmers: readonly Villager[];
  /** Registered as two things. */
  readonly both: Villager;
  /** Registered without the family's card. */
  readonly noKk: Villager;
  /** On the list of farmers, with nothing allotted. */
  readonly unallotted: Villager;
  /** A farmer of the list who is here as a trader. */
  readonly otherFarmer: Villager;
  /** People nobody has seen before, in the order in which they come. */
  readonly strangers: Villager[];
  /** An institution that would sell on. */
  readonly institutionId: string;
  /** A member who is given a member's prices. */
  readonly memberId: string;
}

const FAMILIES = 10;
const TRADERS = 4;
const FARMERS = 3;
const STRANGERS = 400;
const REGION = '350712';

/** Makes up the village, and registers whoever came by before the day of delivery. */
export async function registerVillage(manager: TillClient, random: SeededRandom): Promise<People> {
  let made = 0;
  const everybody: Villager[] = [];
  const somebody = (kk: string | null, more: Partial<Villager> = {}): Villager => {
    made += 1;
    const base = { categories: ['rumah-tangga'] as const, sacks: null, registrationId: null, refills: 0 };
    const one = { ...base, name: `Warga Contoh ${made}`, nik: numberOf(random, made, 40), kk, ...more };
    everybody.push(one);
    return one;
  };
  const family = () => {
    made += 1;
    return numberOf(random, made, 0);
  };
  const couple = (): Villager[] => {
    const kk = family();
    return [somebody(kk), somebody(kk)];
  };
  const people = {
    families: Array.from({ length: FAMILIES }, couple),
    traders: Array.from({ length: TRADERS }, () => somebody(family(), { categories: ['usaha-mikro'] })),
    farmers: Array.from({ length: FARMERS }, () =>
      somebody(family(), { categories: ['petani-sasaran'], sacks: { urea: 400, npk: 400 } }),
    ),
    both: somebody(family(), { categories: ['rumah-tangga', 'usaha-mikro'] }),
    noKk: somebody(null),
    unallotted: somebody(family(), { categories: ['petani-sasaran'], sacks: { urea: 0, npk: 0 } }),
    otherFarmer: somebody(family(), { categories: ['usaha-mikro'], sacks: { urea: 400, npk: 400 } }),
    strangers: Array.from({ length: STRANGERS }, () => somebody(family())),
  };
  const known = [...people.families.flat(), ...people.traders, ...people.farmers];
  for (const villager of [...known, people.both, people.noKk, people.unallotted, people.otherFarmer]) {
    await register(manager, villager);
  }
  return {
    ...people,
    everybody,
    institutionId: await addInstitution(manager),
    memberId: await addMember(manager),
  };
}

/** Sixteen digits: region, a date, and a serial that no two of the village share. */
function numberOf(random: SeededRandom, serial: number, women: 0 | 40): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = random.between(1, 28) + (random.chance(0.5) ? women : 0);
  // A birthday that lets somebody have a card of their own; a family's card may be of any year.
  const year = women === 0 ? random.between(10, 25) : random.between(60, 99);
  return `${REGION}${two(day)}${two(random.between(1, 12))}${two(year)}${String(serial).padStart(4, '0')}`;
}

/** Registers somebody as whoever stands at the counter with them does; their card was read from here on. */
export async function register(client: TillClient, villager: Villager): Promise<string> {
  const { nik, kk, name, categories, sacks } = villager;
  const allotments =
    sacks === null
      ? []
      : [
          { programme: 'pupuk-urea', quantityThousandths: sacks.urea * 50_000 },
          { programme: 'pupuk-npk', quantityThousandths: sacks.npk * 50_000 },
        ].filter(({ quantityThousandths }) => quantityThousandths > 0);
  const { registrationId } = valueOf(
    await client.subsidy.register({
      nik,
      kk,
      name,
      address: 'RT 02 RW 05 Sukamaju',
      categories: [...categories],
      farmer: sacks !== null,
      allotments,
      programme: sacks === null ? 'lpg-3kg' : 'pupuk-urea',
      consent: true,
    }),
  );
  villager.registrationId = registrationId;
  return registrationId;
}

async function addInstitution(manager: TillClient): Promise<string> {
  const { buyerId } = valueOf(
    await manager.members.saveBuyer({
      buyerId: null,
      name: 'Warung Contoh',
      contact: '',
      phone: '',
      address: 'Jl. Contoh 3',
      kind: 'koperasi',
      tier: 'grosir',
      creditLimitRp: 0,
      termDays: 14,
      active: true,
    }),
  );
  return buyerId;
}

async function addMember(manager: TillClient): Promise<string> {
  const { memberId } = valueOf(
    await manager.members.saveMember({
      memberId: null,
      number: null,
      name: 'Anggota Contoh',
      phone: '',
      address: '',
      tier: 'anggota',
      cardCodes: ['KTA-9001'],
      creditLimitRp: 0,
      active: true,
      joinedOn: null,
    }),
  );
  return memberId;
}
