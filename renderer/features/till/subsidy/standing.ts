import type { TicketSubsidy } from '../../../../shared/contract/till.ts';
import type { ErrorParams } from '../../../../shared/contract/wire.ts';
import type { Finding, FindingCode } from '../../../../shared/domain/programmes/verdict.ts';
import { findingWords, type FindingWords } from '../../../../shared/i18n/id/subsidy-till.ts';
import type { ProgrammeNames } from '../../../data/use-programmes.ts';

/** How goods of a programme on the ticket stand. */
export interface Standing {
  /** `missing` where only something has to be filled in; a refusal needs another way out. */
  readonly kind: 'allow' | 'warn' | 'missing' | 'refused';
  /** What stands in the way first, null where nothing does. */
  readonly finding: Finding | null;
  readonly warnings: readonly Finding[];
}

/** What the buyer's screen asks for: it is no refusal until it was asked. */
const FILLED_IN: readonly FindingCode[] = ['identity-required', 'kk-required', 'category-required'];
/** What a buyer who is named may turn out to have. */
const OF_A_BUYER: readonly FindingCode[] = ['member-required', 'farmer-required', 'not-allotted'];

/** Whether a finding only says that something has not been filled in yet. */
export function isMissing(finding: Finding, subsidy: TicketSubsidy): boolean {
  if (FILLED_IN.includes(finding.code)) return true;
  return subsidy.registrationId === null && OF_A_BUYER.includes(finding.code);
}

/** Reads the verdict on the ticket: what refuses goes before what is missing, and that before warnings. */
export function standingOf(subsidy: TicketSubsidy): Standing {
  const refusals = subsidy.verdict.findings.filter(({ effect }) => effect === 'refuse');
  const warnings = subsidy.verdict.findings.filter(({ effect }) => effect === 'warn');
  const hard = refusals.find((finding) => !isMissing(finding, subsidy));
  if (hard !== undefined) return { kind: 'refused', finding: hard, warnings };
  const [missing] = refusals;
  if (missing !== undefined) return { kind: 'missing', finding: missing, warnings };
  return { kind: warnings.length > 0 ? 'warn' : 'allow', finding: null, warnings };
}

/** A finding in words, with what its programme is called. */
export function saidOf(finding: Finding, names: ProgrammeNames): FindingWords {
  const { name, unit } = names(finding.programme);
  const params: ErrorParams = { name, unit, effect: finding.effect, ...finding.params };
  return findingWords(finding.code, params);
}

/** How many lines of the ticket have nothing to do with a refusal. */
export function otherLines(lines: number, subsidy: TicketSubsidy): number {
  const refused = subsidy.verdict.lines.filter(({ effect }) => effect === 'refuse').length;
  return Math.max(0, lines - refused);
}

/** Whether the goods ask who buys, so that the key for the buyer means that. */
export function asksForBuyer(subsidy: TicketSubsidy | null): boolean {
  if (subsidy === null) return false;
  const { asks, effect } = subsidy.verdict;
  return asks.identities.length > 0 || asks.categories.length > 0 || effect === 'refuse';
}

/**
 * The ticket's goods that this is about: those that want to know who buys, and those that are refused.
 * Where none do, all of them.
 */
export function inFocus(subsidy: TicketSubsidy, isPersonal: (programme: string) => boolean): TicketSubsidy {
  const { verdict } = subsidy;
  const lines = verdict.lines.filter(({ programme, effect }) => isPersonal(programme) || effect === 'refuse');
  if (lines.length === 0) return subsidy;
  const programmes = new Set(lines.map(({ programme }) => programme));
  const quotas = verdict.quotas.filter(({ programme }) => programmes.has(programme));
  const findings = verdict.findings.filter(({ programme }) => programmes.has(programme));
  return { ...subsidy, verdict: { ...verdict, lines, quotas, findings } };
}
