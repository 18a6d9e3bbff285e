import { beforeEach, expect, test } from 'vitest';
import { report } from '../../../test/support/scan-reports.ts';
import { TestLog } from '../../../test/support/till.ts';
import type { FoundScanner, HidPort, ScannerConnection, ScannerEvents } from './hid-port.ts';
import type { Timer } from '../ports.ts';
import { createScannerService, type ScannerService } from './scanner-service.ts';

/** A USB port of cardboard: scanners are plugged in and out by hand. */
class PaperPort implements HidPort {
  plugged: FoundScanner[] = [];
  refuses = false;
  listings = 0;
  readonly opened = new Map<string, ScannerEvents>();
  readonly closed: string[] = [];
  tell: (() => void) | undefined;
  readonly watch: HidPort['watch'];

  constructor(watches: boolean) {
    this.watch = watches ? (changed) => this.#watch(changed) : undefined;
  }

  scanners(): Promise<FoundScanner[]> {
    this.listings += 1;
    return Promise.resolve(this.plugged);
  }

  open({ path }: FoundScanner, events: ScannerEvents): Promise<ScannerConnection> {
    if (this.refuses) return Promise.reject(new Error('permission denied'));
    this.opened.set(path, events);
    return Promise.resolve({
      close: () => {
        this.closed.push(path);
        this.opened.delete(path);
        return Promise.resolve();
      },
    });
  }

  unplug(path: string): void {
    this.plugged = this.plugged.filter((scanner) => scanner.path !== path);
    this.opened.get(path)?.gone();
  }

  #watch(changed: () => void): () => void {
    this.tell = changed;
    return () => {
      this.tell = undefined;
    };
  }
}

/** Time that passes when the test says so. */
class HandTimers implements Timer {
  waiting: { inMs: number; task: () => void }[] = [];

  after(milliseconds: number, task: () => void): () => void {
    const entry = { inMs: milliseconds, task };
    this.waiting.push(entry);
    return () => {
      this.waiting = this.waiting.filter((each) => each !== entry);
    };
  }

  async ring(): Promise<void> {
    const due = this.waiting;
    this.waiting = [];
    for (const { task } of due) task();
    await quiet();
  }
}

const quiet = () => new Promise((resolve) => setImmediate(resolve));
const honeywell: FoundScanner = { path: '/dev/hidraw0', vendorId: 0x0c2e };

let scans: string[];
let timers: HandTimers;
beforeEach(() => {
  scans = [];
  timers = new HandTimers();
});

async function started(port: HidPort | undefined): Promise<ScannerService> {
  const service = createScannerService({
    port: () => Promise.resolve(port),
    onScan: (code) => scans.push(code),
    timers,
    log: new TestLog(),
  });
  service.start();
  await quiet();
  return service;
}

test('a scanner that is there at start is heard, and devices are not listed again while it is', async () => {
  const port = new PaperPort(true);
  port.plugged = [honeywell];
  await started(port);
  port.opened.get(honeywell.path)?.report(report({ data: '8991234567895' }));
  expect(scans).toEqual([']E08991234567895']);
  expect(port.listings).toBe(1);
  expect(timers.waiting).toEqual([]);
  expect(port.tell).toBeUndefined();
});

test('unplugged and plugged in again on Linux: it waits to be told, then for the permissions', async () => {
  const port = new PaperPort(true);
  port.plugged = [honeywell];
  await started(port);
  port.unplug(honeywell.path);
  await timers.ring();
  expect(port.listings).toBe(2);
  expect(timers.waiting).toEqual([]);

  port.plugged = [honeywell];
  port.tell?.();
  expect(timers.waiting.map((each) => each.inMs)).toEqual([300]);
  await timers.ring();
  port.opened.get(honeywell.path)?.report(report({ data: '1' }));
  expect(scans).toEqual([']E01']);
});

test('where the system tells nothing, it looks every few seconds until there is one', async () => {
  const port = new PaperPort(false);
  await started(port);
  await timers.ring();
  await timers.ring();
  expect(port.listings).toBe(3);
  expect(timers.waiting.map((each) => each.inMs)).toEqual([4000]);
  port.plugged = [honeywell];
  await timers.ring();
  expect(port.opened.has(honeywell.path)).toBe(true);
  expect(timers.waiting).toEqual([]);
});

test('a scanner that does not open yet is tried again', async () => {
  const port = new PaperPort(true);
  port.plugged = [honeywell];
  port.refuses = true;
  await started(port);
  port.refuses = false;
  await timers.ring();
  expect(port.opened.has(honeywell.path)).toBe(true);
});

test('a code cut off by unplugging does not stick to the next one', async () => {
  const port = new PaperPort(false);
  port.plugged = [honeywell];
  await started(port);
  port.opened.get(honeywell.path)?.report(report({ data: '9'.repeat(56), continued: true }));
  port.unplug(honeywell.path);
  port.plugged = [honeywell];
  await timers.ring();
  port.opened.get(honeywell.path)?.report(report({ data: '8991234567895' }));
  expect(scans).toEqual([']E08991234567895']);
});

test('two scanners are both heard; losing one is not losing the other', async () => {
  const port = new PaperPort(false);
  const second = { path: '/dev/hidraw1', vendorId: 0x05e0 };
  port.plugged = [honeywell, second];
  await started(port);
  port.unplug(honeywell.path);
  port.opened.get(second.path)?.report(report({ data: '2' }));
  expect(scans).toEqual([']E02']);
  expect(timers.waiting).toEqual([]);
});

test('without the library there are no scanners, and nothing else is missing', async () => {
  const service = await started(undefined);
  await service.stop();
  expect(timers.waiting).toEqual([]);
});

test('stopping lets go of everything', async () => {
  const port = new PaperPort(true);
  port.plugged = [honeywell];
  const service = await started(port);
  await service.stop();
  expect(port.closed).toEqual([honeywell.path]);
  expect(timers.waiting).toEqual([]);
});
