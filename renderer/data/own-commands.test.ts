import { expect, it } from 'vitest';
import { createOwnCommands } from './own-commands.ts';

/** A window, and a clock that somebody moves by hand. */
function atTheTill() {
  let waiting: (() => void) | undefined;
  let asked = 0;
  const own = createOwnCommands((_milliseconds, task) => {
    waiting = task;
    return () => {
      waiting = undefined;
    };
  });
  own.afterwards(() => (asked += 1));
  const goQuiet = (): void => {
    const task = waiting;
    waiting = undefined;
    task?.();
  };
  return { own, goQuiet, asked: () => asked };
}

it('passes on what other windows did while nothing is under way here', () => {
  const { own } = atTheTill();
  expect(own.withoutOwn(['ticket', 'sales'])).toEqual(['ticket', 'sales']);
});

it('leaves the ticket out between its own scans, and asks once when it is quiet', () => {
  const { own, goQuiet, asked } = atTheTill();
  for (let scan = 0; scan < 3; scan += 1) {
    const done = own.begin();
    expect(own.withoutOwn(['ticket', 'cash'])).toEqual(['cash']);
    done();
    // The event of a command may come behind its reply.
    expect(own.withoutOwn(['ticket'])).toEqual([]);
  }
  expect(asked()).toBe(0);
  goQuiet();
  expect(asked()).toBe(1);
  expect(own.withoutOwn(['ticket'])).toEqual(['ticket']);
});

it('asks nothing where nothing was left out', () => {
  const { own, goQuiet, asked } = atTheTill();
  own.begin()();
  goQuiet();
  expect(asked()).toBe(0);
});
