import { _electron, type ElectronApplication } from 'playwright-core';
import { electronForTests } from '../../build/electron/electron.ts';
import { engineBelow } from './e2e-start.ts';

/**
 * Opens the desktop till.
 * @param home where Electron keeps its own profile, so that nothing outlives the test
 */
export async function openDesktop(home: string, dataDir: string): Promise<ElectronApplication> {
  const { executablePath, args, env } = await electronForTests();
  return _electron.launch({
    executablePath,
    args: [...args, '--data', dataDir],
    env: { ...definedOnly(env), XDG_CONFIG_HOME: home },
    timeout: 120_000,
  });
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** The engine's process: a utility process of Electron, or a Node child beside Electron's own. */
export async function engineOfDesktop(till: ElectronApplication): Promise<number | undefined> {
  const utility = await till.evaluate(({ app }) =>
    app.getAppMetrics().find((metric) => metric.serviceName === 'Gerai Engine'),
  );
  return utility?.pid ?? engineBelow(till.process().pid!);
}
