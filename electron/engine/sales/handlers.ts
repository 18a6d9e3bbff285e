import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { salesContract } from '../../../shared/contract/sales.ts';
import type { tillContract } from '../../../shared/contract/till.ts';
import type { Ctx } from '../context.ts';
import { abandonParked, park, parked, recall } from './park-handlers.ts';
import { deliveryNotePdf, invoicePdf } from './invoice-handlers.ts';
import { pay } from './pay.ts';
import { ofBuyer, ofMember, receipt, recent, reprint } from './receipt-handlers.ts';
import { setBuyer } from './buyer-handlers.ts';
import { setDiscount, setPrice } from './price-handlers.ts';
import { beginExchange, cancelExchange } from './returns/exchange-handlers.ts';
import { cancelQris, confirmQris, printQris, showQris } from './qris-handlers.ts';
import { allowQuota, dropRefused, serveWaiting, setSubsidyBuyer } from './subsidy/subsidy-handlers.ts';
import { abandon, addProduct, removeLine, scan, setQuantity, setUnit, ticket } from './ticket-handlers.ts';

/** What the `till` area of the contract does: the open ticket and those put aside, up to paying. */
export const tillHandlers: AreaHandlers<typeof tillContract, Ctx> = {
  ticket,
  scan,
  addProduct,
  setQuantity,
  setUnit,
  setPrice,
  setDiscount,
  setBuyer,
  setSubsidyBuyer,
  allowQuota,
  dropRefused,
  serveWaiting,
  removeLine,
  abandon,
  park,
  parked,
  recall,
  abandonParked,
  showQris,
  confirmQris,
  cancelQris,
  printQris,
  beginExchange,
  cancelExchange,
  pay,
};

/** What the `sales` area of the contract does: completed sales and their receipts. */
export const salesHandlers: AreaHandlers<typeof salesContract, Ctx> = {
  recent,
  ofMember,
  ofBuyer,
  receipt,
  reprint,
  invoicePdf,
  deliveryNotePdf,
};
