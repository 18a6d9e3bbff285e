export { stockTables, applyStockMoves, onHandOf, lotsForSale } from './stock-store.ts';
