import type { RuleBook } from '../../../shared/domain/programmes/rules-in-force.ts';
import { ruleBook } from '../../../shared/domain/programmes/rules-in-force.ts';
import type { Db } from '../db/sql.ts';
import { allProgrammes, allRules, readState } from './programme-store.ts';

const EMPTY: RuleBook = ruleBook([]);

let last: { readonly hash: string; readonly book: RuleBook } | undefined;

/**
 * The rules of every programme in use, sorted for the evaluator. Rules change once in months and are
 * asked for with every scan, so the last book is kept for as long as no record has changed anything.
 * It is kept by that record's hash, which names its whole chain: what a transaction saw that was rolled
 * back has a hash that never comes again.
 */
export function rulesOf(db: Db): RuleBook {
  const hash = readState(db)?.hash;
  if (hash === undefined) return EMPTY;
  if (last?.hash !== hash) last = { hash, book: readBook(db) };
  return last.book;
}

function readBook(db: Db): RuleBook {
  const inUse = new Set(
    allProgrammes(db)
      .filter(({ active }) => active)
      .map(({ programme }) => programme),
  );
  return ruleBook(allRules(db).filter(({ programme }) => inUse.has(programme)));
}
