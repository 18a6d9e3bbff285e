import path from 'node:path';
import { rolldown } from 'rolldown';
import { build as buildPage } from 'vite';
import { pageConfig } from './page-config.ts';
import { targets } from './targets.ts';

/** Bundles the page and every process of the app into `outDir`. */
export async function bundleAll(outDir: string): Promise<void> {
  await buildPage(pageConfig(path.join(outDir, 'renderer')));
  for (const { input, output } of targets(outDir)) {
    const bundle = await rolldown(input);
    await bundle.write(output);
    await bundle.close();
  }
}
