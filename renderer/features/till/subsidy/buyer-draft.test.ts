import { describe, expect, test } from 'vitest';
import type { Identified, Registration } from '../../../../shared/contract/subsidy.ts';
import type { TicketSubsidy } from '../../../../shared/contract/till.ts';
import type { ConsumerCategory } from '../../../../shared/domain/programmes/rules.ts';
import {
  categoryFor,
  EMPTY_DRAFT,
  isAnswered,
  keptCategory,
  likelyCategory,
  stageOf,
  stillRegistered,
} from './buyer-draft.ts';

const NIK = '3507015504800021';

function asking(
  categories: readonly ConsumerCategory[],
  registrationId: string | null = null,
): TicketSubsidy {
  return {
    registrationId,
    verdict: { asks: { identities: ['nik'], categories } },
  } as unknown as TicketSubsidy;
}

const unknown = { kind: 'nik', problems: [], warnings: [], registrations: [], memberId: null } as Identified;

describe('as what somebody buys', () => {
  const both = asking(['rumah-tangga', 'usaha-mikro']);

  test('as what they are registered as, where that is one thing', () => {
    expect(likelyCategory(['usaha-mikro'], both)).toBe('usaha-mikro');
  });

  test('the cashier asks where it may be either', () => {
    expect(likelyCategory(['rumah-tangga', 'usaha-mikro'], both)).toBeNull();
    expect(likelyCategory([], both)).toBeNull();
  });

  test('somebody new buys as the one thing that is allowed, somebody registered as another does not', () => {
    const households = asking(['rumah-tangga']);
    expect(likelyCategory([], households)).toBe('rumah-tangga');
    expect(likelyCategory(['usaha-mikro'], households)).toBeNull();
  });
});

describe('what was said of the category', () => {
  const both = asking(['rumah-tangga', 'usaha-mikro']);

  test('holds for whoever is registered as that, and for nobody else', () => {
    expect(categoryFor('usaha-mikro', ['rumah-tangga', 'usaha-mikro'], both)).toBe('usaha-mikro');
    expect(categoryFor('rumah-tangga', ['usaha-mikro'], both)).toBe('usaha-mikro');
    expect(categoryFor('rumah-tangga', [], both)).toBe('rumah-tangga');
  });

  test('is not sent along with goods that ask for none', () => {
    const none = asking([]);
    expect(categoryFor('rumah-tangga', ['rumah-tangga', 'usaha-mikro'], none)).toBeNull();
    expect(keptCategory({ ...none, category: 'rumah-tangga' })).toBeNull();
    expect(keptCategory({ ...both, category: 'rumah-tangga' })).toBe('rumah-tangga');
  });
});

describe('where the naming stands', () => {
  const nobody = asking([]);
  const somebody = asking([], 'buyer');

  test('a number is asked for until it is whole and found to be nobody’s', () => {
    expect(stageOf(EMPTY_DRAFT, nobody)).toBe('number');
    expect(stageOf({ ...EMPTY_DRAFT, digits: NIK }, nobody)).toBe('number');
    expect(stageOf({ ...EMPTY_DRAFT, digits: NIK, found: unknown }, nobody)).toBe('register');
    const wrong = { ...unknown, kind: 'invalid' as const };
    expect(stageOf({ ...EMPTY_DRAFT, digits: NIK, found: wrong }, nobody)).toBe('number');
  });

  test('a buyer on the ticket is known, but whoever fetches is asked for all the same', () => {
    expect(stageOf(EMPTY_DRAFT, somebody)).toBe('known');
    expect(stageOf({ ...EMPTY_DRAFT, who: 'proxy' }, somebody)).toBe('number');
    expect(stageOf({ ...EMPTY_DRAFT, who: 'proxy', digits: NIK, found: unknown }, somebody)).toBe('register');
  });

  test('goods that ask nobody’s number are answered without one; a number that comes is looked up', () => {
    const anybody = { registrationId: null, verdict: { asks: { identities: [], categories: [] } } };
    const unasked = anybody as unknown as TicketSubsidy;
    expect(stageOf(EMPTY_DRAFT, unasked)).toBe('unasked');
    expect(isAnswered('unasked')).toBe(true);
    expect(isAnswered('number')).toBe(false);
    expect(stageOf({ ...EMPTY_DRAFT, digits: NIK }, unasked)).toBe('number');
    expect(stageOf(EMPTY_DRAFT, { ...unasked, registrationId: 'buyer' })).toBe('known');
  });

  test('whoever was erased since is registered anew, and named by no card', () => {
    const erased = { registrationId: 'gone', erased: true } as Registration;
    const found = { ...unknown, registrations: [erased] };
    expect(stageOf({ ...EMPTY_DRAFT, digits: NIK, found }, nobody)).toBe('register');
    const sister = { registrationId: 'here', erased: false } as Registration;
    expect(stillRegistered({ registrations: [erased, sister] })).toEqual([sister]);
  });

  test('the search lies over everything', () => {
    expect(stageOf({ ...EMPTY_DRAFT, finding: true }, somebody)).toBe('find');
  });
});
