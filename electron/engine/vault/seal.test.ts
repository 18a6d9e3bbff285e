import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readdirSync, statSync } from 'node:fs';
import { nodePorts } from '../node-ports.ts';
import { scratchDir } from '../../../test/support/till.ts';
import { seal, unseal, type VaultPorts } from './seal.ts';

const random = nodePorts('nowhere').random;

/** A vault whose key is held in memory. */
function vaultWith(vaultKey: Uint8Array): VaultPorts {
  const unused = () => {
    throw new Error('the vault uses its own key only');
  };
  return {
    random,
    keys: {
      vaultKey: () => vaultKey,
      pepper: unused,
      signingKey: unused,
      createSigningKey: unused,
      subjectKey: unused,
      sharedSubjectKey: unused,
      setSharedSubjectKey: unused,
    },
  };
}

const ours = vaultWith(random.bytes(32));
const theirs = vaultWith(random.bytes(32));
const SITI = { name: 'Siti Aminah', phone: '0812-3456-7890' };

describe('what is sealed', () => {
  test('opens with the same key for the same purpose, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const opened = unseal(ours, 'person/a', seal(ours, 'person/a', value));
        // As JSON: minus nought is nought there.
        expect(JSON.stringify(opened?.value)).toBe(JSON.stringify(value));
      }),
    );
  });

  test('opens for nobody else and nowhere else', () => {
    const sealed = seal(ours, 'person/a', SITI);
    expect(unseal(theirs, 'person/a', sealed)).toBeUndefined();
    expect(unseal(ours, 'person/b', sealed)).toBeUndefined();
    expect(unseal(ours, 'person/a', sealed.subarray(0, 20))).toBeUndefined();
    expect(unseal(ours, 'person/a', new Uint8Array())).toBeUndefined();
  });

  test('does not open once any byte of it was changed', () => {
    const sealed = seal(ours, 'person/a', SITI);
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Uint8Array.from(sealed);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(unseal(ours, 'person/a', changed), `byte ${place}`).toBeUndefined();
    }
  });

  test('tells neither the name, nor how long it is, nor that it is the same as another', () => {
    const sealed = seal(ours, 'person/a', SITI);
    expect(Buffer.from(sealed).includes('Siti')).toBe(false);
    expect(seal(ours, 'person/a', SITI)).not.toEqual(sealed);
    expect(seal(ours, 'person/a', { ...SITI, name: 'Al' })).toHaveLength(sealed.length);
  });
});

test('the key is a file of its own that only the till may read, and stays the same', () => {
  const dir = scratchDir('vault-key');
  const key = nodePorts(dir.path).keys.vaultKey();
  expect(key).toHaveLength(32);
  expect(readdirSync(`${dir.path}/keys`)).toEqual(['vault.bin']);
  expect(statSync(`${dir.path}/keys/vault.bin`).mode & 0o777).toBe(0o600);
  expect(nodePorts(dir.path).keys.vaultKey()).toEqual(key);
  expect(nodePorts(dir.path).keys.pepper()).not.toEqual(key);
  dir.remove();
});
