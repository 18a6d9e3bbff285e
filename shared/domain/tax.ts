import { z } from 'zod';
import { rupiah, sumRupiah, type Rupiah } from './money.ts';
import { shareOut } from './share-out.ts';

/** How a product is treated: taxed, exempt by law (rice, eggs, vegetables), or outside the tax. */
export const taxClassSchema = z.enum(['kena', 'bebas', 'tidak-dipungut']);
export type TaxClass = z.output<typeof taxClassSchema>;

/**
 * A rate of PPN with the first day it holds. Since 1 January 2025 the rate is 12 % on a base of 11/12
 * of the price, in effect 11 % (PMK 131/2024); both are data, because they have changed before.
 */
export interface TaxRate {
  readonly validFrom: string;
  readonly rateBp: number;
  readonly baseNumerator: number;
  readonly baseDenominator: number;
  readonly decree: string;
}

/** Known rates. A new one is a new row; a receipt keeps the rate of its own day. */
const PPN_RATES: readonly TaxRate[] = [
  { validFrom: '2010-04-01', rateBp: 1000, baseNumerator: 1, baseDenominator: 1, decree: 'UU 42/2009' },
  { validFrom: '2022-04-01', rateBp: 1100, baseNumerator: 1, baseDenominator: 1, decree: 'UU 7/2021' },
  { validFrom: '2025-01-01', rateBp: 1200, baseNumerator: 11, baseDenominator: 12, decree: 'PMK 131/2024' },
];

/** The row that began last of those that hold on a date, in whatever order they are kept. */
function newestOn<T extends { readonly validFrom: string }>(rows: readonly T[], date: string): T | undefined {
  return rows
    .filter((row) => row.validFrom <= date)
    .toSorted((a, b) => Number(a.validFrom > b.validFrom) - Number(a.validFrom < b.validFrom))
    .at(-1);
}

/** The rate in force on a business date, or undefined before the first known one. */
export function taxRateOn(date: string, rates: readonly TaxRate[] = PPN_RATES): TaxRate | undefined {
  return newestOn(rates, date);
}

/** From which business date on the store is, or is no longer, PKP (pengusaha kena pajak). */
export interface PkpRow {
  readonly validFrom: string;
  readonly pkp: boolean;
}

/**
 * Whether the store is PKP on a business date. Before the first row it is not; of two rows of the same
 * day the later one in the list holds.
 */
export function pkpOn(rows: readonly PkpRow[], date: string): boolean {
  return newestOn(rows, date)?.pkp ?? false;
}

/** The PPN within an amount. */
export interface TaxSplit {
  /** Dasar pengenaan pajak: what the rate is applied to. */
  readonly baseRp: Rupiah;
  readonly taxRp: Rupiah;
}

/** The PPN of a receipt, with the rule that gave it. */
export interface ReceiptTax extends TaxSplit {
  readonly rate: TaxRate;
}

/**
 * The tax inside a price that includes it: price = net × (1 + base share × rate). Rounded half up,
 * once for all taxed lines of a receipt, so that the order of lines can't move it.
 * @param taxedTotal sum of the taxed lines, tax included; never negative
 */
export function taxWithin(taxedTotal: Rupiah, rate: Omit<TaxRate, 'validFrom' | 'decree'>): TaxSplit {
  const share = BigInt(rate.baseNumerator) * BigInt(rate.rateBp);
  const whole = BigInt(rate.baseDenominator) * 10_000n;
  const taxRp = divideHalfUp(BigInt(taxedTotal) * share, whole + share);
  const net = BigInt(taxedTotal) - taxRp;
  const baseRp = divideHalfUp(net * BigInt(rate.baseNumerator), BigInt(rate.baseDenominator));
  return { baseRp: rupiah(Number(baseRp)), taxRp: rupiah(Number(taxRp)) };
}

/** Not for negative numbers: totals of receipts have none. */
function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}

/** A line as tax sees it. */
export interface TaxedLine {
  readonly taxClass: TaxClass;
  /** What the line costs, discounts taken off, tax included; never negative. */
  readonly totalRp: Rupiah;
}

function taxedRp(line: TaxedLine): Rupiah {
  return line.taxClass === 'kena' ? line.totalRp : rupiah(0);
}

/**
 * The PPN within a receipt, or null where the store is no PKP that day: it collects none and prints
 * none, whatever its goods are. A PKP that sold exempt goods only has a tax of zero.
 */
export function receiptTax(lines: readonly TaxedLine[], pkp: boolean, date: string): ReceiptTax | null {
  const rate = taxRateOn(date);
  if (!pkp || rate === undefined) return null;
  return { rate, ...taxWithin(sumRupiah(lines.map(taxedRp)), rate) };
}

/**
 * A receipt's PPN shared out to its lines by what they cost, so that the parts add up to it exactly
 * (largest remainder). Lines that are not taxed have none.
 * @param taxRp as `receiptTax` gave it for the same lines
 */
export function shareTax(lines: readonly TaxedLine[], taxRp: Rupiah): Rupiah[] {
  return shareOut(taxRp, lines.map(taxedRp));
}
