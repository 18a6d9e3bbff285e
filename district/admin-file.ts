import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** How the office's own tools on this machine reach a running district. */
const adminFileSchema = z.object({
  /** Where the district listens, or last listened. */
  url: z.string(),
  /** Opens the office's page and makes enrolment codes: for the eyes of this machine's user only. */
  token: z.string().min(16),
});
export type AdminFile = z.output<typeof adminFileSchema>;

const FILE = 'admin.json';

/** What a district in this directory wrote down, or undefined where none has run yet. */
export function readAdminFile(dataDir: string): AdminFile | undefined {
  let text: string;
  try {
    text = readFileSync(path.join(dataDir, FILE), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  return adminFileSchema.parse(JSON.parse(text));
}

/** Writes it down, readable by this user alone. */
export function writeAdminFile(dataDir: string, file: AdminFile): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const fresh = path.join(dataDir, `${FILE}.new`);
  writeFileSync(fresh, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
  renameSync(fresh, path.join(dataDir, FILE));
}

/** The token of an earlier start, so that a bookmark and a password manager keep working, or a new one. */
export function keptToken(dataDir: string): string {
  return readAdminFile(dataDir)?.token ?? randomBytes(24).toString('base64url');
}
