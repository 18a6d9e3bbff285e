import type { Ticket } from '../../../../shared/contract/till.ts';
import { sumThousandths } from '../../../../shared/domain/quantity.ts';
import type { Verdict } from '../../../../shared/domain/programmes/verdict.ts';
import { findingWords } from '../../../../shared/i18n/id/subsidy-findings.ts';
import type { Ctx } from '../../context.ts';
import { allProgrammes, programmesOf } from '../../programmes/index.ts';
import { recordVoid } from '../ticket-handlers.ts';
import { deleteTicketLine, ticketLines, type TicketLineRow } from '../ticket-store.ts';
import { forgetBuyerWith } from './forget-buyer.ts';

/** A note on a voided line is no longer than this. */
const NOTE_LETTERS = 80;

/**
 * Takes every line that the rules refuse off the open ticket: each is recorded as a line that was
 * voided, and each programme's refusal with its reason. What was rung up to go with refused cylinders
 * goes with them: nobody pays a deposit for a cylinder they don't get.
 * @returns whether there was anything to take off
 */
export function dropRefusedLines(ctx: Ctx, ticket: Ticket): boolean {
  const verdict = ticket.subsidy?.verdict;
  const refused = verdict?.lines.filter(({ effect }) => effect === 'refuse') ?? [];
  if (verdict === undefined || refused.length === 0) return false;
  const notes = refusalNotes(ctx, verdict);
  const rows = ticketLines(ctx.db);
  const byLine = new Map(refused.map(({ lineId, programme }) => [lineId, notes.get(programme) ?? '']));
  for (const [lineId, note] of withCylinders(ctx, rows, byLine)) {
    const row = rows.find((each) => each.line_id === lineId);
    if (row === undefined) throw new Error(`line ${lineId} is not on the ticket`);
    recordVoid(ctx, row, row.quantity_thousandths, { reason: 'other', note });
    deleteTicketLine(ctx.db, lineId);
  }
  for (const [programme, lines] of Map.groupBy(refused, (line) => line.programme)) {
    const finding = verdict.findings.find((each) => each.programme === programme && each.effect === 'refuse');
    if (finding === undefined) throw new Error(`${programme} is refused for no reason`);
    ctx.append('subsidy-refused/1', {
      ticketId: ticket.ticketId,
      programme,
      code: finding.code,
      ruleId: finding.ruleId,
      registrationId: ticket.subsidy?.registrationId ?? null,
      quantityThousandths: sumThousandths(lines.map((line) => line.quantityThousandths)),
    });
  }
  forgetBuyerWith(
    ctx,
    rows.map((row) => row.product_id),
  );
  ctx.changed('subsidy');
  return true;
}

/** Why each programme's goods are taken off, for whoever reads the day in the evening. */
function refusalNotes(ctx: Ctx, { findings }: Verdict): Map<string, string> {
  const names = new Map(allProgrammes(ctx.db).map(({ programme, name }) => [programme, name]));
  const notes = new Map<string, string>();
  for (const { programme, code, effect, params } of findings) {
    if (effect !== 'refuse' || notes.has(programme)) continue;
    const name = names.get(programme) ?? programme;
    const { title } = findingWords(code, { ...params, effect, name });
    notes.set(programme, `${name}: ${title}`.slice(0, NOTE_LETTERS));
  }
  return notes;
}

/** The lines to take off with the note of each: those refused, and the cylinders and deposits left without a refill. */
function withCylinders(
  ctx: Ctx,
  rows: readonly TicketLineRow[],
  refused: ReadonlyMap<string, string>,
): Map<string, string> {
  const goods = programmesOf(
    ctx.db,
    rows.map((row) => row.product_id),
  );
  const all = new Map(refused);
  const cylinders = rows.flatMap((row) => {
    const cylinder = goods.get(row.product_id)?.cylinder ?? null;
    return cylinder === null ? [] : [{ lineId: row.line_id, ...cylinder }];
  });
  for (const mine of Map.groupBy(cylinders, ({ kind }) => kind).values()) {
    const refills = mine.filter(({ role }) => role === 'refill');
    const note = refused.get(refills[0]?.lineId ?? '');
    if (note === undefined || refills.some(({ lineId }) => !refused.has(lineId))) continue;
    for (const { lineId } of mine) all.set(lineId, note);
  }
  return all;
}
