import type { Ports } from '../ports.ts';
import { nodeHidPort } from './node-hid-port.ts';
import { createScannerService, type ScannerService } from './scanner-service.ts';

export { giveScan, hearScans } from './give-scan.ts';

/** Listens to the USB scanners of this machine, if it has any and the system lets it. */
export function createHidScanning(
  { log, timer }: Pick<Ports, 'log' | 'timer'>,
  onScan: (code: string) => void,
): ScannerService {
  return createScannerService({ port: () => nodeHidPort(log), onScan, timers: timer, log });
}
