import { get, run, type Db } from './db/sql.ts';
import { DomainError } from './domain-error.ts';

/** How many of the newest replies are kept word for word; of older ones only that they were given. */
const KEPT_REPLIES = 1000;
/** How long a command's id is remembered, in milliseconds. */
const REMEMBERED_MS = 30 * 24 * 3_600_000;

interface ReplyRow {
  procedure: string;
  input_hash: Uint8Array;
  reply: string;
}

/**
 * The reply a command was given before, or undefined where it is new.
 * @throws DomainError `command.id-reused` where the id belongs to another command, or to one so long
 *   ago that its reply is no longer kept: in both cases nothing is run a second time
 */
export function repliedBefore(
  db: Db,
  commandId: string,
  name: string,
  inputHash: Uint8Array,
): { readonly reply: unknown } | undefined {
  const row = get<ReplyRow>(
    db,
    'SELECT procedure, input_hash, reply FROM work_command_reply WHERE command_id = ?',
    commandId,
  );
  if (row === undefined) return undefined;
  const same = row.procedure === name && Buffer.compare(row.input_hash, inputHash) === 0;
  if (!same || row.reply === '') throw new DomainError('command.id-reused');
  return { reply: JSON.parse(row.reply) };
}

/** Keeps a reply in the command's own transaction, so that it exists exactly when the change does. */
export function rememberReply(
  db: Db,
  given: { commandId: string; name: string; inputHash: Uint8Array; reply: unknown; at: number },
): void {
  run(
    db,
    'INSERT INTO work_command_reply (command_id, procedure, input_hash, reply, answered_at) VALUES (?, ?, ?, ?, ?)',
    given.commandId,
    given.name,
    given.inputHash,
    JSON.stringify(given.reply),
    given.at,
  );
  run(db, "UPDATE work_command_reply SET reply = '' WHERE rowid = last_insert_rowid() - ?", KEPT_REPLIES);
}

/** Forgets ids so old that no retry can still be on its way. Called at start. */
export function forgetOldReplies(db: Db, now: number): void {
  run(db, 'DELETE FROM work_command_reply WHERE answered_at < ?', now - REMEMBERED_MS);
}
