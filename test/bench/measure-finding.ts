import { findByCode } from '../../electron/engine/catalog/index.ts';
import { openReadOnly } from '../../electron/engine/db/open.ts';
import { shownGtin } from '../../shared/domain/barcode.ts';
import { DEFAULT_POLICY } from '../../shared/domain/policy.ts';
import { seededRandom, type SeededRandom } from '../support/random.ts';
import { envelope, timedCall, type BenchTill } from './bench-till.ts';
import type { Measured } from './figures.ts';
import type { Goods } from './goods.ts';

const LOOKUP_MOST_MS = 2;
const SEARCH_MOST_MS = 10;

/** The lookup behind every scan: a barcode as the scanner sends it, on any product of the catalogue. */
export function measureLookup(dataDir: string, goods: readonly Goods[], rounds: number): Measured {
  const random = seededRandom(rounds);
  const coded = goods.filter((product) => product.gtins.length > 0);
  const db = openReadOnly(dataDir);
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const code = shownGtin(random.pick(random.pick(coded).gtins));
    const started = performance.now();
    findByCode(db, code, DEFAULT_POLICY.inStorePatterns);
    samples.push(performance.now() - started);
  }
  db.close();
  return {
    name: `scan lookup, ${goods.length} products`,
    unit: 'ms',
    samples,
    limits: [{ of: 'p95', atMost: LOOKUP_MOST_MS }],
  };
}

/** What a cashier types while looking for a product, letter by letter. */
const TYPED: Readonly<Record<string, (product: Goods, random: SeededRandom) => string>> = {
  '1 letter': (product) => typedWords(product)[0]!.slice(0, 1),
  '2 letters': (product) => typedWords(product)[0]!.slice(0, 2),
  '3 letters': (product, random) => random.pick(typedWords(product)).slice(0, 3),
  'a whole word': (product, random) => random.pick(typedWords(product)),
  'two words, any order': (product, random) => {
    const words = typedWords(product);
    const second = random.pick(words.slice(1).concat(words));
    return `${second} ${words[0]!.slice(0, 4)}`;
  },
  'two letters of two words': (product, random) => {
    const words = typedWords(product);
    return `${random.pick(words).slice(0, 2)} ${random.pick(words).slice(0, 2)}`;
  },
  'beginning of a barcode': (product, random) => {
    const [gtin = '8990000000000'] = product.gtins;
    return shownGtin(gtin).slice(0, random.between(4, 10));
  },
};

/** The words of a product's name as a cashier would type them. */
export function typedWords(product: Goods): string[] {
  const words = product.name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => /\p{L}/u.test(word));
  return words.length === 0 ? ['kopi'] : words;
}

/**
 * Searches through dispatch as people type: for each way of typing a figure of its own, because the
 * shortest texts fit most of the catalogue and an average would hide them.
 */
export async function measureSearch(
  till: BenchTill,
  goods: readonly Goods[],
  rounds: number,
): Promise<Measured[]> {
  const random = seededRandom(goods.length);
  const results: Measured[] = [];
  for (const [way, typed] of Object.entries(TYPED)) {
    const samples: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const text = typed(random.pick(goods), random);
      samples.push(
        await timedCall(till.engine, envelope('catalog.search', { text, limit: 20 }, till.cashier)),
      );
    }
    results.push({
      name: `search, ${goods.length} products: ${way}`,
      unit: 'ms',
      samples,
      limits: [{ of: 'p95', atMost: SEARCH_MOST_MS }],
    });
  }
  return results;
}
