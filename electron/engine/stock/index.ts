export { stockTables, applyOpeningStock, lotsForSale, lotsOnHand, onHandOf } from './stock-store.ts';
