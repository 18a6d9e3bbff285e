import path from 'node:path';
import { rolldown } from 'rolldown';
import { targets } from '../../build/bundle/targets.ts';

/** Bundles the engine as it is shipped; returns the file that a host forks. */
export async function bundleEngine(outDir: string): Promise<string> {
  const target = targets(outDir).find(({ name }) => name === 'engine');
  if (target === undefined) throw new Error('the build knows no engine');
  const bundle = await rolldown(target.input);
  await bundle.write(target.output);
  await bundle.close();
  return path.join(outDir, 'engine', 'process.mjs');
}
