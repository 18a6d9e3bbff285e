import { contract, type TillClient } from '../../shared/contract/index.ts';
import { createClient } from '../../shared/contract/define.ts';
import { hashRecord } from '../../shared/journal/chain.ts';
import type { CallEnvelope, EngineEvent, EngineInfo, Reply, Topic } from '../../shared/contract/wire.ts';
import { allZs } from './cash/index.ts';
import { refreshSearchRank } from './catalog/index.ts';
import { forgetOldReplies } from './command-replies.ts';
import { Ctx, type Core } from './context.ts';
import { lockDataDir } from './db/lock.ts';
import { migrate } from './db/migrate.ts';
import { asStartupError, openDatabase } from './db/open.ts';
import type { Db } from './db/sql.ts';
import { Dispatcher, inTransaction } from './dispatch.ts';
import { DomainError, StartupError } from './domain-error.ts';
import { handlers } from './handlers.ts';
import {
  journalHead,
  JournalWriter,
  notedHead,
  readAnchors,
  storedRecord,
  writeAnchor,
} from './journal/index.ts';
import { applyRecord } from './journal/apply.ts';
import { ensureFolds } from './journal/rebuild.ts';
import { nodePorts } from './node-ports.ts';
import type { Ports } from './ports.ts';
import { createPrintQueue } from './printing/index.ts';
import { createHidScanning, hearScans } from './scanning/index.ts';
import { readDemoPins, readStore } from './setup/index.ts';
import { eraseExpired } from './subsidy/index.ts';
import { createUploader } from './upload/index.ts';
import { rememberedHeads } from './verify-till.ts';

export { StartupError } from './domain-error.ts';

export interface EngineOptions {
  /** Where everything of this till lives. */
  readonly dataDir: string;
  /** Make the example store where there is no store yet. */
  readonly demo: boolean;
  /** Listen to USB scanners: for the one engine that stands at a counter. */
  readonly scanners?: boolean;
  /** Replaces parts of the outside world, for tests. */
  readonly ports?: Partial<Ports>;
}

/** A running till. */
export interface Engine {
  readonly info: EngineInfo;
  /** Answers one call; never rejects. */
  call(envelope: CallEnvelope): Promise<Reply<unknown>>;
  /** Hears what changes; returns how to stop hearing. */
  onEvent(listener: (event: EngineEvent) => void): () => void;
  /** Stops the services, then closes the database; once, however often it is asked. */
  close(): Promise<void>;
}

/**
 * Opens the till in a data directory: takes it for this process, brings the schema up to date, makes
 * sure the tables are there and that the journal still ends where it did, and starts the services.
 * @throws StartupError where it must not open; nothing has been changed then
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const lock = lockDataDir(options.dataDir);
  let db: Db | undefined;
  try {
    db = openDatabase(options.dataDir);
    migrate(db, options.dataDir);
    const ports: Ports = { ...nodePorts(options.dataDir), ...options.ports };
    checkHeads(db, ports, options.dataDir);
    ensureFolds(db);
    return await startEngine(options, db, ports, () => lock.release());
  } catch (error) {
    db?.close();
    lock.release();
    throw asStartupError(error, options.dataDir);
  }
}

async function startEngine(
  options: EngineOptions,
  db: Db,
  ports: Ports,
  release: () => void,
): Promise<Engine> {
  const listeners = new Set<(event: EngineEvent) => void>();
  const emit = (event: EngineEvent) => {
    for (const listener of listeners) listener(event);
  };
  const core = createCore(options.dataDir, db, ports, emit);
  const dispatcher = new Dispatcher(core, handlers);
  forgetOldReplies(db, ports.clock.now());
  catchUpAnchors(core);
  eraseOverdue(core);
  refreshSearchRank(db);
  if (options.demo && readStore(db) === undefined) await makeExample(dispatcher, ports);
  const services: Service[] = [createPrintQueue(core), createUploader(core)];
  const tellScan = (code: string) => emit({ kind: 'scan', code });
  hearScans(db, tellScan);
  if (options.scanners === true) services.push(createHidScanning(ports, tellScan));
  for (const service of services) service.start();
  let closing: Promise<void> | undefined;
  const close = async () => {
    for (const service of services) await service.stop();
    tidyUp(db, ports);
    db.close();
    release();
  };
  return {
    info: engineInfo(core, options),
    call: (envelope) => dispatcher.call(envelope),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => (closing ??= close()),
  };
}

/** Something that works beside the calls for as long as the till is open. */
interface Service {
  start(): void;
  stop(): void | Promise<void>;
}

/** Refreshes the figures that queries are planned by. A full disk must not keep the till from closing. */
function tidyUp(db: Db, ports: Ports): void {
  try {
    db.pragma('optimize');
  } catch (error) {
    ports.log.error('closed without tidying up', { error });
  }
}

function createCore(dataDir: string, db: Db, ports: Ports, emit: (event: EngineEvent) => void): Core {
  const base = {
    db,
    ports,
    dataDir,
    writer: new JournalWriter(db, ports, applyRecord),
    changed: (...topics: Topic[]) => emit({ kind: 'changed', topics }),
  };
  return {
    ...base,
    transact: (work) => inTransaction(base, undefined, work),
    reading: () => new Ctx(base, undefined),
  };
}

/**
 * The journal must end where it was noted to end, and hold every record that anything remembers.
 * Going on after a cut-off tail would give numbers out twice and bury the damage.
 */
function checkHeads(db: Db, ports: Ports, dataDir: string): void {
  const last = journalHead(db).seq;
  const noted = notedHead(db).seq;
  if (last > noted) throw new StartupError('journal-damaged', { seq: noted + 1 });
  for (const head of rememberedHeads(db, dataDir).heads) {
    const stored = storedRecord(db, head.seq);
    const intact = stored !== undefined && hashRecord(ports.crypto, stored.bytes) === head.hash;
    if (!intact) throw new StartupError('journal-damaged', { seq: Math.min(head.seq, last + 1) });
  }
}

/** Notes closed days that a power cut kept from reaching the anchors file. */
function catchUpAnchors(core: Core): void {
  const { anchors, damagedLine } = readAnchors(core.dataDir);
  // Writing on behind a line that somebody spoiled would only hide it.
  if (damagedLine !== null) return;
  const known = anchors.at(-1)?.zNumber ?? 0;
  for (const z of allZs(core.db).filter((row) => row.number > known)) {
    writeAnchor(core.dataDir, { zNumber: z.number, seq: z.seq, hash: z.hash });
  }
}

/** Takes out of the vault whoever may not be kept any longer. A full disk must not keep the till from opening. */
function eraseOverdue(core: Core): void {
  try {
    core.transact(eraseExpired);
  } catch (error) {
    core.ports.log.error('buyers whose time is over are still in the vault', { error });
  }
}

async function makeExample(dispatcher: Dispatcher, ports: Ports): Promise<void> {
  const client: TillClient = createClient(
    contract,
    (call) => dispatcher.call(call),
    () => ports.ids.next(),
  );
  const reply = await client.setup.createExample({});
  if (!reply.ok) throw new DomainError(reply.error.code, reply.error.params);
}

function engineInfo(core: Core, options: EngineOptions): EngineInfo {
  if (!options.demo) return { dataDir: options.dataDir };
  const pins = readDemoPins(core.reading()).map((person): [string, string] => [person.role, person.pin]);
  return { dataDir: options.dataDir, pins: Object.fromEntries(pins) };
}
