import type { ExampleGoods } from '../../electron/engine/example/goods.ts';
import { chance } from './chance.ts';
import { readKatalog, type KatalogRow } from './katalog.ts';
import { priceAll, type Prices } from './prices.ts';
import { STAPLES } from './staples.ts';

/** About what a shop ties up in one product, in rupiah: cheap goods stand there by the dozen. */
const TIED_UP_RP = 250_000;
const LEAST_PIECES = 2;
const MOST_PIECES = 96;

/** One product in thirty has just run out. */
const SOLD_OUT = 1 / 30;

/** Everything on the example store's shelves, the goods without a barcode first. */
export function exampleGoods(): ExampleGoods {
  const katalog = readKatalog();
  const prices = priceAll(katalog);
  return [
    ...STAPLES.map((staple): ExampleGoods[number] => [
      '',
      staple.plu,
      staple.name,
      '',
      staple.category,
      staple.unit,
      staple.priceRp,
      staple.costRp,
      staple.stockThousandths,
      staple.fractional,
    ]),
    ...katalog.map((row) => packedGoods(row, prices.get(row))),
  ];
}

function packedGoods(row: KatalogRow, prices: Prices | undefined): ExampleGoods[number] {
  if (prices === undefined) throw new Error(`${row.name} was given no price`);
  const { priceRp, costRp } = prices;
  const stock = pieces(row.gtin14, priceRp) * 1000;
  return [row.gtin14, '', row.name, row.brand, row.category, row.unit, priceRp, costRp, stock, false];
}

function pieces(gtin14: string, priceRp: number): number {
  if (chance('sold out', gtin14) < SOLD_OUT) return 0;
  const usual = (TIED_UP_RP / priceRp) * (0.4 + 1.2 * chance('stock', gtin14));
  return Math.round(Math.min(MOST_PIECES, Math.max(LEAST_PIECES, usual)));
}

/** The goods as the file the till reads: one product on a line, so that a change shows as one. */
export function goodsFile(goods: ExampleGoods): string {
  return `[\n${goods.map((product) => JSON.stringify(product)).join(',\n')}\n]\n`;
}
