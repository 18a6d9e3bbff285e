import { setImmediate } from 'node:timers/promises';
import type { MemberImportPreview, membersContract } from '../../../../shared/contract/members.ts';
import type { AreaHandlers } from '../../../../shared/contract/define.ts';
import { rupiah } from '../../../../shared/domain/money.ts';
import type { SavingsRow } from '../../../../shared/journal/member-bodies.ts';
import { MAX_ROWS_PER_RECORD } from '../../../../shared/journal/parts.ts';
import type { Ctx } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { membersSeq, readMember } from '../member-store.ts';
import { keepPerson } from '../person.ts';
import { usedAfter } from '../savings-store.ts';
import { todayOf } from '../today.ts';
import { dropDrafts } from './draft-store.ts';
import { keepDraft, openDraft, type Draft, type DraftSavings } from './draft.ts';
import { MemberPlanner } from './plan-members.ts';
import { readMemberFile } from './read-members.ts';

type MembersHandlers = AreaHandlers<typeof membersContract, Ctx>;

/** Rows compared before other calls get their turn. */
const ROWS_AT_A_TIME = 200;

interface ReadyPreview {
  readonly preview: MemberImportPreview;
  readonly draft: Draft;
}

/** Reads a file and says what importing it would do. Only the sealed draft is stored, no member. */
export const importPreview: MembersHandlers['importPreview'] = {
  prepare: async (ctx, input): Promise<ReadyPreview> => {
    if (input.asOf > todayOf(ctx)) throw new DomainError('member.as-of-future');
    const file = await readMemberFile(Buffer.from(input.contentBase64, 'base64'));
    const seq = membersSeq(ctx.db);
    const planner = new MemberPlanner(ctx, file, input.asOf);
    for (const [index, row] of file.rows.entries()) {
      if (index % ROWS_AT_A_TIME === 0) await setImmediate();
      planner.take(row);
    }
    const errors = file.errors.count;
    return {
      preview: {
        draftId: ctx.ports.ids.next(),
        fileName: input.fileName,
        asOf: input.asOf,
        columns: file.columns.map(({ header, field }) => ({ header, field })),
        rows: file.rowCount,
        newMembers: planner.counts.new,
        changedMembers: planner.counts.changed,
        sameMembers: planner.counts.same,
        savings: planner.savings.length,
        savingsTotalRp: planner.savingsTotal(),
        sample: planner.sample,
        errors: [...file.errors.shown],
        errorCount: errors,
      },
      draft: {
        asOf: input.asOf,
        membersSeq: seq,
        errors,
        members: errors > 0 ? [] : planner.members,
        savings: errors > 0 ? [] : planner.savings,
      },
    };
  },
  run: (ctx, { preview, draft }: ReadyPreview) => {
    keepDraft(ctx, preview.draftId, draft);
    return preview;
  },
};

/**
 * Takes over a draft: every member and every balance of the file, or none.
 * @throws DomainError `import.draft-gone` where members have changed since the preview
 */
export const importCommit: MembersHandlers['importCommit'] = (ctx, input) => {
  const draft = openDraft(ctx, input.draftId);
  if (draft === undefined || draft.membersSeq !== membersSeq(ctx.db)) {
    throw new DomainError('import.draft-gone');
  }
  if (draft.errors > 0) throw new DomainError('import.has-errors', { errors: draft.errors });
  const terms = inParts(draft.members.flatMap((member) => member.terms ?? []));
  const importId = ctx.ports.ids.next();
  for (const [index, members] of terms.entries()) {
    ctx.append('members-imported/1', { importId, part: index + 1, parts: terms.length, members });
  }
  for (const { memberId, person } of draft.members) {
    if (person !== null) keepPerson(ctx, memberId, person);
  }
  const savings = inParts(draft.savings.map((row) => balancesOf(ctx, row, draft.asOf)));
  for (const rows of savings) {
    ctx.append('member-savings-set/1', { source: 'import', asOf: draft.asOf, rows });
  }
  dropDrafts(ctx.db);
  ctx.changed('members');
  return {
    members: draft.members.length,
    savings: draft.savings.length,
    records: terms.length + savings.length,
  };
};

/**
 * A row's balances as a record has them: those of the end of `asOf`. What the file left empty stays as
 * it is, which on that day was what is left now and what the till has taken since.
 */
function balancesOf(ctx: Ctx, row: DraftSavings, asOf: string): SavingsRow {
  const now = readMember(ctx.db, row.memberId)?.savings ?? null;
  const kept = (now?.sukarelaRp ?? 0) + (now === null ? 0 : usedAfter(ctx.db, row.memberId, asOf));
  return {
    memberId: row.memberId,
    pokokRp: row.pokokRp ?? now?.pokokRp ?? rupiah(0),
    wajibRp: row.wajibRp ?? now?.wajibRp ?? rupiah(0),
    sukarelaRp: row.sukarelaRp ?? rupiah(kept),
  };
}

function inParts<T>(rows: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < rows.length; start += MAX_ROWS_PER_RECORD) {
    parts.push(rows.slice(start, start + MAX_ROWS_PER_RECORD));
  }
  return parts;
}
