import { array, assert, constantFrom, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GS1_SEPARATOR } from '../../shared/domain/gs1.ts';
import { BURST_GAP, expireBurst, feedBurst, NO_BURST, type BurstKey } from './burst.ts';

/** Types a text with a fixed pause, then the given keys, and tells what came out at the other end. */
function type(text: readonly string[], pause: number, options: { repeat?: boolean } = {}) {
  let state = NO_BURST;
  let field = '';
  const scans: string[] = [];
  const passed: string[] = [];
  let at = 1000;
  for (const key of text) {
    const expired = expireBurst(state, at);
    field += expired.replay;
    const event: BurstKey = { key, at, repeat: options.repeat ?? false, shortcut: false };
    const step = feedBurst(expired.state, event);
    field += step.replay;
    state = step.state;
    if (step.verdict.kind === 'scan') scans.push(step.verdict.code);
    if (step.verdict.kind === 'pass') {
      passed.push(key);
      if (key.length === 1) field += key;
    }
    at += pause;
  }
  field += expireBurst(state, at + BURST_GAP + 1).replay;
  return { field, scans, passed };
}

const keys = (text: string) => [...text];

describe('telling a scanner from a person', () => {
  it('reads a barcode that comes fast and ends in Enter', () => {
    expect(type([...keys('8996001600146'), 'Enter'], 4)).toEqual({
      field: '',
      scans: ['8996001600146'],
      passed: [],
    });
  });

  it('reads a code whole although the computer stalled in the middle of it', () => {
    const first = [...'8996'].map((key, index) => ({ key, at: index * 4 }));
    const second = [...'001600146', 'Enter'].map((key, index) => ({ key, at: 200 + index * 4 }));
    let state = NO_BURST;
    let given = '';
    let code = '';
    for (const { key, at } of [...first, ...second]) {
      const expired = expireBurst(state, at);
      const step = feedBurst(expired.state, { key, at, repeat: false, shortcut: false });
      given += expired.replay + step.replay;
      state = step.state;
      if (step.verdict.kind === 'scan') code = step.verdict.code;
    }
    expect(given).toBe('8996');
    expect(code).toBe('8996001600146');
  });

  it('takes no digit typed by hand into the code that is scanned right after it', () => {
    const first = feedBurst(NO_BURST, { key: '4', at: 0, repeat: false, shortcut: false });
    let { state } = expireBurst(first.state, 70);
    let code = '';
    for (const [index, key] of [...'8996001600146', 'Enter'].entries()) {
      const step = feedBurst(state, { key, at: 150 + index * 4, repeat: false, shortcut: false });
      state = step.state;
      if (step.verdict.kind === 'scan') code = step.verdict.code;
    }
    expect(code).toBe('8996001600146');
  });

  it('gives slow typing to the field, and its Enter too', () => {
    expect(type([...keys('8996001600146'), 'Enter'], 120)).toEqual({
      field: '8996001600146',
      scans: [],
      passed: ['Enter'],
    });
  });

  it('leaves a fast but short number to the field', () => {
    expect(type([...keys('50000'), 'Enter'], 10)).toEqual({ field: '50000', scans: [], passed: ['Enter'] });
  });

  it('leaves fast typing without Enter to the field', () => {
    expect(type(keys('indomie goreng'), 30)).toEqual({ field: 'indomie goreng', scans: [], passed: [] });
  });

  it('drops the second Enter that some scanners send', () => {
    expect(type([...keys('8996001600146'), 'Enter', 'Enter'], 4).passed).toEqual([]);
  });

  it('reads two codes that follow each other at once', () => {
    const two = [...keys('8996001600146'), 'Enter', ...keys('8992388101016'), 'Enter'];
    expect(type(two, 4).scans).toEqual(['8996001600146', '8992388101016']);
  });

  it('takes no finger resting on a key for a scanner', () => {
    expect(type([...keys('00000000'), 'Enter'], 30, { repeat: true }).scans).toEqual([]);
  });

  it('keeps capitals in a code together across Shift', () => {
    const code = ['Shift', 'A', 'Shift', 'B', 'C', '1', '2', '3', 'Enter'];
    expect(type(code, 3).scans).toEqual(['ABC123']);
  });

  it('keeps the parts of a GS1 code together across what separates them', () => {
    const code = [...keys('10LOT7'), 'Control', GS1_SEPARATOR, ...keys('17270331'), 'Enter'];
    expect(type(code, 3)).toEqual({
      field: '',
      scans: [`10LOT7${GS1_SEPARATOR}17270331`],
      passed: ['Control'],
    });
  });

  it('keeps no separator in what turns out to be typing, and begins nothing with one', () => {
    expect(type([...keys('ab'), GS1_SEPARATOR, 'c'], 30).field).toBe('abc');
    expect(type([GS1_SEPARATOR, ...keys('8996001600146'), 'Enter'], 4).scans).toEqual(['8996001600146']);
  });

  it('lets an arrow or a function key through at once, after what was typed before it', () => {
    expect(type(['5', 'F9'], 10)).toEqual({ field: '5', scans: [], passed: ['F9'] });
  });

  it('lets Enter alone through: it presses the button', () => {
    expect(type(['Enter'], 10).passed).toEqual(['Enter']);
  });

  it('takes two strokes of one key within 20 ms for one press of a worn key', () => {
    const rhythm = (...pairs: [string, number][]) => typedInRhythm(pairs);
    expect(rhythm(['2', 0], ['2', 18])).toBe('2');
    expect(rhythm(['1', 0], ['0', 120], ['0', 15], ['1', 120])).toBe('101');
    expect(rhythm(['1', 0], ['1', 90])).toBe('11');
  });

  it('leaves a short code of a scanner as it is, with two of a kind in it', () => {
    expect(type([...keys('1001'), 'Enter'], 5)).toEqual({ field: '1001', scans: [], passed: ['Enter'] });
    expect(type([...keys('11'), 'Enter'], 5).field).toBe('11');
  });

  it('lets a space through at once: it presses the button that has the focus', () => {
    expect(type([' '], 10).passed).toEqual([' ']);
    expect(type(keys('teh botol'), 90).field).toBe('teh botol');
  });

  it('loses no character and doubles none, whatever the rhythm', () => {
    const rhythm = array(tuple(constantFrom('1', '7', 'a', 'B', '*', ' '), integer({ min: 25, max: 200 })));
    assert(
      property(rhythm, (typed) => {
        expect(typedInRhythm(typed)).toBe(typed.map(([key]) => key).join(''));
      }),
    );
  });
});

/** What a field holds after keys that each come a pause after the one before. */
function typedInRhythm(typed: readonly (readonly [key: string, pause: number])[]): string {
  let state = NO_BURST;
  let field = '';
  let at = 0;
  for (const [key, pause] of typed) {
    at += pause;
    const expired = expireBurst(state, at);
    const step = feedBurst(expired.state, { key, at, repeat: false, shortcut: false });
    field += expired.replay + step.replay;
    if (step.verdict.kind === 'pass') field += key;
    state = step.state;
  }
  return field + expireBurst(state, at + BURST_GAP + 1).replay;
}
