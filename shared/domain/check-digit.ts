/**
 * The mod-10 check digit of GS1 that belongs after `body`: weights 3, 1, 3, … from the right.
 * @param body digits without the check digit
 */
export function checkDigit(body: string): string {
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) {
    const weight = (body.length - index) % 2 === 1 ? 3 : 1;
    sum += weight * Number(body.charAt(index));
  }
  return String((10 - (sum % 10)) % 10);
}

/** Whether the last digit of a string of digits is the check digit of the rest. */
export function hasValidCheckDigit(digits: string): boolean {
  return checkDigit(digits.slice(0, -1)) === digits.slice(-1);
}
