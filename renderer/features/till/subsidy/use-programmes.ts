import type { TicketSubsidy } from '../../../../shared/contract/till.ts';
import type { ConsumerCategory, ProgrammeRule } from '../../../../shared/domain/programmes/rules.ts';
import { useProgrammes, type ListedProgramme } from '../../../data/use-programmes.ts';

/** Whether a programme wants to know who buys. */
export function usePersonal(): (programme: string) => boolean {
  const programmes = useProgrammes();
  return (code) => rulesInForce(programmes.get(code)).some(isPersonal);
}

/** How much depends on the number of a family card: it must be there, is asked for, or need not be. */
export type KkNeed = 'needed' | 'asked' | 'optional';

/** Whether the rules of the goods count by family, for a buyer of a category; null while that is open. */
export function useKkNeed({ verdict }: TicketSubsidy, category: ConsumerCategory | null): KkNeed {
  const programmes = useProgrammes();
  const codes = new Set(verdict.lines.map(({ programme }) => programme));
  const rules = [...codes].flatMap((code) => rulesInForce(programmes.get(code)));
  const counting = rules.filter(
    (rule) => rule.kind === 'quota' && rule.subject === 'kk' && rule.effect === 'block',
  );
  const asks = rules.some((rule) => rule.kind === 'access' && rule.identity === 'kk');
  const counts = counting.some(
    (rule) => rule.kind === 'quota' && (rule.category === null || rule.category === category),
  );
  if (asks || counts) return 'needed';
  return counting.length > 0 && category === null ? 'asked' : 'optional';
}

function rulesInForce(listed: ListedProgramme | undefined): ProgrammeRule[] {
  return (listed?.rules ?? []).filter(({ standing }) => standing === 'in-force').map(({ rule }) => rule);
}

function isPersonal(rule: ProgrammeRule): boolean {
  if (rule.kind === 'access') return rule.identity !== 'none';
  return rule.kind === 'quota' && rule.subject !== 'anyone';
}
