import { setTimeout } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { WedgeScanner } from './e2e-scanner.ts';

/** A pause between the keys of a finger: longer than any scanner's, or a name would be a scan. */
const FINGER_MS = 70;

/** More fields than any screen has. */
const MOST_TABS = 40;

/** Somebody before a till's screen, with a keyboard and a scanner and no mouse. */
export class Person {
  readonly page: Page;
  readonly #scanner: WedgeScanner;
  #pressedAt = 0;

  constructor(page: Page) {
    this.page = page;
    this.#scanner = new WedgeScanner(page);
  }

  /** Presses keys, one after the other. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.#lift();
      await this.page.keyboard.press(key);
      this.#pressedAt = Date.now();
    }
  }

  /** Types with a finger. */
  async types(text: string): Promise<void> {
    await this.#lift();
    await this.page.keyboard.type(text, { delay: FINGER_MS });
    this.#pressedAt = Date.now();
  }

  /** Answers one field after the other, each with Enter; an empty answer only moves on. */
  async answers(...texts: string[]): Promise<void> {
    for (const text of texts) {
      await this.types(text);
      await this.press('Enter');
    }
  }

  /** Scans one code, or several within a few milliseconds. */
  async scans(...codes: string[]): Promise<void> {
    await this.#lift();
    await this.#scanner.scan(...codes);
    this.#pressedAt = Date.now();
  }

  /** Scans one code with a scanner that is no faster than the page takes its keys. */
  async scansAtPace(code: string): Promise<void> {
    await this.#lift();
    await this.#scanner.scanAtPace(code);
    this.#pressedAt = Date.now();
  }

  /** Presses a worn key that bounces: it goes down twice within a few milliseconds. */
  bounces(key: string): Promise<void> {
    return this.#scanner.bounce(key);
  }

  /** Taps a button with a finger, once it can be pressed. */
  async taps(button: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true, disabled: false }).first().tap();
  }

  /** Waits until words stand somewhere on the screen. */
  async sees(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).filter({ visible: true }).first().waitFor();
  }

  /** Waits until the till says no, or asks for attention, in these words. */
  async isTold(words: string | RegExp): Promise<void> {
    await this.page.getByRole('alert').filter({ hasText: words }).first().waitFor();
  }

  /** Waits for a screen or a part of one by its heading. */
  async isOn(heading: string): Promise<void> {
    await this.page.getByRole('heading', { name: heading, exact: true }).first().waitFor();
  }

  /** Waits until the screen asks for something: its field has the focus. */
  async isAsked(label: string | RegExp): Promise<void> {
    await this.#focused(label).waitFor();
  }

  /** Goes to a field with the Tab key. */
  async tabsTo(label: string): Promise<void> {
    await this.#tabTo(this.page.getByLabel(label, { exact: true }), label);
  }

  /** Goes to a button with the Tab key, without pressing it. */
  async tabsToButton(button: string): Promise<void> {
    await this.#tabTo(this.page.getByRole('button', { name: button, exact: true }), button);
  }

  /** F5 and the digit of a part of the till. */
  async goesTo(part: string): Promise<void> {
    await this.press('F5');
    await this.presses(part);
  }

  /** Presses the key that stands on a button, once the button can be pressed. */
  async presses(button: string | RegExp): Promise<void> {
    const named = this.page.getByRole('button', { name: button, exact: true, disabled: false });
    const cap = await named.locator('kbd').first().innerText();
    await this.press(KEY_OF_CAP[cap] ?? cap);
  }

  /** Waits until the finger has left the last key, or the scanner the last code: what follows sooner is a scan's. */
  async #lift(): Promise<void> {
    const left = this.#pressedAt + FINGER_MS - Date.now();
    if (left > 0) await setTimeout(left);
  }

  async #tabTo(place: Locator, name: string): Promise<void> {
    await place.first().waitFor();
    const reached = place.and(this.page.locator(':focus'));
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      if ((await reached.count()) > 0) return;
      await this.press('Tab');
    }
    throw new Error(`no Tab leads to ${name}`);
  }

  #focused(label: string | RegExp): Locator {
    return this.page.getByLabel(label, { exact: true }).and(this.page.locator(':focus'));
  }
}

/** Keys by what is printed on them, where that is not their name. */
const KEY_OF_CAP: Readonly<Record<string, string>> = { Esc: 'Escape', Del: 'Delete' };
