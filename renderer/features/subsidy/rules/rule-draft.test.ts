import { expect, test } from 'vitest';
import type { ProgrammeRule } from '../../../../shared/domain/programmes/rules.ts';
import { businessDateSchema } from '../../../../shared/domain/business-date.ts';
import { rupiah } from '../../../../shared/domain/money.ts';
import { checkRule, newRule, ruleDraftOf, toRule } from './rule-draft.ts';

const HET: ProgrammeRule = {
  ruleId: '0199c3a0-0000-7000-8000-000000000001',
  programme: 'lpg-3kg',
  kind: 'price',
  priceKind: 'het',
  amountRp: rupiah(18_000),
  region: '35',
  zone: null,
  sellerTier: 'pangkalan',
  validFrom: businessDateSchema.parse('2025-01-15'),
  validTo: null,
  decree: 'SK 801/2024',
  source: 'store',
  active: true,
};

test('a rule without its decree and its first day is refused beside the fields', () => {
  const draft = newRule('lpg-3kg', 'price');
  expect(checkRule(draft)).toMatchObject({
    decree: 'Tanpa nomor keputusan aturan tidak bisa dipertanggungjawabkan.',
    validFrom: 'Isi tanggal mulai.',
    amountRp: 'Isi lebih dari nol.',
  });
});

test('a decree that follows takes over the place and not the dates, and leaves the old rule alone', () => {
  const draft = ruleDraftOf(HET, 'next');
  expect(draft).toMatchObject({
    ruleId: null,
    decree: '',
    validFrom: '',
    region: '35',
    sellerTier: 'pangkalan',
    amountRp: 18_000,
  });
  const filled = { ...draft, decree: ' SK 5/2026 ', validFrom: '1-3-2026', amountRp: 17_500 };
  expect(Object.values(checkRule(filled)).filter(Boolean)).toEqual([]);
  expect(toRule(filled)).toEqual({
    ruleId: null,
    programme: 'lpg-3kg',
    kind: 'price',
    priceKind: 'het',
    amountRp: 17_500,
    region: '35',
    zone: null,
    sellerTier: 'pangkalan',
    validFrom: '2026-03-01',
    validTo: null,
    decree: 'SK 5/2026',
    active: true,
  });
});

test('a rule that is mended keeps its number, its decree and its dates', () => {
  expect(toRule(ruleDraftOf(HET, 'same'))).toMatchObject({
    ruleId: HET.ruleId,
    decree: HET.decree,
    validFrom: '2025-01-15',
    validTo: null,
    active: true,
  });
});

test('a rule that was switched off stays off while it is mended; what follows it holds', () => {
  const mistake = { ...HET, active: false };
  expect(toRule(ruleDraftOf(mistake, 'same'))).toMatchObject({ ruleId: HET.ruleId, active: false });
  expect(toRule(ruleDraftOf(mistake, 'next'))).toMatchObject({ ruleId: null, active: true });
});

test('an end before the beginning, a date that is none, a zone that is none', () => {
  const draft = { ...newRule('sphp', 'price'), decree: 'x', amountRp: 1, validFrom: '2-1-2026' };
  expect(checkRule({ ...draft, validTo: '1-1-2026' }).validTo).toBe('Lebih awal dari tanggal mulai.');
  expect(checkRule({ ...draft, validTo: '2-1-2026' }).validTo).toBeUndefined();
  expect(checkRule({ ...draft, validTo: '31-2-2026' }).validTo).toBe('Tulis tanggal seperti 31-12-2026.');
  expect(checkRule({ ...draft, zone: '12' }).zone).toBe('Satu angka, 1 sampai 9.');
  expect(checkRule({ ...draft, region: 'Jatim' }).region).toBe('Hanya angka, paling banyak sepuluh.');
});

test('a limit of one sale asks for nobody; what somebody was allotted is known only of somebody', () => {
  const draft = { ...newRule('sphp', 'quota'), decree: 'x', validFrom: '2-1-2026' };
  expect(checkRule({ ...draft, subject: 'anyone' }).limit).toBe('Isi batasnya.');
  expect(checkRule({ ...draft, subject: 'nik' }).limit).toBeUndefined();
  expect(toRule({ ...draft, subject: 'anyone', window: 'month', limit: '10' })).toMatchObject({
    subject: 'anyone',
    window: 'sale',
    limitThousandths: 10_000,
  });
  expect(toRule({ ...draft, subject: 'kk', window: 'week', limit: '2,5' })).toMatchObject({
    subject: 'kk',
    window: 'week',
    limitThousandths: 2_500,
  });
  expect(toRule({ ...draft, subject: 'nik', limit: '' })).toMatchObject({ limitThousandths: null });
});

test('whoever asks for a number says why', () => {
  const draft = { ...newRule('lpg-3kg', 'access'), decree: 'x', validFrom: '2-1-2026' };
  expect(checkRule(draft).purpose).toBe('Pembeli berhak tahu alasannya.');
  expect(checkRule({ ...draft, identity: 'none' }).purpose).toBeUndefined();
  expect(checkRule({ ...draft, retentionDays: '0' }).retentionDays).toBe('1 sampai 3.650.');
});
