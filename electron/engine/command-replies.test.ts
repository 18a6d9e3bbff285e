import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scratchDir, type ScratchDir } from '../../test/support/till.ts';
import { forgetOldReplies, rememberReply, repliedBefore } from './command-replies.ts';
import { migrate } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';
import type { Db } from './db/sql.ts';

const DAY = 24 * 3_600_000;
const inputHash = new Uint8Array(32);

let dir: ScratchDir;
let db: Db;

beforeEach(() => {
  dir = scratchDir('replies');
  db = openDatabase(dir.path);
  migrate(db, dir.path);
});

afterEach(() => {
  db.close();
  dir.remove();
});

const give = (commandId: string, at = 0) =>
  rememberReply(db, { commandId, name: 'till.pay', inputHash, reply: { receipt: commandId }, at });
const ask = (commandId: string) => repliedBefore(db, commandId, 'till.pay', inputHash)?.reply;

describe('replies that were given', () => {
  test('are given again', () => {
    expect(ask('a')).toBeUndefined();
    give('a');
    expect(ask('a')).toEqual({ receipt: 'a' });
  });

  test('are never given to another command', () => {
    give('a');
    expect(() => repliedBefore(db, 'a', 'till.scan', inputHash)).toThrow('command.id-reused');
    const other = new Uint8Array(32).fill(1);
    expect(() => repliedBefore(db, 'a', 'till.pay', other)).toThrow('command.id-reused');
  });

  test('are kept word for word for the newest thousand; of an older one, that it was done', () => {
    db.transaction(() => {
      for (let n = 0; n <= 1000; n += 1) give(String(n));
    })();
    expect(ask('1')).toEqual({ receipt: '1' });
    expect(() => ask('0')).toThrow('command.id-reused');
  });

  test('are forgotten after a month, when no retry can still be on its way', () => {
    give('old', 0);
    give('new', DAY);
    forgetOldReplies(db, 30 * DAY + 1);
    expect(ask('old')).toBeUndefined();
    expect(ask('new')).toEqual({ receipt: 'new' });
  });
});
