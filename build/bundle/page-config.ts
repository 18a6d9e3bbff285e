import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import program from '../../package.json' with { type: 'json' };
import { root } from '../child.ts';

/** How the page is built: one bundle, no inlined script or style, since the page's CSP forbids both. */
export function pageConfig(outDir: string): InlineConfig {
  return {
    root: path.join(root, 'renderer'),
    configFile: false,
    plugins: [react()],
    define: { GERAI_VERSION: JSON.stringify(program.version) },
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Electron 33, the oldest runtime the page must run on.
      target: 'chrome130',
      chunkSizeWarningLimit: 4000,
    },
  };
}
