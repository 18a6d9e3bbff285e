import type { keyingContract, KeyingDifference } from '../../../shared/contract/keying.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import { addDays, offsetMinutesOf, type BusinessDate } from '../../../shared/domain/business-date.ts';
import type { ExternalSystem } from '../../../shared/domain/programmes/rules.ts';
import { thousandths } from '../../../shared/domain/quantity.ts';
import { MAX_ROWS_PER_RECORD } from '../../../shared/journal/parts.ts';
import type { Ctx } from '../context.ts';
import type { Db } from '../db/sql.ts';
import { DomainError } from '../domain-error.ts';
import { allProgrammes } from '../programmes/index.ts';
import { holdsNumber, ownKey, readRegistration, shownBuyer } from '../subsidy/index.ts';
import { linesAsked, readLine, type ExternalLine } from './keying-store.ts';
import { dateOf, LATE_DAYS, matchRows, type Difference, type OurLine, type TheirRow } from './match.ts';
import { readExport, type ReadFile } from './read-file.ts';

type Handlers = AreaHandlers<typeof keyingContract, Ctx>;

/** Lines and problems that a screen is shown. */
const SHOWN = MAX_ROWS_PER_RECORD;

/** A comparison that was made and not written down yet. Nobody's number or name is in it. */
interface Made {
  readonly comparisonId: string;
  readonly system: ExternalSystem;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly fileName: string;
  readonly rows: number;
  readonly matched: readonly Pick<OurLine, 'saleId' | 'lineId' | 'quantityThousandths'>[];
  readonly differences: readonly KeyingDifference[];
  readonly differenceCount: number;
}

/** The newest comparison of each till, in memory only: the file is there to be compared again. */
const made = new WeakMap<Db, Made>();

/**
 * Holds a file against the till's own lines. Of the file nothing is kept: its numbers are hashed as
 * they are read.
 * @throws DomainError `import.unreadable`, `.not-utf8`, `.columns-missing`, `.too-large`, `.empty`
 */
export const compare: Handlers['compare'] = {
  prepare: async (ctx, { contentBase64 }): Promise<ReadFile> =>
    readExport(Buffer.from(contentBase64, 'base64'), {
      keyOf: (nik) => ownKey(ctx.ports.keys, 'nik', nik),
      offsetMinutes: offsetMinutesOf(ctx.store().timeZone),
      programmes: allProgrammes(ctx.db),
    }),
  run: (ctx, file: ReadFile, { system, from, to, fileName }) => {
    const wide = { from: addDays(from, -LATE_DAYS), to: addDays(to, LATE_DAYS) };
    const lines = linesToCompare(ctx.db, system, wide);
    const ours = lines.map((line) => ourLine(ctx, line));
    const theirs = file.rows.filter(({ date }) => isIn(wide, date));
    const { matched, differences } = within(matchRows(ours, theirs), { from, to });
    const rows = file.rows.filter(({ date }) => isIn({ from, to }, date)).length;
    const comparison: Made = {
      comparisonId: ctx.ports.ids.next(),
      system,
      from,
      to,
      fileName,
      rows,
      matched,
      differences: differences.slice(0, SHOWN).map((difference) => shown(ctx, lines, difference)),
      differenceCount: differences.length,
    };
    made.set(ctx.db, comparison);
    return {
      comparisonId: comparison.comparisonId,
      fileName,
      by: knownBy(file.rows),
      columns: file.columns.map(({ header, field }) => ({ header, field })),
      rows,
      outside: file.rows.length - rows,
      ours: ours.filter(({ date }) => isIn({ from, to }, date)).length,
      matched: matched.length,
      differences: [...comparison.differences],
      differenceCount: differences.length,
      willMark: marksOf(ctx.db, matched, differences),
      problems: file.problems.slice(0, SHOWN),
      problemCount: file.problems.length,
    };
  },
};

/** What writing the comparison down will mark. */
function marksOf(db: Db, matched: Made['matched'], differences: readonly Difference[]) {
  const different = differences.filter(
    (difference) =>
      difference.kind === 'different' || (difference.kind === 'missing' && wasKeyed(db, difference.ours)),
  ).length;
  const missing = differences.filter(({ kind }) => kind !== 'extra').length;
  return {
    done: matched.length,
    different,
    unkeyed: missing - different,
    wereDifferent: matched.flatMap(({ saleId, lineId }) => {
      const line = readLine(db, saleId, lineId);
      return line?.markedAs === 'beda' ? [line.receipt] : [];
    }),
  };
}

/** Whether somebody has said that a line stands there. */
function wasKeyed(db: Db, { saleId, lineId }: Pick<OurLine, 'saleId' | 'lineId'>): boolean {
  return readLine(db, saleId, lineId)?.markedAs === 'sudah';
}

/** Lines that should stand there: what all came back again should not. */
function linesToCompare(db: Db, system: string, { from, to }: Dates): ExternalLine[] {
  const asked = { system, status: null, from, to };
  return linesAsked(db, asked, Number.MAX_SAFE_INTEGER).filter((line) => line.quantityThousandths > 0);
}

/** A line under the number that its buyer has by now: one that was put right since stands there so too. */
function ourLine(ctx: Ctx, line: ExternalLine): OurLine {
  const { saleId, lineId, date, programme, quantityThousandths, registrationId } = line;
  const { lastFour } = shownBuyer(ctx, registrationId);
  const now = registrationId === null ? undefined : readRegistration(ctx.db, registrationId);
  const nikKey = now?.nikKey ?? line.nikKey;
  return { saleId, lineId, date, programme, nikKey, lastFour, quantityThousandths };
}

/** Two dates, both included. */
interface Dates {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

function isIn({ from, to }: Dates, date: BusinessDate): boolean {
  return from <= date && date <= to;
}

/**
 * What of a matching is of the time that is compared. Lines and rows of the days around it are there for
 * what was keyed late over its ends: a row of the day after belongs to a sale of that day before it is
 * taken for one of the last.
 */
function within(matching: ReturnType<typeof matchRows>, dates: Dates): ReturnType<typeof matchRows> {
  return {
    matched: matching.matched.filter(({ date }) => isIn(dates, date)),
    differences: matching.differences.filter((difference) => isIn(dates, dateOf(difference))),
  };
}

function shown(ctx: Ctx, lines: readonly ExternalLine[], difference: Difference): KeyingDifference {
  const ours = difference.kind === 'extra' ? undefined : difference.ours;
  const theirs = difference.kind === 'missing' ? undefined : difference.theirs;
  const line = lines.find(({ saleId, lineId }) => saleId === ours?.saleId && lineId === ours.lineId);
  const programme = ours?.programme ?? theirs?.programme ?? '';
  return {
    kind: difference.kind,
    saleId: ours?.saleId ?? null,
    lineId: ours?.lineId ?? null,
    receipt: line?.receipt ?? '',
    fileLine: theirs?.line ?? null,
    date: dateOf(difference),
    programmeName: allProgrammes(ctx.db).find((each) => each.programme === programme)?.name ?? '',
    lastFour: ours?.lastFour ?? lastFourOf(theirs),
    oursThousandths: thousandths(ours?.quantityThousandths ?? 0),
    theirsThousandths: thousandths(theirs?.quantityThousandths ?? 0),
  };
}

function lastFourOf(row: TheirRow | undefined): string {
  return row === undefined || row.buyer.kind === 'none' ? '' : row.buyer.lastFour;
}

/** By what most can be told apart that is in the file. */
function knownBy(rows: readonly TheirRow[]): 'nik' | 'last-four' | 'date' {
  const has = (kind: TheirRow['buyer']['kind']) => rows.some(({ buyer }) => buyer.kind === kind);
  if (has('nik')) return 'nik';
  return has('last-four') ? 'last-four' : 'date';
}

/**
 * Writes the newest comparison down and marks its lines.
 * @throws DomainError `keying.comparison-gone`, `keying.too-many`, `keying.unexplained`, `identity.in-note`
 */
export const saveComparison: Handlers['saveComparison'] = (ctx, { comparisonId, explanations }) => {
  const comparison = made.get(ctx.db);
  if (comparison?.comparisonId !== comparisonId) throw new DomainError('keying.comparison-gone');
  const { differences, differenceCount, matched, ...head } = comparison;
  if (differenceCount > SHOWN) {
    throw new DomainError('keying.too-many', { count: differenceCount, maximum: SHOWN });
  }
  const unexplained = differences.filter((_, index) => (explanations[index] ?? '') === '').length;
  if (unexplained > 0) throw new DomainError('keying.unexplained', { count: unexplained });
  // Who it was is what an explanation is about, so a number is pasted here more often than anywhere.
  if (explanations.some(holdsNumber)) throw new DomainError('identity.in-note');
  ctx.append('external-compared/1', {
    ...head,
    matched: matched.length,
    differences: differences.map((difference, index) => ({
      kind: difference.kind,
      saleId: difference.saleId,
      lineId: difference.lineId,
      date: difference.date,
      oursThousandths: difference.oursThousandths,
      theirsThousandths: difference.theirsThousandths,
      explanation: explanations[index] ?? '',
    })),
  });
  const fits = matched.filter((line) => markIf(ctx, line, 'sudah', line.quantityThousandths, ''));
  const others = differences.filter((difference, index) =>
    markDifference(ctx, difference, explanations[index] ?? ''),
  );
  made.delete(ctx.db);
  ctx.changed('subsidy');
  return { comparisonId, marked: fits.length + others.length };
};

/** A line that stands there differently, or is missing although it was said to stand there. */
function markDifference(ctx: Ctx, difference: KeyingDifference, explanation: string): boolean {
  const { saleId, lineId, theirsThousandths } = difference;
  if (saleId === null || lineId === null) return false;
  if (difference.kind === 'missing' && !wasKeyed(ctx.db, { saleId, lineId })) return false;
  return markIf(ctx, { saleId, lineId }, 'beda', theirsThousandths, explanation);
}

/**
 * Marks a line, unless it stands so already; says whether it did.
 * @param theirs thousandths that stand there, as they were compared: what came back since was not
 */
function markIf(
  ctx: Ctx,
  { saleId, lineId }: Pick<OurLine, 'saleId' | 'lineId'>,
  status: 'sudah' | 'beda',
  theirs: number,
  note: string,
): boolean {
  const line = readLine(ctx.db, saleId, lineId);
  if (line === undefined) throw new Error('a compared line is gone');
  const quantity = thousandths(theirs);
  if (line.markedAs === status && line.keyedThousandths === quantity && line.note === note) return false;
  const { system, reference } = line;
  ctx.append('external-keyed/1', {
    saleId,
    lineId,
    system,
    status,
    quantityThousandths: quantity,
    reference,
    note,
  });
  return true;
}
