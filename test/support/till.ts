import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { openEngine, type Engine } from '../../electron/engine/engine.ts';
import type { Ports } from '../../electron/engine/ports.ts';
import { createClient } from '../../shared/contract/define.ts';
import { contract, type TillClient } from '../../shared/contract/index.ts';
import type { Role } from '../../shared/contract/permissions.ts';
import type { Scanned } from '../../shared/contract/till.ts';
import type { CallError, Reply } from '../../shared/contract/wire.ts';

/** A folder that is gone when the test is over. */
export interface ScratchDir {
  readonly path: string;
  remove(): void;
}

/** Makes an empty folder for one test. */
export function scratchDir(name: string): ScratchDir {
  const path = mkdtempSync(join(tmpdir(), `gerai-${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A clock that stands still until a test moves it. Mono follows wall unless the wall is set by hand. */
export class TestClock {
  #wall: number;
  #mono = 0;

  /** @param start ISO time, such as `2026-04-15T01:00:00Z` (08.00 WIB) */
  constructor(start = '2026-04-15T01:00:00Z') {
    this.#wall = Date.parse(start);
  }

  now(): number {
    return this.#wall;
  }

  mono(): number {
    return this.#mono;
  }

  /** Time passes: both clocks move. */
  pass(milliseconds: number): void {
    this.#wall += milliseconds;
    this.#mono += milliseconds;
  }

  /** Somebody sets the PC's clock: only the wall clock moves. */
  set(time: string): void {
    this.#wall = Date.parse(time);
  }
}

/** A log that keeps errors, so that a test can assert there were none. */
export class TestLog {
  errors: { what: string; details: object }[] = [];

  /** Takes off what the story has made happen itself. Fails where it did not happen. */
  forgive(what: string): void {
    const others = this.errors.filter((error) => error.what !== what);
    if (others.length === this.errors.length) throw new Error(`nothing was logged as: ${what}`);
    this.errors = others;
  }

  info(): void {}

  error(what: string, details: object = {}): void {
    this.errors.push({ what, details });
  }
}

/** The value of a reply; fails with its code where it was refused. */
export function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`refused: ${reply.error.code} ${JSON.stringify(reply.error.params)}`);
  return reply.value;
}

/** The line a scan went to; fails where it was refused or was no goods. */
export function lineOf(reply: Reply<Scanned>): Extract<Scanned, { what: 'line' }> {
  const scanned = valueOf(reply);
  if (scanned.what !== 'line') throw new Error(`not goods: ${scanned.what}`);
  return scanned;
}

/** The refusal of a reply; fails where it was answered. */
export function refusalOf(reply: Reply<unknown>): CallError {
  if (reply.ok) throw new Error(`not refused: ${JSON.stringify(reply.value).slice(0, 300)}`);
  return reply.error;
}

/** A client of an engine, in the name of whoever holds the session. */
export function clientOf(engine: Engine, session?: string): TillClient {
  return createClient(
    contract,
    (call) => engine.call(session === undefined ? call : { ...call, session }),
    () => uuidv7(),
  );
}

/** A till running in this process on a real database in a folder of its own. */
export class TestTill {
  readonly dir: ScratchDir;
  readonly clock: TestClock;
  readonly log: TestLog;
  readonly #ports: Partial<Ports>;
  #engine: Engine;

  private constructor(
    dir: ScratchDir,
    clock: TestClock,
    log: TestLog,
    ports: Partial<Ports>,
    engine: Engine,
  ) {
    this.dir = dir;
    this.clock = clock;
    this.log = log;
    this.#ports = ports;
    this.#engine = engine;
  }

  /** Opens a till with the example store. */
  static async withExampleStore(more: Partial<Ports> = {}): Promise<TestTill> {
    return TestTill.#open(true, more);
  }

  /** Opens a till that has not been set up. */
  static async unset(more: Partial<Ports> = {}): Promise<TestTill> {
    return TestTill.#open(false, more);
  }

  /** Opens a till on a copy of another one's data. */
  static async onCopyOf(
    dataDir: string,
    more: Partial<Ports> = {},
    dir: ScratchDir = scratchDir('till'),
  ): Promise<TestTill> {
    cpSync(dataDir, dir.path, { recursive: true });
    return TestTill.#open(false, more, dir);
  }

  static async #open(demo: boolean, more: Partial<Ports>, dir = scratchDir('till')): Promise<TestTill> {
    const clock = new TestClock();
    const log = new TestLog();
    const ports = { clock, log, ...more };
    const engine = await openEngine({ dataDir: dir.path, demo, ports });
    return new TestTill(dir, clock, log, ports, engine);
  }

  get engine(): Engine {
    return this.#engine;
  }

  /** Nobody signed in. */
  get nobody(): TillClient {
    return clientOf(this.#engine);
  }

  /** Signs in the example store's person of a role and returns their client. */
  async signIn(role: Role): Promise<TillClient> {
    const state = valueOf(await this.nobody.setup.state({}));
    const person = state.demoPins.find((each) => each.role === role);
    if (person === undefined) throw new Error(`the example store has no ${role}`);
    return this.signInAs(person.staffId, person.pin);
  }

  /** Signs somebody in by their PIN. */
  async signInAs(staffId: string, pin: string): Promise<TillClient> {
    const result = valueOf(await this.nobody.staff.signIn({ staffId, pin }));
    if (result.status !== 'signed-in') throw new Error(`not signed in: ${result.status}`);
    return clientOf(this.#engine, result.session);
  }

  /**
   * Closes the till and opens it again on the same data, as after a restart.
   * @param meanwhile what happens to the data while it is closed
   */
  async restart(meanwhile: () => void = () => {}): Promise<void> {
    await this.#engine.close();
    meanwhile();
    this.#engine = await openEngine({ dataDir: this.dir.path, demo: false, ports: this.#ports });
  }

  /** Closes the till and removes its data. */
  async dispose(): Promise<void> {
    await this.#engine.close();
    this.dir.remove();
  }
}
