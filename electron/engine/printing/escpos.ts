import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import type { PrintStep } from '../../../shared/documents/lay-out.ts';

/** ESC @: forget whatever an earlier job, or a half one, left set. The library does not begin with it. */
const INITIALISE = Buffer.from([0x1b, 0x40]);

/** ESC R 0: American letters, or some printers swap `#`, `$`, `[` and `\` for national ones. */
const AMERICAN_LETTERS = Buffer.from([0x1b, 0x52, 0x00]);

/**
 * ESC p 0 t1 t2: a pulse of 50 ms on pin 2, 500 ms apart. All five bytes: the library sends three, and
 * the printer would take the next two letters for the times.
 */
export const DRAWER_PULSE: Uint8Array = Buffer.from([0x1b, 0x70, 0x00, 0x19, 0xfa]);

/** Dots per QR module: 0.6 mm at 203 dpi, which a telephone reads and 58 mm paper has room for. */
const QR_MODULE_DOTS = 5;

/**
 * ESC/POS bytes of a laid-out document. Columns, spaces and blank lines are ours: lines go to the
 * library as raw bytes, because its own `println` folds lines and drops blank ones.
 */
export function escposBytes(steps: readonly PrintStep[]): Uint8Array {
  // Without an interface the library has no transport at all, and must have none.
  const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' });
  printer.append(INITIALISE);
  printer.append(AMERICAN_LETTERS);
  for (const step of steps) appendStep(printer, step);
  return printer.getBuffer();
}

function appendStep(printer: ThermalPrinter, step: PrintStep): void {
  if (step.kind === 'line') {
    if (step.strong) printer.bold(true);
    printer.append(Buffer.from(`${step.text}\n`, 'ascii'));
    if (step.strong) printer.bold(false);
  } else if (step.kind === 'qr') {
    printer.alignCenter();
    printer.printQR(step.data, { model: 2, cellSize: QR_MODULE_DOTS, correction: 'M' });
    printer.newLine();
    printer.alignLeft();
  } else {
    printer.cut({ verticalTabAmount: 1 });
  }
}
