import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TillClient } from '../../../../shared/contract/index.ts';
import type { Ticket } from '../../../../shared/contract/till.ts';
import { addMember, allow } from '../../../../test/support/desk-shop.ts';
import { recordsOfType } from '../../../../test/support/journal.ts';
import { aMember } from '../../../../test/support/lending.ts';
import { takeQris } from '../../../../test/support/qris.ts';
import { GOODS, openShift, payment, ringUp, SmallShop } from '../../../../test/support/small-shop.ts';
import {
  addRule,
  buys,
  registerVillager,
  ring,
  RULE,
  sellLpg,
  sellSubsidised,
  SUBSIDISED,
  VILLAGERS,
} from '../../../../test/support/subsidy-shop.ts';
import { refusalOf, valueOf } from '../../../../test/support/till.ts';

let shop: SmallShop;
let siti: TillClient;
let sumarni: string;

beforeEach(async () => {
  shop = await SmallShop.open();
  await sellSubsidised(shop);
  siti = await shop.as('Siti');
  await openShift(siti);
  sumarni = (await registerVillager(siti, 'Sumarni')).registrationId;
});

afterEach(() => shop.close());

const openTicket = async () => valueOf(await siti.till.ticket({}));
const codesOf = ({ subsidy }: Ticket) =>
  subsidy?.verdict.findings.map(({ effect, code }) => `${effect} ${code}`) ?? [];
const sold = () => recordsOfType(shop, 'subsidy-sold/1').map(({ body }) => body);

describe('who buys', () => {
  test('goods of no programme ask for nobody and say nothing', async () => {
    expect((await ringUp(siti, GOODS.noodles)).subsidy).toBeNull();
  });

  test('LPG without a buyer is refused, and everything else stays as it was', async () => {
    await ringUp(siti, GOODS.noodles, GOODS.tea);
    const ticket = await ring(siti, SUBSIDISED.lpg);
    expect(codesOf(ticket)).toEqual(['refuse identity-required']);
    const refused = refusalOf(await siti.till.pay(payment(ticket)));
    expect(refused).toMatchObject({
      code: 'subsidy.refused',
      params: { code: 'identity-required', name: 'LPG 3 kg' },
    });
    expect((await openTicket()).lines).toHaveLength(3);
    expect(recordsOfType(shop, 'sale-completed/2')).toEqual([]);
  });

  test('no QRIS code is shown for goods that can’t be sold yet', async () => {
    await takeQris(await shop.as('Ratna'));
    const { ticketId, revision, totalRp } = await ring(siti, SUBSIDISED.lpg);
    const early = await siti.till.showQris({ ticketId, revision, amountRp: totalRp });
    expect(refusalOf(early).code).toBe('subsidy.refused');
    const named = await buys(siti, sumarni);
    const shown = valueOf(
      await siti.till.showQris({ ticketId, revision: named.revision, amountRp: totalRp }),
    );
    expect(shown.qris).toHaveLength(1);
  });

  test('taken off, the refused goods leave the others to be paid, and both are on record', async () => {
    await ringUp(siti, GOODS.noodles, GOODS.tea);
    const { ticketId } = await ring(siti, SUBSIDISED.lpg);
    const rest = valueOf(await siti.till.dropRefused({ ticketId }));
    expect(rest.lines.map(({ name }) => name)).toEqual(['Indomie Goreng 85 g', 'Teh Botol 350 ml']);
    expect(rest.subsidy).toBeNull();
    valueOf(await siti.till.pay(payment(rest)));
    expect(
      recordsOfType(shop, 'line-voided/2').map(({ body }) => [body.name, body.reason, body.note]),
    ).toEqual([['LPG 3 kg isi ulang', 'other', 'LPG 3 kg: Perlu NIK pembeli']]);
    expect(recordsOfType(shop, 'subsidy-refused/1').map(({ body }) => body)).toMatchObject([
      { ticketId, programme: 'lpg-3kg', code: 'identity-required', quantityThousandths: 1_000 },
    ]);
    expect(sold()).toEqual([]);
  });

  test('nothing is taken off where nothing is refused', async () => {
    const { ticketId, revision } = await ring(siti, SUBSIDISED.sphp);
    const after = valueOf(await siti.till.dropRefused({ ticketId }));
    expect(after.revision).toBe(revision);
    expect(after.lines).toHaveLength(1);
    expect(refusalOf(await siti.till.dropRefused({ ticketId: sumarni })).code).toBe('ticket.changed');
  });

  test('whoever is registered as one thing buys as that, and the record names keys and no number', async () => {
    await ring(siti, SUBSIDISED.lpg);
    const ticket = await buys(siti, sumarni);
    expect(ticket.subsidy).toMatchObject({
      registrationId: sumarni,
      category: 'rumah-tangga',
      knownBy: 'store',
      allowed: false,
      verdict: { effect: 'allow', date: '2026-04-15' },
    });
    valueOf(await siti.till.pay(payment(ticket)));
    expect(sold()).toMatchObject([
      {
        date: '2026-04-15',
        registrationId: sumarni,
        category: 'rumah-tangga',
        subject: { nikKey: expect.stringMatching(/^[0-9a-f]{64}$/), memberId: null },
        lines: [
          {
            programme: 'lpg-3kg',
            quantityThousandths: 1_000,
            price: { priceKind: 'het', amountRp: 18_000, decree: 'SK Gub 801/2024' },
            system: 'map',
          },
        ],
        warnings: [],
        knownBy: 'store',
        approvalId: null,
      },
    ]);
    const [sale] = recordsOfType(shop, 'sale-completed/2');
    const [line] = sold()[0]!.lines;
    expect(sale?.body.lines[0]?.programmeRule).toBe(line?.ruleIds.join(' '));
  });

  test('a member’s card is as good as their NIK where they are registered', async () => {
    const { memberId } = await addMember(await shop.as('Joko'));
    const { registrationId } = await registerVillager(siti, 'Paimin', memberId);
    await ring(siti, SUBSIDISED.lpg);
    valueOf(await siti.till.scan({ code: 'KDMP-0012' }));
    const ticket = await openTicket();
    expect(ticket.buyer.memberId).toBe(memberId);
    expect(ticket.subsidy).toMatchObject({ registrationId, category: 'usaha-mikro' });
    expect(ticket.subsidy?.verdict.effect).toBe('allow');
  });

  test('a member chosen by name buys for their own quota, unless somebody was named for it before', async () => {
    const { memberId } = await addMember(await shop.as('Joko'));
    const { registrationId } = await registerVillager(siti, 'Paimin', memberId);
    const chosen = valueOf(await siti.till.setBuyer({ memberId, buyerId: null }));
    expect(chosen.subsidy).toBeNull();
    expect((await ring(siti, SUBSIDISED.lpg)).subsidy).toMatchObject({ registrationId });
    await buys(siti, sumarni);
    const named = valueOf(await siti.till.setBuyer({ memberId, buyerId: null }));
    expect(named.subsidy).toMatchObject({ registrationId: sumarni });
  });

  test('a card of several people leaves it open whose quota it is', async () => {
    const { memberId } = await addMember(await shop.as('Joko'));
    await registerVillager(siti, 'Sumarni', memberId);
    await registerVillager(siti, 'Karjo', memberId);
    await ring(siti, SUBSIDISED.lpg);
    valueOf(await siti.till.scan({ code: 'KDMP-0012' }));
    expect((await openTicket()).subsidy).toMatchObject({ registrationId: null });
  });

  test('somebody else may fetch it, and is on record', async () => {
    const karjo = (await registerVillager(siti, 'Karjo')).registrationId;
    await ring(siti, SUBSIDISED.lpg);
    const ticket = valueOf(
      await siti.till.setSubsidyBuyer({ registrationId: sumarni, proxyRegistrationId: karjo }),
    );
    valueOf(await siti.till.pay(payment(ticket)));
    expect(sold()).toMatchObject([{ registrationId: sumarni, proxyRegistrationId: karjo }]);
  });

  test('nobody who is not registered becomes the buyer', async () => {
    const stranger = '0199d1c2-5a00-7000-8000-00000000dead';
    expect(refusalOf(await siti.till.setSubsidyBuyer({ registrationId: stranger })).code).toBe(
      'registration.unknown',
    );
  });

  test('nobody buys as what they are not registered as, until somebody who manages the list says so', async () => {
    await ring(siti, SUBSIDISED.lpg);
    await buys(siti, sumarni);
    const asStall = { registrationId: sumarni, category: 'usaha-mikro' } as const;
    expect(refusalOf(await siti.till.setSubsidyBuyer(asStall)).code).toBe('registration.category');
    expect((await openTicket()).subsidy).toMatchObject({ category: 'rumah-tangga' });
    const { nik, kk } = VILLAGERS.Sumarni;
    const again = { nik, kk, name: 'Sumarni', programme: 'lpg-3kg', consent: true } as const;
    const categories = ['rumah-tangga', 'usaha-mikro'] as const;
    expect(refusalOf(await siti.subsidy.register({ ...again, categories: [...categories] })).code).toBe(
      'registration.category',
    );
    const joko = await shop.as('Joko');
    valueOf(await joko.subsidy.register({ ...again, categories: [...categories] }));
    const ticket = valueOf(await siti.till.setSubsidyBuyer(asStall));
    expect(ticket.subsidy).toMatchObject({ category: 'usaha-mikro' });
  });

  test('a ticket put aside keeps its buyer', async () => {
    await ring(siti, SUBSIDISED.lpg);
    const { ticketId, revision } = await buys(siti, sumarni);
    const empty = valueOf(await siti.till.park({ ticketId, revision }));
    expect(empty.subsidy).toBeNull();
    expect(codesOf(await ring(siti, SUBSIDISED.lpg))).toContain('refuse identity-required');
    const other = await openTicket();
    valueOf(await siti.till.abandon({ ticketId: other.ticketId }));
    const back = valueOf(await siti.till.recall({ ticketId }));
    expect(back.subsidy).toMatchObject({ registrationId: sumarni, category: 'rumah-tangga' });
    valueOf(await siti.till.pay(payment(back)));
    expect(sold()).toMatchObject([{ registrationId: sumarni }]);
  });
});

describe('how much', () => {
  test('two of one household share one quota', async () => {
    const karjo = (await registerVillager(siti, 'Karjo')).registrationId;
    await sellLpg(siti, sumarni);
    await sellLpg(siti, karjo);
    await ring(siti, SUBSIDISED.lpg);
    const ticket = await buys(siti, sumarni);
    expect(codesOf(ticket)).toEqual(['refuse quota-exceeded']);
    expect(ticket.subsidy?.verdict.quotas).toMatchObject([
      { subject: 'kk', usedThousandths: 2_000, limitThousandths: 2_000, nextFrom: '2026-04-20' },
    ]);
    expect(refusalOf(await siti.till.pay(payment(ticket))).params).toMatchObject({
      code: 'quota-exceeded',
      used: 2_000,
      limit: 2_000,
      nextFrom: '2026-04-20',
      unit: 'tabung',
    });
  });

  test('another buyer, and the same ticket is paid', async () => {
    const paimin = (await registerVillager(siti, 'Paimin')).registrationId;
    await sellLpg(siti, sumarni, 2);
    await ring(siti, SUBSIDISED.lpg);
    expect(codesOf(await buys(siti, sumarni))).toEqual(['refuse quota-exceeded']);
    const ticket = await buys(siti, paimin);
    expect(codesOf(ticket)).toEqual([]);
    valueOf(await siti.till.pay(payment(ticket)));
  });

  test('a limit of one sale needs nobody, and is no count that somebody could find wrong', async () => {
    const ticket = await ring(siti, SUBSIDISED.sphp, 3);
    expect(codesOf(ticket)).toEqual(['refuse quota-exceeded']);
    const { ticketId } = ticket;
    expect(refusalOf(await siti.till.allowQuota({ ticketId, programme: 'sphp' })).code).toBe(
      'subsidy.nothing-to-allow',
    );
    const [line] = ticket.lines;
    const fewer = valueOf(await siti.till.setQuantity({ lineId: line!.lineId, quantityThousandths: 2_000 }));
    valueOf(await siti.till.pay(payment(fewer)));
    expect(sold()).toMatchObject([{ lines: [{ programme: 'sphp', quantityThousandths: 10_000 }] }]);
  });

  test('subsidised goods are not for an institution that would sell them on', async () => {
    await ring(siti, SUBSIDISED.sphp);
    const joko = await shop.as('Joko');
    valueOf(await joko.till.setBuyer({ memberId: null, buyerId: null, tier: 'grosir' }));
    expect(codesOf(await openTicket())).toEqual(['refuse resale-forbidden']);
  });
});

describe('a manager looks and allows', () => {
  const subject = (ticketId: string, quantityThousandths: number) =>
    ({
      action: 'quota',
      ticketId,
      programme: 'lpg-3kg',
      registrationId: sumarni,
      quantityThousandths,
    }) as const;

  const overQuota = async (pieces = 1): Promise<Ticket> => {
    await sellLpg(siti, sumarni, 2);
    await ring(siti, SUBSIDISED.lpg, pieces);
    return buys(siti, sumarni);
  };

  test('one sale is allowed over the count, and the record says by whose word', async () => {
    const { ticketId } = await overQuota();
    const programme = 'lpg-3kg';
    expect(refusalOf(await siti.till.allowQuota({ ticketId, programme })).code).toBe('approval.required');
    const approvalId = await allow(shop, siti, 'Joko', subject(ticketId, 1_000), 0);
    const allowed = valueOf(await siti.till.allowQuota({ ticketId, programme, approvalId }));
    expect(codesOf(allowed)).toEqual(['warn quota-exceeded']);
    expect(allowed.subsidy).toMatchObject({ allowed: true, verdict: { effect: 'warn' } });
    valueOf(await siti.till.pay(payment(allowed)));
    expect(sold().at(-1)).toMatchObject({ approvalId, warnings: ['quota-exceeded'] });
    expect(recordsOfType(shop, 'sale-completed/2').at(-1)?.body.approvalIds).toEqual([approvalId]);

    await ring(siti, SUBSIDISED.lpg);
    const next = await buys(siti, sumarni);
    expect(codesOf(next)).toEqual(['refuse quota-exceeded']);
    const again = await siti.till.allowQuota({ ticketId: next.ticketId, programme, approvalId });
    expect(refusalOf(again).code).toBe('approval.unfit');
  });

  test('a word over one cylinder is none over two, and does not come back with the one', async () => {
    const ticket = await overQuota();
    const { ticketId } = ticket;
    const approvalId = await allow(shop, siti, 'Joko', subject(ticketId, 1_000), 0);
    valueOf(await siti.till.allowQuota({ ticketId, programme: 'lpg-3kg', approvalId }));
    const { lineId } = ticket.lines[0]!;
    const two = valueOf(await siti.till.setQuantity({ lineId, quantityThousandths: 2_000 }));
    expect(codesOf(two)).toEqual(['refuse quota-exceeded']);
    const one = valueOf(await siti.till.setQuantity({ lineId, quantityThousandths: 1_000 }));
    expect(codesOf(one)).toEqual(['refuse quota-exceeded']);
    expect(one.subsidy?.allowed).toBe(false);
    expect(refusalOf(await siti.till.pay(payment(one))).code).toBe('subsidy.refused');
  });

  test('a word for one buyer is none for another of the household', async () => {
    const karjo = (await registerVillager(siti, 'Karjo')).registrationId;
    const { ticketId } = await overQuota();
    const approvalId = await allow(shop, siti, 'Joko', subject(ticketId, 1_000), 0);
    valueOf(await siti.till.allowQuota({ ticketId, programme: 'lpg-3kg', approvalId }));
    expect(codesOf(await buys(siti, karjo))).toEqual(['refuse quota-exceeded']);
    expect(codesOf(await buys(siti, sumarni))).toEqual(['refuse quota-exceeded']);
  });

  test('a word over what a household may have is none over what a stall may', async () => {
    const { nik, kk } = VILLAGERS.Sumarni;
    const categories = ['rumah-tangga', 'usaha-mikro'] as const;
    const both = { nik, kk, name: 'Sumarni', programme: 'lpg-3kg', consent: true } as const;
    const joko = await shop.as('Joko');
    valueOf(await joko.subsidy.register({ ...both, categories: [...categories] }));
    const stall = { category: 'usaha-mikro', subject: 'nik', window: 'week', effect: 'block' } as const;
    await addRule(shop, { ...RULE, ...stall, programme: 'lpg-3kg', kind: 'quota', limitThousandths: 0 });
    const as = async (category: (typeof categories)[number]) =>
      valueOf(await siti.till.setSubsidyBuyer({ registrationId: sumarni, category }));
    await ring(siti, SUBSIDISED.lpg, 2);
    valueOf(await siti.till.pay(payment(await as('rumah-tangga'))));
    await ring(siti, SUBSIDISED.lpg);
    const { ticketId } = await as('rumah-tangga');
    const approvalId = await allow(shop, siti, 'Joko', subject(ticketId, 1_000), 0);
    const allowed = valueOf(await siti.till.allowQuota({ ticketId, programme: 'lpg-3kg', approvalId }));
    expect(codesOf(allowed)).toEqual(['warn quota-exceeded']);
    expect(codesOf(await as('rumah-tangga'))).toEqual(['warn quota-exceeded']);
    expect(codesOf(await as('usaha-mikro'))).toEqual(['refuse quota-exceeded']);
    expect(codesOf(await as('rumah-tangga'))).toEqual(['refuse quota-exceeded']);
  });

  test('a word for one member is none for another, where nobody is registered', async () => {
    const joko = await shop.as('Joko');
    const { id: tin } = await aMember(joko);
    const { id: darmi } = await aMember(joko, { name: 'Bu Darmi' });
    const weekly = { subject: 'member', category: null, window: 'week', limitThousandths: 1_000 } as const;
    await addRule(shop, { ...RULE, ...weekly, programme: 'minyakita', kind: 'quota', effect: 'block' });
    const isFor = async (memberId: string) => valueOf(await siti.till.setBuyer({ memberId, buyerId: null }));
    for (const member of [tin, darmi]) {
      await ring(siti, SUBSIDISED.oil);
      valueOf(await siti.till.pay(payment(await isFor(member))));
    }
    await ring(siti, SUBSIDISED.oil);
    const { ticketId } = await isFor(tin);
    const over = { ...subject(ticketId, 1_000), programme: 'minyakita', registrationId: null };
    const approvalId = await allow(shop, siti, 'Joko', over, 0);
    const allowed = valueOf(await siti.till.allowQuota({ ticketId, programme: 'minyakita', approvalId }));
    expect(codesOf(allowed)).toEqual(['warn quota-exceeded']);
    expect(codesOf(await isFor(tin))).toEqual(['warn quota-exceeded']);
    expect(codesOf(await isFor(darmi))).toEqual(['refuse quota-exceeded']);
    expect(codesOf(await isFor(tin))).toEqual(['refuse quota-exceeded']);
  });

  test('a kasir’s PIN allows nothing; the manager at the till needs nobody', async () => {
    const { ticketId } = await overQuota();
    await expect(allow(shop, siti, 'Budi', subject(ticketId, 1_000), 0)).rejects.toThrow(
      'approval.not-theirs',
    );
    const approvers = valueOf(await siti.staff.approvers({ action: 'quota' })).map(({ name }) => name);
    expect(approvers.toSorted()).toEqual(['Joko', 'Ratna']);
    const joko = await shop.as('Joko');
    const allowed = valueOf(await joko.till.allowQuota({ ticketId, programme: 'lpg-3kg' }));
    valueOf(await joko.till.pay(payment(allowed)));
    expect(sold().at(-1)).toMatchObject({ approvalId: null, warnings: ['quota-exceeded'] });
  });

  test('nobody’s word makes up for who the buyer is', async () => {
    const { ticketId } = await ring(siti, SUBSIDISED.lpg);
    const joko = await shop.as('Joko');
    expect(refusalOf(await joko.till.allowQuota({ ticketId, programme: 'lpg-3kg' })).code).toBe(
      'subsidy.nothing-to-allow',
    );
  });
});
