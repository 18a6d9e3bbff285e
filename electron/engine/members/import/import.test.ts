import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { requireSound, StaffedStore } from '../../../../test/support/staffed-till.ts';
import { refusalOf, valueOf, type TestTill } from '../../../../test/support/till.ts';
import type { Member, MemberImportPreview } from '../../../../shared/contract/members.ts';
import type { TillClient } from '../../../../shared/contract/index.ts';
import type { Reply } from '../../../../shared/contract/wire.ts';

let store: StaffedStore;
let till: TestTill;
let manager: TillClient;
let board: TillClient;

beforeAll(async () => {
  store = await StaffedStore.make();
});
afterAll(() => store.remove());

beforeEach(async () => {
  ({ till, manager, board } = await store.open());
});

afterEach(async () => {
  // Whatever a story did, the journal alone gives the same tables again, and nothing went wrong unseen.
  requireSound(till);
  await till.dispose();
});

async function ask(content: string | Buffer, asOf = '2026-04-15'): Promise<Reply<MemberImportPreview>> {
  const contentBase64 = Buffer.from(content).toString('base64');
  return manager.members.importPreview({ fileName: 'anggota.csv', contentBase64, asOf });
}

async function preview(content: string | Buffer): Promise<MemberImportPreview> {
  return valueOf(await ask(content));
}

/** Takes a file over without looking at it twice. */
async function take(content: string | Buffer, asOf?: string): Promise<{ members: number; savings: number }> {
  const { draftId, errors } = valueOf(await ask(content, asOf));
  expect(errors).toEqual([]);
  return valueOf(await manager.members.importCommit({ draftId }));
}

async function members(): Promise<Member[]> {
  return valueOf(await manager.members.list({ onlyActive: false })).members;
}

async function member(number: string): Promise<Member> {
  const found = (await members()).find((each) => each.number === number);
  if (found === undefined) throw new Error(`nobody has number ${number}`);
  return found;
}

const LIST = [
  'No. Anggota;Nama Lengkap;Kartu;Tingkat;Simpanan Pokok;Wajib;Sukarela;No HP;Dusun',
  '0001;Siti Aminah;KDMP-1;anggota;50.000;120.000;Rp 300.000;0812-1;Krajan',
  '0002;Budi Santoso;;grosir;50.000;60.000;0;;Sawah',
  '0003;Sumarsih;KDMP-3 KDMP-33;;;;;;',
].join('\r\n');

describe('a list of members with their savings', () => {
  test('is shown before anything changes, and then taken over as a whole', async () => {
    const shown = await preview(LIST);
    expect(shown).toMatchObject({
      rows: 3,
      newMembers: 3,
      changedMembers: 0,
      sameMembers: 0,
      savings: 2,
      savingsTotalRp: 580_000,
      errorCount: 0,
    });
    expect(shown.columns.map(({ field }) => field)).toEqual([
      'number',
      'name',
      'card',
      'tier',
      'pokok',
      'wajib',
      'sukarela',
      'phone',
      null,
    ]);
    expect(shown.sample[0]).toEqual({
      line: 2,
      change: 'new',
      number: '0001',
      name: 'Siti Aminah',
      tier: 'anggota',
      sukarelaRp: 300_000,
    });
    expect(await members()).toEqual([]);
    expect(valueOf(await manager.members.importCommit({ draftId: shown.draftId }))).toEqual({
      members: 3,
      savings: 2,
      records: 2,
    });
    expect(await member('0001')).toMatchObject({
      name: 'Siti Aminah',
      cardCodes: ['KDMP-1'],
      savings: { asOf: '2026-04-15', pokokRp: 50_000, wajibRp: 120_000, sukarelaRp: 300_000 },
    });
    expect(await member('0002')).toMatchObject({ tier: 'grosir', savings: { sukarelaRp: 0 } });
    expect(await member('0003')).toMatchObject({
      tier: 'anggota',
      cardCodes: ['KDMP-3', 'KDMP-33'],
      savings: null,
    });
  });

  test('a second time brings the same members and no new ones', async () => {
    await take(LIST);
    expect(await preview(LIST)).toMatchObject({ newMembers: 0, changedMembers: 2, sameMembers: 1 });
    expect(await take(LIST)).toEqual({ members: 0, savings: 2, records: 1 });
    expect(await members()).toHaveLength(3);
  });

  test('an empty cell changes nothing, and cards are added, never taken away', async () => {
    await take(LIST);
    const siti = await member('0001');
    await take('nomor,nama,kartu,sukarela\n0001,,KDMP-11,250000\n0002,Budi S.,,');
    expect(await member('0001')).toEqual({
      ...siti,
      cardCodes: ['KDMP-1', 'KDMP-11'],
      savings: { ...siti.savings, sukarelaRp: 250_000 },
    });
    expect(valueOf(await manager.members.member({ memberId: siti.memberId })).phone).toBe('0812-1');
    expect(await member('0002')).toMatchObject({ name: 'Budi S.', tier: 'grosir' });
  });

  test('of wajib alone leaves sukarela as it is', async () => {
    await take(LIST);
    await take('nomor,wajib\n0001,130.000', '2026-04-10');
    expect((await member('0001')).savings).toEqual({
      asOf: '2026-04-10',
      pokokRp: 50_000,
      wajibRp: 130_000,
      sukarelaRp: 300_000,
    });
  });

  test('comes from a spreadsheet too', async () => {
    const sheet = await writeExcelFile([
      [{ value: 'nomor' }, { value: 'nama' }, { value: 'sukarela' }, { value: 'telepon' }],
      [{ value: 'A-7' }, { value: 'Siti' }, { value: 125_000 }, { value: 8_123_456 }],
      [{ value: 12 }, { value: 'Budi' }, { value: '' }, { value: '' }],
    ]).toBuffer();
    await take(sheet);
    expect(await member('A-7')).toMatchObject({ name: 'Siti', savings: { sukarelaRp: 125_000 } });
    expect(await member('12')).toMatchObject({ name: 'Budi', savings: null });
  });

  test('of twelve hundred members goes into records of five hundred', async () => {
    const rows = Array.from({ length: 1_200 }, (_, n) => `${n + 1},Anggota ${n + 1},${n * 100}`);
    const { draftId } = await preview(['nomor,nama,sukarela', ...rows].join('\n'));
    expect(valueOf(await manager.members.importCommit({ draftId }))).toEqual({
      members: 1_200,
      savings: 1_200,
      records: 6,
    });
    const found = valueOf(await manager.members.search({ text: 'anggota 1177' }));
    expect(found.map(({ number, savings }) => [number, savings?.sukarelaRp])).toEqual([['1177', 117_600]]);
  });
});

describe('a file with mistakes', () => {
  test.each([
    // the rows under the head                         line  what is said                 of what
    ['0001,Siti,,,\n0001,Budi,,,', 3, 'number-twice-in-file', '0001'],
    [',Siti,,,', 2, 'number-missing', ''],
    ['#12,Siti,,,', 2, 'number-invalid', '#12'],
    ['3507121708850003,Siti,,,', 2, 'looks-like-nik', ''],
    ['0001,Siti,3507121708850003,,', 2, 'looks-like-nik', ''],
    ['0001,,,,', 2, 'name-missing', ''],
    [`0001,${'x'.repeat(81)},,,`, 2, 'name-too-long', 'x'.repeat(60)],
    ['0001,Siti,K1,,\n0002,Budi,K1,,', 3, 'card-twice-in-file', 'K1'],
    ['0001,Siti,K1 K2 K3 K4 K5 K6,,', 2, 'cards-too-many', '6'],
    ['0001,Siti,,emas,', 2, 'tier-invalid', 'emas'],
    ['0001,Siti,,,lima ribu', 2, 'savings-invalid', 'lima ribu'],
    ['0001,Siti,,,-500', 2, 'savings-invalid', '-500'],
    ['0001,Siti,,', 2, 'row-columns', ''],
    ['0001,Siti\u{fffd},,,', 2, 'broken-text', 'Siti\u{fffd}'],
  ])('%j is refused whole', async (rows, line, code, value) => {
    const shown = await preview(`nomor,nama,kartu,tier,sukarela\n${rows}`);
    expect(shown.errors.map((error) => [error.line, error.code, error.value])).toEqual([[line, code, value]]);
    const commit = await manager.members.importCommit({ draftId: shown.draftId });
    expect(refusalOf(commit).code).toBe('import.has-errors');
    expect(await members()).toEqual([]);
  });

  test('a number that has lost its zeros is not taken for a new member', async () => {
    await take(LIST);
    const shown = await preview('nomor,nama\n1,Siti Aminah');
    expect(shown.errors).toMatchObject([{ code: 'number-zeros', value: '0001' }]);
  });

  test('a card that another member carries is refused', async () => {
    await take(LIST);
    const shown = await preview('nomor,nama,kartu\n0004,Eko,KDMP-1');
    expect(shown.errors).toMatchObject([{ code: 'card-taken', value: 'KDMP-1' }]);
  });

  test('without a number no row says whom it means', async () => {
    const reply = await ask('nama,sukarela\nSiti,1000');
    expect(refusalOf(reply)).toMatchObject({ code: 'import.columns-missing', params: { columns: 'nomor' } });
  });

  test('of a day that is still to come is refused', async () => {
    expect(refusalOf(await ask(LIST, '2026-04-16')).code).toBe('member.as-of-future');
  });
});

describe('a preview', () => {
  test('is no longer good once a member has changed, nor after it was taken over', async () => {
    const first = await preview(LIST);
    valueOf(await manager.members.quickAdd({ name: 'Eko' }));
    expect(refusalOf(await manager.members.importCommit({ draftId: first.draftId })).code).toBe(
      'import.draft-gone',
    );
    const shown = await preview(LIST.replaceAll(/000(\d)/g, '1$1'));
    valueOf(await manager.members.importCommit({ draftId: shown.draftId }));
    expect(refusalOf(await manager.members.importCommit({ draftId: shown.draftId })).code).toBe(
      'import.draft-gone',
    );
  });

  test('whoever was erased stays nameless, whatever an old list says', async () => {
    await take(LIST);
    const { memberId } = await member('0001');
    valueOf(await board.members.eraseMember({ memberId }));
    await take(LIST.replace('KDMP-1;', ';'));
    expect(await member('0001')).toMatchObject({ name: '', nameState: 'erased', active: false });
  });
});
