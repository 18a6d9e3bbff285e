/** `npm test`: proves the house. What follows the installing is in test/main.ts. */
import { runTypeScript } from './run.mjs';

await runTypeScript('build/test/main.ts', process.argv.slice(2));
