import type { Debtor, DebtTenderInput } from '../../../../shared/contract/debts.ts';
import { roundCashDown } from '../../../../shared/domain/cash-rounding.ts';
import { rupiah } from '../../../../shared/domain/money.ts';
import { valueOf } from '../../../support/till.ts';
import { handOver } from '../../shop.ts';
import { counted, type Desk } from '../desk.ts';

/** Parts of a debt are paid in whole thousands. */
const PART_RP = 1_000;

/** Whoever owes something pays it off, or a part of it. */
export async function payDebt(desk: Desk): Promise<void> {
  const { cashier, random, tally } = desk;
  const { debtors } = valueOf(await cashier.debts.debtors({}));
  // In an order in which no id has a say: those differ from day to day, the seed's choice must not.
  const nameOf = ({ number, name }: Debtor) => `${number} ${name}`;
  const owing = debtors
    .filter(({ owedRp }) => owedRp > 0)
    .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  if (owing.length === 0) return;
  const { kind, debtorId: id, owedRp } = random.pick(owing);
  const partly = random.chance(0.5) && owedRp > PART_RP;
  const amountRp = partly ? random.between(1, Math.floor(owedRp / PART_RP)) * PART_RP : owedRp;
  const { cashStepRp, savingsRp } = valueOf(await cashier.debts.debtor({ kind, id }));
  const tender = tenderFor(desk, { kind, amountRp, savingsRp, wholeRp: owedRp, cashStepRp });
  const paid = valueOf(await cashier.debts.pay({ kind, id, amountRp, owedRp, tender }));
  if (paid.leftRp !== owedRp - amountRp) throw new Error(`${owedRp} less ${amountRp} left ${paid.leftRp}`);
  counted(desk, 'debtsPaid');
  if (partly) counted(desk, 'partDebtsPaid');
  tally.debtPaidRp += amountRp;
  if (tender.kind !== 'cash') return;
  tally.cashDebtPaidRp += tender.receivedRp - paid.changeRp;
  tally.drawerRp += tender.receivedRp - paid.changeRp;
}

interface Due extends Pick<Debtor, 'kind'> {
  readonly amountRp: number;
  readonly wholeRp: number;
  readonly savingsRp: number | null;
  readonly cashStepRp: number;
}

function tenderFor({ random }: Desk, due: Due): DebtTenderInput {
  const fromSavings = due.kind === 'member' && (due.savingsRp ?? 0) >= due.amountRp;
  const kinds = [
    'cash',
    'cash',
    'transfer',
    'qris',
    'card',
    ...(fromSavings ? ['savings' as const] : []),
  ] as const;
  const kind = random.pick(kinds);
  if (kind === 'savings') return { kind };
  if (kind !== 'cash') return { kind, reference: `REF ${random.between(100_000, 999_999)}` };
  const cashRp =
    due.amountRp === due.wholeRp ? roundCashDown(rupiah(due.amountRp), rupiah(due.cashStepRp)) : due.amountRp;
  return { kind, receivedRp: handOver(cashRp, random) };
}
