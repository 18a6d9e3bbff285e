import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scratchDir, type ScratchDir } from '../../test/support/till.ts';
import { forgetOldReplies, forgetReplies, rememberReply, repliedBefore } from './command-replies.ts';
import { migrate } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';
import { all, run, type Db } from './db/sql.ts';
import { nodePorts } from './node-ports.ts';
import type { Ports } from './ports.ts';

const DAY = 24 * 3_600_000;
const inputHash = new Uint8Array(32);

let dir: ScratchDir;
let db: Db;
let ports: Ports;

beforeEach(() => {
  dir = scratchDir('replies');
  db = openDatabase(dir.path);
  migrate(db, dir.path);
  ports = nodePorts(dir.path);
});

afterEach(() => {
  db.close();
  dir.remove();
});

const give = (commandId: string, at = 0) =>
  rememberReply({ db, ports }, { commandId, name: 'till.pay', inputHash, reply: { receipt: commandId }, at });
const ask = (commandId: string) => repliedBefore({ db, ports }, commandId, 'till.pay', inputHash)?.reply;

describe('replies that were given', () => {
  test('are given again', () => {
    expect(ask('a')).toBeUndefined();
    give('a');
    expect(ask('a')).toEqual({ receipt: 'a' });
  });

  test('are never given to another command', () => {
    give('a');
    expect(() => repliedBefore({ db, ports }, 'a', 'till.scan', inputHash)).toThrow('command.id-reused');
    const other = new Uint8Array(32).fill(1);
    expect(() => repliedBefore({ db, ports }, 'a', 'till.pay', other)).toThrow('command.id-reused');
  });

  test('are kept word for word for the newest thousand; of an older one, that it was done', () => {
    db.transaction(() => {
      for (let n = 0; n <= 1000; n += 1) give(String(n));
    })();
    expect(ask('1')).toEqual({ receipt: '1' });
    expect(() => ask('0')).toThrow('command.id-reused');
  });

  test('lie sealed in the table: a basket that was answered may hold a name', () => {
    give('Siti Aminah');
    const rows = all<{ reply: string; sealed: Uint8Array }>(
      db,
      'SELECT reply, sealed FROM work_command_reply',
    );
    expect(rows.map(({ reply }) => reply)).toEqual(['']);
    expect(Buffer.from(rows[0]?.sealed ?? []).includes('Siti')).toBe(false);
    expect(ask('Siti Aminah')).toEqual({ receipt: 'Siti Aminah' });
  });

  test('from before they were sealed are still given', () => {
    run(
      db,
      `INSERT INTO work_command_reply (command_id, procedure, input_hash, reply, answered_at)
       VALUES ('old', 'till.pay', ?, '{"receipt":"old"}', 0)`,
      inputHash,
    );
    expect(ask('old')).toEqual({ receipt: 'old' });
  });

  test('that do not open any more are refused, not given wrongly and not run again', () => {
    give('a');
    run(db, "UPDATE work_command_reply SET command_id = 'b'");
    expect(() => ask('b')).toThrow('command.id-reused');
  });

  test('lose their words when somebody is erased, and are still known to have been given', () => {
    give('a');
    forgetReplies(db);
    expect(() => ask('a')).toThrow('command.id-reused');
  });

  test('are forgotten after a month, when no retry can still be on its way', () => {
    give('old', 0);
    give('new', DAY);
    forgetOldReplies(db, 30 * DAY + 1);
    expect(ask('old')).toBeUndefined();
    expect(ask('new')).toEqual({ receipt: 'new' });
  });
});
