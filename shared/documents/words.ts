/**
 * Wraps ASCII text by words so that no line is longer than `width`; a single word that is longer is
 * broken where the paper ends, because losing letters would be worse. Lines after the first stand
 * `indent` letters in. Text that fits keeps its own spacing. Empty text is one empty line.
 */
export function wrapWords(text: string, width: number, indent = 0): string[] {
  const whole = text.trim();
  if (whole.length <= width) return [whole];
  const margin = ' '.repeat(indent);
  const lines: string[] = [];
  let line = '';
  for (const word of whole.split(/ +/).flatMap((long) => pieces(long, width - indent))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= roomOf(lines, width, indent)) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map((text_, index) => (index === 0 ? text_ : margin + text_));
}

function roomOf(lines: readonly string[], width: number, indent: number): number {
  return lines.length === 0 ? width : width - indent;
}

function pieces(word: string, width: number): string[] {
  const parts: string[] = [];
  for (let start = 0; start < word.length; start += width) parts.push(word.slice(start, start + width));
  return parts;
}

/** Text in the middle of `width` letters, with nothing after it. */
export function centre(text: string, width: number): string {
  return ' '.repeat(Math.floor((width - text.length) / 2)) + text;
}
