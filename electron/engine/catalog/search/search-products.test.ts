import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ProductRow } from '../../../../shared/journal/bodies.ts';
import { migrate } from '../../db/migrate.ts';
import { openMemory } from '../../db/open.ts';
import { all, run, type Db } from '../../db/sql.ts';
import { applyProductSaved } from '../apply.ts';
import { folded } from '../folded.ts';
import { linesSold } from '../lines-sold.ts';
import { catalogTables } from '../tables.ts';
import { indexChangedProducts, refreshSearchRank } from './search-index.ts';
import { searchProducts } from './search-products.ts';
import { wordsOfProduct } from './search-words.ts';

/** A catalogue without a till around it: what records would do is done by hand, with their numbers. */
class Catalogue {
  readonly db: Db;
  #seq = 0;

  constructor() {
    this.db = openMemory();
    migrate(this.db, undefined);
    this.db.exec(catalogTables.sql);
  }

  save(name: string, more: Partial<ProductRow> = {}): void {
    this.#seq += 1;
    const product = { ...plainProduct(name), ...more };
    const record = { seq: this.#seq, body: product };
    applyProductSaved(this.db, record);
    indexChangedProducts(this.db);
  }

  sell(name: string, times: number): void {
    if (times > 0) run(this.db, linesSold.upsert, plainProduct(name).productId, times);
  }

  find(text: string, limit = 20): string[] {
    return searchProducts(this.db, text, limit).map((product) => product.name);
  }

  /** What the index holds, and what it would hold if it were built from nothing. */
  indexes(): { kept: unknown[]; fresh: unknown[] } {
    const contents = () => all(this.db, 'SELECT * FROM work_search_entry ORDER BY rank');
    const kept = contents();
    run(this.db, 'DELETE FROM work_search_state');
    refreshSearchRank(this.db);
    return { kept, fresh: contents() };
  }
}

function plainProduct(name: string): ProductRow {
  return {
    productId: `id of ${name}`,
    name,
    brand: '',
    category: 'Lainnya',
    unit: 'pcs',
    priceRp: null,
    costRp: null,
    plu: null,
    gtins: [],
    fractional: false,
    active: true,
  };
}

describe('a cashier types', () => {
  let shop: Catalogue;
  beforeEach(() => {
    shop = new Catalogue();
    shop.save('Indomie Goreng 85 g', { brand: 'Indomie', gtins: ['00089686010947'] });
    shop.save('Indomie Soto Mi', { brand: 'Indomie', gtins: ['00089686010343'] });
    shop.save('Mi Goreng Pedas', { brand: 'Supermi' });
    shop.save('Telur ayam ras', { plu: '11', fractional: true });
    shop.save('Sosis isi 11', { gtins: ['08998866200301', '00000096385074'] });
    shop.save('Crème Brûlée 1,5 L');
  });

  test.each([
    ['goreng indom', ['Indomie Goreng 85 g']],
    ['indom goreng', ['Indomie Goreng 85 g']],
    ['GORENG', ['Indomie Goreng 85 g', 'Mi Goreng Pedas']],
    ['mi', ['Indomie Soto Mi', 'Mi Goreng Pedas']],
    ['supermi pedas', ['Mi Goreng Pedas']],
    ['creme brulee', ['Crème Brûlée 1,5 L']],
    ['1 5 l', ['Crème Brûlée 1,5 L']],
    ['goreng bakar', []],
    ['', []],
    ['  -- ', []],
  ])('%j and finds %j', (text, names) => {
    expect(shop.find(text)).toEqual(names);
  });

  test('a PLU first, then names with that number', () => {
    expect(shop.find('11')).toEqual(['Telur ayam ras', 'Sosis isi 11']);
  });

  test.each(['089686010947', '0089686010947', '00089686010947', '08968601094', '00896860109'])(
    'the beginning of a barcode, %s',
    (digits) => {
      expect(shop.find(digits)).toEqual(['Indomie Goreng 85 g']);
    },
  );

  test('four digits that begin several barcodes', () => {
    expect(shop.find('0896')).toEqual(['Indomie Goreng 85 g', 'Indomie Soto Mi']);
    expect(shop.find('9638')).toEqual(['Sosis isi 11']);
    expect(shop.find('896')).toEqual([]);
  });

  test.each(['"', '*', 'a" OR "b', 'words: x', 'NEAR(a b)', '^goreng', '{words}: a', '-', "';--", '\u0000'])(
    'what means something to the database, %j, and nothing breaks',
    (text) => {
      expect(() => shop.find(text)).not.toThrow();
    },
  );

  test('what sells comes first, at once and before any refresh', () => {
    shop.sell('Mi Goreng Pedas', 1);
    expect(shop.find('goreng')).toEqual(['Mi Goreng Pedas', 'Indomie Goreng 85 g']);
  });

  test('what is no longer sold is not offered', () => {
    shop.save('Mi Goreng Pedas', { active: false });
    expect(shop.find('goreng')).toEqual(['Indomie Goreng 85 g']);
    expect(shop.find('goreng pedas')).toEqual([]);
  });

  test('a new name is found and the old one is not', () => {
    shop.save('Mi Goreng Pedas', { name: 'Bihun Manis' });
    expect(shop.find('goreng')).toEqual(['Indomie Goreng 85 g']);
    expect(shop.find('bihun')).toEqual(['Bihun Manis']);
  });
});

describe('among thousands of matches', () => {
  test('the best seller is among the first, once ranks have been refreshed', () => {
    const shop = new Catalogue();
    shop.db.transaction(() => {
      for (let number = 1000; number < 4000; number += 1) shop.save(`Kopi ${number}`);
    })();
    shop.sell('Kopi 3999', 3);
    expect(refreshSearchRank(shop.db)).toBe(1);
    expect(shop.find('k', 3)).toEqual(['Kopi 3999', 'Kopi 1000', 'Kopi 1001']);
    expect(refreshSearchRank(shop.db)).toBe(0);
  });
});

const word = fc.constantFrom('mi', 'mie', 'goreng', 'gula', 'kopi', 'KOPI', 'susu', 'crème', '85', '1,5');
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const change = fc.record({
  product: fc.nat(7),
  name,
  brand: fc.constantFrom('', 'Kapal', 'mi'),
  active: fc.boolean(),
  sold: fc.nat(4),
});

describe('whatever happens to a catalogue', () => {
  test('the index is what it would be if it were built anew', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const shop = withChanges(changes);
        refreshSearchRank(shop.db);
        const { kept, fresh } = shop.indexes();
        expect(kept).toEqual(fresh);
        shop.db.close();
      }),
    );
  });

  test('a search finds exactly the products that have every word, and in the right order', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), name, fc.nat(3), (changes, text, cut) => {
        const shop = withChanges(changes);
        const wanted = folded(text.slice(0, text.length - cut))
          .split(' ')
          .filter(Boolean);
        fc.pre(wanted.length > 0 && !/^\d+$/.test(wanted.join(' ')));
        expect(shop.find(wanted.toReversed().join(' '), 50)).toEqual(expected(shop.db, wanted));
        shop.db.close();
      }),
    );
  });
});

function withChanges(
  changes: readonly (typeof change extends fc.Arbitrary<infer T> ? T : never)[],
): Catalogue {
  const shop = new Catalogue();
  for (const { product, sold, ...fields } of changes) {
    const productId = `id of ${product}`;
    shop.save(`${product}`, { productId, ...fields });
    shop.sell(`${product}`, sold);
  }
  return shop;
}

/** The same search without an index: every product looked at, every word compared. */
function expected(db: Db, wanted: readonly string[]): string[] {
  const rows = all<{ key: number; name: string; brand: string; sold: number }>(
    db,
    `SELECT key, name, brand, coalesce(lines_sold, 0) AS sold
     FROM product LEFT JOIN product_sold ON product_key = key WHERE active = 1`,
  );
  return rows
    .filter((row) => {
      const words = wordsOfProduct(folded(row.name), row.brand).split(' ');
      return wanted.every((prefix) => words.some((each) => each.startsWith(prefix)));
    })
    .toSorted(
      (a, b) =>
        b.sold - a.sold ||
        (folded(a.name) < folded(b.name) ? -1 : Number(folded(a.name) > folded(b.name))) ||
        a.key - b.key,
    )
    .map((row) => row.name);
}
