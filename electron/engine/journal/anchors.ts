import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** A day's end as noted outside the database: the journal must still reach it. */
const anchorSchema = z.strictObject({
  zNumber: z.int(),
  seq: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Anchor = z.output<typeof anchorSchema>;

function anchorsPath(dataDir: string): string {
  return join(dataDir, 'anchors.jsonl');
}

/** Notes a signed day's end in a file beside the database, durably, one line a day. */
export function writeAnchor(dataDir: string, anchor: Anchor): void {
  const path = anchorsPath(dataDir);
  const written = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  // A line that a power cut or a full disk tore would spoil the one written behind it.
  const whole = written.lastIndexOf(0x0a) + 1;
  const file = openSync(path, existsSync(path) ? 'r+' : 'w');
  try {
    ftruncateSync(file, whole);
    writeSync(file, `${JSON.stringify(anchor)}\n`, whole);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Reads the anchors. A last line torn by a power cut is left out: its day's end is in the journal
 * all the same. Any other line that can't be read is returned as damage.
 */
export function readAnchors(dataDir: string): { anchors: Anchor[]; damagedLine: number | null } {
  const path = anchorsPath(dataDir);
  if (!existsSync(path)) return { anchors: [], damagedLine: null };
  // What stands behind the last line feed is empty, or a line that the power cut tore.
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  const anchors: Anchor[] = [];
  for (const [index, line] of lines.entries()) {
    const parsed = parseLine(line);
    if (parsed === undefined) return { anchors, damagedLine: index + 1 };
    anchors.push(parsed);
  }
  return { anchors, damagedLine: null };
}

function parseLine(line: string): Anchor | undefined {
  try {
    const parsed = anchorSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
