/** A hash in groups of four, as it is read aloud and compared with paper. */
export function grouped(hash: string): string {
  return hash.match(/.{1,4}/g)?.join(' ') ?? '';
}

/** A hash that only needs to be recognised: its first three groups and its last. */
export function shortened(hash: string): string {
  return `${grouped(hash.slice(0, 12))} … ${hash.slice(-4)}`;
}
