/** As long as a registration's purpose may be in its record. */
const LONGEST = 160;

const BETWEEN = '; ';
const CUT = '…';

/**
 * What a number is kept for after its owner agreed once more: what was agreed to before stays, what is
 * new stands behind it. Where all of it is longer than a record takes, each is cut to an equal share, so
 * that none of them is gone.
 * @param before as the registration has it; empty for nothing
 * @param now what the buyer has just been told
 * @returns at most 160 characters
 */
export function agreedPurposes(before: string, now: string): string {
  const parts = before.split(BETWEEN).filter((part) => part !== '');
  if (parts.some((part) => isSame(part, now))) return before;
  if (parts.length === 0) return now;
  const all = [...parts, now].map(withoutDot);
  const whole = all.join(BETWEEN);
  if (whole.length <= LONGEST) return whole;
  const share = Math.floor((LONGEST - BETWEEN.length * (all.length - 1)) / all.length);
  return all.map((part) => cutTo(part, share)).join(BETWEEN);
}

function isSame(part: string, now: string): boolean {
  const told = withoutDot(now);
  return part.endsWith(CUT) ? told.startsWith(part.slice(0, -CUT.length)) : withoutDot(part) === told;
}

function withoutDot(text: string): string {
  return text.trim().replace(/\.$/, '');
}

function cutTo(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, Math.max(0, length - CUT.length)).trimEnd()}${CUT}`;
}
