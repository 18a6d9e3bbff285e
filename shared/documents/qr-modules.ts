/** Bytes that a QR code of each version from 1 holds at error correction M (ISO/IEC 18004, table 7). */
const BYTES_AT_M = [
  14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666, 711, 779,
  857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989, 2099, 2213, 2331,
];

/**
 * How many modules a QR code of so many bytes is wide, without its quiet zone. Codes of capitals and
 * digits only may turn out smaller, never larger.
 * @throws RangeError where no QR code holds that many: a bug in the caller, never input
 */
export function qrModules(bytes: number): number {
  const index = BYTES_AT_M.findIndex((capacity) => bytes <= capacity);
  if (index === -1) throw new RangeError(`no QR code holds ${bytes} bytes`);
  return 17 + 4 * (index + 1);
}
