/** `npm start`: opens the till. What follows the installing is in start/main.ts. */
import { runTypeScript } from './run.mjs';

await runTypeScript('build/start/main.ts', process.argv.slice(2));
