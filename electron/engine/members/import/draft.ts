import { z } from 'zod';
import { businessDateSchema } from '../../../../shared/domain/business-date.ts';
import { rupiahSchema } from '../../../../shared/domain/money.ts';
import { memberRowSchema } from '../../../../shared/journal/member-bodies.ts';
import type { Ctx } from '../../context.ts';
import { seal, unseal } from '../../vault/index.ts';
import { memberPersonSchema } from '../person.ts';
import { readDraft, saveDraft } from './draft-store.ts';

/** Drafts kept at a time: the one on screen, and the one before it. */
const KEPT_DRAFTS = 2;

const draftMemberSchema = z.strictObject({
  memberId: z.uuid(),
  /** What goes into the journal; `null` where nothing changes there. */
  terms: memberRowSchema.nullable(),
  /** What goes into the vault; `null` where nothing changes there. */
  person: memberPersonSchema.nullable(),
});
export type DraftMember = z.output<typeof draftMemberSchema>;

/** Balances of one row; `null` where the cell was empty. */
const draftSavingsSchema = z.strictObject({
  memberId: z.uuid(),
  pokokRp: rupiahSchema.nullable(),
  wajibRp: rupiahSchema.nullable(),
  sukarelaRp: rupiahSchema.nullable(),
});
export type DraftSavings = z.output<typeof draftSavingsSchema>;

const draftSchema = z.strictObject({
  asOf: businessDateSchema,
  /** The members it was compared with; see `membersSeq`. */
  membersSeq: z.int(),
  errors: z.int(),
  members: z.array(draftMemberSchema),
  savings: z.array(draftSavingsSchema),
});
export type Draft = z.output<typeof draftSchema>;

const purposeOf = (draftId: string): string => `member-import/${draftId}`;

/** Keeps a previewed file until it is taken over; sealed, because it holds names. */
export function keepDraft(ctx: Ctx, draftId: string, draft: Draft): void {
  saveDraft(ctx.db, draftId, seal(ctx.ports, purposeOf(draftId), draft), KEPT_DRAFTS);
}

/** A draft that is still kept and can be opened. */
export function openDraft(ctx: Ctx, draftId: string): Draft | undefined {
  const sealed = readDraft(ctx.db, draftId);
  const opened = sealed === undefined ? undefined : unseal(ctx.ports, purposeOf(draftId), sealed);
  return opened === undefined ? undefined : draftSchema.parse(opened.value);
}
