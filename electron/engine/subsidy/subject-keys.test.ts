import { createHmac } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scratchDir, type ScratchDir } from '../../../test/support/till.ts';
import { nodePorts } from '../node-ports.ts';
import { ownKey, subjectKeys } from './subject-keys.ts';

const NIK = '3507015504800021';
const KK = '3507011203100007';

let dir: ScratchDir;

beforeEach(() => {
  dir = scratchDir('subject-keys');
});
afterEach(() => dir.remove());

const keysOf = (path: string) => nodePorts(path).keys;

describe('the key of a number', () => {
  test('is an HMAC-SHA-256 of its purpose and its digits under the store’s own key', () => {
    const keys = keysOf(dir.path);
    const expected = createHmac('sha256', keys.subjectKey()).update(`gerai/nik/v1\0${NIK}`).digest('hex');
    expect(ownKey(keys, 'nik', NIK)).toBe(expected);
    expect(subjectKeys(keys, { nik: NIK, kk: KK })).toEqual({
      nikKey: expected,
      kkKey: createHmac('sha256', keys.subjectKey()).update(`gerai/kk/v1\0${KK}`).digest('hex'),
      sharedNikKey: null,
      sharedKkKey: null,
    });
    expect(subjectKeys(keys, { nik: null, kk: null }).nikKey).toBeNull();
  });

  test('is another at another store, and for a KK with the same digits', () => {
    const other = scratchDir('other-store');
    expect(ownKey(keysOf(dir.path), 'nik', NIK)).not.toBe(ownKey(keysOf(other.path), 'nik', NIK));
    expect(ownKey(keysOf(dir.path), 'nik', NIK)).not.toBe(ownKey(keysOf(dir.path), 'kk', NIK));
    other.remove();
  });

  test('is the same after a restart, by a key in a file of its own that nobody else may read', () => {
    const before = ownKey(keysOf(dir.path), 'nik', NIK);
    expect(ownKey(keysOf(dir.path), 'nik', NIK)).toBe(before);
    expect(readdirSync(join(dir.path, 'keys'))).toEqual(['subject.bin']);
    expect(statSync(join(dir.path, 'keys', 'subject.bin')).mode & 0o077).toBe(0);
  });
});

describe('the key of a district', () => {
  test('makes the same number the same at its stores, from when it was given', () => {
    const other = scratchDir('other-store');
    const [here, there] = [keysOf(dir.path), keysOf(other.path)];
    expect(here.sharedSubjectKey()).toBeUndefined();
    const shared = new Uint8Array(32).fill(7);
    here.setSharedSubjectKey(shared);
    there.setSharedSubjectKey(shared);
    const numbers = { nik: NIK, kk: KK };
    const [mine, theirs] = [subjectKeys(here, numbers), subjectKeys(there, numbers)];
    expect(mine.sharedNikKey).toBe(theirs.sharedNikKey);
    expect(mine.sharedKkKey).toBe(theirs.sharedKkKey);
    expect(mine.nikKey).not.toBe(theirs.nikKey);
    expect(mine.sharedNikKey).not.toBe(mine.nikKey);
    // Another start reads it from its file; another key takes its place.
    expect(subjectKeys(keysOf(dir.path), numbers)).toEqual(mine);
    here.setSharedSubjectKey(new Uint8Array(32).fill(8));
    expect(subjectKeys(keysOf(dir.path), numbers).sharedNikKey).not.toBe(mine.sharedNikKey);
    expect(() => here.setSharedSubjectKey(new Uint8Array(16))).toThrow('32 bytes');
    other.remove();
  });
});
