import type { Log } from '../ports.ts';
import { nodeHidPort } from './node-hid-port.ts';
import { createScannerService, nodeTimers, type ScannerService } from './scanner-service.ts';

/** Listens to the USB scanners of this machine, if it has any and the system lets it. */
export function createHidScanning(log: Log, onScan: (code: string) => void): ScannerService {
  return createScannerService({ port: () => nodeHidPort(log), onScan, timers: nodeTimers, log });
}
