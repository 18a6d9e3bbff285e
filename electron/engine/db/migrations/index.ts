import type { Migration } from '../migrate.ts';
import { journal } from './010-journal.ts';
import { staffPins } from './020-staff-pins.ts';
import { ticket } from './030-ticket.ts';
import { catalog } from './040-catalog.ts';
import { printing } from './050-printing.ts';
import { upload } from './060-upload.ts';
import { parkedTickets } from './070-parked-tickets.ts';
import { vault } from './080-vault.ts';
import { approvals } from './090-approvals.ts';
import { deskTicket } from './100-desk-ticket.ts';
import { ticketSubsidy } from './110-ticket-subsidy.ts';
import { waiting } from './120-waiting.ts';
import { districtCounts } from './130-district-counts.ts';

/** Every step, in order. Append only. */
export const MIGRATIONS: readonly Migration[] = [
  journal,
  staffPins,
  ticket,
  catalog,
  printing,
  upload,
  parkedTickets,
  vault,
  approvals,
  deskTicket,
  ticketSubsidy,
  waiting,
  districtCounts,
];
