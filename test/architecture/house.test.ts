import { globSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { engineStores, engineTables, features } from './rules/areas.ts';
import { fileLength, machinePath, roomReadme, unfinished } from './rules/files.ts';
import { nodeBuiltins, packages, roomToRoom, testsStayOut } from './rules/imports.ts';
import { ports } from './rules/ports.ts';
import { readTree, type Rule } from './source-tree.ts';

const rules: readonly Rule[] = [
  roomToRoom,
  packages,
  nodeBuiltins,
  testsStayOut,
  engineStores,
  engineTables,
  features,
  ports,
  fileLength,
  roomReadme,
  unfinished,
  machinePath,
];

const top = path.resolve(import.meta.dirname, '../..');
const fixtures = path.join(import.meta.dirname, 'fixtures');

describe('the house keeps its rules', () => {
  const house = readTree(top);

  test('there is a house to look at', () => {
    expect(house.length).toBeGreaterThan(50);
    expect(house.flatMap((file) => file.imports).length).toBeGreaterThan(50);
  });

  test.each(rules)('$name', (rule) => {
    expect(rule.check(house).map(({ file, words }) => `${file} ${words}`)).toEqual([]);
  });
});

describe('each rule sees what breaks it, and only that', () => {
  test.each(rules)('$name', (rule) => {
    const tree = path.join(fixtures, rule.name);
    const forbidden = globSync('**/forbidden*', { cwd: tree }).map((file) => file.split(path.sep).join('/'));
    expect(forbidden, 'files of the fixture that break the rule').not.toEqual([]);
    const reported = new Set(rule.check(readTree(tree)).map(({ file }) => file));
    expect([...reported].toSorted()).toEqual(forbidden.toSorted());
  });
});
