import type { Migration } from '../migrate.ts';

/**
 * Approvals that were given and wait to be used: workbench, because none outlives its shift. That one
 * was given, and what it was used for, are records.
 */
export const approvals: Migration = {
  number: 90,
  name: 'approvals',
  sql: `
    CREATE TABLE work_approval (
      approval_id TEXT PRIMARY KEY,
      -- Exactly what was allowed, as canonical JSON.
      subject TEXT NOT NULL,
      amount_rp INTEGER NOT NULL CHECK (amount_rp >= 0),
      approver TEXT NOT NULL,
      requester_id TEXT NOT NULL,
      shift_id TEXT NOT NULL,
      given_at INTEGER NOT NULL,
      used_at INTEGER
    ) STRICT;
  `,
};
