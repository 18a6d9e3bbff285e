/** Province, regency, district; then the day of birth (women: plus 40), month, year; then a serial. */
const NIK = /^[1-9]\d{5}(?:0[1-9]|[1256]\d|[37][01]|4[1-9])(?:0[1-9]|1[0-2])\d{2}\d{4}$/;

/**
 * Whether a number is built like a NIK, the identity number of every Indonesian. No journal may hold
 * one, so a NIK is refused where a membership number or a card code is asked for.
 */
export function looksLikeNik(text: string): boolean {
  return NIK.test(text.replaceAll(/[\s.-]/g, ''));
}
