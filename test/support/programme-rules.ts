import { evaluate } from '../../shared/domain/programmes/evaluate.ts';
import {
  NOBODY,
  type Here,
  type ProgrammeLine,
  type ProgrammeUse,
  type SubsidyBuyer,
} from '../../shared/domain/programmes/judged.ts';
import { ruleBook } from '../../shared/domain/programmes/rules-in-force.ts';
import {
  programmeRuleSchema,
  type AccessRule,
  type ProgrammeRule,
  type QuotaRule,
} from '../../shared/domain/programmes/rules.ts';
import type { Verdict } from '../../shared/domain/programmes/verdict.ts';

/** Rules, a buyer and earlier purchases of a test's own, each of which holds unless the test says otherwise. */

const head = {
  programme: 'lpg-3kg',
  region: '',
  zone: null,
  sellerTier: '',
  validFrom: '2026-01-01',
  validTo: null,
  decree: 'SK',
  source: 'store',
  active: true,
};

let count = 0;
export function idOf(): string {
  count += 1;
  return `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`;
}

export function access(part: Partial<AccessRule>): ProgrammeRule {
  return programmeRuleSchema.parse({
    ...head,
    ruleId: idOf(),
    kind: 'access',
    identity: 'nik',
    categories: [],
    proxyAllowed: true,
    resaleForbidden: false,
    mixingForbidden: false,
    system: null,
    purpose: '',
    retentionDays: 30,
    ...part,
  });
}

export function quota(part: Partial<QuotaRule>): ProgrammeRule {
  return programmeRuleSchema.parse({
    ...head,
    ruleId: idOf(),
    kind: 'quota',
    subject: 'nik',
    category: null,
    window: 'week',
    limitThousandths: 2000,
    effect: 'block',
    ...part,
  });
}

export function price(part: object): ProgrammeRule {
  return programmeRuleSchema.parse({
    ...head,
    ruleId: idOf(),
    kind: 'price',
    priceKind: 'het',
    amountRp: 18_000,
    ...part,
  });
}

const here: Here = {
  at: Date.parse('2026-04-15T03:42:00Z'),
  offsetMinutes: 420,
  businessDate: '2026-04-15',
  region: '3507122001',
  zone: 1,
  sellerTier: '',
};

export const sumarni: SubsidyBuyer = {
  ...NOBODY,
  registrationId: idOf(),
  nikKey: 'nik-sumarni',
  kkKey: 'kk-paiman',
  category: 'rumah-tangga',
};

export function line(programme = 'lpg-3kg', quantityThousandths = 1000): ProgrammeLine {
  return { lineId: idOf(), programme, quantityThousandths, whole: true, chargedRp: null };
}

export function bought(part: Partial<ProgrammeUse>): ProgrammeUse {
  const { nikKey, kkKey, memberId, category } = sumarni;
  const by = { nikKey, kkKey, memberId, category };
  return {
    programme: 'lpg-3kg',
    date: '2026-04-13',
    quantityThousandths: 1000,
    elsewhere: false,
    ...by,
    ...part,
  };
}

export function judge(
  rules: readonly ProgrammeRule[],
  buyer: SubsidyBuyer,
  basket: readonly ProgrammeLine[],
  history: readonly ProgrammeUse[] = [],
): Verdict {
  return evaluate(ruleBook(rules), buyer, basket, history, here);
}

export function codes({ findings }: Verdict): string[] {
  return findings.map(({ effect, code }) => `${effect} ${code}`);
}
