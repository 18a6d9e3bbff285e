import { effectOnLine, worst } from '../../../../shared/domain/programmes/evaluate.ts';
import type { Finding, Verdict } from '../../../../shared/domain/programmes/verdict.ts';
import type { Allowed, KeptSubsidy } from './kept-subsidy.ts';

/**
 * Whether somebody may say that a refusal is wrong: only where it rests on a count of earlier
 * purchases, which is the store's own and may be mistaken. Who the buyer is and what one sale may hold
 * are no counts.
 */
export function mayBeAllowed(finding: Finding): boolean {
  return (
    finding.effect === 'refuse' && finding.code === 'quota-exceeded' && finding.ways.includes('ask-manager')
  );
}

/** How much of a programme a verdict is over, in thousandths of its unit. */
export function askedOf(verdict: Verdict, programme: string): number {
  return verdict.lines
    .filter((line) => line.programme === programme)
    .reduce((sum, line) => sum + line.quantityThousandths, 0);
}

/** The words that were given over exactly what is asked for now, and by the buyer there is now. */
export function allowedNow(verdict: Verdict, kept: KeptSubsidy): Allowed[] {
  return kept.allowed.filter(
    ({ programme, registrationId, quantityThousandths }) =>
      registrationId === kept.registrationId && quantityThousandths === askedOf(verdict, programme),
  );
}

/** A verdict after somebody's word: what was allowed is a warning from then on, and goes into the record as one. */
export function afterAllowing(verdict: Verdict, allowed: readonly Allowed[]): Verdict {
  const programmes = new Set(allowed.map(({ programme }) => programme));
  if (programmes.size === 0) return verdict;
  const findings = verdict.findings.map((finding): Finding =>
    programmes.has(finding.programme) && mayBeAllowed(finding) ? { ...finding, effect: 'warn' } : finding,
  );
  return {
    ...verdict,
    findings: findings.toSorted((a, b) => Number(b.effect === 'refuse') - Number(a.effect === 'refuse')),
    effect: worst(findings),
    lines: verdict.lines.map((line) => ({ ...line, effect: effectOnLine(line, findings) })),
  };
}
