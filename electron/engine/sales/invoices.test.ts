import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TillClient } from '../../../shared/contract/index.ts';
import { pagesOfPdf } from '../../../test/support/pdf.ts';
import { GOODS, openShift, ringUp, sell, SmallShop } from '../../../test/support/small-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';

let shop: SmallShop;
let siti: TillClient;
let ratna: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  ratna = await shop.as('Ratna');
  siti = await shop.as('Siti');
  await openShift(siti);
});

afterEach(() => shop.close());

const KITCHEN = {
  buyerId: null,
  name: 'SPPG Sukamaju',
  contact: 'Bu Endang',
  phone: '0341-555777',
  address: 'Jl. Melati 9, Sukamaju',
  kind: 'school-kitchen',
  tier: 'umum',
  creditLimitRp: 5_000_000,
  termDays: 14,
  active: true,
} as const;

/** Ten packets and ten kilos for the school kitchen, on invoice or paid at once. */
async function soldToKitchen(how: 'invoice' | 'transfer'): Promise<{ saleId: string; buyerId: string }> {
  const { buyerId } = valueOf(await ratna.members.saveBuyer(KITCHEN));
  valueOf(await siti.till.setBuyer({ memberId: null, buyerId, tier: null }));
  valueOf(await siti.till.scan({ code: GOODS.noodles, quantityThousandths: 10_000 }));
  valueOf(await siti.till.scan({ code: GOODS.rice, quantityThousandths: 10_000 }));
  const { ticketId, revision, totalRp } = valueOf(await siti.till.ticket({}));
  const paid = await siti.till.pay({
    ticketId,
    revision,
    totalRp,
    tenders: [
      how === 'invoice'
        ? { kind: how, amountRp: totalRp, dueDate: null }
        : { kind: how, amountRp: totalRp, reference: 'BPD 7781' },
    ],
  });
  return { saleId: valueOf(paid).saleId, buyerId };
}

/** The one page of a PDF reply. */
function pageOf(file: { mediaType: string; contentBase64: string }): string {
  expect(file.mediaType).toBe('application/pdf');
  const pages = pagesOfPdf(Buffer.from(file.contentBase64, 'base64'));
  expect(pages).toHaveLength(1);
  return pages.join('');
}

test('a faktur says who owes how much by when, in figures and words', async () => {
  const { saleId } = await soldToKitchen('invoice');
  const file = valueOf(await siti.sales.invoicePdf({ saleId }));
  expect(file.fileName).toBe('faktur-SKM01-1-0001.pdf');
  const page = pageOf(file);
  for (const text of [
    'Faktur penjualan',
    'SPPG Sukamaju',
    'u.p. Bu Endang',
    'Jl. Melati 9, Sukamaju',
    'Indomie Goreng 85 g',
    '149.000',
    'Rp184.000',
    'Seratus delapan puluh empat ribu rupiah',
    'Mohon dibayar paling lambat 29 April 2026.',
  ]) {
    expect(page).toContain(text);
  }
  expect(page).not.toMatch(/PPN|NPWP/);
});

test('its surat jalan goes with the driver: quantities and no money', async () => {
  const { saleId } = await soldToKitchen('invoice');
  const file = valueOf(await siti.sales.deliveryNotePdf({ saleId }));
  expect(file.fileName).toBe('surat-jalan-SKM01-1-0001.pdf');
  const page = pageOf(file);
  expect(page).toMatch(/1 Indomie Goreng 85 g 10 bungkus/);
  expect(page).toMatch(/2 Beras premium 10 kg/);
  expect(page).toContain('SPPG Sukamaju');
  expect(page).not.toMatch(/Rp|149\.000|14\.900|3\.500/);
});

test('what is still owed says where to pay it, once the store has said so', async () => {
  const { saleId } = await soldToKitchen('invoice');
  const paymentNote = 'Transfer ke BPD 2204-7781 a.n. KDMP Dadapan';
  const policy = valueOf(await ratna.policy.get({}));
  expect(pageOf(valueOf(await siti.sales.invoicePdf({ saleId })))).not.toContain('2204-7781');
  valueOf(await ratna.policy.save({ ...policy, paymentNote: ` ${paymentNote} ` }));
  expect(pageOf(valueOf(await siti.sales.invoicePdf({ saleId })))).toContain(paymentNote);
});

test('what the paper said of the goods stays; who it was is gone once it was erased', async () => {
  const { saleId, buyerId } = await soldToKitchen('transfer');
  valueOf(await ratna.members.eraseBuyer({ buyerId }));
  const page = pageOf(valueOf(await siti.sales.invoicePdf({ saleId })));
  expect(page).toMatch(/Lunas Rp184\.000/);
  expect(page).toContain('(nama tidak tersimpan)');
  expect(page).not.toMatch(/SPPG|Endang|Melati/);
});

test('a member’s sale has a faktur with name and number', async () => {
  const member = valueOf(await siti.members.quickAdd({ name: 'Sri Wahyuni' }));
  valueOf(await siti.till.setBuyer({ memberId: member.memberId, buyerId: null, tier: null }));
  const { saleId } = await sell(siti, GOODS.noodles);
  expect(valueOf(await siti.sales.recent({}))).toMatchObject([{ saleId, hasBuyer: true }]);
  const page = pageOf(valueOf(await siti.sales.invoicePdf({ saleId })));
  expect(page).toContain('Sri Wahyuni');
  expect(page).toContain(`Anggota ${member.number}`);
  expect(page).toMatch(/Lunas Rp3\.500/);
});

test('a sale to nobody in particular has neither, and one nobody made is unknown', async () => {
  const { saleId } = await sell(siti, GOODS.noodles);
  expect(refusalOf(await siti.sales.invoicePdf({ saleId })).code).toBe('sale.no-buyer');
  expect(valueOf(await siti.sales.recent({}))).toMatchObject([{ saleId, hasBuyer: false }]);
  expect(refusalOf(await siti.sales.deliveryNotePdf({ saleId })).code).toBe('sale.no-buyer');
  const unknown = '0196a000-0000-7000-8000-000000000001';
  expect(refusalOf(await siti.sales.invoicePdf({ saleId: unknown })).code).toBe('sale.unknown');
});

test('a receipt printed again names the member, the days of return and its number in bars', async () => {
  const member = valueOf(await siti.members.quickAdd({ name: 'Sri Wahyuni' }));
  valueOf(await siti.till.setBuyer({ memberId: member.memberId, buyerId: null, tier: null }));
  await ringUp(siti, GOODS.noodles);
  const { saleId } = await sell(siti);
  const paper = valueOf(await siti.sales.reprint({ saleId })).lines.join('\n');
  expect(paper).toContain('SALINAN KE-1');
  expect(paper).toMatch(new RegExp(`Anggota ${member.number} +Sri W\\*\\*\\*\\*`));
  expect(paper).toContain('Retur paling lambat 7 hari');
  expect(paper).toMatch(/\n +SKM01-1-0001$/);
  // What she bought this year has moved on since: it stands on the original only.
  expect(paper).not.toContain('SHU');
});
