import { expect, test } from 'vitest';
import { dadapan } from '../../../test/support/example-papers.ts';
import { lpgLogbook, type LpgEntry } from './lpg-logbook.ts';
import { priceBoard } from './price-board.ts';
import { cellText, type Register } from './register.ts';
import { sphpStatement, type SphpData, type SphpEntry } from './sphp-statement.ts';

const head = {
  profile: dadapan,
  region: '3506',
  sellerTier: 'sub-pangkalan',
  from: '2026-03-30',
  to: '2026-04-02',
  sumEvery: 'day',
  madeBy: 'Hadi',
} as const;

const bought = (date: string, pieces: number, more: Partial<LpgEntry> = {}): LpgEntry => ({
  date,
  person: { name: 'Siti Aminah', address: 'RT 02', lastFour: '0021', state: 'known' },
  category: 'rumah-tangga',
  quantityThousandths: pieces * 1_000,
  boughtThousandths: 0,
  loanedThousandths: 0,
  agens: ['CV Mandiri'],
  ...more,
});

const logbook = (entries: LpgEntry[], sumEvery: 'day' | 'month' = 'day'): Register =>
  lpgLogbook({
    ...head,
    sumEvery,
    programmes: 'LPG 3 kg',
    unit: 'tabung',
    agen: null,
    entries,
    standing: null,
    received: [],
  });

const sums = ({ rows }: Register): string[] =>
  rows.filter(({ kind }) => kind === 'sum').map(({ cells }) => cells.map(cellText).join(' ').trim());

test('a logbook over two months is summed up by day or by month', () => {
  const entries = [
    bought('2026-03-31', 1),
    bought('2026-04-01', 2),
    bought('2026-04-01', 1),
    bought('2026-04-02', 4),
  ];
  expect(sums(logbook(entries)).map((text) => text.replaceAll(/ +/g, ' '))).toEqual([
    'Jumlah 31 Maret 2026 1',
    'Jumlah 1 April 2026 3',
    'Jumlah 2 April 2026 4',
  ]);
  expect(sums(logbook(entries, 'month')).map((text) => text.replaceAll(/ +/g, ' '))).toEqual([
    'Jumlah Maret 2026 1',
    'Jumlah April 2026 7',
  ]);
});

test('rows are numbered through, and days of one row each are their own sums', () => {
  const register = logbook([bought('2026-03-31', 1), bought('2026-04-01', 2)]);
  expect(register.rows.map(({ cells: [first] }) => first && cellText(first))).toEqual(['1', '2']);
});

test('who has no name in the vault, and who was never asked for one', () => {
  const nobody = { name: '', address: '', lastFour: '', state: 'erased' } as const;
  const register = logbook([
    bought('2026-04-01', 1, { person: nobody }),
    bought('2026-04-01', 1, { person: { ...nobody, state: 'unreadable' } }),
    bought('2026-04-01', 1, { person: null, category: null, agens: [] }),
  ]);
  expect(
    register.rows.map(({ cells }) => [cells[2], cells[8]].map((cell) => cell && cellText(cell))),
  ).toEqual([
    ['(data dihapus)', 'CV Mandiri'],
    ['(tidak terbaca)', 'CV Mandiri'],
    ['tidak dicatat', 'stok gerai'],
  ]);
});

const sold: SphpEntry = {
  date: '2026-04-01',
  goods: 'Beras SPHP 5 kg',
  receivedThousandths: 0,
  soldThousandths: 10_000,
  receipts: 1,
  priceRp: 12_500,
  ceilingRp: 12_500,
  mostThousandths: 10_000,
  above: 0,
};

const notesOf = (change: Partial<SphpData>): readonly string[] =>
  sphpStatement({
    ...head,
    programmes: 'Beras SPHP',
    unit: 'kg',
    entries: [sold],
    sales: [{ date: sold.date, thousandths: 10_000 }],
    openingThousandths: 50_000,
    closingThousandths: 40_000,
    prices: [{ amountRp: 12_500, decree: 'Keputusan X' }],
    limits: [],
    forbidden: { resale: true, mixing: true },
    ...change,
  }).notes;

test('a statement pledges a price only where the books bear it out, and only what the rules ask', () => {
  expect(notesOf({})).toContain('Tidak dijual di atas Rp12.500 per kg, menurut Keputusan X.');
  const above = notesOf({ entries: [{ ...sold, priceRp: 13_000, above: 2 }] });
  expect(above.join('\n')).not.toContain('Tidak dijual di atas');
  expect(above.join('\n')).toContain('2 baris dijual di atas harga yang berlaku');
  expect(notesOf({ forbidden: { resale: false, mixing: false } }).join('\n')).not.toMatch(
    /konsumen|dicampur/,
  );
});

test('a statement over a price that changed pledges each price for its own days', () => {
  const dearer = { ...sold, date: '2026-04-02', priceRp: 13_100, ceilingRp: 13_100 };
  const prices = [
    { amountRp: 12_500, decree: 'Keputusan X' },
    { amountRp: 13_100, decree: 'Keputusan Y' },
  ];
  const changed = notesOf({ entries: [sold, dearer], prices });
  expect(changed).toContain(
    'Dijual menurut harga yang berlaku pada harinya: Rp12.500 per kg menurut Keputusan X; Rp13.100 per kg menurut Keputusan Y.',
  );
  expect(changed.join('\n')).not.toContain('Tidak dijual di atas');
  // On a day without any price it was sold for more than the only one there was.
  const unruled = notesOf({ entries: [sold, { ...dearer, ceilingRp: null }] });
  expect(unruled.join('\n')).not.toMatch(/Tidak dijual di atas|harga yang berlaku/);
});

test('a statement pledges a limit only where every sale kept to it', () => {
  const limit = { limitThousandths: 10_000, mostThousandths: 10_000, decree: 'Keputusan X' };
  expect(notesOf({ limits: [limit] })).toContain(
    'Paling banyak 10 kg dalam satu pembelian, menurut Keputusan X.',
  );
  const passed = notesOf({ limits: [{ ...limit, mostThousandths: 15_000 }] });
  expect(passed).toContain(
    'Ada pembelian 15 kg dalam satu nota, lebih dari 10 kg menurut Keputusan X. Periksa nota itu sebelum surat ini ditandatangani.',
  );
  expect(passed.join('\n')).not.toContain('Paling banyak');
});

test('a board without goods says so, and goods without a price are to be asked for', () => {
  const board = (goods: number) =>
    priceBoard({
      profile: dadapan,
      on: '2026-04-01',
      entries: Array.from({ length: goods }, () => ({
        goods: 'Minyakita 1 L',
        unit: 'botol',
        priceRp: null,
        kind: 'het' as const,
        limitRp: 15_700,
        decree: 'Kepmendag 1028/2024',
        since: '2024-08-14',
      })),
    });
  expect(board(0).foot).toBe('Belum ada barang program dengan harga yang berlaku.');
  expect(board(1).lines).toEqual([
    {
      goods: 'Minyakita 1 L',
      per: 'per botol',
      price: 'tanyakan',
      rule: 'HET Rp15.700',
      source: 'Kepmendag 1028/2024, berlaku sejak 14 Agustus 2024',
    },
  ]);
});
