import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { requireSound, StaffedStore } from '../../../test/support/staffed-till.ts';
import { refusalOf, valueOf, type TestTill } from '../../../test/support/till.ts';
import type { MemberDetail } from '../../../shared/contract/members.ts';
import type { TillClient } from '../../../shared/contract/index.ts';
import { openReadOnly } from '../db/open.ts';
import { all } from '../db/sql.ts';
import { findByCard } from './index.ts';

let store: StaffedStore;
let till: TestTill;
let cashier: TillClient;
let manager: TillClient;
let board: TillClient;

beforeAll(async () => {
  store = await StaffedStore.make();
});
afterAll(() => store.remove());

beforeEach(async () => {
  ({ till, cashier, manager, board } = await store.open());
});

afterEach(async () => {
  // Whatever a story did, the journal alone gives the same tables again, and nothing went wrong unseen.
  requireSound(till);
  await till.dispose();
});

type SaveMember = Parameters<TillClient['members']['saveMember']>[0];

/** A member as the editor saves one. */
const SITI: SaveMember = {
  memberId: null,
  number: null,
  name: 'Siti Aminah',
  phone: '0812-3456-7890',
  address: 'Dusun Krajan RT 02',
  tier: 'anggota',
  cardCodes: ['KDMP-0012'],
  creditLimitRp: 500_000,
  active: true,
  joinedOn: '2025-07-21',
};

async function save(changes: Partial<SaveMember> = {}): Promise<MemberDetail> {
  return valueOf(await manager.members.saveMember({ ...SITI, ...changes }));
}

async function found(text: string): Promise<string[]> {
  return valueOf(await cashier.members.search({ text })).map(({ name }) => name);
}

function recordTypes(): string[] {
  const db = openReadOnly(till.dir.path);
  const rows = all<{ type: string }>(db, 'SELECT type FROM journal ORDER BY seq');
  db.close();
  return rows.map(({ type }) => type);
}

describe('a member at the counter', () => {
  test('is added while the queue waits: a name is enough, the number is the next', async () => {
    await save({ number: '0041' });
    expect(valueOf(await cashier.members.nextNumber({})).number).toBe('0042');
    const added = valueOf(await cashier.members.quickAdd({ name: '  Budi Santoso ' }));
    expect(added).toMatchObject({
      number: '0042',
      name: 'Budi Santoso',
      nameState: 'known',
      tier: 'anggota',
      creditLimitRp: 0,
      cardCodes: [],
      active: true,
      savings: null,
    });
    expect(await found('budi')).toEqual(['Budi Santoso']);
  });

  test('may owe what the store lets new members owe; whoever is a member already keeps their limit', async () => {
    const siti = await save();
    const policy = valueOf(await board.policy.get({}));
    valueOf(await board.policy.save({ ...policy, kasbonLimitDefaultRp: 300_000 }));
    const budi = valueOf(await cashier.members.quickAdd({ name: 'Budi Santoso' }));
    expect(budi.creditLimitRp).toBe(300_000);
    expect(valueOf(await cashier.members.member({ memberId: siti.memberId })).creditLimitRp).toBe(500_000);
  });

  test('is found by number, by words of the name in any order, and by card', async () => {
    await save();
    await save({ number: '0100', name: 'Sumarsih', cardCodes: [] });
    await save({ number: 'DDP-7', name: 'Ámina Siti Rahayu', cardCodes: [] });
    expect(await found('1')).toEqual(['Siti Aminah']);
    expect(await found('0001')).toEqual(['Siti Aminah']);
    expect(await found('100')).toEqual(['Sumarsih']);
    expect(await found('01')).toEqual(['Sumarsih']);
    expect(await found('ddp')).toEqual(['Ámina Siti Rahayu']);
    expect(await found('siti')).toEqual(['Siti Aminah', 'Ámina Siti Rahayu']);
    expect(await found('ami si')).toEqual(['Ámina Siti Rahayu', 'Siti Aminah']);
    expect(await found('KDMP-0012')).toEqual(['Siti Aminah']);
    expect(await found('kartini')).toEqual([]);
    expect(await found('  ')).toEqual([]);
  });

  test('is attached by the card; a retired one is not', async () => {
    const siti = await save();
    const db = openReadOnly(till.dir.path);
    expect(findByCard(db, 'KDMP-0012')).toBe(siti.memberId);
    expect(findByCard(db, 'KDMP-0013')).toBeUndefined();
    await save({ memberId: siti.memberId, number: siti.number, active: false });
    expect(findByCard(db, 'KDMP-0012')).toBeUndefined();
    db.close();
    expect(await found('siti')).toEqual([]);
    const everybody = valueOf(await cashier.members.list({ onlyActive: false }));
    expect(everybody.members.map(({ name, active }) => [name, active])).toContainEqual([
      'Siti Aminah',
      false,
    ]);
  });
});

describe('numbers and cards mean one member', () => {
  test('a number that somebody has is refused, whatever its case', async () => {
    await save({ number: 'DDP-7' });
    const reply = await manager.members.saveMember({ ...SITI, number: 'ddp-7', cardCodes: [] });
    expect(refusalOf(reply)).toMatchObject({ code: 'member.number-taken', params: { number: 'ddp-7' } });
  });

  test('a card that somebody has is refused and says whose it is by number, not by name', async () => {
    await save({ number: '0012' });
    const reply = await cashier.members.quickAdd({ name: 'Budi', cardCode: 'KDMP-0012' });
    expect(refusalOf(reply)).toMatchObject({
      code: 'member.card-taken',
      params: { code: 'KDMP-0012', number: '0012' },
    });
  });

  test('a NIK is refused as number and as card: no record may hold one', async () => {
    const asNumber = await manager.members.saveMember({ ...SITI, number: '3507121708850003' });
    expect(refusalOf(asNumber).code).toBe('member.looks-like-nik');
    const asCard = await cashier.members.quickAdd({ name: 'Budi', cardCode: '3507121708850003' });
    expect(refusalOf(asCard).code).toBe('member.looks-like-nik');
  });

  test('the proposed number passes over those that are taken', async () => {
    await save({ number: '0002', cardCodes: [] });
    await save({ number: '0003', cardCodes: [] });
    await save({ number: '0001', cardCodes: [] });
    expect((await save({ cardCodes: [] })).number).toBe('0004');
  });
});

describe('who may do what', () => {
  test('a cashier adds and finds, but sets no limit, tier or savings and erases nobody', async () => {
    const { memberId } = await save();
    const refused = [
      await cashier.members.saveMember({ ...SITI, memberId }),
      await cashier.members.setSavings({ memberId, pokokRp: 0, wajibRp: 0, sukarelaRp: 1 }),
      await cashier.members.eraseMember({ memberId }),
      await manager.members.eraseMember({ memberId }),
      await cashier.members.saveBuyer({ ...SCHOOL, name: 'X' }),
    ];
    expect(refused.map((reply) => refusalOf(reply).code)).toEqual(Array(5).fill('permission.denied'));
  });
});

describe('saving a member', () => {
  test('writes no record where only the person changed, and none at all where nothing did', async () => {
    const siti = await save();
    const before = recordTypes().length;
    const { memberId, number } = siti;
    expect(await save({ memberId, number, phone: '0813', address: 'Dusun Krajan RT 03' })).toMatchObject({
      phone: '0813',
      address: 'Dusun Krajan RT 03',
    });
    expect(recordTypes()).toHaveLength(before);
    await save({ memberId, number, phone: '0813', address: 'Dusun Krajan RT 03', tier: 'grosir' });
    expect(recordTypes().slice(before)).toEqual(['member-saved/1']);
  });

  test('a card moves to another member once the first has let go of it', async () => {
    const siti = await save();
    const { memberId } = await save({ name: 'Budi', cardCodes: [] });
    await save({ memberId: siti.memberId, number: siti.number, cardCodes: [] });
    const budi = await save({ memberId, name: 'Budi', cardCodes: ['KDMP-0012', 'KDMP-0012'] });
    expect(budi.cardCodes).toEqual(['KDMP-0012']);
  });

  test('a replay of the command adds nobody twice', async () => {
    const commandId = '0196a000-0000-7000-8000-0000000000aa';
    const first = valueOf(await cashier.members.quickAdd({ name: 'Budi' }, { commandId }));
    const again = valueOf(await cashier.members.quickAdd({ name: 'Budi' }, { commandId }));
    expect(again).toEqual(first);
    expect(await found('budi')).toEqual(['Budi']);
  });

  test('that nobody knows is refused', async () => {
    const memberId = '0196a000-0000-7000-8000-0000000000ff';
    expect(refusalOf(await manager.members.member({ memberId })).code).toBe('member.unknown');
    expect(refusalOf(await manager.members.saveMember({ ...SITI, memberId })).code).toBe('member.unknown');
    expect(refusalOf(await board.members.eraseMember({ memberId })).code).toBe('member.unknown');
  });

  test('names survive a restart and are found again', async () => {
    await save();
    await till.restart();
    cashier = await store.signIn(till, 'kasir');
    expect(await found('siti')).toEqual(['Siti Aminah']);
  });
});

const SCHOOL = {
  buyerId: null,
  name: 'SPPG Dadapan 2',
  contact: 'Bu Ratna',
  phone: '0341-55123',
  address: 'Jl. Raya Dadapan 40',
  kind: 'school-kitchen',
  tier: 'grosir',
  creditLimitRp: 20_000_000,
  termDays: 14,
  active: true,
} as const;

describe('an institution that buys on invoice', () => {
  test('is saved, changed and found by words of its name', async () => {
    const made = valueOf(await manager.members.saveBuyer(SCHOOL));
    valueOf(await manager.members.saveBuyer({ ...SCHOOL, name: 'Koperasi Tani Makmur', kind: 'koperasi' }));
    const changed = { ...SCHOOL, buyerId: made.buyerId, termDays: 30, contact: 'Pak Eko' };
    expect(valueOf(await manager.members.saveBuyer(changed))).toEqual({
      ...changed,
      nameState: 'known',
      owesRp: 0,
    });
    expect(valueOf(await cashier.members.buyer({ buyerId: made.buyerId })).termDays).toBe(30);
    const names = async (text: string) =>
      valueOf(await cashier.members.buyers({ text })).buyers.map(({ name }) => name);
    expect(await names('')).toEqual(['Koperasi Tani Makmur', 'SPPG Dadapan 2']);
    expect(await names('dada')).toEqual(['SPPG Dadapan 2']);
    const before = recordTypes().length;
    valueOf(await manager.members.saveBuyer({ ...changed, phone: '0341-1' }));
    expect(recordTypes()).toHaveLength(before);
  });

  test('can be erased like a member', async () => {
    const { buyerId } = valueOf(await manager.members.saveBuyer(SCHOOL));
    expect(valueOf(await board.members.eraseBuyer({ buyerId }))).toMatchObject({
      name: '',
      contact: '',
      phone: '',
      address: '',
      nameState: 'erased',
      active: false,
      creditLimitRp: 20_000_000,
    });
    expect(valueOf(await cashier.members.buyers({})).total).toBe(0);
  });
});

describe('erasing a member', () => {
  test('takes the name out for ever and frees the card; number and savings stay', async () => {
    const { memberId, number } = await save();
    valueOf(await manager.members.setSavings({ memberId, pokokRp: 50_000, wajibRp: 0, sukarelaRp: 7_000 }));
    const erased = valueOf(await board.members.eraseMember({ memberId }));
    expect(erased).toMatchObject({
      number,
      name: '',
      phone: '',
      address: '',
      nameState: 'erased',
      active: false,
      cardCodes: [],
      savings: { pokokRp: 50_000, sukarelaRp: 7_000 },
    });
    expect(await found('siti')).toEqual([]);
    valueOf(await cashier.members.quickAdd({ name: 'Budi', cardCode: 'KDMP-0012' }));
  });

  test('once more changes nothing', async () => {
    const { memberId } = await save();
    const first = valueOf(await board.members.eraseMember({ memberId }));
    const records = recordTypes().length;
    expect(valueOf(await board.members.eraseMember({ memberId }))).toEqual(first);
    expect(recordTypes()).toHaveLength(records);
  });
});
