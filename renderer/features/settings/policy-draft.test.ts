import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../shared/domain/policy.ts';
import { crc16 } from '../../../shared/domain/qris.ts';
import { checkPolicy, policyDraftOf, readQris, toPolicy } from './policy-draft.ts';

const UNSIGNED =
  '00020101021126680019COM.CONTOH-BANK.WWW011893600999000000001702120000000000170303UMI' +
  '51440014ID.CO.QRIS.WWW0215ID10999999999170303UMI5204541153033605802ID' +
  '5913WARUNG CONTOH6006MALANG6304';
const PAYLOAD = UNSIGNED + crc16(UNSIGNED);

const DRAFT = policyDraftOf(DEFAULT_POLICY);

describe('the till’s policy being changed', () => {
  it('comes back as it was when nothing is changed', () => {
    expect(toPolicy(DRAFT)).toEqual(DEFAULT_POLICY);
    expect(Object.values(checkPolicy(DRAFT)).every((error) => error === undefined)).toBe(true);
  });

  it('shows whose QRIS code it is, or why it is of no use', () => {
    expect(readQris('')).toBeNull();
    expect(readQris(PAYLOAD)).toMatchObject({
      ok: true,
      merchant: { name: 'WARUNG CONTOH', city: 'MALANG' },
    });
    expect(readQris(PAYLOAD.replace('CONTOH6', 'CONTOX6'))).toEqual({
      ok: false,
      why: 'angka pengamannya (CRC) tidak cocok',
    });
    expect(readQris(UNSIGNED)).toMatchObject({ ok: false });
    expect(toPolicy({ ...DRAFT, qris: `${PAYLOAD}\n` }).qrisPayload).toBe(PAYLOAD);
  });

  it('takes patterns however they are parted, and names the one that is none', () => {
    const typed = { ...DRAFT, patterns: '21iiiiiwwwwwc; 20IIIIIPPPPPC' };
    expect(toPolicy(typed).inStorePatterns).toEqual(['21IIIIIWWWWWC', '20IIIIIPPPPPC']);
    expect(checkPolicy(typed).patterns).toBeUndefined();
    expect(checkPolicy({ ...DRAFT, patterns: '21IIIII' }).patterns).toContain('21IIIII');
    expect(checkPolicy({ ...DRAFT, patterns: '' }).patterns).toBeUndefined();
  });

  it('says what is missing', () => {
    const wrong = checkPolicy({
      ...DRAFT,
      kasbonDays: '',
      returnDays: '366',
      kasbonLimitRp: null,
      approvals: { ...DRAFT.approvals, return: { role: 'pengurus', aboveRp: null } },
    });
    const fields = Object.entries(wrong).flatMap(([field, error]) => (error === undefined ? [] : [field]));
    expect(fields).toEqual(['kasbonDays', 'returnDays', 'kasbonLimitRp', 'approvals']);
  });
});
