import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ConsoleMessage, Page } from 'playwright-core';
import { NARROW, WIDE } from './e2e-hosts.ts';

/** Pictures of the screens, kept for whoever reads a run of the tests; git does not know them. */
const album = path.resolve(import.meta.dirname, '../../artifacts/e2e');

/** What can be pressed, filled in or followed: each must say what it is. */
const CONTROLS = ['button', 'link', 'textbox', 'combobox', 'checkbox', 'radio'] as const;

/** How a screen may be shown. */
export interface Look {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly theme: 'light' | 'dark';
}

/** Every screen must be right in each of these; the window of the shop's PC comes last and stays. */
export const LOOKS: readonly Look[] = [
  { name: 'narrow', size: NARROW, theme: 'light' },
  { name: 'dark', size: WIDE, theme: 'dark' },
  { name: 'wide', size: WIDE, theme: 'light' },
];

/** Looks at every screen a test comes by: keeps a picture, and notes what is wrong. */
export class Onlooker {
  readonly #page: Page;
  readonly #folder: string;
  readonly #looks: readonly Look[];
  readonly #faults: string[] = [];
  #pictures = 0;

  /**
   * @param story name of the folder for its pictures
   * @param looks left out: only as the window stands
   */
  constructor(page: Page, story: string, looks: readonly Look[] = []) {
    this.#page = page;
    this.#looks = looks;
    this.#folder = path.join(album, story);
    rmSync(this.#folder, { recursive: true, force: true });
    mkdirSync(this.#folder, { recursive: true });
    page.on('console', (message) => this.#noteError(message));
    page.on('pageerror', (error) => this.#faults.push(`page error: ${error.message}`));
  }

  /** Everything that was wrong on any screen, and in the console of the page. */
  get faults(): readonly string[] {
    return this.#faults;
  }

  /** Keeps a picture of the screen in each of its looks and judges it. */
  async look(screen: string): Promise<void> {
    const number = String((this.#pictures += 1)).padStart(2, '0');
    for (const { name, size, theme } of this.#looks) {
      await this.#page.setViewportSize(size);
      await this.#page.evaluate(showIn, theme);
      await this.#judge(`${number}-${screen}-${name}`);
    }
    if (this.#looks.length === 0) await this.#judge(`${number}-${screen}`);
    this.#note(screen, await this.#nameless());
  }

  async #judge(picture: string): Promise<void> {
    // A caret that blinks would make two pictures of one screen differ.
    await this.#page.screenshot({ path: path.join(this.#folder, `${picture}.png`), caret: 'hide' });
    this.#note(picture, await this.#page.evaluate(textThatIsCut));
    this.#note(picture, await this.#page.evaluate(controlsHalfCovered));
  }

  #note(where: string, wrong: readonly string[]): void {
    this.#faults.push(...wrong.map((fault) => `${where}: ${fault}`));
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
    if (message.type() === 'error') this.#faults.push(`console: ${message.text()}`);
  }
}

/** Runs in the page: shows it in a theme, and waits until it is drawn. */
async function showIn(theme: string): Promise<void> {
  document.documentElement.dataset['theme'] = theme;
  for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
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
      // Names may end in three dots; a figure without its end is another figure.
      const mayEnd = style.textOverflow === 'ellipsis' && !/^[\d.,−]+$/.test(text);
      if (mayEnd || /auto|scroll/.test(style.overflowX)) break;
      if (!/hidden|clip/.test(style.overflowX)) continue;
      const edge = box.getBoundingClientRect();
      if (right > edge.right + 1 || left < edge.left - 1) cut.add(`“${text}” is cut off`);
    }
  }
  return [...cut];
}

/**
 * Runs in the page: buttons and links that can be pressed in their middle and not at both of their ends,
 * because something else lies over them. What is scrolled away is not looked at.
 */
function controlsHalfCovered(): string[] {
  const covered: string[] = [];
  for (const control of document.querySelectorAll('button, a')) {
    const { left, right, top, bottom } = control.getBoundingClientRect();
    const hits = (x: number): boolean => {
      const hit = document.elementFromPoint(x, (top + bottom) / 2);
      return hit !== null && (control.contains(hit) || hit.contains(control));
    };
    const inset = Math.min(4, (right - left) / 4);
    if (hits((left + right) / 2) && !(hits(left + inset) && hits(right - inset))) {
      covered.push(`“${control.textContent?.trim() ?? ''}” is half covered`);
    }
  }
  return covered;
}
