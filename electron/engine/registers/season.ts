import type { QuotaRule } from '../../../shared/domain/programmes/rules.ts';
import { quotaRulesInForce } from '../../../shared/domain/programmes/rules-in-force.ts';
import { windowOf } from '../../../shared/domain/programmes/windows.ts';
import type { Ctx } from '../context.ts';
import { rulesOf } from '../programmes/index.ts';
import { registerEntry, usesBetween, type SubsidyUse } from '../subsidy/index.ts';
import { hereOn } from './asked.ts';

/** A rule of a season with the date on which its season began, which may be that of a rule it replaced. */
interface Season {
  readonly rule: QuotaRule;
  readonly from: string;
}

/** What a season's purchases leave of what somebody was allotted. Each season is read once for a register. */
export class SeasonsLeft {
  readonly #ctx: Ctx;
  readonly #to: string;
  /** By season and line: what its buyer had used up with it. */
  readonly #used = new Map<string, ReadonlyMap<string, number>>();

  /** @param to the last date of the register */
  constructor(ctx: Ctx, to: string) {
    this.#ctx = ctx;
    this.#to = to;
  }

  /** What is left after a purchase, in units of the programme; null where no season or no allotment is known. */
  after(use: SubsidyUse): number | null {
    const season = use.registrationId === null ? undefined : this.#seasonOf(use);
    if (use.registrationId === null || season === undefined) return null;
    const allotted = registerEntry(this.#ctx, use.registrationId).allotments.find(
      ({ programme }) => programme === use.programme,
    );
    const limit = season.rule.limitThousandths ?? allotted?.quantityThousandths;
    if (limit === undefined) return null;
    return limit - (this.#usedIn(season).get(lineKey(use)) ?? 0);
  }

  #seasonOf({ programme, date }: SubsidyUse): Season | undefined {
    const book = rulesOf(this.#ctx.db);
    const here = hereOn(this.#ctx, date);
    const rule = quotaRulesInForce(book, programme, here).find(({ window }) => window === 'season');
    if (rule === undefined) return undefined;
    const { from } = windowOf(rule, date, here, book.quotas.get(programme) ?? []);
    return { rule, from: from ?? rule.validFrom };
  }

  #usedIn({ rule: { ruleId, programme }, from }: Season): ReadonlyMap<string, number> {
    const season = `${ruleId} ${from}`;
    const known = this.#used.get(season);
    if (known !== undefined) return known;
    const sums = new Map<string, number>();
    const used = new Map<string, number>();
    for (const use of usesBetween(this.#ctx.db, from, this.#to, programme)) {
      if (use.registrationId === null) continue;
      const sum = (sums.get(use.registrationId) ?? 0) + use.quantityThousandths - use.returnedThousandths;
      sums.set(use.registrationId, sum);
      used.set(lineKey(use), sum);
    }
    this.#used.set(season, used);
    return used;
  }
}

function lineKey({ saleId, lineId }: SubsidyUse): string {
  return `${saleId} ${lineId}`;
}
