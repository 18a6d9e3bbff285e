import type { TillClient } from '../../../shared/contract/index.ts';
import { valueOf } from '../../support/till.ts';

/** A member who buys today. */
export interface Shopper {
  readonly memberId: string;
  readonly number: string;
  readonly card: string;
}

/** Who buys on account today. */
export interface People {
  readonly members: readonly Shopper[];
  /** Institutions, by their id. */
  readonly buyers: readonly string[];
}

const MEMBERS = 12;
/** Enough for some errands; the limit of every fourth is passed at once. */
const LIMITS_RP = [400_000, 250_000, 600_000, 20_000] as const;
const SAVINGS_RP = 750_000;

/** Members with cards and savings, and institutions, registered before the shop opens. */
export async function registerPeople(manager: TillClient): Promise<People> {
  const members: Shopper[] = [];
  for (let index = 0; index < MEMBERS; index += 1) {
    const card = `KTA-${String(index + 1).padStart(4, '0')}`;
    const { memberId, number } = valueOf(
      await manager.members.saveMember({
        memberId: null,
        number: null,
        name: `Anggota Contoh ${index + 1}`,
        phone: '',
        address: '',
        tier: index === MEMBERS - 1 ? 'grosir' : 'anggota',
        cardCodes: [card],
        creditLimitRp: LIMITS_RP[index % LIMITS_RP.length] ?? 0,
        active: true,
        joinedOn: null,
      }),
    );
    const savings = { pokokRp: 100_000, wajibRp: 240_000, sukarelaRp: SAVINGS_RP };
    valueOf(await manager.members.setSavings({ memberId, ...savings }));
    members.push({ memberId, number, card });
  }
  return { members, buyers: await registerBuyers(manager) };
}

async function registerBuyers(manager: TillClient): Promise<string[]> {
  const kinds = ['koperasi', 'school-kitchen', 'government'] as const;
  const buyers: string[] = [];
  for (const [index, kind] of kinds.entries()) {
    const { buyerId } = valueOf(
      await manager.members.saveBuyer({
        buyerId: null,
        name: `Lembaga Contoh ${index + 1}`,
        contact: '',
        phone: '',
        address: 'Jl. Contoh 1',
        kind,
        tier: 'grosir',
        // The last one has to be asked for every time.
        creditLimitRp: index === 2 ? 0 : 4_000_000,
        termDays: 14,
        active: true,
      }),
    );
    buyers.push(buyerId);
  }
  return buyers;
}
