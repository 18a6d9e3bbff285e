import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromHex, utf8 } from '../shared/journal/chain.ts';
import { DISTRICT_PATHS, subjectKeyReplySchema } from '../shared/upload/protocol.ts';
import { subjectKeyStatement } from '../shared/upload/statements.ts';
import { KeptLog } from '../test/support/kept-log.ts';
import { PaperTill } from '../test/support/paper-till.ts';
import { PaperUpload } from '../test/support/paper-upload.ts';
import { nodeCrypto } from './crypto.ts';
import { startDistrict, type RunningDistrict } from './server.ts';

const FILE = 'subject-key.bin';

describe('the key that a district’s stores share', () => {
  let dataDir: string;
  let log: KeptLog;
  let district: RunningDistrict;
  const now = () => ({ created: Math.floor(Date.now() / 1000) });

  const start = async () => {
    district = await startDistrict({ port: 0, dataDir, log });
  };
  beforeEach(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'gerai-subject-key-'));
    log = new KeptLog();
    await start();
  });
  afterEach(async () => {
    await district.close();
    rmSync(dataDir, { recursive: true });
  });

  const enrolled = async () => {
    const till = new PaperTill();
    const upload = new PaperUpload(district.url);
    const { value } = await upload.enrol(till, await district.newEnrolmentCode('Gerai Dadapan'), now());
    return { till, districtKey: (value as { districtKey: string }).districtKey };
  };
  const ask = (till: PaperTill, signing = now()) =>
    new PaperUpload(district.url).post(
      till,
      DISTRICT_PATHS.subjectKey(till.tillId),
      gzipSync(utf8('{}')),
      signing,
    );
  const keyFor = async (till: PaperTill) => subjectKeyReplySchema.parse((await ask(till)).value);

  it('is the same for every till, signed for each, and the same after a restart', async () => {
    const [one, two] = [await enrolled(), await enrolled()];
    const reply = await keyFor(one.till);
    const signed = (tillId: string) =>
      nodeCrypto.verifyEd25519(
        fromHex(one.districtKey),
        subjectKeyStatement(tillId, reply.subjectKey),
        fromHex(reply.countersignature),
      );
    expect([signed(one.till.tillId), signed(two.till.tillId)]).toEqual([true, false]);
    expect((await keyFor(two.till)).subjectKey).toBe(reply.subjectKey);
    await district.close();
    await start();
    expect((await keyFor(one.till)).subjectKey).toBe(reply.subjectKey);
  });

  it('goes to nobody whose key is not pinned', async () => {
    const { till } = await enrolled();
    const thief = new PaperTill();
    const forged = { ...now(), sign: (message: Uint8Array) => thief.sign(message) };
    expect((await ask(till, forged)).refusal?.code).toBe('signature.invalid');
    expect((await ask(thief)).refusal?.code).toBe('till.unknown');
  });

  it('stands in a file of its own, for its user only, and nowhere else', async () => {
    const { subjectKey } = await keyFor((await enrolled()).till);
    await district.close();
    const file = path.join(dataDir, FILE);
    expect(readFileSync(file).toString('hex')).toBe(subjectKey);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const forms = [subjectKey, Buffer.from(subjectKey, 'hex')];
    const holding = readdirSync(dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .filter((entry) => {
        const bytes = readFileSync(path.join(entry.parentPath, entry.name));
        return forms.some((form) => bytes.includes(form));
      })
      .map(({ name }) => name);
    expect(holding).toEqual([FILE]);
    expect(log.text).not.toContain(subjectKey);
    log.error('planted', { error: new Error(subjectKey) });
    expect(log.text).toContain(subjectKey);
    await start();
  });

  it('is not made anew where its file is lost or another one lies there: a till that asks then gets none', async () => {
    const { till } = await enrolled();
    const { subjectKey } = await keyFor(till);
    const file = path.join(dataDir, FILE);
    await district.close();
    renameSync(file, `${file}.lost`);
    await start();
    expect((await ask(till)).refusal?.code).toBe('request.unknown');
    expect(log.text).toContain('is missing');
    await district.close();
    writeFileSync(file, Buffer.alloc(32, 7));
    await start();
    expect((await ask(till)).refusal?.code).toBe('request.unknown');
    await district.close();
    renameSync(`${file}.lost`, file);
    await start();
    expect((await keyFor(till)).subjectKey).toBe(subjectKey);
  });
});
