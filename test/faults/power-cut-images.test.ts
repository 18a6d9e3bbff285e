import { cpSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEngine } from '../../electron/engine/engine.ts';
import { StartupError } from '../../electron/engine/domain-error.ts';
import type { TillClient } from '../../shared/contract/index.ts';
import { recordsOf } from '../support/journal.ts';
import { KillableTill } from '../support/killable-till.ts';
import { seededRandom } from '../support/random.ts';
import { rebuildProof } from '../support/rebuild-proof.ts';
import {
  buildRecorder,
  filesIn,
  Platter,
  putFiles,
  readRecord,
  recording,
  type Files,
} from '../support/recorded-writes.ts';
import { closeShift, GOODS, PEOPLE, sell, SmallShop, type Name } from '../support/small-shop.ts';
import { scratchDir, TestLog, valueOf } from '../support/till.ts';

/** When the power goes and what the disk makes of it; told with every failure. */
const SEED = Math.trunc(Math.random() * 2 ** 31);
const IMAGES = 60;
/** So many that the write-ahead log is carried over into the database once, in the middle of trade. */
const SALES_A_DAY = 16;

const dir = scratchDir('images');
const library = buildRecorder(dir.path);
afterAll(() => dir.remove());

describe.skipIf(library === undefined)(
  'what a power cut leaves on the disk (only on Linux with a C compiler)',
  () => {
    const dataDir = path.join(dir.path, 'toko');
    const record = path.join(dir.path, 'record');
    let before: Files;
    /** Sales by their ids, each with how far the record had come when the cashier was told. */
    const acknowledged: { saleId: string; by: number }[] = [];

    /** Two days of trade, with every write recorded. */
    beforeAll(async () => {
      const template = await SmallShop.open();
      await template.till.engine.close();
      cpSync(template.till.dir.path, dataDir, { recursive: true });
      await template.close();
      before = filesIn(dataDir);
      const till = await recording({ library: library ?? '', folder: dataDir, record }, () =>
        KillableTill.on(dataDir),
      );
      const signIn = (name: Name) => till.signIn(name, PEOPLE[name].pin);
      const [siti, joko] = [await signIn('Siti'), await signIn('Joko')];
      for (const businessDate of ['2026-04-15', '2026-04-16']) await tradingDay(siti, joko, businessDate);
      await till.cutPower();
    });

    async function tradingDay(siti: TillClient, joko: TillClient, businessDate: string): Promise<void> {
      valueOf(await siti.cash.openShift({ floatRp: 0, businessDate }));
      for (let sale = 0; sale < SALES_A_DAY; sale += 1) {
        const { saleId } = await sell(siti, GOODS.noodles, GOODS.sweet);
        acknowledged.push({ saleId, by: statSync(record).size });
      }
      await closeShift(siti, 0);
      valueOf(await joko.cash.closeDay({}));
    }

    /** What is wrong with a till that was left like this; undefined where nothing is. */
    async function wrongWith(files: Files, position: number): Promise<string | undefined> {
      const image = path.join(dir.path, 'image');
      rmSync(image, { recursive: true, force: true });
      putFiles(image, files);
      try {
        const engine = await openEngine({ dataDir: image, demo: false, ports: { log: new TestLog() } });
        await engine.close();
      } catch (error) {
        if (error instanceof StartupError) return error.message;
        throw error;
      }
      const { verified, differences } = await rebuildProof(image);
      if (!verified || differences.length > 0) return 'it can not be verified';
      const kept = new Set(recordsOf(image).flatMap(({ body }) => ('saleId' in body ? [body.saleId] : [])));
      const lost = acknowledged.filter(({ saleId, by }) => by <= position && !kept.has(saleId));
      return lost.length === 0 ? undefined : `${lost.length} acknowledged sales are lost`;
    }

    /** Cuts the power at so many random moments, and says what was wrong afterwards. */
    async function cutPower(images: number, heedsSyncs: boolean): Promise<string[]> {
      const random = seededRandom(SEED);
      const deeds = readRecord(record);
      const moments = new Set(Array.from({ length: images }, () => random.between(0, deeds.length - 1)));
      const platter = new Platter(before, heedsSyncs);
      const wrong: string[] = [];
      for (const [index, deed] of deeds.entries()) {
        platter.play(deed);
        if (!moments.has(index)) continue;
        const found = await wrongWith(platter.cut(random), deed.end);
        if (found !== undefined) wrong.push(`after deed ${index} of ${deeds.length}: ${found}`);
      }
      return wrong;
    }

    test('is to be found in a record of all that was written, the carrying over included', () => {
      const written = new Set(readRecord(record).map(({ kind, name }) => `${kind} ${name}`));
      expect(written).toContain('sync gerai.db-wal');
      expect(written).toContain('sync gerai.db');
      expect(written).toContain('sync anchors.jsonl');
    });

    test('is a sound till with every sale that was acknowledged, at whatever moment', async () => {
      expect(acknowledged).toHaveLength(2 * SALES_A_DAY);
      expect(await cutPower(IMAGES, true), `seed ${SEED}`).toEqual([]);
    });

    test('is a ruin where syncs were not heeded: the test above would notice', async () => {
      expect((await cutPower(10, false)).length, `seed ${SEED}`).toBeGreaterThan(0);
    });
  },
);
