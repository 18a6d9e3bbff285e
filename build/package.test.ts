import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildApp, dist } from './bundle/bundle.ts';
import { root } from './child.ts';

interface PackageJson {
  main: string;
  dependencies: Record<string, string>;
}

interface Config {
  files: string[];
  asarUnpack: string[];
  electronFuses: Record<string, boolean>;
  win: { icon: string };
  linux: { icon: string };
}

const config: Config = parse(readFileSync(path.join(root, 'build', 'electron-builder.yml'), 'utf8'));
const manifest: PackageJson = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

describe('what goes into an installer', () => {
  beforeAll(buildApp, 120_000);

  test('the app itself is there once it is built', () => {
    expect(path.join(root, manifest.main)).toBe(path.join(dist, 'main', 'main.cjs'));
    for (const file of [
      'main/main.cjs',
      'preload/preload.cjs',
      'engine/process.mjs',
      'renderer/index.html',
    ]) {
      expect(existsSync(path.join(dist, file)), file).toBe(true);
    }
  });

  test('every path that is named without a wildcard exists', () => {
    const named = [...config.files, config.win.icon, config.linux.icon, ...config.asarUnpack]
      .filter((name) => !name.startsWith('!'))
      .map((name) => name.replace(/\/\*\*$/, ''));
    expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });

  test('what the bundles leave outside is shipped beside them', () => {
    const bundles = ['main/main.cjs', 'engine/process.mjs'].map((file) =>
      readFileSync(path.join(dist, file), 'utf8'),
    );
    const outside = bundles.flatMap((text) =>
      [...text.matchAll(/^import\b[^"]*"([^"]+)";$|\b(?:require|import)\("([^"]+)"\)/gm)].map(
        (match) => match[1] ?? match[2] ?? '',
      ),
    );
    const packages = [...new Set(outside)].filter(
      (name) => !name.startsWith('.') && !isBuiltin(name) && name !== 'electron',
    );
    expect(packages).toContain('better-sqlite3');
    const shipped = Object.keys(manifest.dependencies);
    expect(packages.filter((name) => !shipped.includes(name.split('/')[0]!))).toEqual([]);
  });

  test('a shipped till is neither a Node nor open to a debugger', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });
});
