import type { Topic } from '../../shared/contract/wire.ts';

/** How long after this window's last command the ticket is asked for again, in milliseconds. */
const QUIET = 300;

interface OwnCommands {
  /** A command to the ticket goes out; to be called again when it has been answered. */
  readonly begin: () => () => void;
  /** What of an event is to be asked for now. */
  readonly withoutOwn: (topics: readonly Topic[]) => readonly Topic[];
  /** What to do once it is quiet, where something was left out. */
  readonly afterwards: (ask: () => void) => void;
}

/**
 * This window's commands to the open ticket. Each of them makes the engine tell every window that the
 * ticket has changed, and its reply holds the whole new ticket: asking for it once more, between two
 * scans, would only slow the second one down. What changed meanwhile at another window is asked for
 * as soon as it is quiet here.
 */
export function createOwnCommands(
  after: (milliseconds: number, task: () => void) => () => void = timer,
): OwnCommands {
  let underWay = 0;
  let leftOut = false;
  let ask = () => {};
  let callOff = () => {};
  const quiet = (): void => {
    callOff = () => {};
    if (!leftOut) return;
    leftOut = false;
    ask();
  };
  let resting = false;
  return {
    begin: () => {
      underWay += 1;
      callOff();
      return () => {
        underWay -= 1;
        if (underWay > 0) return;
        resting = true;
        callOff = after(QUIET, () => {
          resting = false;
          quiet();
        });
      };
    },
    withoutOwn: (topics) => {
      if ((underWay === 0 && !resting) || !topics.includes('ticket')) return topics;
      leftOut = true;
      return topics.filter((topic) => topic !== 'ticket');
    },
    afterwards: (task) => {
      ask = task;
    },
  };
}

function timer(milliseconds: number, task: () => void): () => void {
  const waiting = setTimeout(task, milliseconds);
  return () => clearTimeout(waiting);
}

/** The window's one account of its own commands. */
export const ownCommands = createOwnCommands();
