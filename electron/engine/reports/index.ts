export { reportTables } from './tables.ts';
export { applyDayEvent, dayTotals, dayTotalSums } from './apply.ts';
export { dailyReport } from './daily-report.ts';
export { reportsHandlers } from './handlers.ts';
