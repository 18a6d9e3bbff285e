/** Digits of a NIK or KK number. */
const LENGTH = 16;

/** The digits of what was typed, at most as many as such a number has. */
export function numberDigits(typed: string): string {
  return typed.replaceAll(/\D/g, '').slice(0, LENGTH);
}

/** Whether what was typed is as long as a NIK, so that it is one to be looked up and not words. */
export function isWholeNumber(typed: string): boolean {
  return /^[\d\s.-]+$/.test(typed.trim()) && typed.replaceAll(/\D/g, '').length === LENGTH;
}
