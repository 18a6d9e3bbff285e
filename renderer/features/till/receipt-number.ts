/** The part of a receipt number that people say: `0057` of `G2207-1-0057`. */
export function shortReceipt(receipt: string): string {
  return receipt.slice(receipt.lastIndexOf('-') + 1);
}
