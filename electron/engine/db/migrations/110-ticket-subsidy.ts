import type { Migration } from '../migrate.ts';

/**
 * Who buys the subsidised goods of a ticket, and what somebody allowed of them: goes with the ticket
 * when it is put aside. A ticket that was open under the version before has nobody yet.
 */
export const ticketSubsidy: Migration = {
  number: 110,
  name: 'ticket-subsidy',
  sql: `
    -- As sales/subsidy/kept-subsidy.ts writes it, as JSON; NULL for nobody.
    ALTER TABLE work_ticket ADD COLUMN subsidy TEXT;
    ALTER TABLE work_parked_ticket ADD COLUMN subsidy TEXT;
  `,
};
