import { root } from '../child.ts';
import { houseNode } from '../dependencies.mjs';
import { canUsePinnedRuntime, pinnedRuntime } from './pinned-runtime.ts';
import { shippedRuntime } from './shipped-runtime.ts';

/** How to start the built app in Electron; the shop's own flags come after `args`. */
export interface ElectronCommand {
  executablePath: string;
  args: string[];
  env: NodeJS.ProcessEnv;
}

/** The command for Electron's own runtime, which takes the application's directory as an argument. */
export function shippedCommand(executablePath: string): ElectronCommand {
  return { executablePath, args: [root, ...sandboxFlags()], env: environment() };
}

/** The command for the pinned runtime, which has the application built in. */
export async function pinnedCommand(): Promise<ElectronCommand> {
  return { executablePath: await pinnedRuntime(), args: sandboxFlags(), env: environment() };
}

/** The Electron that the tests drive: its own where it is there, else the pinned one. */
export async function electronForTests(): Promise<ElectronCommand> {
  const shipped = shippedRuntime();
  if (shipped !== undefined) return shippedCommand(shipped);
  if (!canUsePinnedRuntime()) throw new Error('Electron has no runtime here; run `npx install-electron`');
  return pinnedCommand();
}

/** Chromium refuses to build its sandbox as root, which only test machines are. */
function sandboxFlags(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Where Electron's own Node is too old for the engine, this one runs it. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, GERAI_NODE: houseNode(root) };
}
