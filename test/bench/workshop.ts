import { Ctx, type Core, type Person } from '../../electron/engine/context.ts';
import { allZs } from '../../electron/engine/cash/index.ts';
import { refreshSearchRank } from '../../electron/engine/catalog/index.ts';
import { migrate } from '../../electron/engine/db/migrate.ts';
import { openDatabase } from '../../electron/engine/db/open.ts';
import { immediately } from '../../electron/engine/db/sql.ts';
import { Dispatcher, inTransaction } from '../../electron/engine/dispatch.ts';
import { handlers } from '../../electron/engine/handlers.ts';
import { applyRecord } from '../../electron/engine/journal/apply.ts';
import { JournalWriter, writeAnchor } from '../../electron/engine/journal/index.ts';
import { ensureFolds } from '../../electron/engine/journal/rebuild.ts';
import { nodePorts } from '../../electron/engine/node-ports.ts';
import type { Ports } from '../../electron/engine/ports.ts';
import { createClient } from '../../shared/contract/define.ts';
import { contract, type TillClient } from '../../shared/contract/index.ts';
import { TestClock, valueOf } from '../support/till.ts';
import { idsAfter } from './ids.ts';

/** Page cache while years are written, several times what a till has. */
const CACHE_KIB = 262_144;

/**
 * A till without its services (no lock, no printing, no upload), whose clock is moved by hand: where
 * years of trading are written in minutes. Everything still goes through the engine's own dispatch,
 * append and apply; only that a whole day is one commit.
 */
export class Workshop {
  readonly clock: TestClock;
  readonly core: Core;
  readonly #dispatcher: Dispatcher;

  /** @param start ISO time at which the till's life begins */
  constructor(dataDir: string, start: string) {
    this.clock = new TestClock(start);
    const db = openDatabase(dataDir);
    db.pragma(`cache_size = -${CACHE_KIB}`);
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

  /**
   * Runs changes of several people in one transaction. What a command leaves to do after its commit
   * (paper, anchors, the order of the search) is left out; `close` makes up for what a till needs.
   * @param work gets a context for whoever acts
   */
  transact<T>(work: (as: (person: Person) => Ctx) => T): T {
    return immediately(this.core.db, () => work((person) => new Ctx(this.core, person)));
  }

  /** Leaves one file behind that holds everything, as a till that was closed, so that it can be copied. */
  close(): void {
    for (const z of allZs(this.core.db)) {
      writeAnchor(this.core.dataDir, { zNumber: z.number, seq: z.seq, hash: z.hash });
    }
    refreshSearchRank(this.core.db);
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
