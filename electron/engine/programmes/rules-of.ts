import type { RuleBook } from '../../../shared/domain/programmes/rules-in-force.ts';
import { ruleBook } from '../../../shared/domain/programmes/rules-in-force.ts';
import type { ProgrammeGoods } from '../../../shared/domain/programmes/rules.ts';
import type { Db } from '../db/sql.ts';
import { allProgrammes, allRules, goodsInUse, readState } from './programme-store.ts';

/** What every scan asks of the programmes. */
interface Known {
  readonly hash: string;
  readonly book: RuleBook;
  readonly goods: ReadonlyMap<string, ProgrammeGoods>;
}

const NOTHING: Known = { hash: '', book: ruleBook([]), goods: new Map() };

let last = NOTHING;

/**
 * Rules and goods change once in months and are asked for with every scan, so what was read last is kept
 * for as long as no record has changed anything. It is kept by that record's hash, which names its whole
 * chain: what a transaction saw that was rolled back has a hash that never comes again.
 */
function known(db: Db): Known {
  const hash = readState(db)?.hash;
  if (hash === undefined) return NOTHING;
  if (last.hash !== hash) {
    const goods = new Map(goodsInUse(db).map((each) => [each.productId, each]));
    last = { hash, book: readBook(db), goods };
  }
  return last;
}

/** The rules of every programme in use, sorted for the evaluator. */
export function rulesOf(db: Db): RuleBook {
  return known(db).book;
}

/** What products are within programmes in use and among cylinders, by their ids; a handful of all that the store sells. */
export function goodsOf(db: Db): ReadonlyMap<string, ProgrammeGoods> {
  return known(db).goods;
}

function readBook(db: Db): RuleBook {
  const inUse = new Set(
    allProgrammes(db)
      .filter(({ active }) => active)
      .map(({ programme }) => programme),
  );
  return ruleBook(allRules(db).filter(({ programme }) => inUse.has(programme)));
}
