import type { PrinterTransport } from '../../../shared/contract/printing.ts';
import { sendToFile } from './file-transport.ts';
import type { PrintOutcome } from './print-job-store.ts';
import { sendOverTcp } from './tcp-transport.ts';

/** How long a printer may take, in milliseconds. */
export interface TransportLimits {
  readonly connectMs: number;
  /** Without taking a byte or answering. A printer out of paper is silent until somebody comes. */
  readonly silenceMs: number;
}

const LIMITS: TransportLimits = { connectMs: 5_000, silenceMs: 30_000 };

/** Brings one job's bytes to the printer. Never rejects: every ending is an outcome. */
export type Send = (
  transport: PrinterTransport,
  bytes: Uint8Array,
  stop: AbortSignal,
  limits?: TransportLimits,
) => Promise<PrintOutcome>;

/** Sends by whichever way is set. `stop` gives up at once; what may be on paper then is `unsure`. */
export const sendToPrinter: Send = (transport, bytes, stop, limits = LIMITS) => {
  switch (transport.kind) {
    case 'tcp':
      return sendOverTcp(transport, bytes, stop, limits);
    case 'file':
      return sendToFile(transport.path, bytes, stop, limits);
    case 'none':
      // The printer was taken out of the settings while the job waited.
      return Promise.resolve({ state: 'failed', fault: 'unreachable' });
  }
};
