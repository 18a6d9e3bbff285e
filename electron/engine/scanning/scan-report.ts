/** Report id of scanned data in the HID POS usage tables. */
const SCANNED_DATA = 0x02;
/** `]`, the first letter of every AIM symbology identifier. */
const AIM = 0x5d;
const AIM_LENGTH = 3;
/** Where the pieces of a 64-byte report lie, its id included. */
const LENGTH_AT = 1;
const AIM_AT = 2;
const DATA_AT = 5;
const CONTINUED_AT = 63;

/** A code so long comes from a scanner gone wrong: the longest QR code holds 7,089 digits. */
const LONGEST_CODE = 8_192;

/**
 * Puts a scanner's reports together. A code longer than one report comes in several; bit 0 of the
 * last byte says that more follows. Some models send everything after the length one byte late.
 */
export class ScanReader {
  #begun = '';

  /**
   * Takes a report as node-hid gives it, report id first.
   * @returns the code with its AIM symbology identifier in front (`]E08991234567895`), or undefined
   * where it is not complete yet or the report holds no scan
   */
  take(report: Uint8Array): string | undefined {
    const aimAt = aimOffset(report);
    if (report[0] !== SCANNED_DATA || aimAt === undefined) return undefined;
    const dataAt = aimAt + DATA_AT - AIM_AT;
    const length = report[LENGTH_AT] ?? 0;
    const part = letters(report, dataAt, Math.min(dataAt + length, report.length));
    const code = (this.#begun === '' ? letters(report, aimAt, aimAt + AIM_LENGTH) : this.#begun) + part;
    const continued = ((report[CONTINUED_AT] ?? 0) & 1) === 1;
    this.#begun = continued && code.length < LONGEST_CODE ? code : '';
    return continued ? undefined : withoutSuffix(code);
  }
}

function aimOffset(report: Uint8Array): number | undefined {
  return [AIM_AT, AIM_AT + 1].find((at) => report[at] === AIM);
}

function letters(report: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...report.subarray(from, to));
}

/** Many scanners are set to end a code with Enter, as if they typed it. */
function withoutSuffix(code: string): string {
  return code.replace(/[\r\n\t]+$/, '');
}
