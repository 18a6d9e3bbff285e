import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordsOf, recordsOfType } from '../../../test/support/journal.ts';
import { goodsOf } from '../../../test/support/returning.ts';
import { grouped, registering } from '../../../test/support/registering.ts';
import { addRule, RULE, sellSubsidised, VILLAGERS } from '../../../test/support/subsidy-shop.ts';
import { GOODS, payment, ringUp, SmallShop } from '../../../test/support/small-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';

let shop: SmallShop;

beforeEach(async () => {
  shop = await SmallShop.open();
  await sellSubsidised(shop);
});
afterEach(() => shop.close());

describe('a buyer at the counter', () => {
  test('is told why and for how long, is registered once, and is known by NIK ever after', async () => {
    const siti = await shop.as('Siti');
    const { nik } = VILLAGERS.Sumarni;
    expect(valueOf(await siti.subsidy.identify({ number: nik }))).toMatchObject({
      kind: 'nik',
      problems: [],
      registrations: [],
    });
    const told = valueOf(await siti.subsidy.terms({ programme: 'lpg-3kg' }));
    expect(told).toEqual({ purpose: 'Penyaluran LPG 3 kg tepat sasaran', retentionDays: 365 });
    const registered = valueOf(await siti.subsidy.register(registering('Sumarni')));
    expect(registered).toMatchObject({
      name: 'Sumarni',
      maskedNik: '0021',
      maskedKk: '0007',
      categories: ['rumah-tangga'],
      purpose: told.purpose,
      expiresOn: '2027-04-15',
      lastBoughtOn: null,
      erased: false,
    });
    for (const typed of [nik, grouped(nik), `${nik.slice(0, 6)}.${nik.slice(6)}`]) {
      const found = valueOf(await siti.subsidy.identify({ number: typed }));
      expect(found).toMatchObject({ kind: 'nik', registrations: [registered] });
    }
  });

  test('keeps the registration when somebody registers the same NIK again', async () => {
    const siti = await shop.as('Siti');
    const first = valueOf(await siti.subsidy.register(registering('Sumarni')));
    const again = valueOf(
      await siti.subsidy.register({
        ...registering('Sumarni'),
        nik: grouped(VILLAGERS.Sumarni.nik),
        kk: null,
        name: 'Sumarni Hartono',
        address: '',
        categories: ['rumah-tangga'],
      }),
    );
    expect(again).toMatchObject({
      registrationId: first.registrationId,
      name: 'Sumarni Hartono',
      maskedKk: '0007',
      categories: ['rumah-tangga'],
    });
    const budi = await shop.as('Joko');
    const { registrationId } = first;
    const detail = valueOf(await budi.subsidy.registration({ registrationId }));
    expect(detail.address).toBe('RT 03 RW 01 Sukamaju');
    const records = recordsOfType(shop, 'subsidy-registered/1');
    expect(records.map(({ body }) => body.registrationId)).toEqual([registrationId, registrationId]);
    expect(records[0]?.body.kkKey).toBe(records[1]?.body.kkKey);
  });

  test('is found by the number of the family, by everybody on it', async () => {
    const siti = await shop.as('Siti');
    for (const name of ['Sumarni', 'Karjo', 'Paimin'] as const) {
      valueOf(await siti.subsidy.register(registering(name)));
    }
    const found = valueOf(await siti.subsidy.identify({ number: VILLAGERS.Karjo.kk }));
    expect(found.kind).toBe('kk');
    expect(found.registrations.map(({ name }) => name)).toEqual(['Sumarni', 'Karjo']);
  });

  test('shows a member’s card in the place of typing', async () => {
    const siti = await shop.as('Siti');
    const member = valueOf(await siti.members.quickAdd({ name: 'Sumarni', cardCode: 'KDMP-0021' }));
    const { memberId } = member;
    expect(valueOf(await siti.subsidy.identify({ number: 'KDMP-0021' }))).toMatchObject({
      kind: 'card',
      memberId,
      registrations: [],
    });
    valueOf(await siti.subsidy.register(registering('Sumarni', memberId)));
    const found = valueOf(await siti.subsidy.identify({ number: 'KDMP-0021' }));
    expect(found).toMatchObject({ kind: 'card', memberId, registrations: [{ name: 'Sumarni' }] });
    expect(valueOf(await siti.subsidy.buyersOfMember({ memberId }))).toEqual(found.registrations);
  });

  test('leaves nothing behind by being asked about', async () => {
    const siti = await shop.as('Siti');
    const before = recordsOf(shop.till.dir.path).length;
    valueOf(await siti.subsidy.identify({ number: VILLAGERS.Paimin.nik }));
    expect(recordsOf(shop.till.dir.path)).toHaveLength(before);
    const { total } = valueOf(await siti.subsidy.registrations({}));
    expect(total).toBe(0);
  });
});

describe('a number that is typed', () => {
  test.each([
    ['350701490379002', 'length'],
    ['35070149037900210', 'length'],
    ['0107014903790021', 'province'],
    ['3507017203790021', 'day'],
    ['3507014913790021', 'month'],
    ['35070149O3790021', 'no-digits'],
  ])('%s can be no NIK: %s', async (number, problem) => {
    const siti = await shop.as('Siti');
    const found = valueOf(await siti.subsidy.identify({ number }));
    expect(found).toMatchObject({ kind: 'invalid', problems: [problem], registrations: [] });
    const refused = refusalOf(await siti.subsidy.register({ ...registering('Sumarni'), nik: number }));
    expect(refused).toMatchObject({ code: 'identity.nik-invalid', params: { problem } });
    expect(JSON.stringify(refused.params)).not.toContain(number);
  });

  test('is taken with a remark where it is only odd', async () => {
    const siti = await shop.as('Siti');
    // The thirtieth of February, and a serial that is not given out.
    const number = '3507013002790000';
    const found = valueOf(await siti.subsidy.identify({ number }));
    expect(found).toMatchObject({ kind: 'nik', warnings: ['odd-date', 'odd-serial'] });
    valueOf(await siti.subsidy.register({ ...registering('Sumarni'), nik: number }));
  });

  test('is not taken for a NIK where it is known as a family’s, nor the other way round', async () => {
    const siti = await shop.as('Siti');
    const { nik, kk } = VILLAGERS.Sumarni;
    valueOf(await siti.subsidy.register(registering('Sumarni')));
    const register = async (numbers: { nik: string | null; kk: string | null }) =>
      refusalOf(await siti.subsidy.register({ ...registering('Paimin'), ...numbers })).code;
    expect(await register({ nik: kk, kk: null })).toBe('identity.nik-is-kk');
    expect(await register({ nik: VILLAGERS.Paimin.nik, kk: nik })).toBe('identity.kk-is-nik');
    expect(await register({ nik: VILLAGERS.Paimin.nik, kk: VILLAGERS.Paimin.nik })).toBe(
      'identity.same-number',
    );
    expect(await register({ nik: null, kk: ' ' })).toBe('identity.number-required');
    expect(valueOf(await siti.subsidy.registrations({})).total).toBe(1);
  });
});

describe('who may do and see what', () => {
  test('a kasir sees four digits in the list, and the name of whoever is at the counter', async () => {
    const siti = await shop.as('Siti');
    const { registrationId } = valueOf(await siti.subsidy.register(registering('Sumarni')));
    const row = valueOf(await siti.subsidy.registrations({ text: '0021' })).registrations[0];
    expect(row).toMatchObject({ registrationId, name: '', nameState: 'hidden', maskedNik: '0021' });
    const counter = valueOf(await siti.subsidy.registration({ registrationId }));
    expect(counter).toMatchObject({ name: 'Sumarni', address: '' });
    const joko = await shop.as('Joko');
    const seen = valueOf(await joko.subsidy.registrations({ text: 'sum' })).registrations[0];
    expect(seen).toMatchObject({ registrationId, name: 'Sumarni', nameState: 'known' });
    expect(valueOf(await joko.subsidy.registrations({ text: '0022' })).total).toBe(0);
    expect(valueOf(await joko.subsidy.registrations({ text: 'marni' })).total).toBe(0);
  });

  test('a kasir neither allots goods nor moves a buyer to another family', async () => {
    const siti = await shop.as('Siti');
    const joko = await shop.as('Joko');
    const allotments = [{ programme: 'pupuk-urea', quantityThousandths: 150_000 }];
    const asFarmer = { ...registering('Paimin'), farmer: true, allotments };
    expect(refusalOf(await siti.subsidy.register(asFarmer)).code).toBe('permission.denied');
    expect(valueOf(await joko.subsidy.register(asFarmer))).toMatchObject({ farmer: true, allotments });
    // Registering her again at the counter leaves what she was allotted.
    expect(valueOf(await siti.subsidy.register(registering('Paimin')))).toMatchObject({
      farmer: true,
      allotments,
    });
    const moved = { ...registering('Paimin'), kk: VILLAGERS.Sumarni.kk };
    expect(refusalOf(await siti.subsidy.register(moved)).code).toBe('identity.kk-differs');
    expect(valueOf(await joko.subsidy.register(moved))).toMatchObject({ maskedKk: '0007' });
  });

  test('a kasir does not move a buyer to another membership; one who had none is given theirs', async () => {
    const siti = await shop.as('Siti');
    const joko = await shop.as('Joko');
    const join = async (name: string) => valueOf(await siti.members.quickAdd({ name })).memberId;
    const [first, second] = [await join('Sumarni'), await join('Paimin')];
    valueOf(await siti.subsidy.register(registering('Sumarni')));
    const theirs = valueOf(await siti.subsidy.register(registering('Sumarni', first)));
    expect(theirs.memberId).toBe(first);
    const moved = registering('Sumarni', second);
    expect(refusalOf(await siti.subsidy.register(moved)).code).toBe('registration.member-differs');
    expect(valueOf(await siti.subsidy.register(registering('Sumarni'))).memberId).toBe(first);
    expect(valueOf(await joko.subsidy.register(moved)).memberId).toBe(second);
  });

  test('the pengelola puts a number right, but not onto somebody else’s', async () => {
    const siti = await shop.as('Siti');
    const joko = await shop.as('Joko');
    const wrong = valueOf(
      await siti.subsidy.register({ ...registering('Sumarni'), nik: '3507014903790012' }),
    );
    valueOf(await siti.subsidy.register(registering('Paimin')));
    const change = {
      registrationId: wrong.registrationId,
      name: 'Sumarni',
      address: 'RT 04 RW 01',
      categories: ['rumah-tangga' as const],
    };
    expect(refusalOf(await siti.subsidy.saveRegistration(change)).code).toBe('permission.denied');
    const taken = await joko.subsidy.saveRegistration({ ...change, nik: VILLAGERS.Paimin.nik });
    expect(refusalOf(taken).code).toBe('identity.nik-taken');
    const right = valueOf(await joko.subsidy.saveRegistration({ ...change, nik: VILLAGERS.Sumarni.nik }));
    expect(right).toMatchObject({ maskedNik: '0021', maskedKk: '0007', address: 'RT 04 RW 01' });
    const found = valueOf(await siti.subsidy.identify({ number: VILLAGERS.Sumarni.nik }));
    expect(found.registrations.map(({ registrationId }) => registrationId)).toEqual([wrong.registrationId]);
    // The same once more is nothing new.
    const before = recordsOf(shop.till.dir.path).length;
    valueOf(await joko.subsidy.saveRegistration({ ...change, nik: VILLAGERS.Sumarni.nik }));
    expect(recordsOf(shop.till.dir.path)).toHaveLength(before);
  });
});

describe('what a buyer agreed to', () => {
  test('stays when the pengelola changes something else, and grows only by being agreed to', async () => {
    const siti = await shop.as('Siti');
    const joko = await shop.as('Joko');
    const first = valueOf(await siti.subsidy.register(registering('Karjo')));
    const lpg = 'Penyaluran LPG 3 kg tepat sasaran';
    expect(first.purpose).toBe(lpg);
    await addRule(shop, {
      ...RULE,
      validFrom: '2025-02-01',
      kind: 'access',
      programme: 'sphp',
      identity: 'nik',
      categories: [],
      proxyAllowed: true,
      resaleForbidden: false,
      mixingForbidden: false,
      system: null,
      purpose: 'Penyaluran beras SPHP',
      retentionDays: 730,
    });
    const { registrationId } = first;
    const change = {
      registrationId,
      name: 'Karjo',
      address: 'RT 05',
      categories: ['rumah-tangga' as const, 'petani-sasaran' as const],
    };
    const changed = valueOf(await joko.subsidy.saveRegistration(change));
    expect(changed).toMatchObject({ purpose: lpg, expiresOn: first.expiresOn });
    const again = valueOf(await siti.subsidy.register({ ...registering('Karjo'), programme: 'sphp' }));
    expect(again).toMatchObject({
      registrationId,
      purpose: `${lpg}; Penyaluran beras SPHP`,
      expiresOn: '2028-04-14',
    });
    // The LPG asks for less time; what was agreed to for the rice is not shortened.
    const lpgAgain = valueOf(await siti.subsidy.register(registering('Karjo')));
    expect(lpgAgain).toMatchObject({ purpose: again.purpose, expiresOn: again.expiresOn });
  });
});

describe('a number in the wrong place', () => {
  test('gets into no record, however it is written', async () => {
    const joko = await shop.as('Joko');
    valueOf(await joko.cash.openShift({ floatRp: 100_000 }));
    valueOf(await joko.subsidy.register(registering('Sumarni')));
    const before = recordsOf(shop.till.dir.path).length;
    const { nik, kk } = VILLAGERS.Sumarni;
    const written = [nik, kk, grouped(nik), grouped(nik, '.'), `1 ${nik}`, `NIK:${nik}/MAP`];
    // What stands before it has digits enough to be taken for its beginning.
    const behind = [`SKM01-1-0001 ${grouped(nik)}`, `15-04-2026 ${nik.match(/.{4}/g)?.join(' ')}`];
    for (const number of [...written, ...behind]) {
      const refused = await joko.cash.openDrawer({ reason: 'other', note: number });
      expect(refusalOf(refused)).toMatchObject({ code: 'identity.in-note', params: {} });
    }
    expect(recordsOf(shop.till.dir.path)).toHaveLength(before);
    // A reference may be as long, and is nobody's number.
    valueOf(await joko.cash.openDrawer({ reason: 'other', note: VILLAGERS.Paimin.nik }));
  });

  test('stands on no open ticket either, whose record would refuse it too late', async () => {
    const joko = await shop.as('Joko');
    valueOf(await joko.cash.openShift({ floatRp: 100_000 }));
    valueOf(await joko.subsidy.register(registering('Sumarni')));
    const reason = `untuk ${grouped(VILLAGERS.Sumarni.nik)}`;
    const { saleId } = valueOf(await joko.till.pay(payment(await ringUp(joko, GOODS.noodles))));
    const ticket = await ringUp(joko, GOODS.noodles);
    const { lineId } = ticket.lines[0]!;
    const discount = await joko.till.setDiscount({ lineId, discountRp: 100, reason });
    expect(refusalOf(discount).code).toBe('identity.in-note');
    const price = await joko.till.setPrice({ lineId, unitPriceRp: 3_400, reason });
    expect(refusalOf(price).code).toBe('identity.in-note');
    const goods = { ...(await goodsOf(joko, saleId)), note: reason };
    expect(refusalOf(await joko.till.beginExchange(goods)).code).toBe('identity.in-note');
    expect(valueOf(await joko.till.ticket({}))).toEqual(ticket);
  });
});

describe('taking a whole number out', () => {
  test('is for the pengelola, and says for ever who did it and what for', async () => {
    const siti = await shop.as('Siti');
    const joko = await shop.as('Joko');
    const { registrationId } = valueOf(await siti.subsidy.register(registering('Sumarni')));
    const purpose = 'external-system';
    expect(refusalOf(await siti.subsidy.copyNumber({ registrationId, purpose })).code).toBe(
      'permission.denied',
    );
    const { number } = valueOf(await joko.subsidy.copyNumber({ registrationId, purpose, note: 'MAP sore' }));
    expect(number).toBe(VILLAGERS.Sumarni.nik);
    expect(refusalOf(await siti.subsidy.accessLog({})).code).toBe('permission.denied');
    const { total, accesses } = valueOf(await joko.subsidy.accessLog({}));
    expect(total).toBe(1);
    expect(accesses).toMatchObject([
      { staff: 'Joko', registrationId, name: 'Sumarni', maskedNik: '0021', purpose, note: 'MAP sore' },
    ]);
  });

  test('takes no note that holds a number itself', async () => {
    const joko = await shop.as('Joko');
    const { registrationId } = valueOf(await joko.subsidy.register(registering('Sumarni')));
    const note = `NIK ${grouped(VILLAGERS.Sumarni.nik)}`;
    const refused = await joko.subsidy.copyNumber({ registrationId, purpose: 'correction', note });
    expect(refusalOf(refused).code).toBe('identity.in-note');
    expect(recordsOfType(shop, 'identity-opened/1')).toEqual([]);
  });
});
