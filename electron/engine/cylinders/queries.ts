import type { cylindersContract } from '../../../shared/contract/cylinders.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import { thousandths } from '../../../shared/domain/quantity.ts';
import type { Ctx } from '../context.ts';
import { buyerOfSale, shownBuyer } from '../subsidy/index.ts';
import { countEvents, eventsBetween, loansOf, loanSums } from './cylinder-store.ts';
import { allStates } from './state.ts';

type Handlers = AreaHandlers<typeof cylindersContract, Ctx>;

/** What there is of each kind, and who owes whom. */
export const state: Handlers['state'] = (ctx) => ({ kinds: allStates(ctx.db) });

/** Cylinders on loan, the oldest first, with whoever has them. */
export const loans: Handlers['loans'] = (ctx, { kind, onlyOpen, limit }) => {
  const { total, left, depositsRp } = loanSums(ctx.db, kind, onlyOpen);
  return {
    total,
    leftThousandths: thousandths(left),
    depositsRp: rupiah(depositsRp),
    loans: loansOf(ctx.db, kind, onlyOpen, limit).map((loan) => {
      const registrationId = buyerOfSale(ctx.db, loan.saleId);
      return {
        ...loan,
        registrationId,
        buyer: shownBuyer(ctx, registrationId),
        leftThousandths: thousandths(loan.quantityThousandths - loan.returnedThousandths),
      };
    }),
  };
};

/** What happened to cylinders between two dates, the newest first. */
export const movements: Handlers['movements'] = (ctx, { limit, ...asked }) => ({
  total: countEvents(ctx.db, asked),
  movements: eventsBetween(ctx.db, asked, limit),
});
