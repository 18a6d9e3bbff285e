import type { QuotaRule } from '../../../shared/domain/programmes/rules.ts';
import { quotaRulesInForce } from '../../../shared/domain/programmes/rules-in-force.ts';
import type { Ctx } from '../context.ts';
import { rulesOf } from '../programmes/index.ts';
import { registerEntry, usesBetween, type SubsidyUse } from '../subsidy/index.ts';
import { hereOn } from './asked.ts';

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
    const limit = season.limitThousandths ?? allotted?.quantityThousandths;
    if (limit === undefined) return null;
    return limit - (this.#usedIn(season).get(lineKey(use)) ?? 0);
  }

  #seasonOf({ programme, date }: SubsidyUse): QuotaRule | undefined {
    const rules = quotaRulesInForce(rulesOf(this.#ctx.db), programme, hereOn(this.#ctx, date));
    return rules.find(({ window }) => window === 'season');
  }

  #usedIn({ ruleId, programme, validFrom }: QuotaRule): ReadonlyMap<string, number> {
    const known = this.#used.get(ruleId);
    if (known !== undefined) return known;
    const sums = new Map<string, number>();
    const used = new Map<string, number>();
    for (const use of usesBetween(this.#ctx.db, validFrom, this.#to, programme)) {
      if (use.registrationId === null) continue;
      const sum = (sums.get(use.registrationId) ?? 0) + use.quantityThousandths - use.returnedThousandths;
      sums.set(use.registrationId, sum);
      used.set(lineKey(use), sum);
    }
    this.#used.set(ruleId, used);
    return used;
  }
}

function lineKey({ saleId, lineId }: SubsidyUse): string {
  return `${saleId} ${lineId}`;
}
