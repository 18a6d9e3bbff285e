import type { Ctx } from '../context.ts';
import { taxStatusRowOn } from './policy-store.ts';

/** What the store is to the tax office on a business date. */
export interface TaxStatus {
  /** Pengusaha Kena Pajak: only then is PPN collected and printed. */
  readonly pkp: boolean;
  readonly npwp: string | null;
}

/** The status on a business date; before the first dated one it is what the store's profile says. */
export function taxStatusOn(ctx: Ctx, businessDate: string): TaxStatus {
  const row = taxStatusRowOn(ctx.db, businessDate);
  return row === undefined ? { pkp: ctx.store().pkp, npwp: null } : { pkp: row.pkp === 1, npwp: row.npwp };
}

/** Whether the store is PKP on a business date. */
export function isPkp(ctx: Ctx, businessDate: string): boolean {
  return taxStatusOn(ctx, businessDate).pkp;
}
