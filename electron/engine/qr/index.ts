import { encodeQR } from 'qr';

/** The library draws a border of at least one module; it is cut off again. */
const BORDER = 1;

/**
 * The modules of a QR code, row by row from the top, `1` for dark and `0` for light. Without the quiet
 * zone of four modules, which whoever draws or prints it adds. Error correction M, as EMVCo asks of
 * payment codes: a seventh of the code may be hidden or stained.
 * @throws where the text is longer than the largest code holds
 */
export function qrRows(text: string): string[] {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: BORDER });
  return modules.slice(BORDER, -BORDER).map((row) =>
    row
      .slice(BORDER, -BORDER)
      .map((dark) => (dark ? '1' : '0'))
      .join(''),
  );
}
