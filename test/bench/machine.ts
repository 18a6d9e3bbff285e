import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { percentile } from './figures.ts';

/** What the figures were measured on. Nothing that says whose machine it is. */
export interface Machine {
  readonly system: string;
  readonly processor: string;
  readonly processors: number;
  readonly memoryGb: number;
  readonly node: string;
  readonly sqlite: string;
  /** How many programs wanted a processor in the last minute, for each one there is: above 1, figures are worse than the till is. */
  readonly load: number;
  /** Half of all writes of 4 KiB reach the disk for good within this time. */
  readonly durableWriteMs: number;
}

const WRITES = 50;

/** @param dir a directory on the disk that is measured */
export function machine(dir: string): Machine {
  const memory = new Database(':memory:');
  const sqlite = String(memory.prepare('SELECT sqlite_version()').pluck().get());
  memory.close();
  return {
    system: `${type()} ${release()}`,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    processors: cpus().length,
    memoryGb: Math.round(totalmem() / 1e8) / 10,
    node: process.version,
    sqlite,
    load: Number(((loadavg()[0] ?? 0) / cpus().length).toPrecision(3)),
    durableWriteMs: Number(durableWrite(dir).toPrecision(3)),
  };
}

function durableWrite(dir: string): number {
  const file = path.join(dir, 'durable-write');
  const handle = openSync(file, 'w');
  const page = Buffer.alloc(4096, 1);
  const samples = Array.from({ length: WRITES }, () => {
    const started = performance.now();
    writeSync(handle, page);
    fsyncSync(handle);
    return performance.now() - started;
  });
  closeSync(handle);
  rmSync(file);
  return percentile(samples, 0.5);
}
