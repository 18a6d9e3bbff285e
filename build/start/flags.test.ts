import { describe, expect, test } from 'vitest';
import { readStartFlags } from './flags.ts';

describe('the flags of npm start', () => {
  test('may all be left out', () => {
    expect(readStartFlags([])).toEqual({ demo: false, headless: false, port: 0 });
  });

  test('name the shop and how it is shown', () => {
    const flags = ['--demo', '--headless', '--data', 'toko', '--port', '4711'];
    expect(readStartFlags(flags)).toEqual({ demo: true, headless: true, dataDir: 'toko', port: 4711 });
    expect(readStartFlags(['--data=toko', '--port=0'])).toMatchObject({ dataDir: 'toko', port: 0 });
  });

  test.each([
    [['--dmeo'], '--dmeo'],
    [['toko'], 'toko'],
    [['--port', 'x'], '--port'],
    [['--port', '70000'], '--port'],
    [['--port', '-1'], '--port'],
    [['--port'], '--port'],
    [['--data'], '--data'],
    [['--data='], '--data'],
    [['--demo=yes'], '--demo'],
  ])('are refused with words that name the flag: %j', (flags, named) => {
    const refused = readStartFlags(flags);
    expect('problem' in refused ? refused.problem : '').toContain(named);
  });
});
