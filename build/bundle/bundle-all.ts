import path from 'node:path';
import { rolldown } from 'rolldown';
import { build as buildPage } from 'vite';
import { pageConfig } from './page-config.ts';
import { targets } from './targets.ts';

/** Bundles the page and every process of the app into `outDir`. */
export async function bundleAll(outDir: string): Promise<void> {
  await asShipped(() => buildPage(pageConfig(path.join(outDir, 'renderer'))));
  for (const { input, output } of targets(outDir)) {
    const bundle = await rolldown(input);
    await bundle.write(output);
    await bundle.close();
  }
}

/**
 * Whoever asks for a build gets the one that is shipped: inside a test runner the page would otherwise
 * be made of React's development build, which draws at half the speed.
 */
async function asShipped<T>(build: () => Promise<T>): Promise<T> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    return await build();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}
