import { createServer, type Server, type Socket } from 'node:net';
import { readEscpos, type PrintedPaper } from './escpos-reader.ts';

/**
 * How the printer behaves. `slow`: drinks a little at a time. `chatty`: sends status frames all the
 * while, as printers with automatic status back do. `jam`: takes some bytes, then no more (paper out).
 * `silent`: takes everything and never closes. `reset`: breaks the connection in the middle.
 */
export type PrinterMood = 'good' | 'slow' | 'chatty' | 'jam' | 'silent' | 'reset';

/** Bytes a troubled printer takes before its trouble begins. */
const BEFORE_TROUBLE = 64;
const SIP_BYTES = 256;

/**
 * A network printer for tests: a real TCP server that keeps what it was sent and reads it back as
 * paper.
 */
export class VirtualPrinter {
  mood: PrinterMood = 'good';
  /** Bytes of each job the printer finished in good order. */
  readonly jobs: Uint8Array[] = [];
  /** Bytes of each connection that did not end well. */
  readonly broken: Uint8Array[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor() {
    this.#server = createServer({ allowHalfOpen: true }, (socket) => this.#serve(socket));
  }

  /** Switches a printer on at a free port of this machine, or at the port it had before. */
  static async on(port = 0): Promise<VirtualPrinter> {
    const printer = new VirtualPrinter();
    await new Promise<void>((resolve) => printer.#server.listen(port, '127.0.0.1', resolve));
    return printer;
  }

  /** What to put in the printer's settings. */
  get transport(): { kind: 'tcp'; host: string; port: number } {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the printer is off');
    return { kind: 'tcp', host: '127.0.0.1', port: address.port };
  }

  /** Finished jobs as paper, oldest first. */
  get papers(): PrintedPaper[] {
    return this.jobs.map(readEscpos);
  }

  /** Switches the printer off: open connections break, new ones are refused. */
  async off(): Promise<void> {
    for (const socket of this.#sockets) socket.resetAndDestroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Waits until so many jobs have come out. */
  async printed(count: number, withinMs = 5000): Promise<PrintedPaper[]> {
    const deadline = Date.now() + withinMs;
    while (this.jobs.length < count) {
      if (Date.now() > deadline) throw new Error(`${this.jobs.length} of ${count} jobs came out`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return this.papers;
  }

  #serve(socket: Socket): void {
    const mood = this.mood;
    const chunks: Buffer[] = [];
    let taken = 0;
    let finished = false;
    this.#sockets.add(socket);
    const chatter = mood === 'chatty' ? setInterval(() => socket.write(Buffer.alloc(4, 0x10)), 1) : undefined;
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      taken += chunk.length;
      if (mood === 'jam' && taken >= BEFORE_TROUBLE) socket.pause();
      if (mood === 'reset' && taken >= BEFORE_TROUBLE) socket.resetAndDestroy();
      if (mood === 'slow') this.#sip(socket, chunk.length);
    });
    socket.on('end', () => {
      if (mood === 'silent') return;
      finished = true;
      this.jobs.push(Buffer.concat(chunks));
      socket.end();
    });
    // A broken connection is a test's subject, seen through `broken`.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(chatter);
      this.#sockets.delete(socket);
      if (!finished) this.broken.push(Buffer.concat(chunks));
    });
  }

  #sip(socket: Socket, bytes: number): void {
    socket.pause();
    setTimeout(() => socket.resume(), Math.ceil(bytes / SIP_BYTES));
  }
}
