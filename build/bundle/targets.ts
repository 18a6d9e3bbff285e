import { globSync } from 'node:fs';
import path from 'node:path';
import type { InputOptions, OutputOptions, Plugin } from 'rolldown';
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
    target('engine', engineEntries(), { dir: path.join(outDir, 'engine'), format: 'esm' }),
    target('web', { main: 'electron/web/main.ts' }, { dir: path.join(outDir, 'web'), format: 'esm' }),
  ];
}

/** The engine process, and each of its worker threads as a file of its own beside it. */
function engineEntries(): Record<string, string> {
  const workers = globSync('electron/engine/**/*-worker.ts', { cwd: root });
  return {
    process: 'electron/engine/process.ts',
    ...Object.fromEntries(workers.map((file) => [path.basename(file, '.ts'), file])),
  };
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
      plugins: [workerUrls()],
    },
    output: {
      ...output,
      sourcemap: true,
      entryFileNames: `[name].${extension}`,
      chunkFileNames: `[name]-[hash].${extension}`,
    },
  };
}

/** `new URL('../reports/day-worker.ts', import.meta.url)` means the bundled file in the bundle. */
function workerUrls(): Plugin {
  return {
    name: 'worker-urls',
    transform(code, id) {
      if (!id.endsWith('.ts') || !code.includes('-worker.ts')) return null;
      return code.replace(/(['"])[./\w-]*?([\w-]+-worker)\.ts\1/g, "'./$2.mjs'");
    },
  };
}
