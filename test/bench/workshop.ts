import { Ctx, type Core, type Person } from '../../electron/engine/context.ts';
import { migrate } from '../../electron/engine/db/migrate.ts';
import { openDatabase } from '../../electron/engine/db/open.ts';
import { Dispatcher, inTransaction } from '../../electron/engine/dispatch.ts';
import { handlers } from '../../electron/engine/handlers.ts';
import { applyRecord } from '../../electron/engine/journal/apply.ts';
import { JournalWriter } from '../../electron/engine/journal/index.ts';
import { ensureFolds } from '../../electron/engine/journal/rebuild.ts';
import { nodePorts } from '../../electron/engine/node-ports.ts';
import type { Ports } from '../../electron/engine/ports.ts';
import { createClient } from '../../shared/contract/define.ts';
import { contract, type TillClient } from '../../shared/contract/index.ts';
import { TestClock, valueOf } from '../support/till.ts';
import { idsAfter } from './ids.ts';

/**
 * A till without its services (no lock, no printing, no upload), whose clock is moved by hand: where
 * years of trading are written in minutes. Everything still goes through the engine's own dispatch,
 * append and apply; only many sales share one commit.
 */
export class Workshop {
  readonly clock: TestClock;
  readonly core: Core;
  readonly #dispatcher: Dispatcher;

  /** @param start ISO time at which the till's life begins */
  constructor(dataDir: string, start: string) {
    this.clock = new TestClock(start);
    const db = openDatabase(dataDir);
    migrate(db, dataDir);
    ensureFolds(db);
    const ports: Ports = { ...nodePorts(dataDir), clock: this.clock, ids: idsAfter(this.clock) };
    this.core = coreOf(db, ports, dataDir);
    this.#dispatcher = new Dispatcher(this.core, handlers);
  }

  /** Calls the till in the name of whoever holds the session, or of nobody. */
  client(session?: string): TillClient {
    return createClient(
      contract,
      (call) => this.#dispatcher.call(session === undefined ? call : { ...call, session }),
      () => this.core.ports.ids.next(),
    );
  }

  /** Signs a person in by their PIN. */
  async signIn(staffId: string, pin: string): Promise<TillClient> {
    const result = valueOf(await this.client().staff.signIn({ staffId, pin }));
    if (result.status !== 'signed-in') throw new Error(`not signed in: ${result.status}`);
    return this.client(result.session);
  }

  /** Runs a change in one transaction in a person's name, as dispatch does with a command. */
  transact<T>(person: Person, work: (ctx: Ctx) => T): T {
    return inTransaction(this.core, person, work);
  }

  /** Leaves one file behind that holds everything, so that it can be copied. */
  close(): void {
    this.core.db.pragma('optimize');
    this.core.db.pragma('wal_checkpoint(TRUNCATE)');
    this.core.db.close();
  }
}

function coreOf(db: Core['db'], ports: Ports, dataDir: string): Core {
  const base = {
    db,
    ports,
    dataDir,
    writer: new JournalWriter(db, ports, applyRecord),
    changed: () => undefined,
  };
  return {
    ...base,
    transact: (work) => inTransaction(base, undefined, work),
    reading: () => new Ctx(base, undefined),
  };
}
