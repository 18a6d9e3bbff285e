import type { StoreProfile } from '../contract/setup.ts';
import type { Block } from './print-document.ts';

/** Who the store is, at the top of every paper, closed by a double rule. */
export function storeHead(profile: StoreProfile): Block[] {
  const [koperasi, gerai] = names(profile);
  return [
    { kind: 'centred', text: koperasi.toUpperCase(), strong: true },
    { kind: 'centred', text: gerai.toUpperCase(), strong: true },
    { kind: 'centred', text: profile.address },
    { kind: 'double-rule' },
  ];
}

/** A koperasi is mostly named after its village, and so is its store: the name is not said twice. */
function names({ koperasi, gerai }: StoreProfile): [string, string] {
  if (!koperasi.toLowerCase().endsWith(` ${gerai.toLowerCase()}`)) return [koperasi, gerai];
  return [koperasi.slice(0, -gerai.length).trim(), gerai];
}
