import type { ProgrammesReply, RuleReply } from '../../../shared/contract/programmes.ts';
import type { Programme } from '../../../shared/domain/programmes/rules.ts';

/** Whether some programme sells today by what a buyer is: without a category it would refuse them. */
export function asksForCategory({ programmes }: ProgrammesReply): boolean {
  return programmes.some(
    ({ programme, rules }) =>
      programme.active &&
      rules.some(
        ({ rule, standing }) =>
          standing === 'in-force' &&
          ((rule.kind === 'access' && rule.categories.length > 0) ||
            (rule.kind === 'quota' && rule.category !== null)),
      ),
  );
}

/**
 * Programmes that give a buyer so much and no more for a season: those for farmers, those whose quota
 * is what was allotted, and any of which the buyer was allotted something already.
 * @param held codes of the programmes of which the buyer has an allotment
 */
export function allottedProgrammes(
  { programmes }: ProgrammesReply,
  held: readonly string[],
): readonly Programme[] {
  return programmes
    .filter(({ programme, rules }) => rules.some(isByAllotment) || held.includes(programme.programme))
    .map(({ programme }) => programme);
}

function isByAllotment({ rule, standing }: RuleReply): boolean {
  if (standing !== 'in-force' && standing !== 'coming') return false;
  return (
    (rule.kind === 'access' && rule.identity === 'farmer') ||
    (rule.kind === 'quota' && rule.limitThousandths === null)
  );
}
