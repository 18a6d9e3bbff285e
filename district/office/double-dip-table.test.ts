import { expect, test } from 'vitest';
import type { NamedDip } from '../subjects/find-double-dips.ts';
import { doubleDipTable } from './double-dip-table.ts';

const DIP: NamedDip = {
  programme: 'lpg-3kg',
  programmeName: 'LPG 3 kg',
  unit: 'tabung',
  subject: 'nik',
  quotaOf: 'nik',
  category: null,
  window: 'month',
  from: '2026-04-01',
  to: '2026-04-30',
  limitThousandths: 4_000,
  quantityThousandths: 7_000,
  stores: [],
  example: false,
};

const page = async (count: number): Promise<string> =>
  String(await doubleDipTable(Array.from({ length: count }, () => DIP)));

test('a page shows a hundred findings, and says so where there are more', async () => {
  const hundred = await page(100);
  const more = await page(250);
  expect([hundred, more].map((text) => text.split('<b>LPG 3 kg</b>').length - 1)).toEqual([100, 100]);
  expect(hundred).not.toContain('Yang tampil');
  expect(more).toContain('Yang tampil 100 temuan terbaru dari 250.');
});
