import path from 'node:path';
import type { InputOptions, OutputOptions } from 'rolldown';
import { root } from '../child.ts';

/**
 * What cannot travel inside a bundle: native modules, those that look for files beside themselves,
 * and Electron, which is only there once it runs.
 */
const external = [/^node:/, 'electron', 'better-sqlite3', 'node-hid', 'pdfmake', /^pdfmake\//, 'pino'];

export interface Target {
  name: string;
  input: InputOptions;
  output: OutputOptions;
}

/** Everything but the page, as it will lie in `outDir`. */
export function targets(outDir: string): Target[] {
  return [
    // CommonJS: a sandboxed preload may be nothing else, and main stays loadable by every Electron
    // and by every tool that hooks its `require`.
    target('main', { main: 'electron/main/main.ts' }, { dir: path.join(outDir, 'main'), format: 'cjs' }),
    target(
      'preload',
      { preload: 'electron/preload/preload.ts' },
      { dir: path.join(outDir, 'preload'), format: 'cjs' },
    ),
    target(
      'engine',
      { process: 'electron/engine/process.ts' },
      { dir: path.join(outDir, 'engine'), format: 'esm' },
    ),
    target('web', { main: 'electron/web/main.ts' }, { dir: path.join(outDir, 'web'), format: 'esm' }),
  ];
}

function target(
  name: string,
  input: Record<string, string>,
  output: { dir: string; format: 'cjs' | 'esm' },
): Target {
  const extension = output.format === 'cjs' ? 'cjs' : 'mjs';
  return {
    name,
    input: {
      input: Object.fromEntries(Object.entries(input).map(([key, file]) => [key, path.join(root, file)])),
      external,
      platform: 'node',
    },
    output: {
      ...output,
      sourcemap: true,
      sourcemapExcludeSources: true,
      entryFileNames: `[name].${extension}`,
      chunkFileNames: `[name]-[hash].${extension}`,
    },
  };
}
