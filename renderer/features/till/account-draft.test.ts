import { describe, expect, it } from 'vitest';
import { EMPTY_ACCOUNT, readAccount, type AccountDraft } from './account-draft.ts';
import type { DraftKind } from './tender-plan.ts';

/** Rp15.000 is left of a bill, and Rp3.250 in cash lie on the counter. */
const LEFT = { restRp: 15_000, openRp: 11_750 };

describe('a part of a payment as it is typed', () => {
  it.each<[DraftKind, Partial<AccountDraft>, object]>([
    ['kasbon', {}, { row: { kind: 'kasbon', amountRp: 11_750 } }],
    ['kasbon', { amountRp: 15_000 }, { row: { kind: 'kasbon', amountRp: 15_000 } }],
    ['savings', { amountRp: 5000 }, { row: { kind: 'savings', amountRp: 5000 } }],
    [
      'transfer',
      { amountRp: 5000, reference: ' 0771 ' },
      { row: { kind: 'transfer', amountRp: 5000, reference: '0771' } },
    ],
    ['card', { reference: 'A1' }, { row: { kind: 'card', amountRp: 11_750, reference: 'A1' } }],
    ['invoice', {}, { row: { kind: 'invoice', amountRp: 11_750, dueDate: null } }],
    ['invoice', { due: '31-12-2026' }, { row: { kind: 'invoice', amountRp: 11_750, dueDate: '2026-12-31' } }],
  ])('%s %j', (kind, typed, read) => {
    expect(readAccount(kind, { ...EMPTY_ACCOUNT, ...typed }, LEFT)).toEqual(read);
  });

  it.each<[DraftKind, Partial<AccountDraft>, string]>([
    ['kasbon', { amountRp: 0 }, 'amount'],
    ['kasbon', { amountRp: 15_001 }, 'amount'],
    ['transfer', {}, 'reference'],
    ['card', { reference: '  ' }, 'reference'],
    ['invoice', { due: '31-02-2026' }, 'due'],
  ])('%s %j is told beside its field', (kind, typed, field) => {
    const read = readAccount(kind, { ...EMPTY_ACCOUNT, ...typed }, LEFT);
    expect('errors' in read && Object.keys(read.errors)).toEqual([field]);
  });
});
