import type { ProgrammesReply, RuleStanding } from '../../../../shared/contract/programmes.ts';
import type { ProgrammeRule } from '../../../../shared/domain/programmes/rules.ts';
import { formatDate, formatQuantity, formatRupiah } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { categoryNames } from '../../../../shared/i18n/id/subsidy-findings.ts';

const words = id.subsidyOffice.rules;

/** What a rule says, in one line. @param unit of its programme: tabung, kg, liter */
export function ruleWords(rule: ProgrammeRule, unit: string): string {
  switch (rule.kind) {
    case 'price':
      return words.says.price(words.priceKinds[rule.priceKind], formatRupiah(rule.amountRp), unit);
    case 'access':
      return words.says.access(
        words.identities[rule.identity],
        rule.categories.map((category) => categoryNames[category]).join(', '),
      );
    case 'quota':
      return words.says.quota(
        rule.limitThousandths === null ? words.allotted : `${formatQuantity(rule.limitThousandths)} ${unit}`,
        words.subjects[rule.subject],
        words.windows[rule.window],
        rule.category === null ? '' : categoryNames[rule.category],
      );
  }
}

/** For which region, zone and kind of seller. */
export function whereWords({ region, zone, sellerTier }: ProgrammeRule): string {
  const parts = [
    ...(region === '' ? [] : [words.region(region)]),
    ...(zone === null ? [] : [words.zone(zone)]),
    ...(sellerTier === '' ? [] : [sellerTier]),
  ];
  return parts.length === 0 ? words.everywhere : parts.join(', ');
}

/** From when to when. */
export function whenWords({ validFrom, validTo }: Pick<ProgrammeRule, 'validFrom' | 'validTo'>): string {
  return validTo === null
    ? words.since(formatDate(validFrom))
    : words.between(formatDate(validFrom), formatDate(validTo));
}

/** Where the store stands, as a rule would call it. */
export function placeWords({ region, zone, sellerTier }: ProgrammesReply['place']): string {
  return [
    region === '' ? words.noRegion : words.region(region),
    words.zone(zone),
    sellerTier === '' ? words.noTier : sellerTier,
  ].join(', ');
}

/** The badge of a rule: what holds now is amber, what will hold is dashed. */
export const STANDING_TAGS: Readonly<Record<RuleStanding, 'subsidy' | 'wait' | 'plain'>> = {
  'in-force': 'subsidy',
  coming: 'wait',
  past: 'plain',
  elsewhere: 'plain',
  outranked: 'plain',
  'switched-off': 'plain',
};
