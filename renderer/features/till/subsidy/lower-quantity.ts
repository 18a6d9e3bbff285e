import type { Ticket, TicketLine } from '../../../../shared/contract/till.ts';
import { ONE } from '../../../../shared/domain/quantity.ts';
import type { Finding } from '../../../../shared/domain/programmes/verdict.ts';

/** A line and the quantity, in its own unit, that the rules still allow. */
export interface Lowered {
  readonly line: TicketLine;
  readonly quantityThousandths: number;
}

/**
 * By how much to lower the newest line of a programme so that its quota is kept.
 * @returns null where one line alone can't make room, or nothing of it would be left
 */
export function loweredTo(ticket: Ticket, finding: Finding): Lowered | null {
  const judged = ticket.subsidy?.verdict.lines.filter(({ programme }) => programme === finding.programme);
  const last = judged?.at(-1);
  const line = ticket.lines.find(({ lineId }) => lineId === last?.lineId);
  if (last === undefined || line === undefined || line.labelled || line.quantityThousandths <= 0) return null;
  const over = figure(finding, 'used') + figure(finding, 'asked') - figure(finding, 'limit');
  // Units of the programme in one unit of the line: a bag of 5 kg is five.
  const measure = last.quantityThousandths / line.quantityThousandths;
  const exact = (last.quantityThousandths - over) / measure;
  const quantityThousandths = line.fractional ? Math.floor(exact) : wholeBelow(exact);
  return over > 0 && quantityThousandths > 0 ? { line, quantityThousandths } : null;
}

/**
 * The whole packs that are nearest to what is on a line that may not be opened.
 * @returns null where the finding names no line
 */
export function wholePacks(ticket: Ticket, finding: Finding): Lowered | null {
  const line = ticket.lines.find(({ lineId }) => lineId === finding.lineId);
  if (line === undefined || line.labelled) return null;
  return { line, quantityThousandths: Math.max(ONE, wholeBelow(line.quantityThousandths)) };
}

function wholeBelow(thousandths: number): number {
  return Math.floor(thousandths / ONE) * ONE;
}

function figure({ params }: Finding, name: string): number {
  return Number(params[name] ?? 0);
}
