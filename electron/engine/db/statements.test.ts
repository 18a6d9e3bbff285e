import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'rolldown/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scratchDir, type ScratchDir } from '../../../test/support/till.ts';
import { createFolds } from '../journal/rebuild.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open.ts';
import type { Db } from './sql.ts';

const ENGINE = path.resolve(import.meta.dirname, '..');
const HELPERS = new Set(['get', 'all', 'run', 'number', 'statement']);

/** What the parser gives: only what is looked at here. */
interface Node {
  readonly type: string;
  readonly [member: string]: unknown;
}

interface Found {
  /** Constant texts of statements. */
  readonly texts: string[];
  /** Statements put together while the till runs: the source of each. */
  readonly madeAtRunTime: string[];
}

/** Every statement a source file hands to SQLite, with the constants of the file put in. */
function statementsIn(file: string, source: string): Found {
  const constants = new Map<string, Node>();
  const asked: Node[] = [];
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      if (id.type === 'Identifier' && init !== null) constants.set(id.name, init as unknown as Node);
    },
    CallExpression: ({ callee, arguments: [first, second] }) => {
      const isHelper = callee.type === 'Identifier' && HELPERS.has(callee.name);
      // A handler has a `prepare` too; a database is always called `db`.
      const isPrepare = /\bdb\.prepare$/.test(source.slice(callee.start, callee.end));
      if (isHelper && second !== undefined) asked.push(second as unknown as Node);
      if (isPrepare && first !== undefined) asked.push(first as unknown as Node);
    },
    // A table of sums keeps its one statement as a member.
    Property: ({ key, value }) => {
      if (key.type === 'Identifier' && key.name === 'upsert') asked.push(value as unknown as Node);
    },
  }).visit(parseSync(file, source).program);

  const found: Found = { texts: [], madeAtRunTime: [] };
  for (const node of asked) {
    const text = textOf(node, constants);
    if (text === undefined)
      found.madeAtRunTime.push(source.slice(Number(node['start']), Number(node['end'])));
    else found.texts.push(text);
  }
  return found;
}

/** The text an expression comes to; undefined where that is known only at run time. */
function textOf(node: Node, constants: ReadonlyMap<string, Node>): string | undefined {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (node.type === 'Identifier') {
    const constant = constants.get(String(node['name']));
    return constant === undefined ? undefined : textOf(constant, constants);
  }
  if (node.type !== 'TemplateLiteral') return undefined;
  const quasis = node['quasis'] as { value: { cooked: string } }[];
  const parts = (node['expressions'] as Node[]).map((expression) => textOf(expression, constants));
  if (parts.includes(undefined)) return undefined;
  return quasis.map(({ value }, index) => value.cooked + (parts[index] ?? '')).join('');
}

let dir: ScratchDir;
let db: Db;

beforeAll(() => {
  dir = scratchDir('statements');
  db = openDatabase(dir.path);
  migrate(db, dir.path);
  createFolds(db);
});

afterAll(() => {
  db.close();
  dir.remove();
});

const files = globSync('**/*.ts', { cwd: ENGINE })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => ({ file, ...statementsIn(file, readFileSync(path.join(ENGINE, file), 'utf8')) }))
  .filter(({ texts, madeAtRunTime }) => texts.length + madeAtRunTime.length > 0);

describe('every statement fits the schema', () => {
  test.each(files.map(({ file, texts }) => [file, texts] as const))('%s', (_file, texts) => {
    for (const text of texts) expect(() => db.prepare(text), text).not.toThrow();
  });

  test('there are many of them, in every area', () => {
    expect(files.flatMap(({ texts }) => texts).length).toBeGreaterThan(100);
    const areas = new Set(files.map(({ file }) => file.split(path.sep)[0]));
    for (const area of [
      'cash',
      'catalog',
      'journal',
      'printing',
      'reports',
      'sales',
      'staff',
      'stock',
      'upload',
    ]) {
      expect(areas).toContain(area);
    }
  });

  test('only the helpers, and the rebuild that walks all tables, put one together at run time', () => {
    const made = files.filter(({ madeAtRunTime }) => madeAtRunTime.length > 0);
    expect(Object.fromEntries(made.map(({ file, madeAtRunTime }) => [file, madeAtRunTime]))).toEqual({
      [path.join('db', 'sql.ts')]: expect.any(Array),
      [path.join('journal', 'rebuild.ts')]: ['`SELECT * FROM ${table}`'],
      [path.join('journal', 'sums.ts')]: ['table.upsert'],
    });
  });
});

describe('a statement that does not fit is found', () => {
  test.each([
    ['in a helper', "run(db, 'DELETE FROM nowhere')"],
    ['in a template', 'const COLUMNS = `number, sold`; get<Row>(db, `SELECT ${COLUMNS} FROM sale`)'],
    ['in a bare prepare', "this.#db.prepare('SELECT sold FROM sale').get()"],
    ['in a table of sums', "const sums = { upsert: 'INSERT INTO sale (sold) VALUES (?)' }"],
  ])('%s', (_where, source) => {
    const { texts } = statementsIn('wrong.ts', source);
    expect(texts).toHaveLength(1);
    expect(() => db.prepare(texts[0]!)).toThrow(/no such|has no column/);
  });
});
