import type { Readable } from 'node:stream';
import { start, stop } from '../child.ts';

/** A screen to show windows on. */
export interface Display {
  name: string;
  close(): Promise<void>;
}

/**
 * A virtual screen of its own for the tests, on a number X itself finds free, so that they neither
 * need a desktop nor open windows on somebody's.
 */
export async function openVirtualDisplay(): Promise<Display> {
  // Larger than the till's window: one that fills the screen exactly loses a pixel to rounding.
  const server = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const channel = server.stdio[3];
  if (!isReadable(channel)) throw new Error('Xvfb has no channel to tell its display on');
  const number = await new Promise<string>((resolve, reject) => {
    channel.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code} before it had a display`)));
  });
  return { name: `:${number}`, close: () => stop(server) };
}

function isReadable(stream: unknown): stream is Readable {
  return typeof stream === 'object' && stream !== null && 'read' in stream;
}
