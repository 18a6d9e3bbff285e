export {
  applyDeliveredLots,
  applyOpeningStock,
  damagedLots,
  lotsForSale,
  lotsOnHand,
  onHandOf,
  ownOnHandOf,
  stockTables,
} from './stock-store.ts';
