import type { keyingContract, KeyingRow } from '../../../shared/contract/keying.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import { businessDateSchema } from '../../../shared/domain/business-date.ts';
import { externalSystemSchema, type Programme } from '../../../shared/domain/programmes/rules.ts';
import { thousandths } from '../../../shared/domain/quantity.ts';
import type { Ctx } from '../context.ts';
import { allProgrammes } from '../programmes/index.ts';
import { receiptOfSale } from '../sales/index.ts';
import { listStaff } from '../staff/index.ts';
import { shownBuyer } from '../subsidy/index.ts';
import {
  countLines,
  countsOfSystems,
  linesAsked,
  newestComparisons,
  type ExternalLine,
} from './keying-store.ts';

type Handlers = AreaHandlers<typeof keyingContract, Ctx>;

/** Comparisons that the screen lists: five years of one a month. */
const COMPARISONS_SHOWN = 60;

/** Lines that have to be keyed elsewhere, the oldest first. A kasir sees four digits of whoever bought. */
export const queue: Handlers['queue'] = (ctx, { limit, ...asked }) => {
  const programmes = new Map(allProgrammes(ctx.db).map((each) => [each.programme, each]));
  return {
    total: countLines(ctx.db, asked),
    rows: linesAsked(ctx.db, asked, limit).map((line) => rowOf(ctx, line, programmes)),
    counts: countsOfSystems(ctx.db, asked.from, asked.to).map((row) => ({
      system: externalSystemSchema.parse(row.system),
      belum: row.belum,
      sudah: row.sudah,
      beda: row.beda,
      belumThousandths: thousandths(row.belum_thousandths),
      oldestBelum: row.oldest === null ? null : businessDateSchema.parse(row.oldest),
    })),
  };
};

function rowOf(ctx: Ctx, line: ExternalLine, programmes: ReadonlyMap<string, Programme>): KeyingRow {
  const { nikKey: _, markedAs: __, ...row } = line;
  const programme = programmes.get(line.programme);
  return {
    ...row,
    programmeName: programme?.name ?? line.programme,
    unit: programme?.unit ?? '',
    buyer: shownBuyer(ctx, line.registrationId),
  };
}

/** Comparisons that were written down, the newest first. */
export const comparisons: Handlers['comparisons'] = (ctx) => {
  const names = new Map(listStaff(ctx.db).map(({ staffId, name }) => [staffId, name]));
  return newestComparisons(ctx.db, COMPARISONS_SHOWN).map(({ at, actor, body }) => ({
    comparisonId: body.comparisonId,
    at,
    by: names.get(actor) ?? '',
    system: body.system,
    from: body.from,
    to: body.to,
    fileName: body.fileName,
    rows: body.rows,
    matched: body.matched,
    differences: body.differences.map((difference) => ({
      kind: difference.kind,
      date: difference.date,
      receipt: difference.saleId === null ? '' : (receiptOfSale(ctx.db, difference.saleId) ?? ''),
      oursThousandths: difference.oursThousandths,
      theirsThousandths: difference.theirsThousandths,
      explanation: difference.explanation,
    })),
  }));
};
