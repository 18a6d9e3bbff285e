/**
 * `npm run package`: builds the app and makes this system's installers in release/. Flags go to
 * electron-builder, such as `--dir` for the bare directory.
 */
import { buildApp } from './bundle/bundle.ts';
import { runTool } from './child.ts';

await buildApp();
const { code } = await runTool(
  'electron-builder',
  ['--config', 'build/electron-builder.yml', '--publish', 'never', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exitCode = code;
