import type { Registration } from '../../../../shared/contract/subsidy.ts';
import type { TicketSubsidy } from '../../../../shared/contract/till.ts';
import type { ConsumerCategory } from '../../../../shared/domain/programmes/rules.ts';
import type { FindingCode } from '../../../../shared/domain/programmes/verdict.ts';
import { formatAmount, formatQuantity } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { NIK_LENGTH } from '../../../ui/nik-length.ts';
import type { BuyerDraft, Stage } from './buyer-draft.ts';

const words = id.subsidyTill.verdict.checks;

/** One thing the rules want: what it is, how it stands, and whether it is as it should be. */
export interface Check {
  readonly name: string;
  readonly value: string;
  readonly done: boolean;
}

interface Checked {
  readonly subsidy: TicketSubsidy;
  readonly draft: BuyerDraft;
  readonly stage: Stage;
  readonly known: Registration | undefined;
}

/** Everything the rules of the goods ask, in the order in which a cashier goes through it. */
export function checksOf(checked: Checked): Check[] {
  const { subsidy } = checked;
  return [
    ...numberCheck(checked),
    ...memberCheck(subsidy),
    ...categoryCheck(checked),
    ...quotaCheck(subsidy),
    ...priceCheck(subsidy),
    ...cylinderCheck(subsidy),
  ];
}

function has({ verdict }: TicketSubsidy, ...codes: FindingCode[]): boolean {
  return verdict.findings.some(({ code, effect }) => effect === 'refuse' && codes.includes(code));
}

function numberCheck({ subsidy, draft, stage, known }: Checked): Check[] {
  const { identities } = subsidy.verdict.asks;
  if (identities.length === 0) return [];
  const typed = draft.who === 'buyer' ? draft.digits.length : 0;
  const kk: Check[] = identities.includes('kk')
    ? [checkOf(words.kk, known?.hasKk === true ? words.tail(known.maskedKk) : '', known?.hasKk === true)]
    : [];
  if (stage === 'known' || subsidy.registrationId !== null) {
    const tail = known?.maskedNik ?? '';
    const value = typed === NIK_LENGTH ? words.digits : words.tail(tail);
    return [checkOf(words.nik, tail === '' && typed === 0 ? words.yes : value, true), ...kk];
  }
  if (typed === NIK_LENGTH && stage === 'register') return [checkOf(words.nik, words.digits, true), ...kk];
  return [checkOf(words.nikNeeded, words.missing, false), ...kk];
}

function memberCheck(subsidy: TicketSubsidy): Check[] {
  const { identities } = subsidy.verdict.asks;
  return identities.includes('member')
    ? [checkOf(words.member, words.yes, !has(subsidy, 'member-required'))]
    : [];
}

function categoryCheck({ subsidy, draft, stage }: Checked): Check[] {
  if (subsidy.verdict.asks.categories.length === 0) return [];
  const category: ConsumerCategory | null = stage === 'register' ? draft.category : subsidy.category;
  const name = category === null ? '' : id.subsidyTill.categories[category];
  return [checkOf(words.category, name, category !== null && !has(subsidy, 'category-not-allowed'))];
}

/** Quotas that only warn are no condition. */
function quotaCheck({ verdict, registrationId, allowed }: TicketSubsidy): Check[] {
  const blocking = verdict.quotas.filter(({ effect }) => effect === 'block');
  const [nearest] = blocking;
  if (nearest === undefined) {
    const later = registrationId === null && verdict.asks.identities.length > 0;
    return later ? [checkOf(words.quotaNeeded, words.later, false)] : [];
  }
  const after = nearest.usedThousandths + nearest.askedThousandths;
  const value = words.quotaAfter(formatQuantity(after), formatQuantity(nearest.limitThousandths));
  if (after <= nearest.limitThousandths) return [checkOf(words.quota, value, true)];
  return [checkOf(allowed ? words.quotaAllowed : words.quotaOver, value, allowed)];
}

function priceCheck({ verdict }: TicketSubsidy): Check[] {
  const { kinds } = id.subsidyTill.price;
  const [first] = verdict.lines.flatMap(({ price }) => (price === null ? [] : [price]));
  if (first === undefined) return [];
  const above = verdict.findings.some(({ code }) => code.startsWith('price-above'));
  return [checkOf(words.price(kinds[first.priceKind]), formatAmount(first.amountRp), !above)];
}

function cylinderCheck({ cylinders }: TicketSubsidy): Check[] {
  return cylinders
    .filter(({ refillThousandths }) => refillThousandths > 0)
    .map(({ emptiesThousandths }) =>
      checkOf(words.cylinder, words.cylinderIn(formatQuantity(emptiesThousandths)), true),
    );
}

function checkOf(name: string, value: string, done: boolean): Check {
  return { name, value: value === '' ? words.missing : value, done };
}
