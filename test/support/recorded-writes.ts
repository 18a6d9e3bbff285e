import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SeededRandom } from './random.ts';

/** What a disk can tear a write into: it promises no more than whole sectors. */
const SECTOR = 512;
const SOURCE = path.resolve(import.meta.dirname, '../faults/write-recorder.c');

/** Files that are made anew at every start, and say nothing. */
const PASSING = /(-shm|\.lock(-journal)?)$/;

/** One thing a process did to a file. `end` is where its entry ends in the record. */
interface Deed {
  readonly kind: 'write' | 'truncate' | 'sync';
  readonly name: string;
  readonly offset: number;
  readonly data: Buffer;
  readonly end: number;
}

/** The files of a folder, by their path in it. */
export type Files = ReadonlyMap<string, Buffer>;

/** Builds the recorder; undefined where there is no C compiler. */
export function buildRecorder(folder: string): string | undefined {
  const library = path.join(folder, 'write-recorder.so');
  if (process.platform !== 'linux') return undefined;
  try {
    execFileSync('cc', ['-O1', '-shared', '-fPIC', '-o', library, SOURCE, '-ldl', '-lpthread'], {
      stdio: 'ignore',
    });
    return library;
  } catch {
    return undefined;
  }
}

/** Starts something with every write below `folder` recorded; what it starts inherits the recorder. */
export async function recording<T>(
  { library, folder, record }: { library: string; folder: string; record: string },
  start: () => Promise<T>,
): Promise<T> {
  const variables = { LD_PRELOAD: library, GERAI_RECORD_OF: folder, GERAI_RECORD_TO: record };
  Object.assign(process.env, variables);
  try {
    return await start();
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name];
  }
}

/** Every file below a folder. */
export function filesIn(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => statSync(path.join(folder, name)).isFile() && !PASSING.test(name))
      .map((name) => [name, readFileSync(path.join(folder, name))]),
  );
}

/** Puts files into a folder. */
export function putFiles(folder: string, files: Files): void {
  for (const [name, content] of files) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}

/** Reads a record. */
export function readRecord(file: string): Deed[] {
  const bytes = readFileSync(file);
  const kinds = [undefined, 'write', 'truncate', 'sync'] as const;
  const deeds: Deed[] = [];
  for (let at = 0; at < bytes.length;) {
    const [operation, nameLength, offset, dataLength] = [0, 8, 16, 24].map((field) =>
      Number(bytes.readBigUInt64LE(at + field)),
    ) as [number, number, number, number];
    const nameAt = at + 32;
    const dataAt = nameAt + nameLength;
    const end = dataAt + dataLength;
    const kind = kinds[operation];
    const name = bytes.subarray(nameAt, dataAt).toString();
    if (kind === undefined) throw new Error(`no entry of the record at ${at}`);
    if (!PASSING.test(name)) deeds.push({ kind, name, offset, data: bytes.subarray(dataAt, end), end });
    at = end;
  }
  return deeds;
}

/** A file that is being written. */
class Content {
  #bytes: Buffer;
  #size: number;

  constructor(bytes: Buffer) {
    this.#bytes = Buffer.from(bytes);
    this.#size = bytes.length;
  }

  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#size);
  }

  apply({ kind, offset, data }: Deed): void {
    const size = kind === 'truncate' ? offset : Math.max(this.#size, offset + data.length);
    if (size > this.#bytes.length) {
      const larger = Buffer.alloc(size * 2);
      this.bytes.copy(larger);
      this.#bytes = larger;
    }
    // What lay behind an earlier end must not come back when the file grows again.
    if (size < this.#size) this.#bytes.fill(0, size, this.#size);
    this.#size = size;
    data.copy(this.#bytes, offset);
  }
}

/**
 * The disk of a PC while a record is played on it: what has been synced is on the platter, the rest is
 * on its way there in no particular order.
 */
export class Platter {
  readonly #synced: Map<string, Content>;
  readonly #waiting = new Map<string, Deed[]>();
  readonly #heedsSyncs: boolean;

  /** @param heedsSyncs false for a disk, or a database, that takes no notice of them */
  constructor(files: Files, heedsSyncs = true) {
    this.#synced = new Map([...files].map(([name, bytes]) => [name, new Content(bytes)]));
    this.#heedsSyncs = heedsSyncs;
  }

  play(deed: Deed): void {
    const waiting = this.#waiting.get(deed.name) ?? [];
    this.#waiting.set(deed.name, waiting);
    if (deed.kind !== 'sync') waiting.push(deed);
    else if (this.#heedsSyncs) {
      const content = this.#synced.get(deed.name) ?? new Content(Buffer.alloc(0));
      for (const each of waiting) content.apply(each);
      this.#synced.set(deed.name, content);
      waiting.length = 0;
    }
  }

  /** What is left when the power goes now: of what was on its way all, nothing, or some sectors. */
  cut(random: SeededRandom): Files {
    const left = new Map([...this.#synced].map(([name, { bytes }]) => [name, bytes]));
    for (const [name, waiting] of this.#waiting) {
      const arrived = waiting.filter(() => random.chance(2 / 3));
      if (arrived.length === 0) continue;
      const content = new Content(left.get(name) ?? Buffer.alloc(0));
      for (const deed of arrived) {
        const parts = deed.kind === 'truncate' || random.chance(1 / 2) ? [deed] : torn(deed, random);
        for (const part of parts) content.apply(part);
      }
      left.set(name, content.bytes);
    }
    return left;
  }
}

function torn(deed: Deed, random: SeededRandom): Deed[] {
  const sectors: Deed[] = [];
  for (let at = 0; at < deed.data.length; at += SECTOR) {
    const sector = { ...deed, offset: deed.offset + at, data: deed.data.subarray(at, at + SECTOR) };
    if (random.chance(1 / 2)) sectors.push(sector);
  }
  return sectors;
}
