import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { code128 } from '../../../shared/documents/code128.ts';
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

/** Bars of 7.5 mm: a hand-held scanner finds them at a slant, and the paper stays short. */
const BAR_HEIGHT_DOTS = 60;

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
    const cellSize = step.moduleDots ?? QR_MODULE_DOTS;
    printer.printQR(step.data, { model: 2, cellSize, correction: 'M' });
    printer.newLine();
    printer.alignLeft();
  } else if (step.kind === 'barcode') {
    printer.alignCenter();
    printer.append(barcodeBytes(step.data, step.moduleDots));
    printer.alignLeft();
  } else {
    printer.cut({ verticalTabAmount: 1 });
  }
}

/**
 * A Code 128 in bars, without letters of the printer's own: width and height of the bars (GS w, GS h),
 * no text (GS H), then the code (GS k 73) in sets B and C, which `{B` and `{C` call for. The library's
 * own function takes a width that its types do not allow, and knows set B only.
 */
function barcodeBytes(data: string, moduleDots: number): Buffer {
  const { letters, digits } = code128(data);
  const pairs = digits.match(/../g) ?? [];
  const code = Buffer.concat([
    Buffer.from(`{B${letters.replaceAll('{', '{{')}`, 'ascii'),
    ...(pairs.length === 0 ? [] : [Buffer.from('{C', 'ascii'), Buffer.from(pairs.map(Number))]),
  ]);
  return Buffer.concat([
    Buffer.from([0x1d, 0x77, moduleDots, 0x1d, 0x68, BAR_HEIGHT_DOTS, 0x1d, 0x48, 0x00]),
    Buffer.from([0x1d, 0x6b, 73, code.length]),
    code,
  ]);
}
