import { z } from 'zod';
import { idSchema } from '../../../../shared/contract/values.ts';
import { consumerCategorySchema, programmeCodeSchema } from '../../../../shared/domain/programmes/rules.ts';
import { thousandthsSchema } from '../../../../shared/domain/quantity.ts';
import { run, type Db } from '../../db/sql.ts';
import { ticketHead, type TicketRow } from '../ticket-store.ts';

/** Somebody's word that the store's own count of a quota is wrong, for exactly this much to this buyer. */
const allowedSchema = z.strictObject({
  programme: programmeCodeSchema,
  registrationId: idSchema.nullable(),
  quantityThousandths: thousandthsSchema,
  /** null where whoever was signed in had the right. */
  approvalId: idSchema.nullable(),
});
export type Allowed = z.output<typeof allowedSchema>;

/** Who buys the subsidised goods of a ticket, as it is kept with the ticket. Never a number or a name. */
const keptSubsidySchema = z.strictObject({
  registrationId: idSchema.nullable(),
  category: consumerCategorySchema.nullable(),
  proxyRegistrationId: idSchema.nullable(),
  allowed: z.array(allowedSchema),
  /**
   * What was rung up from the waiting list. It leaves the list once the ticket is paid by whoever waited
   * for it, and not before.
   */
  waitingEntryIds: z.array(idSchema),
  /** For which programmes the district was asked about this buyer. */
  askedFor: z.array(programmeCodeSchema),
  /** Whoever was signed in when the buyer was named; null for a ticket put aside before this was kept. */
  chosenBy: idSchema.nullable().default(null),
});
export type KeptSubsidy = z.output<typeof keptSubsidySchema>;

/** No buyer is named. */
export const NOBODY_YET: KeptSubsidy = {
  registrationId: null,
  category: null,
  proxyRegistrationId: null,
  allowed: [],
  waitingEntryIds: [],
  askedFor: [],
  chosenBy: null,
};

/** What a ticket, open or put aside, keeps of its buyer. */
export function keptSubsidyOf(row: Pick<TicketRow, 'subsidy'> | undefined): KeptSubsidy {
  const text = row?.subsidy ?? null;
  return text === null ? NOBODY_YET : keptSubsidySchema.parse(JSON.parse(text));
}

/** What the open ticket keeps of its buyer. */
export function keptSubsidy(db: Db): KeptSubsidy {
  return keptSubsidyOf(ticketHead(db));
}

/** Changes what the open ticket keeps of its buyer. There must be a ticket. */
export function keepSubsidy(db: Db, kept: KeptSubsidy): void {
  run(db, 'UPDATE work_ticket SET subsidy = ? WHERE id = 1', JSON.stringify(kept));
}
