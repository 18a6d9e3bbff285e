import { describe, expect, test } from 'vitest';
import { access, codes, idOf, judge, line, quota, sumarni } from '../../../test/support/programme-rules.ts';
import { NOBODY, type ProgrammeLine } from './judged.ts';
import type { ProgrammeRule } from './rules.ts';

describe('what a basket asks for', () => {
  test('nothing where no rule asks', () => {
    const asks = { identities: [], categories: [], proxyAllowed: false };
    expect(judge([], NOBODY, [line()])).toMatchObject({ effect: 'allow', findings: [], asks });
    expect(judge([access({ identity: 'none' })], NOBODY, [line()])).toMatchObject({ effect: 'allow', asks });
  });

  test('who buys, by the access rule and by every quota that counts somebody', () => {
    const rules = [access({ identity: 'nik' }), quota({ subject: 'kk' }), quota({ subject: 'member' })];
    expect(judge(rules, NOBODY, [line()]).asks).toEqual({
      identities: ['nik', 'kk', 'member'],
      categories: [],
      proxyAllowed: true,
    });
  });

  test('of a quota of one category nothing before it is the buyer’s', () => {
    const rules = [access({ identity: 'nik' }), quota({ subject: 'kk', category: 'usaha-mikro' })];
    const micro = { ...sumarni, kkKey: null, category: 'usaha-mikro' as const };
    expect(judge(rules, sumarni, [line()]).asks.identities).toEqual(['nik']);
    expect(judge(rules, micro, [line()]).asks.identities).toEqual(['nik', 'kk']);
    expect(codes(judge(rules, { ...sumarni, kkKey: null }, [line()]))).toEqual([]);
    expect(codes(judge(rules, micro, [line()]))).toEqual(['refuse kk-required']);
  });

  test('any category, where only a quota tells them apart', () => {
    const asks = judge([quota({ category: 'usaha-mikro' })], sumarni, [line()]).asks;
    expect(asks.categories).toEqual(['rumah-tangga', 'usaha-mikro', 'petani-sasaran', 'nelayan-sasaran']);
  });

  test('of two programmes a category that suits both, or any where none does', () => {
    const lpg = access({ categories: ['petani-sasaran', 'rumah-tangga'] });
    const urea = { ...access({ categories: ['petani-sasaran'] }), programme: 'urea' };
    const fuel = { ...access({ categories: ['nelayan-sasaran'] }), programme: 'solar' };
    const both = judge([lpg, urea], sumarni, [line(), line('urea')]);
    expect(both.asks.categories).toEqual(['petani-sasaran']);
    const apart = judge([urea, fuel], sumarni, [line('urea'), line('solar')]);
    expect(apart.asks.categories).toEqual(['petani-sasaran', 'nelayan-sasaran']);
  });

  test('a proxy only where every programme that asks who buys allows one', () => {
    const lpg = access({ proxyAllowed: true });
    const urea = { ...access({ proxyAllowed: false }), programme: 'urea' };
    const sphp = { ...access({ identity: 'none', proxyAllowed: false }), programme: 'sphp' };
    const allowed = (basket: ProgrammeLine[]) => judge([lpg, urea, sphp], sumarni, basket).asks.proxyAllowed;
    expect(allowed([line(), line('sphp')])).toBe(true);
    expect(allowed([line(), line('urea')])).toBe(false);
    expect(allowed([line('sphp')])).toBe(false);
    const fetched = { ...sumarni, proxy: { registrationId: idOf() } };
    expect(codes(judge([sphp], fetched, [line('sphp')]))).toEqual([]);
    expect(codes(judge([urea], fetched, [line('urea')]))).toEqual(['refuse proxy-not-allowed']);
  });
});

describe('what is not known of the buyer', () => {
  test('warns where it is only for a quota that warns', () => {
    const rules = [quota({ subject: 'kk', effect: 'warn' })];
    expect(codes(judge(rules, NOBODY, [line()]))).toEqual(['warn kk-required']);
  });

  test('is said once, by the rule that is strictest', () => {
    const blocks = quota({ subject: 'nik', window: 'day' });
    const warns = quota({ subject: 'nik', window: 'week', effect: 'warn' });
    // Rules that are alike are looked at by their ids, so both orders are tried.
    const swapped = [
      { ...blocks, ruleId: warns.ruleId },
      { ...warns, ruleId: blocks.ruleId },
    ];
    const found = (rules: ProgrammeRule[]) => judge(rules, NOBODY, [line()]).findings;
    const once = { code: 'identity-required', effect: 'refuse' };
    expect(found([blocks, warns])).toMatchObject([{ ...once, ruleId: blocks.ruleId }]);
    expect(found(swapped)).toMatchObject([{ ...once, ruleId: warns.ruleId }]);
  });

  test('a category is not asked of nobody, but of whoever is registered', () => {
    const rules = [access({ identity: 'kk', categories: ['rumah-tangga'] })];
    const unknown = { ...sumarni, kkKey: null, category: null };
    expect(codes(judge(rules, NOBODY, [line()]))).toEqual(['refuse kk-required']);
    expect(codes(judge(rules, unknown, [line()]))).toEqual([
      'refuse kk-required',
      'refuse category-required',
    ]);
  });
});
