/** A bound that a figure must keep. Percentiles of durations have a most, rates a least. */
export interface Limit {
  readonly of: 'p50' | 'p95' | 'ratio';
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** One measured thing. `p95` is the bad end: the slowest twentieth of durations, the lowest rate. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly p50: number;
  readonly p95: number;
  /** The same work at its least, measured in the same run; null where there is nothing to compare. */
  readonly floorP50: number | null;
  /** `p50 / floorP50`. */
  readonly ratio: number | null;
  /** What it must keep, in words; null for a figure that only informs. */
  readonly budget: string | null;
  readonly ok: boolean;
}

/** What a measurement found, before it is judged. */
export interface Measured {
  readonly name: string;
  readonly unit: string;
  /** Every single measurement, in any order. */
  readonly samples: readonly number[];
  readonly floor?: readonly number[];
  readonly limits?: readonly Limit[];
  /** True for rates, where less is worse. */
  readonly lessIsWorse?: boolean;
}

/** Judges a measurement by its limits. */
export function figure(measured: Measured): Figure {
  const { name, unit, samples, limits = [], lessIsWorse = false } = measured;
  const p50 = percentile(samples, 0.5);
  const p95 = percentile(samples, lessIsWorse ? 0.05 : 0.95);
  const floorP50 = measured.floor === undefined ? null : percentile(measured.floor, 0.5);
  const ratio = floorP50 === null ? null : p50 / floorP50;
  const found = { p50, p95, ratio };
  return {
    name,
    unit,
    p50: rounded(p50),
    p95: rounded(p95),
    floorP50: floorP50 === null ? null : rounded(floorP50),
    ratio: ratio === null ? null : rounded(ratio),
    budget: limits.length === 0 ? null : limits.map(words).join(', '),
    ok: limits.every((limit) => keeps(limit, found[limit.of])),
  };
}

/** The value below which a fraction of the samples lies: a sample itself, never one in between. */
export function percentile(samples: readonly number[], fraction: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const place = Math.min(sorted.length - 1, Math.max(0, Math.ceil(fraction * sorted.length) - 1));
  const found = sorted[place];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

function keeps(limit: Limit, value: number | null): boolean {
  if (value === null) throw new Error(`a limit on ${limit.of}, which was not measured`);
  return value <= (limit.atMost ?? Infinity) && value >= (limit.atLeast ?? -Infinity);
}

function words({ of, atMost, atLeast }: Limit): string {
  return atMost === undefined ? `${of} ≥ ${atLeast}` : `${of} ≤ ${atMost}`;
}

/** Four significant digits: more would only be noise. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** The figures for people, one a line. */
export function table(figures: readonly Figure[]): string {
  const head = ['', 'p50', 'p95', 'floor p50', 'ratio', '', 'budget', ''];
  const rows = figures.map((each) => [
    each.name,
    String(each.p50),
    String(each.p95),
    each.floorP50 === null ? '' : String(each.floorP50),
    each.ratio === null ? '' : String(each.ratio),
    each.unit,
    each.budget ?? '',
    verdict(each),
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]!.length)),
  );
  return [head, ...rows].map((row) => line(row, widths)).join('');
}

function verdict(each: Figure): string {
  if (each.budget === null) return '';
  return each.ok ? 'kept' : 'BROKEN';
}

/** Words stand left, numbers right. */
function line(row: readonly string[], widths: readonly number[]): string {
  const cells = row.map((cell, column) =>
    column >= 1 && column <= 4 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
  );
  return `${cells.join('  ').trimEnd()}\n`;
}
