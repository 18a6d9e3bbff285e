export { pageHead } from './head.ts';
export { a4Pdf } from './pdf.ts';
export { sheetPdf } from './sheet-pdf.ts';
export {
  BAR,
  cell,
  COLUMN_GAP,
  FULL,
  HAIR,
  HAIRLINE,
  head,
  INK,
  ledger,
  LEFT,
  line,
  MM,
  PAGE_MARGINS,
  RIGHT,
  sectionTitle,
  SOFT,
  type LedgerRow,
} from './style.ts';
