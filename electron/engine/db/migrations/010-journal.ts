import type { Migration } from '../migrate.ts';

/**
 * The journal itself. Triggers refuse every change to what is written; the gapless number is checked
 * on the way in. The chain is the evidence, the triggers only keep honest code honest.
 */
export const journal: Migration = {
  number: 10,
  name: 'journal',
  sql: `
    CREATE TABLE journal (
      seq INTEGER PRIMARY KEY CHECK (seq > 0),
      type TEXT NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      bytes BLOB NOT NULL CHECK (length(bytes) > 2)
    ) STRICT;
    CREATE TRIGGER journal_is_gapless BEFORE INSERT ON journal
      WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal)
      BEGIN SELECT raise(ABORT, 'journal: seq must be the next number'); END;
    CREATE TRIGGER journal_has_no_update BEFORE UPDATE ON journal
      BEGIN SELECT raise(ABORT, 'journal: append-only'); END;
    CREATE TRIGGER journal_has_no_delete BEFORE DELETE ON journal
      BEGIN SELECT raise(ABORT, 'journal: append-only'); END;

    -- Where the journal must reach at least: the head, and every signed day's end. Kept apart from
    -- the journal so that a tail cut off does not go unseen.
    CREATE TABLE work_head (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      seq INTEGER NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;

    -- Replies already given, so that a repeated command changes nothing.
    CREATE TABLE work_command_reply (
      command_id TEXT PRIMARY KEY,
      procedure TEXT NOT NULL,
      input_hash BLOB NOT NULL CHECK (length(input_hash) = 32),
      reply TEXT NOT NULL,
      answered_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX work_command_reply_by_age ON work_command_reply (answered_at);

    -- Which shape the fold tables have; another number means: build them again.
    CREATE TABLE work_fold_version (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      version INTEGER NOT NULL
    ) STRICT;
  `,
};
