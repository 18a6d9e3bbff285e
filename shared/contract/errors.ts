/**
 * Every refusal a person at the counter can meet. The words are in shared/i18n/id/errors.ts, one
 * sentence for each code: what happened, what was kept, what to do.
 */
export const ERROR_CODES = [
  // the door
  'internal',
  'request.malformed',
  'procedure.unknown',
  'command.id-missing',
  'command.id-reused',
  'session.required',
  'permission.denied',
  'storage.full',
  'storage.unwritable',
  // first run and staff
  'setup.already-done',
  'setup.required',
  'staff.unknown',
  'staff.name-taken',
  'staff.last-board',
  'pin.weak',
  // catalogue
  'product.unknown',
  'product.no-price',
  'product.inactive',
  'product.barcode-taken',
  'product.barcode-invalid',
  'product.plu-taken',
  'barcode.unknown',
  'barcode.check-digit',
  'import.not-utf8',
  'import.unreadable',
  'import.columns-missing',
  'import.too-large',
  'import.has-errors',
  'import.draft-gone',
  'import.empty',
  // ticket and paying
  'shift.closed',
  'ticket.changed',
  'ticket.empty',
  'ticket.line-unknown',
  'ticket.too-long',
  'ticket.unfinished',
  'quantity.invalid',
  'quantity.too-large',
  'quantity.fraction',
  'tender.too-small',
  'tender.too-large',
  'sale.unknown',
  // shift and day
  'shift.already-open',
  'shift.not-counted',
  'shift.already-counted',
  'shift.reason-required',
  'shift.other-cashier',
  'day.not-open',
  'day.shift-still-open',
  'day.date-not-after-last',
  'day.date-far',
  'report.unknown',
  // printing
  'printer.not-set',
  'print-job.unknown',
  'print-job.not-retryable',
  // upload
  'upload.not-enrolled',
  'upload.already-enrolled',
  'district.unreachable',
  'district.slow',
  'district.nonsense',
  'district.code-refused',
  'district.refused',
  'district.insecure-address',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
