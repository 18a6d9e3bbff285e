export {
  applyDeliveredLots,
  applyOpeningStock,
  damagedLots,
  lotsForSale,
  lotsOnHand,
  onHandOf,
  stockTables,
} from './stock-store.ts';
