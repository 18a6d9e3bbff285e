import type { Rule, SourceFile } from '../source-tree.ts';

/** `sales` of `electron/engine/sales/complete-sale.ts`; undefined for files at the top of `within`. */
function areaOf(file: string, within: string): string | undefined {
  if (!file.startsWith(within)) return undefined;
  const [area, ...rest] = file.slice(within.length).split('/');
  return rest.length === 0 ? undefined : area;
}

const ENGINE = 'electron/engine/';
const FEATURES = 'renderer/features/';

/** An area's SQL is its own affair: what others need, it exports as a function. */
export const engineStores: Rule = {
  name: 'engine-stores',
  check: (files) =>
    files
      .filter((file) => !file.isTest && file.path.startsWith(ENGINE))
      .flatMap((file) =>
        file.imports
          .filter(({ file: target }) => target?.endsWith('-store.ts'))
          .filter(({ file: target }) => areaOf(target ?? '', ENGINE) !== areaOf(file.path, ENGINE))
          .map(({ specifier }) => ({
            file: file.path,
            words: `reaches into another area's store: ${specifier}`,
          })),
      ),
};

/** Areas meet through exported functions, never through each other's tables. */
export const engineTables: Rule = {
  name: 'engine-tables',
  check: (files) => {
    const engine = files.filter((file) => !file.isTest && file.isCode && file.path.startsWith(ENGINE));
    return [...tablesIn(engine)].flatMap(([table, owner]) => {
      const users = engine.filter((file) => mentions(file, table) && areaOf(file.path, ENGINE) !== 'db');
      const areas = new Set(users.map((file) => areaOf(file.path, ENGINE)));
      if (areas.size < 2) return [];
      return users
        .filter((file) => owner === undefined || areaOf(file.path, ENGINE) !== owner)
        .map((file) => ({
          file: file.path,
          words: `uses the table ${table} of ${owner ?? 'several areas'}`,
        }));
    });
  },
};

/**
 * Each table and the area that made it. The owner is undefined for workbench tables, which
 * migrations make: they belong to whichever area uses them, as long as that is only one.
 */
function tablesIn(engine: readonly SourceFile[]): Map<string, string | undefined> {
  const tables = new Map<string, string | undefined>();
  for (const file of engine) {
    const area = areaOf(file.path, ENGINE);
    for (const [, name] of file.text.matchAll(/CREATE (?:VIRTUAL )?TABLE (?:IF NOT EXISTS )?(\w+)/g)) {
      if (name !== undefined) tables.set(name, area === 'db' ? undefined : area);
    }
  }
  return tables;
}

function mentions(file: SourceFile, table: string): boolean {
  return new RegExp(String.raw`\b(?:FROM|JOIN|INTO|UPDATE|TABLE)\s+${table}\b`).test(file.text);
}

/** Features are joined by `app/` alone, so that each can be changed, and left out, by itself. */
export const features: Rule = {
  name: 'features',
  check: (files) =>
    files
      .filter((file) => file.path.startsWith('renderer/') && !file.path.startsWith('renderer/app/'))
      .flatMap((file) =>
        file.imports
          .filter(({ file: target }) => target?.startsWith(FEATURES))
          .filter(({ file: target }) => areaOf(target ?? '', FEATURES) !== areaOf(file.path, FEATURES))
          .map(({ specifier }) => ({ file: file.path, words: `reaches into a feature: ${specifier}` })),
      ),
};
