export { reportTables } from './tables.ts';
export { applyDayEvent, applyDayTotals, dayTotals } from './apply.ts';
export { dailyReport } from './daily-report.ts';
export { reportsHandlers } from './handlers.ts';
