import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { BatchError, decodeBatch, encodeBatch, recordsInBatch, type Batch } from './batch.ts';
import { UPLOAD_LIMITS } from './protocol.ts';
import { toHex, utf8 } from '../journal/chain.ts';

const hash = (digit: string) => digit.repeat(64);

function batchOf(records: readonly string[], from = 1): Batch {
  const to = from + records.length - 1;
  return {
    header: {
      from,
      to,
      prevHash: hash('0'),
      headHash: records.length === 0 ? hash('0') : hash('a'),
      headSignature: 'b'.repeat(128),
      journalSeq: to,
    },
    records: records.map(utf8),
  };
}

/** The frame with its header replaced, or any other damage done to its text. */
function damaged(batch: Batch, damage: (text: string) => string): Uint8Array {
  return utf8(damage(new TextDecoder().decode(encodeBatch(batch))));
}

describe('the frame of a batch', () => {
  it('gives back every record byte for byte', () => {
    const line = fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const batch = batchOf(lines);
        const read = decodeBatch(encodeBatch(batch));
        expect(read.header).toEqual(batch.header);
        expect(read.records.map(toHex)).toEqual(batch.records.map(toHex));
      }),
    );
  });

  it('carries no record at all where a till only says where it stands', () => {
    expect(decodeBatch(encodeBatch(batchOf([], 8))).records).toEqual([]);
  });

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['no JSON', utf8('halo\n')],
    ['a header that is no header', utf8('{"from":1}\n')],
    ['one record more than announced', damaged(batchOf(['{}']), (text) => `${text}{}\n`)],
    ['one record less than announced', damaged(batchOf(['{}', '{}']), (text) => text.slice(0, -3))],
    ['a last line that breaks off', damaged(batchOf(['{}']), (text) => text.slice(0, -1))],
    ['numbers that run backwards', damaged(batchOf(['{}'], 5), (text) => text.replace('"to":5', '"to":3'))],
    [
      'a journal shorter than the batch',
      damaged(batchOf(['{}'], 5), (text) => text.replace('"journalSeq":5', '"journalSeq":4')),
    ],
    ['bytes that are no UTF-8', Uint8Array.of(0xff, 0x0a)],
  ])('refuses %s', (_, bytes) => {
    expect(() => decodeBatch(bytes)).toThrow(BatchError);
  });

  it('refuses more records than a batch may hold', () => {
    const many = batchOf(Array.from({ length: UPLOAD_LIMITS.records + 1 }, () => '{}'));
    expect(() => decodeBatch(encodeBatch(many))).toThrow('announces 501 records');
  });
});

describe('how much a batch takes', () => {
  it('stops at 500 records', () => {
    expect(recordsInBatch(Array.from({ length: 700 }, () => 10))).toBe(500);
  });

  it('stops before the soft size is passed', () => {
    expect(recordsInBatch([100 * 1024, 100 * 1024, 100 * 1024])).toBe(2);
  });

  it('sends a record that is larger than the soft size alone', () => {
    expect(recordsInBatch([300 * 1024, 10])).toBe(1);
  });

  it('takes nothing from nothing', () => {
    expect(recordsInBatch([])).toBe(0);
  });
});
