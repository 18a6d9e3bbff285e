import type { CDPSession, Page } from 'playwright-core';

/** One key as a browser's debugger takes it. */
interface Key {
  readonly key: string;
  readonly code: string;
  readonly text: string;
  readonly windowsVirtualKeyCode: number;
}

const ENTER: Key = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };

/**
 * A keyboard scanner: a whole code and Enter in one go. It waits for no answer between its keys, as
 * the real one does not, so that a slow machine can't turn a scan into typing.
 */
export class WedgeScanner {
  readonly #page: Page;
  #session: Promise<CDPSession> | undefined;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Reads a code of digits. */
  async scan(code: string): Promise<void> {
    await this.#page.evaluate(idle);
    await this.#strike([...[...code].map(digitKey), ENTER]);
  }

  /** A worn Enter key: one press of the finger, two of the key. */
  async bounceEnter(): Promise<void> {
    await this.#strike([ENTER, ENTER]);
  }

  async #strike(keys: readonly Key[]): Promise<void> {
    this.#session ??= this.#page.context().newCDPSession(this.#page);
    const session = await this.#session;
    await Promise.all(
      keys.flatMap((key) => [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
      ]),
    );
  }
}

/**
 * Waits until the page has nothing to do. The browser stamps these keys when it gets round to them,
 * not when they are struck, so on a busy machine a scan would look as slow as a finger; a real
 * keyboard's keys are stamped by the system.
 */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: 5000 });
  });
}

function digitKey(digit: string): Key {
  return { key: digit, code: `Digit${digit}`, text: digit, windowsVirtualKeyCode: digit.charCodeAt(0) };
}
