import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MIGRATIONS } from '../../electron/engine/db/migrations/index.ts';
import { FOLDS, FOLD_VERSION } from '../../electron/engine/journal/folds.ts';
import { benchGoods, type Goods } from './goods.ts';
import { liveShop, type ShopSize } from './shop-life.ts';

/** Raise this when the goods or the history are made in another way. */
const GENERATOR_VERSION = 2;

const cache = fileURLToPath(new URL('../../.cache/bench', import.meta.url));
/** Where this run's copies lie; the cached originals are never opened for writing. */
const copies = path.join(cache, `run-${process.pid}`);

/** A shop whose past has been written: what it sells, and the directory to copy. */
export interface BenchShop {
  readonly size: ShopSize;
  readonly goods: readonly Goods[];
  readonly dataDir: string;
}

/** Everything a cached shop depends on, so that no measurement ever runs on data of another make. */
function make(): string {
  const parts = [GENERATOR_VERSION, FOLD_VERSION, FOLDS, MIGRATIONS];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}

/**
 * The shop of a size, from the cache or written now.
 * @param tell hears what is going on, for whoever waits
 */
export async function benchShop(size: ShopSize, tell: (words: string) => void): Promise<BenchShop> {
  const goods = await benchGoods(size.products);
  const name = `${size.products}-products-${size.sales}-sales`;
  const dataDir = path.join(cache, `${name}-${make()}`);
  if (!existsSync(dataDir)) {
    removeOlder(name);
    await write(dataDir, goods, size, tell);
  }
  return { size, goods, dataDir };
}

async function write(
  dataDir: string,
  goods: readonly Goods[],
  { products, sales }: ShopSize,
  tell: (words: string) => void,
): Promise<void> {
  const started = performance.now();
  const unfinished = path.join(copies, path.basename(dataDir));
  mkdirSync(unfinished, { recursive: true });
  tell(`writing a shop with ${products} products and ${sales} sales (once, kept in .cache/bench)`);
  await liveShop(unfinished, goods, sales, (sold) => {
    if (sold % 20_000 === 0) tell(`${sold} of ${sales} sales`);
  });
  renameSync(unfinished, dataDir);
  tell(`written in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

function removeOlder(name: string): void {
  if (!existsSync(cache)) return;
  for (const entry of readdirSync(cache)) {
    if (entry.startsWith(`${name}-`)) rmSync(path.join(cache, entry), { recursive: true });
  }
}

/** A copy of a shop's data that may be written to; gone when the run ends. */
export function copyOf(shop: BenchShop, name: string): string {
  const copy = path.join(copies, name);
  cpSync(shop.dataDir, copy, { recursive: true });
  return copy;
}

/** An empty directory beside the copies, gone with them. */
export function emptyDir(name: string): string {
  const dir = path.join(copies, name);
  mkdirSync(dir, { recursive: true });
  return dir;
}

/** Removes whatever this run left. */
export function removeCopies(): void {
  rmSync(copies, { recursive: true, force: true });
}
