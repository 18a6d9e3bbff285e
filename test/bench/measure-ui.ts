import type { Browser, Page } from 'playwright-core';
import { createClient } from '../../shared/contract/define.ts';
import { contract, type TillClient } from '../../shared/contract/index.ts';
import { shownGtin } from '../../shared/domain/barcode.ts';
import { newContext, openBrowser } from '../support/e2e-hosts.ts';
import { Person } from '../support/e2e-person.ts';
import { callTill, served, stop, type ServedLine } from '../support/e2e-start.ts';
import { isPaid } from '../support/e2e-cashier.ts';
import { seededRandom, type SeededRandom } from '../support/random.ts';
import { valueOf } from '../support/till.ts';
import type { Measured } from './figures.ts';
import type { Goods } from './goods.ts';
import { benchId } from './ids.ts';
import { typedWords } from './measure-finding.ts';
import { CASHIER, OWNER } from './shop-life.ts';
import { openFloor } from './ui-floor.ts';
import { installStopwatch, type KeyToPaint } from './ui-stopwatch.ts';

const PAINTED_MOST_MS = 50;
/** The longest basket that is measured. */
const LINES = 40;
/** The first scans of a page warm up code and caches of both sides alike, and are not counted. */
const WARM_UP = 10;
/** What the line of refused goods says. */
const REFUSED = 'Tidak ada jatah';

/** How often things are done. */
export interface UiPlan {
  /** Baskets of forty different goods. */
  readonly baskets: number;
  /** Goods that the rules of a programme refuse. */
  readonly refusals: number;
  /** Names that are typed, letter by letter. */
  readonly names: number;
}

/**
 * From the key to the screen, in headless Chromium on the shipped page, behind the web host on a
 * shop's data. The floor is measured before and after, in the same browser against the same engine.
 * @param dataDir a copy of a shop with an open shift; it is written to
 */
export async function measureUi(dataDir: string, goods: readonly Goods[], plan: UiPlan): Promise<Measured[]> {
  const till = await served(dataDir);
  const browser = await openBrowser();
  try {
    const bench = new UiBench(browser, till.line, goods);
    const floors = await bench.floors();
    const { scans, refusals, searches } = await bench.sell(plan);
    const again = await bench.floors();
    return figuresOf(scans, refusals, searches, {
      page: [...floors.page, ...again.page],
      engine: [...floors.engine, ...again.engine],
    });
  } finally {
    await browser.close();
    await stop(till);
  }
}

interface Floors {
  /** Key to row on an empty page that asks nobody. */
  readonly page: KeyToPaint[];
  /** The same, asking the engine as a scan does. */
  readonly engine: KeyToPaint[];
}

function figuresOf(
  scans: KeyToPaint[],
  refusals: KeyToPaint[],
  searches: KeyToPaint[],
  floors: Floors,
): Measured[] {
  const shown = scans.map(keyToScreen).filter((time) => !Number.isNaN(time));
  return [
    {
      name: `scan to painted line, baskets of up to ${LINES} lines`,
      unit: 'ms',
      samples: scans.map(keyToPaint),
      floor: floors.engine.map(keyToPaint),
      limits: [{ of: 'p95', atMost: PAINTED_MOST_MS }],
    },
    {
      name: 'scan to painted refusal of subsidised goods',
      unit: 'ms',
      samples: refusals.map(keyToPaint),
      floor: floors.engine.map(keyToPaint),
      limits: [{ of: 'p95', atMost: PAINTED_MOST_MS }],
    },
    {
      name: 'of which the engine’s reply, over 127.0.0.1',
      unit: 'ms',
      samples: scans.map(({ sent, answered }) => answered - sent),
      floor: floors.engine.map(({ sent, answered }) => answered - sent),
    },
    {
      name: `scan to line on the screen, as the browser says (of ${shown.length} of ${scans.length} scans)`,
      unit: 'ms',
      samples: shown,
      floor: floors.engine.map(keyToScreen).filter((time) => !Number.isNaN(time)),
    },
    {
      name: 'the least of it: an empty page that asks the engine',
      unit: 'ms',
      samples: floors.engine.map(keyToPaint),
      floor: floors.page.map(keyToPaint),
    },
    {
      name: 'key to painted row on an empty page',
      unit: 'ms',
      samples: floors.page.map(keyToPaint),
    },
    {
      name: 'letter of a name to painted list',
      unit: 'ms',
      samples: searches.map(keyToPaint),
      floor: floors.page.map(keyToPaint),
    },
    {
      name: 'of which the engine’s reply to the search',
      unit: 'ms',
      samples: searches.map(({ sent, answered }) => answered - sent),
    },
  ];
}

function keyToPaint({ key, painted }: KeyToPaint): number {
  return painted - key;
}

function keyToScreen({ key, shown }: KeyToPaint): number {
  return shown - key;
}

/** A browser before a till on a bench. */
class UiBench {
  readonly #browser: Browser;
  readonly #line: ServedLine;
  readonly #goods: readonly Goods[];
  readonly #random: SeededRandom;
  #calls = 0;

  constructor(browser: Browser, line: ServedLine, goods: readonly Goods[]) {
    this.#browser = browser;
    this.#line = line;
    this.#goods = goods;
    this.#random = seededRandom(goods.length);
  }

  /** A basket on the empty page, without the engine and with it. The till's own window is not open. */
  async floors(): Promise<Floors> {
    const { origin, hash } = new URL(this.#line.url);
    const session = await this.#signIn(CASHIER);
    const person = await this.#newWindow();
    await openFloor(person.page, origin, null);
    const page = await this.#scanBasket(person, this.#basket());
    await openFloor(person.page, origin, { token: hash.slice('#t='.length), session });
    await this.#clearCounter(session);
    const engine = await this.#scanBasket(person, this.#basket());
    await this.#clearCounter(session);
    await person.page.context().close();
    return { page: page.slice(WARM_UP), engine: engine.slice(WARM_UP) };
  }

  /** Basket after basket is scanned and paid by keyboard; then names are typed. */
  async sell({
    baskets,
    refusals: refused,
    names,
  }: UiPlan): Promise<{ scans: KeyToPaint[]; refusals: KeyToPaint[]; searches: KeyToPaint[] }> {
    const cashier = await this.#newWindow();
    await cashier.page.goto(this.#line.url);
    await cashier.presses(new RegExp(`^${CASHIER.name}`));
    await cashier.isAsked(`PIN ${CASHIER.name}`);
    await cashier.answers(CASHIER.pin);
    await cashier.sees('Keranjang kosong');
    await this.#scanBasket(cashier, this.#basket().slice(0, WARM_UP));
    const scans: KeyToPaint[] = [];
    for (let basket = 0; basket < baskets; basket += 1) {
      await payCash(cashier);
      scans.push(...(await this.#scanBasket(cashier, this.#basket())));
    }
    await payCash(cashier);
    const refusals = await this.#refuse(cashier, refused);
    const searches = await this.#typeNames(cashier, names);
    await cashier.page.context().close();
    return { scans, refusals, searches };
  }

  /** Scans goods that a programme refuses, again and again on an empty basket; the warm-up is not counted. */
  async #refuse(cashier: Person, count: number): Promise<KeyToPaint[]> {
    const code = await this.#refusedGoods();
    const session = await this.#signIn(CASHIER);
    const times: KeyToPaint[] = [];
    for (let scan = 0; scan < WARM_UP + count; scan += 1) {
      const line = cashier.page.evaluate((words) => window.stopwatch.nextLine(words), REFUSED);
      await cashier.scansAtPace(code);
      times.push(await line);
      await this.#clearCounter(session);
      await cashier.sees('Keranjang kosong');
    }
    return times.slice(WARM_UP);
  }

  /** Puts some goods under a programme whose one rule allows none of it in a sale. @returns their barcode */
  async #refusedGoods(): Promise<string> {
    const owner = this.#client(await this.#signIn(OWNER));
    const programme = 'uji-tolak';
    const goods = this.#random.pick(this.#goods.filter(({ gtins }) => gtins.length > 0));
    valueOf(await owner.programmes.saveProgramme({ programme, name: 'Uji', unit: 'pcs', active: true }));
    valueOf(
      await owner.programmes.saveRule({
        rule: {
          ruleId: null,
          kind: 'quota',
          programme,
          region: '',
          zone: null,
          sellerTier: '',
          validFrom: '2020-01-01',
          validTo: null,
          decree: 'Uji',
          active: true,
          subject: 'anyone',
          category: null,
          window: 'sale',
          limitThousandths: 0,
          effect: 'block',
        },
      }),
    );
    const { productId } = goods;
    valueOf(
      await owner.programmes.setGoods({ productId, programme, measureThousandths: 1000, cylinder: null }),
    );
    return shownGtin(goods.gtins[0]!);
  }

  /** Forty different codes. */
  #basket(): string[] {
    const sellable = this.#goods.filter((product) => product.gtins.length > 0);
    const codes = new Set<string>();
    while (codes.size < LINES) codes.add(shownGtin(this.#random.pick(this.#random.pick(sellable).gtins)));
    return [...codes];
  }

  async #scanBasket(person: Person, codes: readonly string[]): Promise<KeyToPaint[]> {
    const times: KeyToPaint[] = [];
    for (const code of codes) {
      const line = person.page.evaluate(() => window.stopwatch.nextLine());
      await person.scansAtPace(code);
      times.push(await line);
    }
    return times;
  }

  /** Types the beginnings of names; a letter whose list was found before is typed and not counted. */
  async #typeNames(cashier: Person, names: number): Promise<KeyToPaint[]> {
    const times: KeyToPaint[] = [];
    const found = new Set<string>();
    for (let name = 0; name < names; name += 1) {
      const word = this.#random.pick(typedWords(this.#random.pick(this.#goods))).slice(0, 6);
      for (let length = 1; length <= word.length; length += 1) {
        const time = await typeLetter(cashier.page, word.slice(0, length), found);
        if (time !== null) times.push(time);
      }
      await cashier.press('Escape');
    }
    return times;
  }

  async #newWindow(): Promise<Person> {
    const context = await newContext(this.#browser);
    await context.addInitScript(installStopwatch);
    return new Person(await context.newPage());
  }

  async #signIn({ name: who, pin }: { readonly name: string; readonly pin: string }): Promise<string> {
    const nobody = this.#client();
    const person = valueOf(await nobody.staff.list({})).find(({ name }) => name === who);
    if (person === undefined) throw new Error(`${who} does not work here`);
    const result = valueOf(await nobody.staff.signIn({ staffId: person.staffId, pin }));
    if (result.status !== 'signed-in') throw new Error(`${who} was not let in`);
    return result.session;
  }

  async #clearCounter(session: string): Promise<void> {
    const till = this.#client(session);
    const { ticketId, lines } = valueOf(await till.till.ticket({}));
    if (lines.length > 0) valueOf(await till.till.abandon({ ticketId }));
  }

  #client(session?: string): TillClient {
    return createClient(
      contract,
      (call) => callTill(this.#line, session === undefined ? call : { ...call, session }),
      () => benchId(`ui of ${process.pid} at ${performance.timeOrigin}`, (this.#calls += 1)),
    );
  }
}

async function payCash(cashier: Person): Promise<void> {
  await cashier.presses('Bayar');
  await cashier.isAsked('Uang tunai diterima');
  await cashier.press('Enter');
  await isPaid(cashier);
}

async function typeLetter(page: Page, text: string, found: Set<string>): Promise<KeyToPaint | null> {
  const letter = text.at(-1)!;
  if (found.has(text)) {
    await page.keyboard.press(letter, { delay: 20 });
    await page.waitForTimeout(200);
    return null;
  }
  found.add(text);
  const list = page.evaluate((typed) => window.stopwatch.nextList(typed), text);
  await page.keyboard.press(letter, { delay: 20 });
  return list;
}
