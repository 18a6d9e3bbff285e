import type { Ticket } from '../../../../shared/contract/till.ts';
import type { LineJudgement } from '../../../../shared/domain/programmes/verdict.ts';
import { formatAmount } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { isMissing, saidOf } from './standing.ts';
import { useProgrammeNames, type ProgrammeNames } from '../../../data/use-programmes.ts';
import { usePersonal } from './use-programmes.ts';

const words = id.subsidyTill;

/** What the basket says of a line of a programme. */
export interface LineState {
  readonly badge: string;
  /** The price in force beside the badge, empty where there is none. */
  readonly most: string;
  /** What stands in its way, null where nothing does. */
  readonly trouble: { readonly kind: 'wait' | 'stop'; readonly title: string } | null;
  /** The system it has to be keyed into as well, as a badge; empty for none. */
  readonly system: string;
  /** It asks who buys: the buyer's name belongs below it. */
  readonly personal: boolean;
  readonly registrationId: string | null;
  /** As what they buy, in words; empty where that is not asked. */
  readonly category: string;
}

/** The states of a ticket's lines that belong to a programme, by the ids of the lines. */
export function useLineStates(ticket: Ticket): ReadonlyMap<string, LineState> {
  const names = useProgrammeNames();
  const isPersonal = usePersonal();
  const judged = ticket.subsidy?.verdict.lines ?? [];
  return new Map(
    judged.map((line) => [line.lineId, stateOf(ticket, line, names, isPersonal(line.programme))]),
  );
}

function stateOf(ticket: Ticket, line: LineJudgement, names: ProgrammeNames, personal: boolean): LineState {
  const system = line.system === null ? '' : words.systems[line.system];
  return {
    badge: badgeOf(line),
    most: mostOf(ticket, line),
    trouble: troubleOf(ticket, line, names),
    system: line.effect === 'refuse' ? '' : system,
    personal,
    registrationId: ticket.subsidy?.registrationId ?? null,
    category: categoryOf(ticket),
  };
}

function categoryOf({ subsidy }: Ticket): string {
  const category = subsidy?.category ?? null;
  return category === null ? '' : words.categories[category].toLowerCase();
}

/** A programme with a price or a register of its own is a subsidy; a ceiling alone is HET or HAP. */
export function badgeOf({ price, system }: Pick<LineJudgement, 'price' | 'system'>): string {
  const { badge } = words;
  if (price?.priceKind === 'program' || (system !== null && system !== 'simirah')) return badge.subsidy;
  return price === null ? badge.subsidy : badge[price.priceKind === 'hap' ? 'hap' : 'het'];
}

/** The most that one unit of the line may cost, as its badge says it. */
function mostOf(ticket: Ticket, { lineId, price, quantityThousandths }: LineJudgement): string {
  const line = ticket.lines.find((candidate) => candidate.lineId === lineId);
  if (line === undefined || price === null || line.quantityThousandths <= 0) return '';
  const perUnit = Math.floor((price.amountRp * quantityThousandths) / line.quantityThousandths);
  // A price over a fraction of a pack is no price anybody reads on a shelf.
  const amount = formatAmount(line.fractional && perUnit === 0 ? price.amountRp : perUnit);
  if (price.priceKind === 'hap') return words.badge.about(amount);
  return words.badge.most(amount);
}

function troubleOf(ticket: Ticket, line: LineJudgement, names: ProgrammeNames): LineState['trouble'] {
  const { subsidy } = ticket;
  if (subsidy === null || line.effect !== 'refuse') return null;
  const mine = subsidy.verdict.findings.filter(
    ({ effect, programme, lineId }) =>
      effect === 'refuse' && programme === line.programme && (lineId === null || lineId === line.lineId),
  );
  const hard = mine.find((finding) => !isMissing(finding, subsidy));
  const finding = hard ?? mine[0];
  if (finding === undefined) return null;
  return { kind: hard === undefined ? 'wait' : 'stop', title: saidOf(finding, names).title };
}
