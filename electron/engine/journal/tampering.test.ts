import { execFile } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../../../test/support/random.ts';
import { closeShift, GOODS, openShift, ringUp, sell, SmallShop } from '../../../test/support/small-shop.ts';
import { readRows, TamperedTill, type LooseRecord, type Row } from '../../../test/support/tampering.ts';
import { scratchDir, valueOf, type ScratchDir } from '../../../test/support/till.ts';
import { engineVerdict, pythonVerdicts, type Verdict } from '../../../test/support/verdicts.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const run = promisify(execFile);

/** Which bytes are changed, and how; told with every failure, so that it can be had again. */
const SEED = Math.trunc(Math.random() * 2 ** 31);
const random = seededRandom(SEED);

let dir: ScratchDir;
let original: string;
let rows: Row[];

/** Two closed days, and somebody signed in after them. */
beforeAll(async () => {
  dir = scratchDir('tampered');
  original = path.join(dir.path, 'original');
  const shop = await SmallShop.open();
  for (const day of [15, 16]) {
    shop.till.clock.set(`2026-04-${day}T01:00:00Z`);
    const siti = await shop.as('Siti');
    await openShift(siti, 100_000);
    const { saleId } = await sell(siti, GOODS.noodles, GOODS.tea);
    const { lines } = await ringUp(siti, GOODS.rice, GOODS.sweet);
    valueOf(await siti.till.removeLine({ lineId: lines[0]!.lineId }));
    await sell(siti);
    const { ticketId } = await ringUp(siti, GOODS.tea);
    valueOf(await siti.till.abandon({ ticketId }));
    valueOf(await siti.sales.reprint({ saleId }));
    await closeShift(siti, 108_200);
    valueOf(await (await shop.as('Joko')).cash.closeDay({}));
  }
  await shop.as('Budi');
  await shop.till.engine.close();
  cpSync(shop.till.dir.path, original, { recursive: true });
  rows = readRows(original);
  await shop.closeAsItIs();
});

afterAll(() => dir.remove());

let copies = 0;

/** A copy of the till with something done to it. */
function tampered(work: (till: TamperedTill) => void): string {
  copies += 1;
  const till = new TamperedTill(original, path.join(dir.path, String(copies)));
  work(till);
  till.close();
  return till.dataDir;
}

/** A copy, and the first of its records that can't be trusted; null where all can. */
type Case = readonly [firstBad: number | null, dataDir: string];

/** Has both verifiers judge each copy. */
async function verdictsOn(cases: readonly Case[]) {
  const python = await pythonVerdicts(cases.map(([, dataDir]) => dataDir));
  const judged = [];
  for (const [index, [, dataDir]] of cases.entries()) {
    const engine = await engineVerdict(dataDir);
    const { verdict, code } = python[index]!;
    judged.push({
      engine: engine.firstBad?.seq ?? null,
      python: verdict.firstBad?.seq ?? null,
      ok: [engine.ok, verdict.ok],
      sameCount: engine.records === verdict.records,
      code,
    });
    rmSync(dataDir, { recursive: true });
  }
  return judged;
}

/** What both should say: the same record, and no more. */
function agreementOn(cases: readonly Case[]): Awaited<ReturnType<typeof verdictsOn>> {
  return cases.map(([firstBad]) => {
    const ok = firstBad === null;
    return { engine: firstBad, python: firstBad, ok: [ok, ok], sameCount: true, code: ok ? 0 : 1 };
  });
}

const someByte = (): [at: number, change: number] => [random.between(0, 1_000_000), random.between(1, 255)];
const lastSeq = () => rows.length;
const closings = () => rows.filter(({ type }) => type === 'day-closed/2').map(({ seq }) => seq);
const firstOf = (type: string) => rows.find((row) => row.type === type)!.seq;

describe('a journal that nobody has touched', () => {
  test('is in order, and has the records this story needs', async () => {
    expect(closings()).toHaveLength(2);
    expect(lastSeq()).toBeGreaterThan(closings().at(-1)!);
    const cases: Case[] = [[null, tampered(() => undefined)]];
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });
});

describe('both verifiers name the record', () => {
  test('whichever has one byte changed', async () => {
    const cases: Case[] = rows.map(({ seq }) => [
      seq,
      tampered((till) => till.flip(seq, 'bytes', ...someByte())),
    ]);
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });

  test('whichever has its noted hash changed', async () => {
    const cases: Case[] = rows.map(({ seq }) => [
      seq,
      tampered((till) => till.flip(seq, 'hash', ...someByte())),
    ]);
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });

  test('whichever is missing', async () => {
    const cases: Case[] = rows.map(({ seq }) => [
      seq,
      tampered((till) => till.sql(`DELETE FROM journal WHERE seq = ${seq}`)),
    ]);
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });

  test('whichever has changed places with the next', async () => {
    const cases: Case[] = rows.slice(0, -1).map(({ seq }) => [seq, tampered((till) => till.swap(seq))]);
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });

  test('whichever is said to be of another type', async () => {
    const asWrong = (seq: number) =>
      tampered((till) => till.sql(`UPDATE journal SET type = 'training/1' WHERE seq = ${seq}`));
    const cases: Case[] = rows.map(({ seq }) => [seq, asWrong(seq)]);
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });

  test('that was added behind the last, as a copy of it', async () => {
    const copied =
      'INSERT INTO journal SELECT seq + 1, type, hash, bytes FROM journal ORDER BY seq DESC LIMIT 1';
    const cases: Case[] = [[lastSeq() + 1, tampered((till) => till.sql(copied).forgeHead())]];
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });
});

describe('a tail that was cut off', () => {
  /** Cuts before each Z, in the middle of a day, and everything. */
  const cuts = () => [0, 1, ...closings().flatMap((z) => [z - 1, z - 3])];

  test('is missed by the head noted beside the journal', async () => {
    const everywhere = [...cuts(), ...closings(), lastSeq() - 1];
    const cases: Case[] = everywhere.map((seq) => [seq + 1, tampered((till) => till.cutAfter(seq))]);
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });

  test('is missed by the closed days in the tables where the head was forged', async () => {
    const cases: Case[] = cuts().map((seq) => [seq + 1, tampered((till) => till.cutAfter(seq).forgeHead())]);
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });

  test('is missed by the anchors file where both were forged', async () => {
    const cases: Case[] = cuts().map((seq) => [
      seq + 1,
      tampered((till) => till.cutAfter(seq).forgeHead().forgeClosings()),
    ]);
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });

  test('is missed by what the district has acknowledged where all three were forged', async () => {
    const acknowledged = rows[closings().at(-1)! - 1]!;
    const forged = (till: TamperedTill, seq: number) =>
      till.acknowledge(acknowledged).cutAfter(seq).forgeHead().forgeClosings().forgeAnchors();
    const cases: Case[] = cuts().map((seq) => [seq + 1, tampered((till) => forged(till, seq))]);
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });

  test('is missed by nobody here where the district knew nothing: that is the limit', async () => {
    const forged = (till: TamperedTill, seq: number) =>
      till.cutAfter(seq).forgeHead().forgeClosings().forgeAnchors();
    const cases: Case[] = cuts().map((seq) => [null, tampered((till) => forged(till, seq))]);
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });
});

describe('a chain that was written anew, with every hash made to fit', () => {
  const inFirst = (type: string, change: (body: LooseRecord['body']) => void) => (record: LooseRecord) => {
    if (record['seq'] === firstOf(type)) change(record.body);
  };
  const amended: readonly (readonly [
    what: string,
    type: string,
    change: (body: LooseRecord['body']) => void,
  ])[] = [
    ['the cashier of a sale', 'sale-completed/2', (body) => void (body['cashier'] = 'Budi')],
    ['the sum of an abandoned ticket', 'ticket-abandoned/2', (body) => void (body['amountRp'] = 1)],
    ['the reason of a difference', 'shift-closed/1', (body) => void (body['reason'] = 'unknown')],
    ['the name of a line taken off', 'line-voided/2', (body) => void (body['name'] = 'Permen')],
  ];

  test.each(amended)('is betrayed by the signature of the Z: %s', async (_what, type, change) => {
    const cases: Case[] = [[closings()[0]!, tampered((till) => till.rewrite(inFirst(type, change)))]];
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });

  test('is betrayed by the totals of the Z: a line taken off for less', async () => {
    const forLess = inFirst('line-voided/2', (body) => void (body['amountRp'] = 1));
    const cases: Case[] = [[closings()[0]!, tampered((till) => till.rewrite(forLess))]];
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });

  test('is betrayed by the Z itself: other totals under the old signature', async () => {
    const closed = closings()[1]!;
    const change = (record: LooseRecord) => {
      if (record['seq'] === closed) record.body['cashVarianceRp'] = 50_000;
    };
    const cases: Case[] = [[closed, tampered((till) => till.rewrite(change))]];
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });

  test('is betrayed by the next sale: an amount that the perpetual total does not follow', async () => {
    const sale = firstOf('sale-completed/2');
    const change = (record: LooseRecord) => {
      if (record['seq'] === sale) record.body['perpetualGrossRp'] = 1;
    };
    const cases: Case[] = [[sale, tampered((till) => till.rewrite(change))]];
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });

  test('would be in order had nothing been changed: it is the change that is seen', async () => {
    const cases: Case[] = [[null, tampered((till) => till.rewrite(() => undefined))]];
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });
});

describe('what remembers the journal', () => {
  const anchorsOf = (dataDir: string) => path.join(dataDir, 'anchors.jsonl');

  test('may be the district, whichever record it has acknowledged', async () => {
    const cases: Case[] = rows.map((row) => [null, tampered((till) => till.acknowledge(row))]);
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });

  test('may not be a district that has acknowledged something else', async () => {
    const cases: Case[] = rows.map(({ seq, hash }) => {
      const other = Buffer.from(hash);
      other[random.between(0, 31)]! ^= random.between(1, 255);
      return [seq, tampered((till) => till.acknowledge({ seq, hash: other }))];
    });
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });

  test('may end in a line that a power cut tore', async () => {
    const dataDir = tampered(() => undefined);
    appendFileSync(anchorsOf(dataDir), '{"zNumber":3,"se');
    const cases: Case[] = [[null, dataDir]];
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });

  test.each(['{}', 'x', '{"zNumber":1,"seq":0,"hash":""}', ''])('may not hold the line %j', async (line) => {
    const dataDir = tampered(() => undefined);
    writeFileSync(anchorsOf(dataDir), `${line}\n${readFileSync(anchorsOf(dataDir), 'utf8')}`);
    const cases: Case[] = [[lastSeq(), dataDir]];
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });

  test('may not name another hash', async () => {
    const dataDir = tampered(() => undefined);
    const wrong = readFileSync(anchorsOf(dataDir), 'utf8').replace(/"hash":"(.)/, (_, digit) =>
      digit === '0' ? '"hash":"1' : '"hash":"0',
    );
    writeFileSync(anchorsOf(dataDir), wrong);
    const cases: Case[] = [[closings()[0]!, dataDir]];
    expect(await verdictsOn(cases), `seed ${SEED}`).toEqual(agreementOn(cases));
  });
});

describe('the two commands', () => {
  interface Said {
    code: number;
    output: string;
    verdict: Verdict | undefined;
  }
  const command = async (file: string, args: string[]): Promise<Said> => {
    const said = await run(file, args, { cwd: ROOT }).then(
      ({ stdout }) => ({ code: 0, output: stdout }),
      (error: { code: number; stdout: string }) => ({ code: error.code, output: error.stdout }),
    );
    const isJson = said.output.startsWith('{');
    return { ...said, verdict: isJson ? (JSON.parse(said.output) as Verdict) : undefined };
  };
  const both = (...args: string[]) =>
    Promise.all([
      command(process.execPath, ['build/verify.ts', ...args]),
      command('python3', ['-B', 'build/verify.py', ...args]),
    ]);

  test('say that all is well, and exit 0', async () => {
    const dataDir = tampered(() => undefined);
    for (const { code, verdict } of await both('--data', dataDir, '--json')) {
      expect({ code, verdict }).toEqual({
        code: 0,
        verdict: { ok: true, records: lastSeq(), firstBad: null },
      });
    }
  });

  test('say which record is wrong, and exit 1', async () => {
    const seq = firstOf('sale-completed/2');
    const dataDir = tampered((till) => till.flip(seq, 'bytes', 300, 1));
    for (const { code, verdict } of await both('--data', dataDir, '--json')) {
      expect([code, verdict?.ok, verdict?.firstBad?.seq]).toEqual([1, false, seq]);
    }
    for (const { output } of await both('--data', dataDir)) expect(output).toContain(`ecord ${seq} `);
  });

  test('say so where the file is no database any more, and exit 1', async () => {
    const dataDir = tampered(() => undefined);
    writeFileSync(
      path.join(dataDir, 'gerai.db'),
      'no database, but long enough to be taken for one'.repeat(100),
    );
    for (const { code, verdict } of await both('--data', dataDir, '--json')) {
      expect([code, verdict?.ok, verdict?.firstBad?.seq]).toEqual([1, false, 1]);
    }
  });

  test('exit 2 where there is nothing to verify', async () => {
    for (const { code } of await both('--data', path.join(dir.path, 'nowhere'))) expect(code).toBe(2);
  });
});
