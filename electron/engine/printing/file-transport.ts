import { constants } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PrintFault, PrintOutcome } from './print-job-store.ts';
import type { TransportLimits } from './transport.ts';

/** How often a device that takes nothing is asked again. */
const RETRY_MS = 20;

/**
 * Sends a job to a file. A regular file gets the whole job appended and synced, or nothing of it. A
 * device (`/dev/usb/lp0`, a serial port, a pipe) is written without blocking, so that a printer out
 * of paper can be given up on and every byte it took is known.
 */
export async function sendToFile(
  path: string,
  bytes: Uint8Array,
  stop: AbortSignal,
  limits: TransportLimits,
): Promise<PrintOutcome> {
  const kind = await kindOf(path);
  if (kind === 'missing') return failed('no-path');
  let file: FileHandle;
  try {
    file = await open(path, kind === 'device' ? DEVICE_FLAGS : FILE_FLAGS);
  } catch (error) {
    return failed(codeOf(error) === 'ENOENT' ? 'no-path' : 'write');
  }
  try {
    return kind === 'device' ? await writeDevice(file, bytes, stop, limits) : await appendWhole(file, bytes);
  } finally {
    await file.close();
  }
}

// Never O_CREAT for a device: where it is unplugged, a regular file would swallow the receipts.
const DEVICE_FLAGS = constants.O_WRONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);
const FILE_FLAGS = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT;

/** What a path leads to; a device's name with nothing behind it is missing, never to be created. */
async function kindOf(path: string): Promise<'regular' | 'device' | 'missing'> {
  try {
    const found = await stat(path);
    return found.isFile() || found.isDirectory() ? 'regular' : 'device';
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') return 'missing';
    return path.startsWith('/dev/') ? 'missing' : 'regular';
  }
}

async function appendWhole(file: FileHandle, bytes: Uint8Array): Promise<PrintOutcome> {
  const { size } = await file.stat();
  try {
    await file.appendFile(bytes);
    await file.sync();
    return { state: 'printed' };
  } catch {
    // A full disk may have taken half a receipt. Taking it off again makes sending it again safe.
    return takeBack(file, size);
  }
}

async function takeBack(file: FileHandle, size: number): Promise<PrintOutcome> {
  try {
    await file.truncate(size);
    return failed('write');
  } catch {
    return { state: 'unsure', fault: 'write' };
  }
}

async function writeDevice(
  file: FileHandle,
  bytes: Uint8Array,
  stop: AbortSignal,
  limits: TransportLimits,
): Promise<PrintOutcome> {
  let taken = 0;
  let waitedMs = 0;
  const ended = (fault: PrintFault): PrintOutcome => ({ state: taken > 0 ? 'unsure' : 'failed', fault });
  while (taken < bytes.length) {
    if (stop.aborted) return ended('interrupted');
    if (waitedMs >= limits.silenceMs) return ended('timeout');
    try {
      const { bytesWritten } = await file.write(bytes, taken);
      taken += bytesWritten;
      waitedMs = bytesWritten > 0 ? 0 : waitedMs;
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') return ended('write');
      await sleep(RETRY_MS);
      waitedMs += RETRY_MS;
    }
  }
  return { state: 'printed' };
}

function failed(fault: PrintFault): PrintOutcome {
  return { state: 'failed', fault };
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
