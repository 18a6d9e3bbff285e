import { HAPPENINGS, type Happening } from './subsidy/happenings.ts';

/** What the day's cashier did, counted as a bystander would: by what is said, shown and handed over. */
export interface Tally {
  sales: number;
  lines: number;
  grossRp: number;
  /** Cash that sales brought, after rounding and change. */
  cashRp: number;
  removedLines: number;
  abandoned: number;
  reprints: number;
  /** What must lie in the drawer: the float, and every note that went in or out since. */
  drawerRp: number;
}

/** A day on which nothing has happened yet. */
export function emptyTally(floatRp: number): Tally {
  return {
    sales: 0,
    lines: 0,
    grossRp: 0,
    cashRp: 0,
    removedLines: 0,
    abandoned: 0,
    reprints: 0,
    drawerRp: floatRp,
  };
}

/** Everything that happens on a day that uses all of the till; none may be left out. */
export const COUNTS = [
  'returns',
  'voids',
  'parked',
  'splitTender',
  'qris',
  'kasbon',
  'invoices',
  'weighed',
  'packs',
  'promos',
  'gs1',
  'unitsChanged',
  'quantityPrices',
  'tierPrices',
  'members',
  'tiersByHand',
  'pricesByHand',
  'discounts',
  'approvals',
  'cards',
  'transfers',
  'savings',
  'donations',
  'recalled',
  'qrisCancelled',
  'qrisRecalled',
  'qrisPrinted',
  'partReturns',
  'damagedReturns',
  'originalReturns',
  'debtReturns',
  'refusedReturns',
  'exchanges',
  'debtsPaid',
  'partDebtsPaid',
  'drawerOpenings',
  'doubleClicks',
] as const;
export type Count = (typeof COUNTS)[number];

/** A day that uses everything, in counts and in rupiah. */
export interface FullTally extends Tally {
  readonly counts: Record<Count, number>;
  roundingRp: number;
  discountRp: number;
  donationRp: number;
  returnRp: number;
  cashRefundRp: number;
  debtPaidRp: number;
  cashDebtPaidRp: number;
}

/** A full day on which nothing has happened yet. */
export function emptyFullTally(floatRp: number): FullTally {
  const zeros = COUNTS.map((count) => [count, 0] as const);
  return {
    ...emptyTally(floatRp),
    // Every count is in the list.
    counts: Object.fromEntries(zeros) as Record<Count, number>,
    roundingRp: 0,
    discountRp: 0,
    donationRp: 0,
    returnRp: 0,
    cashRefundRp: 0,
    debtPaidRp: 0,
    cashDebtPaidRp: 0,
  };
}

/** A day of delivery, in rupiah and in what happened. */
export interface SubsidyTally extends Tally {
  readonly happened: Record<Happening, number>;
  roundingRp: number;
  discountRp: number;
  returns: number;
  returnRp: number;
  cashRefundRp: number;
}

/** A day of delivery on which nothing has happened yet. */
export function emptySubsidyTally(floatRp: number): SubsidyTally {
  const zeros = HAPPENINGS.map((each) => [each, 0] as const);
  return {
    ...emptyTally(floatRp),
    // Every happening is in the list.
    happened: Object.fromEntries(zeros) as Record<Happening, number>,
    roundingRp: 0,
    discountRp: 0,
    returns: 0,
    returnRp: 0,
    cashRefundRp: 0,
  };
}
