import type { CDPSession, Page } from 'playwright-core';
import { GS1_SEPARATOR } from '../../shared/domain/gs1.ts';

/** One key as a browser's debugger takes it. */
interface Key {
  readonly key: string;
  readonly code: string;
  /** What it types; a function key types nothing. */
  readonly text?: string;
  readonly windowsVirtualKeyCode: number;
  /** 2 where Ctrl is down. */
  readonly modifiers?: number;
}

const ENTER: Key = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };

/** A fast scanner's pause between two keys. */
const BETWEEN_KEYS_MS = 0.5;

/**
 * A keyboard scanner: a whole code and Enter in one go. It waits for no answer between its keys, as
 * the real one does not.
 */
export class WedgeScanner {
  readonly #page: Page;
  #session: Promise<CDPSession> | undefined;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Reads codes; several come right behind each other, with no pause between them. */
  async scan(...codes: string[]): Promise<void> {
    await this.#page.evaluate(idle);
    await this.#strike(codes.flatMap((code) => [...[...code].map(printedKey), ENTER]));
  }

  /**
   * Reads one code at the pace at which the page takes its keys: Enter goes down when everything before
   * it has been delivered, so that its stamp is not older than the keys that were still on their way.
   */
  async scanAtPace(code: string): Promise<void> {
    // A page that draws nothing has no idle time either, or says so only after seconds.
    await this.#page.evaluate(() => {
      requestAnimationFrame(() => {});
    });
    await this.#page.evaluate(idle);
    await this.#strike([...code].map(printedKey));
    await this.#strike([ENTER]);
  }

  /** A worn key: one press of the finger, two of the key. */
  async bounce(key: string): Promise<void> {
    await this.#page.evaluate(idle);
    const worn = keyNamed(key);
    await this.#strike([worn, worn]);
  }

  async #strike(keys: readonly Key[]): Promise<void> {
    this.#session ??= this.#page.context().newCDPSession(this.#page);
    const session = await this.#session;
    // The last key goes down now; a stamp from the future would make it seem faster than it was.
    const now = Date.now();
    await Promise.all(
      keys.flatMap((key, index) => {
        const timestamp = (now - (keys.length - 1 - index) * BETWEEN_KEYS_MS) / 1000;
        return [
          session.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...key }),
          session.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, ...key }),
        ];
      }),
    );
  }
}

/**
 * Waits until the page has nothing to do: a person looks at the screen before they scan. The keys carry
 * the time at which they went down, as a real keyboard's do, so that a busy machine can't turn a scan
 * into typing.
 */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: 5000 });
  });
}

/** Enter, Delete, Escape, a function key or a digit. */
function keyNamed(name: string): Key {
  if (name === 'Enter') return ENTER;
  if (/^\d$/.test(name)) return digitKey(name);
  const number = /^F(\d+)$/.exec(name)?.[1];
  // Windows counts the function keys from 112 on.
  const code = number === undefined ? VIRTUAL_KEYS[name] : 111 + Number(number);
  if (code === undefined) throw new Error(`no key is called ${name}`);
  return { key: name, code: name, windowsVirtualKeyCode: code };
}

const VIRTUAL_KEYS: Readonly<Record<string, number>> = { Delete: 46, Escape: 27 };

/** A digit, a capital, a hyphen or GS1's separator: what receipts and goods have in their bars. */
function printedKey(character: string): Key {
  if (/^\d$/.test(character)) return digitKey(character);
  if (character === GS1_SEPARATOR)
    return { key: ']', code: 'BracketRight', windowsVirtualKeyCode: 221, modifiers: 2 };
  if (character === '-') return { key: '-', code: 'Minus', text: '-', windowsVirtualKeyCode: 189 };
  if (!/^[A-Z]$/.test(character)) throw new Error(`no scanner types ${character} here`);
  const windowsVirtualKeyCode = character.charCodeAt(0);
  return { key: character, code: `Key${character}`, text: character, windowsVirtualKeyCode };
}

function digitKey(digit: string): Key {
  return { key: digit, code: `Digit${digit}`, text: digit, windowsVirtualKeyCode: digit.charCodeAt(0) };
}
