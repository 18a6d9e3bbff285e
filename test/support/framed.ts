/**
 * Lines as the design draws them, between the edges of the paper, so that a test shows at a glance
 * what a customer holds and a line too long breaks the frame.
 */
export function framed(lines: readonly string[], columns: number): string {
  return lines.map((line) => `|${line.padEnd(columns)}|`).join('\n');
}

/** The expected paper as written in a test, without the indentation of the code around it. */
export function paper(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
