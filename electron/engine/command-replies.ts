import type { Ctx } from './context.ts';
import { get, run, type Db } from './db/sql.ts';
import { DomainError } from './domain-error.ts';
import { seal, unseal } from './vault/index.ts';

/**
 * Replies are kept sealed: a basket or a member that was answered holds a name, and a name stands
 * nowhere on disk in clear text.
 */
type Kept = Pick<Ctx, 'db' | 'ports'>;

const purposeOf = (commandId: string): string => `reply/${commandId}`;

/** How many of the newest replies are kept word for word; of older ones only that they were given. */
const KEPT_REPLIES = 1000;
/** How long a command's id is remembered, in milliseconds. */
const REMEMBERED_MS = 30 * 24 * 3_600_000;

interface ReplyRow {
  procedure: string;
  input_hash: Uint8Array;
  /** A reply from before replies were sealed; empty otherwise. */
  reply: string;
  sealed: Uint8Array | null;
}

/**
 * The reply a command was given before, or undefined where it is new.
 * @throws DomainError `command.id-reused` where the id belongs to another command, or to one so long
 *   ago that its reply is no longer kept: in both cases nothing is run a second time
 */
export function repliedBefore(
  { db, ports }: Kept,
  commandId: string,
  name: string,
  inputHash: Uint8Array,
): { readonly reply: unknown } | undefined {
  const row = get<ReplyRow>(
    db,
    'SELECT procedure, input_hash, reply, sealed FROM work_command_reply WHERE command_id = ?',
    commandId,
  );
  if (row === undefined) return undefined;
  const same = row.procedure === name && Buffer.compare(row.input_hash, inputHash) === 0;
  if (!same) throw new DomainError('command.id-reused');
  if (row.reply !== '') return { reply: JSON.parse(row.reply) };
  const opened = row.sealed === null ? undefined : unseal(ports, purposeOf(commandId), row.sealed);
  if (opened === undefined) throw new DomainError('command.id-reused');
  return { reply: opened.value };
}

/** Keeps a reply in the command's own transaction, so that it exists exactly when the change does. */
export function rememberReply(
  { db, ports }: Kept,
  given: { commandId: string; name: string; inputHash: Uint8Array; reply: unknown; at: number },
): void {
  run(
    db,
    `INSERT INTO work_command_reply (command_id, procedure, input_hash, reply, sealed, answered_at)
     VALUES (?, ?, ?, '', ?, ?)`,
    given.commandId,
    given.name,
    given.inputHash,
    seal(ports, purposeOf(given.commandId), given.reply),
    given.at,
  );
  run(
    db,
    "UPDATE work_command_reply SET reply = '', sealed = NULL WHERE rowid = last_insert_rowid() - ?",
    KEPT_REPLIES,
  );
}

/** Forgets ids so old that no retry can still be on its way. Called at start. */
export function forgetOldReplies(db: Db, now: number): void {
  run(db, 'DELETE FROM work_command_reply WHERE answered_at < ?', now - REMEMBERED_MS);
}

/**
 * Lets go of every reply's words, so that a name that is being erased is in none of them. A command
 * that is asked again after that is refused, never run a second time.
 */
export function forgetReplies(db: Db): void {
  run(db, "UPDATE work_command_reply SET reply = '', sealed = NULL");
}
