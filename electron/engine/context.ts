import type { Role } from '../../shared/contract/permissions.ts';
import type { StoreProfile } from '../../shared/contract/setup.ts';
import type { Topic } from '../../shared/contract/wire.ts';
import { instantSchema, type Instant } from '../../shared/domain/business-date.ts';
import type { RecordBodies, RecordType } from '../../shared/journal/bodies.ts';
import { openDay } from './cash/index.ts';
import type { Db } from './db/sql.ts';
import { DomainError } from './domain-error.ts';
import type { Appended, ChainIdentity, JournalWriter } from './journal/index.ts';
import type { Ports, SigningKey } from './ports.ts';
import { readStore } from './setup/index.ts';
import { requireNoNumber } from './subsidy/index.ts';

/** Who is signed in at the till. */
export interface Person {
  readonly staffId: string;
  readonly name: string;
  readonly role: Role;
}

/** What the engine's parts share for as long as it runs. */
export interface Core {
  readonly db: Db;
  readonly ports: Ports;
  readonly writer: JournalWriter;
  readonly dataDir: string;
  /** Tells every window that something changed. */
  readonly changed: (...topics: Topic[]) => void;
  /** Runs a change in one transaction as `system`, with the same rules as a command. */
  readonly transact: <T>(work: (ctx: Ctx) => T) => T;
  /** A context for reading only. */
  readonly reading: () => Ctx;
}

/**
 * What a handler works with: the database, the ports, who asks, and the one way into the journal.
 * Made anew for each call.
 */
export class Ctx {
  readonly db: Db;
  readonly ports: Ports;
  readonly dataDir: string;
  readonly #writer: JournalWriter;
  readonly #person: Person | undefined;
  readonly #topics = new Set<Topic>();
  readonly #afterCommit: (() => void)[] = [];

  constructor(core: Pick<Core, 'db' | 'ports' | 'writer' | 'dataDir'>, person: Person | undefined) {
    this.db = core.db;
    this.ports = core.ports;
    this.dataDir = core.dataDir;
    this.#writer = core.writer;
    this.#person = person;
  }

  /** Whoever is signed in; refused with `session.required` where nobody is. */
  person(): Person {
    if (this.#person === undefined) throw new DomainError('session.required');
    return this.#person;
  }

  /** The store's profile; refused with `setup.required` before the first run. */
  store(): StoreProfile {
    const profile = this.storeOrNone();
    if (profile === undefined) throw new DomainError('setup.required');
    return profile;
  }

  /** The store's profile, or undefined before the first run. */
  storeOrNone(): StoreProfile | undefined {
    return readStore(this.db)?.profile;
  }

  /** The till's own key. A store without it has lost its key file: a fault, not a refusal. */
  signingKey(): SigningKey {
    const key = this.ports.keys.signingKey();
    const store = readStore(this.db);
    if (key === undefined || store === undefined) throw new Error('the till has no signing key');
    if (Buffer.from(key.publicKey).toString('hex') !== store.publicKey) {
      throw new Error('the key file is not the key this journal was begun with');
    }
    return key;
  }

  /**
   * Appends a record to the journal and applies it to the tables, in the command's transaction.
   * The business date is the open day's; the actor is whoever is signed in.
   */
  append<T extends RecordType>(type: T, body: RecordBodies[T]): Appended {
    return this.#append(type, body, this.#person?.staffId ?? 'system');
  }

  /** Appends a record in the name of somebody who is only just being signed in. */
  appendAs<T extends RecordType>(person: { staffId: string }, type: T, body: RecordBodies[T]): Appended {
    return this.#append(type, body, person.staffId);
  }

  #append<T extends RecordType>(type: T, body: RecordBodies[T], actor: string): Appended {
    requireNoNumber(this, body);
    // The first record brings the identity that every later one repeats.
    const first =
      type === 'till-initialised/1' && 'profile' in body ? identityOf(body.profile, 1) : undefined;
    const identity = first ?? this.#identity();
    const openDate = openDay(this.db)?.business_date ?? null;
    this.#writer.settleClock(identity, openDate);
    const opening = type === 'day-opened/1' && 'businessDate' in body ? body.businessDate : undefined;
    return this.#writer.append(identity, type, body, opening ?? openDate, actor);
  }

  /** Notes a jump of the clock now, so that the next record can name the very last one before it. */
  settleClock(): void {
    this.#writer.settleClock(this.#identity(), openDay(this.db)?.business_date ?? null);
  }

  /** Brands epoch milliseconds that came from a table. */
  instant(value: number): Instant {
    return instantSchema.parse(value);
  }

  /** Tells the windows, once the transaction has committed. */
  changed(...topics: Topic[]): void {
    for (const topic of topics) this.#topics.add(topic);
  }

  /** Runs once the transaction has committed: printing, files, the network. Never before. */
  afterCommit(task: () => void): void {
    this.#afterCommit.push(task);
  }

  /** What the transaction leaves to do once it is safe. For dispatch only. */
  outcome(): { readonly topics: readonly Topic[]; readonly tasks: readonly (() => void)[] } {
    return { topics: [...this.#topics], tasks: this.#afterCommit };
  }

  #identity(): ChainIdentity {
    const store = readStore(this.db);
    if (store === undefined) throw new DomainError('setup.required');
    return identityOf(store.profile, store.epoch);
  }
}

function identityOf(profile: StoreProfile, epoch: number): ChainIdentity {
  return { store: profile.storeCode, till: String(profile.tillNumber), epoch, timeZone: profile.timeZone };
}
