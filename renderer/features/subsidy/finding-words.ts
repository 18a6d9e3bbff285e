import type { Programme } from '../../../shared/domain/programmes/rules.ts';
import type { Finding, QuotaState } from '../../../shared/domain/programmes/verdict.ts';
import { formatQuantity } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { findingWords, windowNames } from '../../../shared/i18n/id/subsidy-findings.ts';

const words = id.subsidyOffice.quotas;

/**
 * Why goods are refused or sold with a warning, in the words of the till.
 * @param quotas those the finding may be about
 */
export function reasonWords(
  { code, effect, ruleId, params }: Finding,
  programme: Programme | undefined,
  quotas: readonly QuotaState[],
): { readonly title: string; readonly text: string } {
  // The till's words name its keys; here a category is mended where the buyer is kept.
  if (code === 'category-required') {
    const { title } = findingWords(code);
    return { title, text: id.subsidyOffice.waiting.categoryWhere };
  }
  const quota = quotas.find((each) => each.ruleId === ruleId);
  return findingWords(code, {
    ...(programme !== undefined && { name: programme.name, unit: programme.unit }),
    ...(quota !== undefined && { window: quota.window, subject: quota.subject }),
    effect,
    ...params,
  });
}

/** How a quota stands: what is used of how much, in which time. */
export function quotaWords(quota: QuotaState): { readonly name: string; readonly value: string } {
  return {
    name: `${words.subjects[quota.subject]} ${windowNames[quota.window] ?? ''}`,
    value: words.used(formatQuantity(quota.usedThousandths), formatQuantity(quota.limitThousandths)),
  };
}
