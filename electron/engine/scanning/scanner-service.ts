import type { Log, Timer } from '../ports.ts';
import type { FoundScanner, HidPort, ScannerConnection } from './hid-port.ts';
import { ScanReader } from './scan-report.ts';

/** How often to look for a scanner where the system does not tell of new devices. */
const LOOK_EVERY_MS = 4_000;
/** A new device's file is there before its permissions are. */
const AFTER_PLUGGING_MS = 300;

export interface ScannerServiceOptions {
  /** Finds out what USB is to be had; undefined for none. */
  readonly port: () => Promise<HidPort | undefined>;
  /** A code was read, its AIM symbology identifier in front. */
  readonly onScan: (code: string) => void;
  readonly timers: Timer;
  readonly log: Log;
}

/** Listens to HID scanners for as long as the engine runs. */
export interface ScannerService {
  /** Begins to look for scanners, now and whenever the last one is unplugged. */
  start(): void;
  /** Lets go of every scanner. */
  stop(): Promise<void>;
}

/**
 * Makes the service. It looks for scanners only while none is connected, because listing devices
 * stalls the one that is; where the system tells of new devices it waits to be told.
 */
export function createScannerService(options: ScannerServiceOptions): ScannerService {
  return new Watcher(options);
}

class Watcher implements ScannerService {
  readonly #options: ScannerServiceOptions;
  readonly #connections = new Map<string, ScannerConnection>();
  #port: HidPort | undefined;
  #stopped = true;
  #looking = false;
  #unwatch: (() => void) | undefined;
  #callOff: (() => void) | undefined;

  constructor(options: ScannerServiceOptions) {
    this.#options = options;
  }

  start(): void {
    this.#stopped = false;
    void this.#begin();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#rest();
    const open = [...this.#connections.values()];
    this.#connections.clear();
    for (const connection of open) await this.#close(connection);
  }

  async #begin(): Promise<void> {
    this.#port = await this.#options.port();
    await this.#look();
  }

  async #look(): Promise<void> {
    const port = this.#port;
    if (port === undefined || this.#stopped || this.#looking || this.#connections.size > 0) return;
    this.#looking = true;
    this.#rest();
    let found: readonly FoundScanner[] = [];
    try {
      found = await port.scanners();
      for (const scanner of found) await this.#connect(port, scanner);
    } catch (error) {
      this.#options.log.info('looking for scanners failed', { reason: String(error) });
    } finally {
      this.#looking = false;
    }
    // One that is there but does not open may be busy for a moment: it is worth another try.
    if (this.#connections.size === 0) this.#wait(port, found.length > 0);
  }

  async #connect(port: HidPort, scanner: FoundScanner): Promise<void> {
    const reader = new ScanReader();
    let gone = false;
    try {
      const connection = await port.open(scanner, {
        report: (bytes) => {
          const code = reader.take(bytes);
          if (code !== undefined) this.#options.onScan(code);
        },
        gone: () => {
          gone = true;
          this.#lost(port, scanner);
        },
      });
      if (gone || this.#stopped) await this.#close(connection);
      else this.#connections.set(scanner.path, connection);
    } catch (error) {
      this.#options.log.info('scanner does not open', { path: scanner.path, reason: String(error) });
    }
  }

  #lost(port: HidPort, { path }: FoundScanner): void {
    const connection = this.#connections.get(path);
    if (connection === undefined) return;
    this.#connections.delete(path);
    void this.#close(connection);
    if (this.#connections.size === 0) this.#wait(port, true);
  }

  /**
   * Waits for a scanner to be plugged in: until told, or by looking now and then where nobody tells.
   * @param again look once more in a while all the same
   */
  #wait(port: HidPort, again: boolean): void {
    if (this.#stopped) return;
    this.#rest();
    this.#unwatch = port.watch?.(() => this.#lookIn(AFTER_PLUGGING_MS));
    if (again || port.watch === undefined) this.#lookIn(LOOK_EVERY_MS);
  }

  #lookIn(milliseconds: number): void {
    this.#callOff?.();
    this.#callOff = this.#options.timers.after(milliseconds, () => void this.#look());
  }

  #rest(): void {
    this.#unwatch?.();
    this.#callOff?.();
    this.#unwatch = undefined;
    this.#callOff = undefined;
  }

  async #close(connection: ScannerConnection): Promise<void> {
    try {
      await connection.close();
    } catch (error) {
      // An unplugged device can't be closed in good order; there is nothing left to hold on to.
      this.#options.log.info('scanner did not close', { reason: String(error) });
    }
  }
}
