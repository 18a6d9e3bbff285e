import type { OverviewRow } from '../store/overview-store.ts';

/** A till that has not been heard of for longer than this has missed a night. */
const LATE_AFTER_MS = 26 * 3_600_000;

/** How a till stands: trouble with its chain, trouble with a batch, not heard of, or fine. */
export type Standing = 'broken' | 'refused' | 'late' | 'fine';

/** What the office must look at comes first, the worst on top. */
const ORDER: readonly Standing[] = ['broken', 'refused', 'late', 'fine'];

export interface Overview {
  readonly tills: readonly (OverviewRow & { readonly standing: Standing })[];
  /** Tills in each standing, example stores included: they are shown too. */
  readonly count: Readonly<Record<Standing, number>>;
  /** Net sales of every real till's newest business day, in rupiah. */
  readonly netRp: number;
}

/**
 * Sorts the tills for the office: problems first.
 * @param now epoch milliseconds
 */
export function overview(rows: readonly OverviewRow[], now: number): Overview {
  const tills = rows.map((row) => ({ ...row, standing: standingOf(row, now) }));
  const count = (standing: Standing) => tills.filter((till) => till.standing === standing).length;
  return {
    tills: tills.toSorted((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing)),
    count: {
      broken: count('broken'),
      refused: count('refused'),
      late: count('late'),
      fine: count('fine'),
    },
    netRp: rows.reduce((sum, row) => sum + (row.example ? 0 : (row.netRp ?? 0)), 0),
  };
}

function standingOf(row: OverviewRow, now: number): Standing {
  if (row.refusedCode?.startsWith('chain.') === true) return 'broken';
  if (row.refusedCode !== null) return 'refused';
  return row.seenAt === null || now - row.seenAt > LATE_AFTER_MS ? 'late' : 'fine';
}
