import { builtinModules } from 'node:module';
import { roomOf, type Import, type Room, type Rule, type SourceFile } from '../source-tree.ts';

interface RoomRights {
  /** Other rooms it may import. */
  rooms: readonly Room[];
  /** npm packages it may import. */
  packages: readonly string[];
  node: boolean;
}

/**
 * Who may import whom. The engine is another process to its hosts: they reach it through
 * `electron/link`, never by import. `build` starts and verifies everything and may look anywhere but
 * into tests; tests may look anywhere.
 */
const rights: Record<Exclude<Room, 'build' | 'test'>, RoomRights> = {
  shared: { rooms: [], packages: ['zod'], node: false },
  'electron/engine': {
    rooms: ['shared'],
    packages: [
      'zod',
      'better-sqlite3',
      'csv-parse',
      'node-hid',
      'node-thermal-printer',
      'pdfmake',
      'pino',
      'qr',
      'read-excel-file',
      'serialport',
      'uuid',
      'write-excel-file',
    ],
    node: true,
  },
  'electron/link': { rooms: ['shared'], packages: ['zod'], node: true },
  'electron/main': { rooms: ['electron/link', 'shared'], packages: ['electron', 'zod'], node: true },
  'electron/preload': { rooms: ['shared'], packages: ['electron'], node: false },
  'electron/web': {
    rooms: ['electron/link', 'shared'],
    packages: ['hono', '@hono/node-server', 'ws', 'zod'],
    node: true,
  },
  renderer: {
    rooms: ['shared'],
    packages: [
      'zod',
      'uuid',
      'react',
      'react-dom',
      'recharts',
      '@tanstack/react-query',
      '@tanstack/react-router',
      '@tanstack/react-virtual',
    ],
    node: false,
  },
  district: {
    rooms: ['shared'],
    packages: ['zod', 'uuid', 'hono', '@hono/node-server', 'pg', '@electric-sql/pglite', 'pino'],
    node: true,
  },
};

function rightsOf(file: SourceFile): RoomRights | undefined {
  const { room, isTest } = file;
  return room === undefined || room === 'build' || room === 'test' || isTest ? undefined : rights[room];
}

/** A rule about each import of each file in a room with rights. */
function importRule(
  name: string,
  judge: (found: Import, file: SourceFile, room: RoomRights) => string | false,
): Rule {
  return {
    name,
    check: (files) =>
      files.flatMap((file) => {
        const room = rightsOf(file);
        if (room === undefined) return [];
        return file.imports.flatMap((found) => {
          const words = judge(found, file, room);
          return words === false ? [] : [{ file: file.path, words }];
        });
      }),
  };
}

export const roomToRoom = importRule('room-to-room', ({ specifier, file: target }, file, { rooms }) => {
  if (target === undefined) return false;
  const room = roomOf(target);
  const allowed = room !== undefined && (room === file.room || rooms.includes(room));
  return !allowed && `${file.room} may not import ${specifier}`;
});

export const packages = importRule('packages', ({ specifier, file: target }, file, { packages: allowed }) => {
  if (target !== undefined || isBuiltin(specifier)) return false;
  return !allowed.includes(packageName(specifier)) && `${file.room} may not import the package ${specifier}`;
});

export const nodeBuiltins = importRule('node-builtins', ({ specifier }, file, { node }) => {
  return !node && isBuiltin(specifier) && `${file.room} must do without Node, and imports ${specifier}`;
});

export const testsStayOut: Rule = {
  name: 'tests-stay-out',
  check: (files) =>
    files
      .filter((file) => !file.isTest && file.room !== undefined)
      .flatMap((file) =>
        file.imports
          .filter(({ specifier, file: target }) => specifier === 'vitest' || isTestFile(target))
          .map(({ specifier }) => ({ file: file.path, words: `production code imports ${specifier}` })),
      ),
};

function isTestFile(target: string | undefined): boolean {
  return target !== undefined && (target.startsWith('test/') || /\.test\.tsx?$/.test(target));
}

function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier);
}

/** `pdfmake` of `pdfmake/build/x`, `@hono/node-server` of `@hono/node-server/conninfo`. */
function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
