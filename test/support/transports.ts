import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { openEngine } from '../../electron/engine/engine.ts';
import { keepEngine, type EngineKeeper } from '../../electron/link/engine-keeper.ts';
import { forkNode } from '../../electron/link/fork-node.ts';
import { engineFlags } from '../../electron/link/host-options.ts';
import { createApp } from '../../electron/web/app.ts';
import { listen } from '../../electron/web/listen.ts';
import { bridgeTransport } from '../../renderer/data/transport-bridge.ts';
import { lineTransport } from '../../renderer/data/transport-line.ts';
import type { Transport } from '../../renderer/data/transport.ts';
import { createClient } from '../../shared/contract/define.ts';
import { contract, type TillClient } from '../../shared/contract/index.ts';
import { TestLog } from './till.ts';

/** The engine as a process of its own, straight from its source. */
const ENGINE_ENTRY = path.resolve(import.meta.dirname, '../../electron/engine/process.ts');

/** A till that runs, and the way a window has to it. */
export interface ReachedTill {
  readonly transport: Transport;
  close(): Promise<void>;
}

/** One way from a window to an engine; `open` rejects where the till refuses to start. */
export interface Way {
  readonly name: string;
  open(dataDir: string): Promise<ReachedTill>;
}

/** A window's bridge to an engine. */
function bridgeTo(engine: Pick<EngineKeeper, 'call' | 'onEvent'>): Transport {
  return bridgeTransport({
    call: (envelope) => engine.call(envelope),
    onEvent: (listener) => engine.onEvent(listener),
    toggleDisplay: () => Promise.resolve(),
  });
}

/** The engine in this very process: how tests and the demo store's maker reach it. */
const inProcess: Way = {
  name: 'in this process',
  open: async (dataDir) => {
    const engine = await openEngine({ dataDir, demo: false, ports: { log: new TestLog() } });
    return { transport: bridgeTo(engine), close: () => engine.close() };
  },
};

function keepEngineIn(dataDir: string): Promise<EngineKeeper> {
  const flags = engineFlags({ dataDir, demo: false });
  return keepEngine({ startPort: () => forkNode({ entry: ENGINE_ENTRY, flags }) });
}

/** The desktop: an engine process behind a link, and the window's bridge to it. */
const overTheLink: Way = {
  name: 'over the link to an engine process',
  open: async (dataDir) => {
    const engine = await keepEngineIn(dataDir);
    return { transport: bridgeTo(engine), close: () => engine.close() };
  },
};

/** The web host: the same engine process, and the page's own line to 127.0.0.1. */
const overTheLine: Way = {
  name: 'over a line to the web host',
  open: async (dataDir) => {
    const engine = await keepEngineIn(dataDir);
    const token = uuidv7();
    let port = 0;
    const server = await listen(createApp({ engine, page: () => undefined, token, port: () => port }), 0);
    ({ port } = server);
    return {
      transport: lineTransport(`127.0.0.1:${port}`, token),
      close: async () => {
        await server.close();
        await engine.close();
      },
    };
  },
};

export const WAYS: readonly Way[] = [inProcess, overTheLink, overTheLine];

/** A typed client over any transport, in the name of whoever holds the session. */
export function clientOver(transport: Transport, session?: string): TillClient {
  return createClient(
    contract,
    (call) => transport.call(session === undefined ? call : { ...call, session }),
    () => uuidv7(),
  );
}
