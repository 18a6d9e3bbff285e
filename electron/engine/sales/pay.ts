import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { tillContract, Ticket } from '../../../shared/contract/till.ts';
import { rupiah, type Rupiah } from '../../../shared/domain/money.ts';
import { wrongSum } from '../../../shared/domain/sale-sums.ts';
import { receiptDocument } from '../../../shared/documents/receipt.ts';
import { formatCheck } from '../../../shared/i18n/format.ts';
import type { RecordBodies, SaleLine, Tender } from '../../../shared/journal/bodies.ts';
import { costOf } from '../catalog/index.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { enqueuePrint } from '../printing/index.ts';
import { lotsForSale } from '../stock/index.ts';
import { rememberPaid } from './just-paid.ts';
import { nextSaleNumber, perpetualTotals, receiptName } from './sale-store.ts';
import { readTicket } from './ticket.ts';
import { requireOpenShift } from './ticket-handlers.ts';
import { resetTicket, ticketLines } from './ticket-store.ts';

type TillHandlers = AreaHandlers<typeof tillContract, Ctx>;
type SaleBody = RecordBodies['sale-completed/1'];

/** More change than this is a slip of the finger (a barcode in the money field), not a payment. */
const MAX_CHANGE_RP = 10_000_000;

/**
 * Completes the sale on the open ticket. The sale's record, the tables, the emptied ticket and the
 * print job are one transaction; nothing is printed and no reply leaves before it has committed.
 */
export const pay: TillHandlers['pay'] = (ctx, input) => {
  const shift = requireOpenShift(ctx);
  const ticket = readTicket(ctx);
  if (ticket.lines.length === 0) throw new DomainError('ticket.empty');
  if (ticket.ticketId !== input.ticketId || ticket.revision !== input.revision) {
    throw new DomainError('ticket.changed');
  }
  const received = input.tenders.reduce<Rupiah>((sum, tender) => rupiah(sum + tender.receivedRp), rupiah(0));
  const tender = cashTender(ticket.cashDueRp, received);
  const saleNumber = nextSaleNumber(ctx.db);
  const body: SaleBody = {
    saleId: ctx.ports.ids.next(),
    shiftId: shift.shiftId,
    cashier: shift.cashier,
    number: saleNumber,
    receipt: receiptName(ctx.store(), saleNumber),
    lines: saleLines(ctx, ticket),
    totalRp: ticket.totalRp,
    roundingRp: ticket.cashRoundingRp,
    dueRp: ticket.cashDueRp,
    tenders: [tender],
    perpetualGrossRp: rupiah(perpetualTotals(ctx.db).grossRp + ticket.totalRp),
  };
  const wrong = wrongSum(body);
  if (wrong !== undefined) throw new Error(`a sale does not add up: ${wrong}`);
  const { record, hash } = ctx.append('sale-completed/1', body);
  if (record.type !== 'sale-completed/1') throw new Error('a sale was appended as something else');
  resetTicket(ctx.db, ctx.ports.ids.next());
  rememberPaid(ctx, { ...body, receivedRp: tender.receivedRp, changeRp: tender.changeRp });
  const document = receiptDocument({ profile: ctx.store(), record, hash, copy: null });
  const printJobId = enqueuePrint(ctx, { kind: 'receipt', title: body.receipt, document, drawer: true });
  ctx.changed('ticket', 'sales', 'cash');
  return {
    saleId: body.saleId,
    receipt: body.receipt,
    totalRp: body.totalRp,
    cashRoundingRp: body.roundingRp,
    dueRp: body.dueRp,
    receivedRp: tender.receivedRp,
    changeRp: tender.changeRp,
    lineCount: body.lines.length,
    check: formatCheck(hash),
    printJobId,
  };
};

function cashTender(due: Rupiah, received: Rupiah): Tender {
  if (received < due) throw new DomainError('tender.too-small', { shortRp: due - received });
  if (received - due > MAX_CHANGE_RP)
    throw new DomainError('tender.too-large', { receivedRp: received, dueRp: due });
  return { kind: 'cash', amountRp: due, receivedRp: received, changeRp: rupiah(received - due) };
}

/** Lines as they were rung up: a product that was renamed or moved since is sold as it stood on the ticket. */
function saleLines(ctx: Ctx, ticket: Ticket): SaleLine[] {
  const categories = new Map(ticketLines(ctx.db).map((row) => [row.line_id, row.category]));
  return ticket.lines.map((shown) => {
    const { fractional: _, ...line } = shown;
    const category = categories.get(line.lineId);
    if (category === undefined) throw new Error(`line ${line.lineId} is not on the ticket`);
    return {
      ...line,
      category,
      priceRule: 'list',
      programmeRule: null,
      lots: lotsForSale(ctx.db, line.productId, line.quantityThousandths, costOf(ctx.db, line.productId)),
    };
  });
}
