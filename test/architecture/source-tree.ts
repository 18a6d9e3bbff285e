import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'rolldown/utils';

/** The rooms of the house, longest name first, so that a file is found in the innermost. */
export const rooms = [
  'electron/preload',
  'electron/engine',
  'electron/link',
  'electron/main',
  'electron/web',
  'renderer',
  'district',
  'shared',
  'build',
  'test',
] as const;

export type Room = (typeof rooms)[number];

export interface SourceFile {
  /** From the top of the tree, with forward slashes. */
  path: string;
  /** Undefined for files at the top. */
  room: Room | undefined;
  text: string;
  isCode: boolean;
  isTest: boolean;
  /** Every module it names, whether for values or for types. */
  imports: Import[];
}

export interface Import {
  specifier: string;
  /** For a relative import: the file it names, from the top of the tree. */
  file: string | undefined;
}

const ignored = /(^|\/)(node_modules|dist|\.cache|artifacts|release|\.git|fixtures)(\/|$)/;
const readable = /\.(tsx?|mjs|cjs|json|jsonc|ya?ml|md|css|html|py|sql)$/;

/** Every file of a tree that a person wrote. Fixtures are trees of their own and are left out. */
export function readTree(top: string): SourceFile[] {
  return globSync('**/*', { cwd: top, exclude: (name) => ignored.test(name) })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => readable.test(file) && !ignored.test(file) && file !== 'package-lock.json')
    .toSorted()
    .map((file) => readSource(top, file));
}

function readSource(top: string, file: string): SourceFile {
  const text = readFileSync(path.join(top, file), 'utf8');
  const isCode = /\.(tsx?|mjs)$/.test(file);
  return {
    path: file,
    room: roomOf(file),
    text,
    isCode,
    isTest: file.startsWith('test/') || /\.test\.tsx?$/.test(file),
    imports: isCode ? importsIn(file, text) : [],
  };
}

export function roomOf(file: string): Room | undefined {
  return rooms.find((room) => file.startsWith(`${room}/`));
}

function importsIn(file: string, text: string): Import[] {
  const { module } = parseSync(file, text);
  const specifiers = new Set([
    ...module.staticImports.map((found) => found.moduleRequest.value),
    ...module.staticExports.flatMap((found) =>
      found.entries.flatMap((entry) => (entry.moduleRequest === null ? [] : [entry.moduleRequest.value])),
    ),
    // `import('x')`, as a call and as a type.
    ...[...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? ''),
  ]);
  return [...specifiers].map((specifier) => ({
    specifier,
    file: specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : undefined,
  }));
}

export interface Violation {
  file: string;
  /** What is wrong, for whoever reads the failure. */
  words: string;
}

/** A rule of the house, by the name of its fixture. */
export interface Rule {
  name: string;
  check(files: readonly SourceFile[]): Violation[];
}
