import { expect, test } from 'vitest';
import { at, dadapan } from '../../test/support/example-papers.ts';
import { framed, paper } from '../../test/support/framed.ts';
import { rupiah } from '../domain/money.ts';
import { documentLines, layOut } from './lay-out.ts';
import { qrisPaperDocument } from './qris-paper.ts';

// A dynamic payload is about as long as this; what it says is the business of shared/domain/qris.
const payload = `00020101021226${'0123456789'.repeat(20)}6304ABCD`;
const document = qrisPaperDocument({
  profile: dadapan,
  merchantName: 'KDMP DADAPAN',
  amountRp: rupiah(150_000),
  payload,
  cashier: 'Wulan',
  shownAt: at(10, 45),
});

test('a printed code says whom and how much, and that nothing is paid yet', () => {
  expect(framed(documentLines(document, 32), 32)).toBe(
    paper(`
      |   KOPERASI DESA MERAH PUTIH    |
      |            DADAPAN             |
      |      Jl. Raya Dadapan 12       |
      |================================|
      |       BAYAR DENGAN QRIS        |
      |================================|
      |          KDMP DADAPAN          |
      |           Rp150.000            |
      |                                |
      |          BELUM LUNAS           |
      |   Bayar, lalu tunggu kasir.    |
      |                                |
      |Kasir Wulan, kasa 1    10:45 WIB|
      |                        15-04-26|
    `),
  );
});

test('the code stands between the amount and the warning, as large as the paper allows', () => {
  // 223 bytes need version 11, 61 modules: six dots each fit 384 dots, nine would fit 576 but eight is the most.
  for (const [columns, moduleDots] of [
    [32, 6],
    [48, 8],
  ] as const) {
    const steps = layOut(document, columns);
    const index = steps.findIndex((step) => step.kind === 'qr');
    expect(steps[index]).toEqual({ kind: 'qr', data: payload, moduleDots });
    expect(steps[index + 1]).toMatchObject({ kind: 'line', strong: true });
    expect(JSON.stringify(steps.slice(index + 1))).toContain('BELUM LUNAS');
  }
});
