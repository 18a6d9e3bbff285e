import { connect, type Socket } from 'node:net';
import type { PrintFault, PrintOutcome } from './print-job-store.ts';
import type { TransportLimits } from './transport.ts';

/** Small enough that a slow printer shows progress between two chunks. */
const CHUNK_BYTES = 2048;

/**
 * Sends a job to a network printer (raw TCP, usually port 9100). It counts as printed only when the
 * printer took every byte, we closed our half and the printer closed its own in good order; a kernel
 * that merely buffered the bytes proves nothing. Before the first byte every fault is `failed`, after
 * it `unsure`.
 */
export function sendOverTcp(
  printer: { readonly host: string; readonly port: number },
  bytes: Uint8Array,
  stop: AbortSignal,
  limits: TransportLimits,
): Promise<PrintOutcome> {
  return new Promise((resolve) => {
    // Half open: the printer may still be printing, and answering, after our last byte.
    const socket = connect({ host: printer.host, port: printer.port, allowHalfOpen: true, noDelay: true });
    new TcpJob(socket, bytes, stop, limits, resolve).begin();
  });
}

/** One job on one connection; calls `done` exactly once. */
class TcpJob {
  readonly #socket: Socket;
  readonly #bytes: Uint8Array;
  readonly #stop: AbortSignal;
  readonly #limits: TransportLimits;
  readonly #done: (outcome: PrintOutcome) => void;
  #timer: NodeJS.Timeout | undefined;
  #sent = 0;
  #begun = false;
  #allTaken = false;
  #settled = false;

  constructor(
    socket: Socket,
    bytes: Uint8Array,
    stop: AbortSignal,
    limits: TransportLimits,
    done: (outcome: PrintOutcome) => void,
  ) {
    this.#socket = socket;
    this.#bytes = bytes;
    this.#stop = stop;
    this.#limits = limits;
    this.#done = done;
  }

  begin(): void {
    this.#stop.addEventListener('abort', this.#giveUp, { once: true });
    if (this.#stop.aborted) return this.#giveUp();
    this.#expect(this.#limits.connectMs, 'unreachable');
    this.#socket
      .on('connect', () => this.#sendNext())
      // Reading all along: a printer whose status bytes nobody reads stops taking ours.
      .on('data', () => this.#expect(this.#limits.silenceMs, 'timeout'))
      .on('end', () => (this.#allTaken ? this.#settle({ state: 'printed' }) : this.#fault('write')))
      .on('error', (error) => this.#fault(this.#begun ? 'write' : connectFault(error)))
      .on('close', () => this.#fault('write'));
  }

  #sendNext(): void {
    if (this.#settled) return;
    this.#begun = true;
    this.#expect(this.#limits.silenceMs, 'timeout');
    if (this.#sent >= this.#bytes.length) {
      this.#allTaken = true;
      this.#socket.end();
      return;
    }
    const chunk = this.#bytes.subarray(this.#sent, this.#sent + CHUNK_BYTES);
    this.#sent += chunk.length;
    this.#socket.write(chunk, (error) => {
      // An error also comes as the socket's own event, which settles the job.
      if (error === undefined || error === null) this.#sendNext();
    });
  }

  readonly #giveUp = (): void => this.#fault('interrupted');

  #expect(milliseconds: number, fault: PrintFault): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fault(fault), milliseconds);
  }

  #fault(fault: PrintFault): void {
    this.#settle({ state: this.#begun ? 'unsure' : 'failed', fault });
  }

  #settle(outcome: PrintOutcome): void {
    if (this.#settled) return;
    this.#settled = true;
    clearTimeout(this.#timer);
    this.#stop.removeEventListener('abort', this.#giveUp);
    if (outcome.state === 'printed') this.#socket.destroy();
    // A reset throws away what the kernel still holds: it must not come out of the printer minutes later.
    else this.#socket.resetAndDestroy();
    this.#done(outcome);
  }
}

function connectFault(error: NodeJS.ErrnoException): PrintFault {
  return error.code === 'ECONNREFUSED' ? 'refused' : 'unreachable';
}
