import type { Migration } from '../migrate.ts';

/**
 * Who members and buyers are, sealed and erasable; and replies kept for replays, sealed from now on,
 * because a reply may hold a name. Replies from before hold none and stay as they are.
 */
export const vault: Migration = {
  number: 80,
  name: 'vault',
  sql: `
    CREATE TABLE work_vault (
      subject_id TEXT PRIMARY KEY,
      sealed BLOB NOT NULL CHECK (length(sealed) >= 29)
    ) STRICT;
    -- Another stamp with every change, so that names held in memory know when they are stale.
    CREATE TABLE work_vault_state (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      stamp TEXT NOT NULL
    ) STRICT;
    INSERT INTO work_vault_state (id, stamp) VALUES (1, '');

    ALTER TABLE work_command_reply ADD COLUMN sealed BLOB;

    -- A members' file that was read and previewed; sealed, because it holds names.
    CREATE TABLE work_member_draft (
      draft_id TEXT PRIMARY KEY,
      sealed BLOB NOT NULL
    ) STRICT;
  `,
};
