import { expect, test } from 'vitest';
import { report } from '../../../test/support/scan-reports.ts';
import { ScanReader } from './scan-report.ts';

test('an EAN-13 as recorded from a scanner', () => {
  // 02 0D 5D 45 30 "8991234567895" 00… 00 00 00
  const recorded = Buffer.alloc(64);
  recorded.set([0x02, 0x0d, 0x5d, 0x45, 0x30]);
  recorded.write('8991234567895', 5, 'ascii');
  expect(new ScanReader().take(recorded)).toBe(']E08991234567895');
});

test('sixty letters come in two reports: fifty-six with the continued bit, then four', () => {
  const code = '0123456789'.repeat(6);
  const reader = new ScanReader();
  expect(reader.take(report({ aim: ']Q1', data: code.slice(0, 56), continued: true }))).toBeUndefined();
  expect(reader.take(report({ aim: ']Q1', data: code.slice(56) }))).toBe(`]Q1${code}`);
  expect(reader.take(report({ data: '8991234567895' }))).toBe(']E08991234567895');
});

test('a model that sends everything one byte late is understood', () => {
  expect(new ScanReader().take(report({ data: '8991234567895', late: true }))).toBe(']E08991234567895');
});

test('the group separators of GS1 codes stay, an Enter at the end goes', () => {
  const gs1 = '0108991234567895\u001d10LOT7';
  expect(new ScanReader().take(report({ aim: ']C1', data: `${gs1}\r\n` }))).toBe(`]C1${gs1}`);
});

test('a length beyond the report, another report, no identifier, nothing at all: no scan and no harm', () => {
  const reader = new ScanReader();
  const tooLong = report({ data: '899' });
  tooLong[1] = 255;
  expect(reader.take(tooLong)?.startsWith(']E0899')).toBe(true);
  expect(reader.take(report({ data: '899', id: 3 }))).toBeUndefined();
  expect(reader.take(report({ data: '8991234567895', aim: 'xyz' }))).toBeUndefined();
  expect(reader.take(new Uint8Array(0))).toBeUndefined();
  expect(reader.take(Uint8Array.of(0x02))).toBeUndefined();
});

test('a scanner that never stops continuing does not fill the memory', () => {
  const reader = new ScanReader();
  const endless = report({ data: '9'.repeat(56), continued: true });
  for (let n = 0; n < 10_000; n += 1) reader.take(endless);
  expect(reader.take(report({ data: '1' }))?.length).toBeLessThan(10_000);
});
