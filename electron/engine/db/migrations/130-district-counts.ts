import type { Migration } from '../migrate.ts';

/**
 * What the district last said of a buyer: what was bought under a programme at its other tills. A
 * subject is the keyed hash that all of a district's stores share, never a number. Workbench: a till
 * that never asked, or has lost this, goes by its own count and says so.
 */
export const districtCounts: Migration = {
  number: 130,
  name: 'district-counts',
  sql: `
    -- That it answered at all: without a row here, nothing is known of other stores.
    CREATE TABLE work_district_answer (
      subject_key TEXT NOT NULL CHECK (length(subject_key) = 64),
      programme TEXT NOT NULL,
      -- The keys that were asked before it, whose purchases are not counted under this one again.
      asked_with TEXT NOT NULL DEFAULT '',
      -- The first date that the answer covers.
      from_date TEXT NOT NULL,
      asked_at INTEGER NOT NULL,
      PRIMARY KEY (subject_key, programme, asked_with)
    ) STRICT;
    CREATE TABLE work_district_count (
      subject_key TEXT NOT NULL CHECK (length(subject_key) = 64),
      programme TEXT NOT NULL,
      date TEXT NOT NULL,
      -- As what it was bought; empty for none.
      category TEXT NOT NULL DEFAULT '',
      -- As of the answer: what a family bought without one of its people is not what it bought without another.
      asked_with TEXT NOT NULL DEFAULT '',
      quantity_thousandths INTEGER NOT NULL CHECK (quantity_thousandths > 0),
      asked_at INTEGER NOT NULL,
      PRIMARY KEY (subject_key, programme, asked_with, date, category)
    ) STRICT;
  `,
};
