import type { InputOf } from '../../shared/contract/define.ts';
import type { TillClient } from '../../shared/contract/index.ts';
import type { Member } from '../../shared/contract/members.ts';
import type { tillContract, Ticket } from '../../shared/contract/till.ts';
import type { staffContract } from '../../shared/contract/staff.ts';
import { PEOPLE, type Name, type SmallShop } from './small-shop.ts';
import { valueOf } from './till.ts';

/** Barcodes of the packs that `sellPacks` gives to the noodles. */
export const PACKS = {
  /** A dus of 40, Rp132.000. */
  dus: '8991234567891',
  /** A renteng of 5, without a price of its own. */
  renteng: '8991234567907',
} as const;

async function idOf(client: TillClient, text: string): Promise<string> {
  const [product] = valueOf(await client.catalog.search({ text }));
  if (product === undefined) throw new Error(`no goods called ${text}`);
  return product.productId;
}

/** The noodles are sold by the dus and the renteng too, and to members and by ten for less. */
export async function sellPacks(manager: TillClient): Promise<string> {
  const productId = await idOf(manager, 'indomie');
  const price = (
    unit: string | null,
    tier: 'umum' | 'anggota' | 'grosir',
    from: number,
    priceRp: number,
  ) => ({
    unit,
    tier,
    fromThousandths: from * 1000,
    priceRp,
    validFrom: null,
    validTo: null,
  });
  valueOf(
    await manager.catalog.saveTerms({
      productId,
      taxClass: 'kena',
      ceilingRp: null,
      packs: [
        { unit: 'dus', contentThousandths: 40_000, barcodes: [PACKS.dus], plu: null },
        { unit: 'renteng', contentThousandths: 5_000, barcodes: [PACKS.renteng], plu: null },
      ],
      prices: [
        price('dus', 'umum', 0, 132_000),
        price(null, 'anggota', 0, 3_300),
        price(null, 'umum', 10, 3_400),
        price(null, 'grosir', 0, 3_200),
      ],
    }),
  );
  return productId;
}

/** A member with a card, a limit and savings. */
export async function addMember(manager: TillClient, name = 'Sumarni'): Promise<Member> {
  const { memberId } = valueOf(
    await manager.members.saveMember({
      memberId: null,
      number: null,
      name,
      phone: '',
      address: '',
      tier: 'anggota',
      cardCodes: ['KDMP-0012'],
      creditLimitRp: 50_000,
      active: true,
      joinedOn: null,
    }),
  );
  const savings = { memberId, pokokRp: 50_000, wajibRp: 120_000, sukarelaRp: 20_000 };
  return valueOf(await manager.members.setSavings(savings));
}

/** A school kitchen that buys on invoice. */
export async function addBuyer(manager: TillClient): Promise<string> {
  const { buyerId } = valueOf(
    await manager.members.saveBuyer({
      buyerId: null,
      name: 'SPPG Dadapan',
      contact: 'Bu Ani',
      phone: '',
      address: 'Dadapan',
      kind: 'school-kitchen',
      tier: 'grosir',
      creditLimitRp: 1_000_000,
      termDays: 14,
      active: true,
    }),
  );
  return buyerId;
}

/** Somebody with the right to do so allows one thing by PIN. */
export async function allow(
  shop: SmallShop,
  client: TillClient,
  name: Name,
  subject: InputOf<(typeof staffContract)['approve']>['subject'],
  amountRp: number,
): Promise<string> {
  const approverId = await shop.staffId(name);
  const reply = await client.staff.approve({ approverId, pin: PEOPLE[name].pin, subject, amountRp });
  const result = valueOf(reply);
  if (result.status !== 'given') throw new Error(`not allowed: ${result.status}`);
  return result.approvalId;
}

type PayInput = InputOf<(typeof tillContract)['pay']>;

/** Pays a ticket with these tenders. */
export function paying(ticket: Ticket, ...tenders: PayInput['tenders']): PayInput {
  const { ticketId, revision, totalRp } = ticket;
  return { ticketId, revision, totalRp, tenders };
}
