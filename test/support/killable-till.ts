import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { openLink, type EngineLink } from '../../electron/link/engine-link.ts';
import type { EnginePort } from '../../electron/link/engine-port.ts';
import { forkNode } from '../../electron/link/fork-node.ts';
import { createClient } from '../../shared/contract/define.ts';
import { contract, type TillClient } from '../../shared/contract/index.ts';
import { valueOf } from './till.ts';

const ENTRY = path.join(import.meta.dirname, '../../electron/engine/process.ts');

/** A till in a process of its own, so that its power can be cut. */
export class KillableTill {
  readonly #port: EnginePort;
  readonly #link: EngineLink;
  readonly #gone: Promise<void>;

  private constructor(port: EnginePort, link: EngineLink, gone: Promise<void>) {
    this.#port = port;
    this.#link = link;
    this.#gone = gone;
  }

  static async on(dataDir: string): Promise<KillableTill> {
    const port = forkNode({ entry: ENTRY, flags: ['--data', dataDir] });
    const gone = new Promise<void>((resolve) => port.onExit(resolve));
    const link = await openLink(port, { onEvent: () => undefined, onLost: () => undefined });
    return new KillableTill(port, link, gone);
  }

  /** SIGKILL: no handler runs, nothing is flushed. */
  async cutPower(): Promise<void> {
    this.#port.kill();
    await this.#gone;
  }

  /** A client that rejects with `EngineLost` where the power went before the answer came. */
  client(session?: string): TillClient {
    return createClient(
      contract,
      (call) => this.#link.call(session === undefined ? call : { ...call, session }),
      () => uuidv7(),
    );
  }

  /** Signs somebody in by name. */
  async signIn(name: string, pin: string): Promise<TillClient> {
    const person = valueOf(await this.client().staff.list({})).find((each) => each.name === name);
    if (person === undefined) throw new Error(`nobody is called ${name}`);
    const signedIn = valueOf(await this.client().staff.signIn({ staffId: person.staffId, pin }));
    if (signedIn.status !== 'signed-in') throw new Error(signedIn.status);
    return this.client(signedIn.session);
  }
}
