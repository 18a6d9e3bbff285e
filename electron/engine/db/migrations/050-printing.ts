import type { Migration } from '../migrate.ts';

/** The printer's settings and what is to be, or was, printed. Workbench: no closed day depends on paper. */
export const printing: Migration = {
  number: 50,
  name: 'printing',
  sql: `
    CREATE TABLE work_printer (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      transport TEXT NOT NULL CHECK (transport IN ('none', 'tcp', 'file')),
      host TEXT CHECK ((host IS NOT NULL) = (transport = 'tcp')),
      port INTEGER CHECK ((port IS NOT NULL) = (transport = 'tcp') AND (port IS NULL OR port BETWEEN 1 AND 65535)),
      path TEXT CHECK ((path IS NOT NULL) = (transport = 'file')),
      drawer INTEGER NOT NULL CHECK (drawer IN (0, 1))
    ) STRICT;

    CREATE TABLE work_print_job (
      position INTEGER PRIMARY KEY AUTOINCREMENT,
      print_job_id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL CHECK (kind IN ('receipt', 'copy', 'report', 'test', 'drawer')),
      title TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'printed', 'failed', 'unsure')),
      fault TEXT CHECK ((fault IS NOT NULL) = (state IN ('failed', 'unsure'))),
      -- What the printer is told, as JSON of laid-out steps: the very lines the preview showed.
      steps TEXT NOT NULL CHECK (json_valid(steps)),
      created_at INTEGER NOT NULL,
      finished_at INTEGER CHECK ((finished_at IS NOT NULL) = (state IN ('printed', 'failed', 'unsure')))
    ) STRICT;
    CREATE INDEX work_print_job_queue ON work_print_job (position) WHERE state = 'queued';
  `,
};
