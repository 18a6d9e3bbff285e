import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { ConsoleMessage, Page } from 'playwright-core';

/** Pictures of the screens, kept for whoever reads a run of the tests; git does not know them. */
const album = path.resolve(import.meta.dirname, '../../artifacts/e2e');

/** What can be pressed, filled in or followed: each must say what it is. */
const CONTROLS = ['button', 'link', 'textbox', 'combobox', 'checkbox', 'radio'] as const;

/** Looks at every screen a test comes by: keeps a picture, and notes what is wrong. */
export class Onlooker {
  readonly #page: Page;
  readonly #folder: string;
  readonly #faults: string[] = [];
  #pictures = 0;

  /** @param story name of the folder for its pictures */
  constructor(page: Page, story: string) {
    this.#page = page;
    this.#folder = path.join(album, story);
    mkdirSync(this.#folder, { recursive: true });
    page.on('console', (message) => this.#noteError(message));
    page.on('pageerror', (error) => this.#faults.push(`page error: ${error.message}`));
  }

  /** Everything that was wrong on any screen, and in the console of the page. */
  get faults(): readonly string[] {
    return this.#faults;
  }

  /** Keeps a picture of the screen and judges it. */
  async look(screen: string): Promise<void> {
    const number = String((this.#pictures += 1)).padStart(2, '0');
    const file = path.join(this.#folder, `${number}-${screen}.png`);
    // The caret blinks: without it two pictures of one screen are the same.
    await this.#page.screenshot({ path: file, caret: 'hide' });
    const wrong = [...(await this.#nameless()), ...(await this.#page.evaluate(textThatIsCut))];
    this.#faults.push(...wrong.map((fault) => `${screen}: ${fault}`));
  }

  async #nameless(): Promise<string[]> {
    const counts = await Promise.all(
      CONTROLS.map(async (role) => ({
        role,
        count: await this.#page.getByRole(role, { name: /^$/ }).count(),
      })),
    );
    return counts
      .filter(({ count }) => count > 0)
      .map(({ role, count }) => `${count} ${role} without a name`);
  }

  #noteError(message: ConsoleMessage): void {
    if (message.type() === 'error' || message.type() === 'warning') {
      this.#faults.push(`console: ${message.text()}`);
    }
  }
}

/**
 * Runs in the page: texts that reach out of the window or are cut off at the side by what they stand
 * in. What ends in an ellipsis or can be scrolled is meant to.
 */
function textThatIsCut(): string[] {
  const cut = new Set<string>();
  if (document.documentElement.scrollWidth > window.innerWidth) cut.add('the page is wider than the window');
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const holder = node.parentElement;
    if (text === '' || holder === null || !holder.checkVisibility({ visibilityProperty: true })) continue;
    if (holder.closest('.sr-only') !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, right } = range.getBoundingClientRect();
    if (right > window.innerWidth + 1 || left < -1) cut.add(`“${text}” reaches out of the window`);
    for (let box: Element | null = holder; box !== null; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (style.textOverflow === 'ellipsis' || /auto|scroll/.test(style.overflowX)) break;
      if (!/hidden|clip/.test(style.overflowX)) continue;
      const edge = box.getBoundingClientRect();
      if (right > edge.right + 1 || left < edge.left - 1) cut.add(`“${text}” is cut off`);
    }
  }
  return [...cut];
}
