import { watch } from 'node:fs';
import type { Log } from '../ports.ts';
import type { FoundScanner, HidPort, ScannerConnection, ScannerEvents } from './hid-port.ts';

const BARCODE_SCANNER_PAGE = 0x8c;
const BARCODE_SCANNER_USAGE = 0x02;

/** Honeywell and its sister brand stay silent until they are told to talk HID. */
const NEEDS_WAKING: ReadonlySet<number> = new Set([0x0c2e, 0x23d0]);
const WAKE_REPORT = [0xfe, 0x01];

/**
 * Scanners through node-hid, loaded only now.
 * @returns undefined where the library or libusb is missing: the till works without scanners of this
 * kind
 */
export async function nodeHidPort(log: Log): Promise<HidPort | undefined> {
  try {
    const { devicesAsync, HIDAsync } = await import('node-hid');
    return {
      scanners: async () => (await devicesAsync()).flatMap(asScanner),
      open: async (scanner, events) => connect(await HIDAsync.open(scanner.path), scanner, events),
      watch: process.platform === 'linux' ? watchDevices : undefined,
    };
  } catch (error) {
    log.info('no HID scanners: the library does not load here', { reason: String(error) });
    return undefined;
  }
}

interface FoundDevice {
  readonly vendorId: number;
  readonly path?: string | undefined;
  readonly usagePage?: number | undefined;
  readonly usage?: number | undefined;
}

function asScanner({ vendorId, path, usagePage, usage }: FoundDevice): FoundScanner[] {
  const isScanner = usagePage === BARCODE_SCANNER_PAGE && usage === BARCODE_SCANNER_USAGE;
  return isScanner && path !== undefined ? [{ path, vendorId }] : [];
}

/** The part of node-hid's device that is used. */
interface OpenDevice {
  on(event: 'data', listener: (report: Uint8Array) => void): unknown;
  on(event: 'error', listener: () => void): unknown;
  sendFeatureReport(data: number[]): Promise<number>;
  close(): Promise<void>;
}

async function connect(
  device: OpenDevice,
  { vendorId }: FoundScanner,
  events: ScannerEvents,
): Promise<ScannerConnection> {
  device.on('data', events.report);
  device.on('error', events.gone);
  try {
    if (NEEDS_WAKING.has(vendorId)) await device.sendFeatureReport(WAKE_REPORT);
  } catch (error) {
    await device.close();
    throw error;
  }
  return { close: () => device.close() };
}

/** Linux shows every device as a file: a scanner that is plugged in makes one under /dev. */
function watchDevices(changed: () => void): () => void {
  const watcher = watch('/dev', (_event, name) => {
    if (name?.startsWith('hidraw') === true) changed();
  });
  return () => watcher.close();
}
