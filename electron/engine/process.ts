/**
 * The engine as a process of its own: what a host forks. It relays calls to the engine and events
 * back, and closes the store when the host says so or is gone.
 */
import { parseArgs } from 'node:util';
import type { EngineMessage, HostMessage } from '../../shared/contract/wire.ts';
import { openEngine, StartupError, type Engine } from './engine.ts';

/** The host's end of the channel. */
interface HostPort {
  post(message: EngineMessage): void;
  onMessage(listener: (message: HostMessage) => void): void;
  onGone(listener: () => void): void;
}

/** What Electron gives a utility process to talk through; its types are not this room's to import. */
interface ParentPort {
  postMessage(message: EngineMessage): void;
  on(name: 'message', listener: (event: { data: HostMessage }) => void): void;
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value;
}

/** Electron's channel in a utility process, Node's own in a forked one. */
function openHostPort(): HostPort {
  const parentPort: unknown = Reflect.get(process, 'parentPort');
  if (isParentPort(parentPort)) {
    return {
      post: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', (event) => listener(event.data)),
      // Electron ends its utility processes itself.
      onGone: () => undefined,
    };
  }
  return {
    // A host that has gone cannot hear it; `disconnect` says so by itself.
    post: (message) => void process.send?.(message, undefined, undefined, () => undefined),
    onMessage: (listener) => void process.on('message', listener),
    onGone: (listener) => void process.on('disconnect', listener),
  };
}

async function serve(host: HostPort): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, demo: { type: 'boolean' } } });
  if (values.data === undefined) throw new Error('the engine process needs --data');
  const opening = openEngine({ dataDir: values.data, demo: values.demo ?? false, scanners: true });

  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= closeAndExit(host, opening);
    return stopping;
  };
  // Ctrl+C in a terminal reaches every process of the group: the host decides when to close.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => void stop());
  host.onGone(() => void stop());

  const engine = await opening;
  // Whoever made the change gets the reply first and hears of the change after it: a reply that waits
  // behind its own event would be late on the screen.
  engine.onEvent((event) => void setImmediate(() => host.post({ kind: 'event', event })));
  host.onMessage((message) => {
    if (message.kind === 'stop') void stop();
    else void answer(host, engine, message);
  });
  host.post({ kind: 'ready', info: engine.info });
}

async function answer(
  host: HostPort,
  engine: Engine,
  { id, envelope }: Extract<HostMessage, { kind: 'call' }>,
): Promise<void> {
  host.post({ kind: 'reply', id, reply: await engine.call(envelope) });
}

async function closeAndExit(host: HostPort, opening: Promise<Engine>): Promise<void> {
  const engine = await opening.catch(() => undefined);
  // An engine that refused to start has nothing to close, and `serve` tells the host why.
  if (engine === undefined) return;
  await engine.close();
  host.post({ kind: 'stopped' });
  process.exit(0);
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

const host = openHostPort();
try {
  await serve(host);
} catch (cause) {
  const refusal = cause instanceof StartupError ? cause : undefined;
  // A refusal has words of its own, which the host shows; anything else is a fault to be traced.
  if (refusal === undefined) process.stderr.write(`gerai engine: ${describe(cause)}\n`);
  host.post({
    kind: 'fatal',
    code: refusal?.code ?? 'internal',
    params: refusal?.params ?? { detail: String(cause) },
  });
  // An exit at once could overtake the message, and neither channel says when it has been delivered.
  setTimeout(() => process.exit(1), 300);
}
