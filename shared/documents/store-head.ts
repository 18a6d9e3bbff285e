import type { StoreProfile } from '../contract/setup.ts';
import type { Block } from './print-document.ts';

/** Who the store is, at the top of every paper, closed by a double rule. */
export function storeHead(profile: StoreProfile): Block[] {
  return [
    { kind: 'centred', text: profile.koperasi.toUpperCase(), strong: true },
    { kind: 'centred', text: profile.gerai.toUpperCase(), strong: true },
    { kind: 'centred', text: profile.address },
    { kind: 'double-rule' },
  ];
}
