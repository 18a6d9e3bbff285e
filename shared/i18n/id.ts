import { app } from './id/app.ts';
import { approvals } from './id/approvals.ts';
import { returns } from './id/returns.ts';
import { ticketBuyer } from './id/ticket-buyer.ts';
import { till } from './id/till.ts';
import { pay } from './id/pay.ts';
import { errors } from './id/errors.ts';
import { catalog } from './id/catalog.ts';
import { cash } from './id/cash.ts';
import { debts } from './id/debts.ts';
import { display } from './id/display.ts';
import { drawer } from './id/drawer.ts';
import { documents } from './id/documents.ts';
import { fields } from './id/fields.ts';
import { form } from './id/form.ts';
import { importing } from './id/importing.ts';
import { members } from './id/members.ts';
import { parking } from './id/parking.ts';
import { people } from './id/people.ts';
import { promotions } from './id/promotions.ts';
import { reports } from './id/reports.ts';
import { settings } from './id/settings.ts';
import { setup } from './id/setup.ts';
import { signIn } from './id/sign-in.ts';
import { subsidyOffice } from './id/subsidy-office.ts';
import { subsidyTill } from './id/subsidy-till.ts';

/** Every word the till says, in Bahasa Indonesia: the source of truth. One file for each area. */
export const id = {
  app,
  approvals,
  returns,
  till,
  pay,
  errors,
  catalog,
  cash,
  debts,
  display,
  documents,
  drawer,
  fields,
  form,
  importing,
  members,
  parking,
  people,
  promotions,
  reports,
  settings,
  setup,
  signIn,
  subsidyOffice,
  subsidyTill,
  ticketBuyer,
} as const;
