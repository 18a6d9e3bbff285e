import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TillClient } from '../../shared/contract/index.ts';
import type { Ticket } from '../../shared/contract/till.ts';
import { grouped } from '../support/registering.ts';
import { TestDistrict } from '../support/test-district.ts';
import { TestTimer } from '../support/test-timer.ts';
import { TestTill, valueOf } from '../support/till.ts';
import { WireTap } from '../support/wire-tap.ts';

/** Two women of two families. */
const SITI = { nik: '3507125505820004', kk: '3507120102100007', name: 'Siti Aminah' };
const DEWI = { nik: '3507124107900002', kk: '3507120508150001', name: 'Dewi Lestari' };

/** What their numbers could look like on their way out. */
const FORMS = [SITI, DEWI].flatMap(({ nik, kk }) =>
  [nik, kk].flatMap((number) => ['', ' ', '.', '-'].map((between) => grouped(number, between))),
);
/** The example store's refill. */
const LPG_PLU = '3';
const PATIENCE_MS = 20_000;

/** One store of the district. */
class Store {
  readonly till: TestTill;
  readonly tap: WireTap;
  readonly timer: TestTimer;
  readonly cashier: TillClient;
  readonly board: TillClient;

  private constructor(parts: Pick<Store, 'till' | 'tap' | 'timer' | 'cashier' | 'board'>) {
    this.till = parts.till;
    this.tap = parts.tap;
    this.timer = parts.timer;
    this.cashier = parts.cashier;
    this.board = parts.board;
  }

  static async open(): Promise<Store> {
    const tap = new WireTap();
    const timer = new TestTimer();
    const till = await TestTill.withExampleStore({ fetch: tap.fetch, timer });
    const cashier = await till.signIn('kasir');
    valueOf(await cashier.cash.openShift({ floatRp: 300_000 }));
    return new Store({ till, tap, timer, cashier, board: await till.signIn('pengurus') });
  }

  async enrol(district: TestDistrict): Promise<void> {
    const code = await district.running.newEnrolmentCode('Gerai contoh');
    valueOf(await this.board.upload.enrol({ districtUrl: district.running.url, code }));
    await this.settled();
  }

  async settled(): Promise<void> {
    for (;;) {
      const { state, lastFault } = valueOf(await this.board.upload.status({}));
      if (state !== 'sending') {
        if (lastFault !== null) throw new Error(`${lastFault.code}: ${lastFault.detail}`);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async send(): Promise<void> {
    valueOf(await this.board.upload.sendNow({}));
    await this.settled();
  }

  /** Each store registers the same woman for itself. */
  async register(woman: typeof SITI): Promise<string> {
    const registered = valueOf(
      await this.cashier.subsidy.register({
        ...woman,
        categories: ['rumah-tangga'],
        programme: 'lpg-3kg',
        consent: true,
      }),
    );
    return registered.registrationId;
  }

  async ringUp(registrationId: string): Promise<Ticket> {
    valueOf(await this.cashier.till.scan({ code: LPG_PLU }));
    return valueOf(await this.cashier.till.setSubsidyBuyer({ registrationId }));
  }

  async pay(): Promise<void> {
    const { ticketId, revision, totalRp, cashDueRp } = await this.ticket();
    const tenders = [{ kind: 'cash' as const, receivedRp: cashDueRp }];
    valueOf(await this.cashier.till.pay({ ticketId, revision, totalRp, tenders }));
  }

  async ticket(): Promise<Ticket> {
    return valueOf(await this.cashier.till.ticket({}));
  }

  /** The ticket once the district's answer is on it. */
  async answeredTicket(): Promise<Ticket> {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const ticket = await this.ticket();
      if (ticket.subsidy?.knownBy === 'district') return ticket;
      if (performance.now() > deadline) throw new Error('the district’s answer never came');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  keyFile(): string {
    return path.join(this.till.dir.path, 'keys', 'district-subject.bin');
  }

  close(): Promise<void> {
    return this.till.dispose();
  }
}

describe('what a buyer bought at the district’s other stores', () => {
  let district: TestDistrict;
  let here: Store;
  let there: Store;
  beforeAll(async () => {
    district = await TestDistrict.start(undefined, Date.parse('2026-04-15T01:00:00Z'));
    [here, there] = [await Store.open(), await Store.open()];
    await here.enrol(district);
    await there.enrol(district);
  });
  afterAll(async () => {
    await Promise.all([here.close(), there.close()]);
    await district.close();
  });

  it('is asked while the buyer stands there, counts once it is known, and no number leaves the store', async () => {
    const elsewhere = await there.register(SITI);
    for (let cylinder = 0; cylinder < 2; cylinder += 1) {
      await there.ringUp(elsewhere);
      await there.pay();
    }
    await there.send();

    const buyer = await here.register(SITI);
    const atOnce = await here.ringUp(buyer);
    // The counter does not wait: what it knows at once is its own count.
    expect(atOnce.subsidy).toMatchObject({ knownBy: 'store', verdict: { effect: 'allow' } });
    const answered = await here.answeredTicket();
    expect(answered.subsidy?.verdict.effect).toBe('refuse');
    const [finding] = answered.subsidy?.verdict.findings ?? [];
    expect(finding).toMatchObject({
      code: 'quota-exceeded',
      params: { limit: 2000, used: 2000, asked: 1000 },
    });
    const quotas = answered.subsidy?.verdict.quotas ?? [];
    // Hers, and her family's: each purchase counts once for either.
    expect(quotas.map(({ subject, elsewhereThousandths }) => [subject, elsewhereThousandths])).toEqual(
      expect.arrayContaining([
        ['kk', 2000],
        ['nik', 2000],
      ]),
    );
    expect(here.tap.to('/subject-counts')).toHaveLength(1);
    valueOf(await here.cashier.till.abandon({ ticketId: answered.ticketId }));
    await here.send();
    for (const { sent, text, path: where } of [...here.tap.requests, ...there.tap.requests]) {
      for (const form of FORMS) {
        expect(text.includes(form) || sent.includes(form), `${where} holds ${form.slice(-4)}`).toBe(false);
      }
    }
  });

  it('finds a number on the wire where there is one, so that not finding any means something', async () => {
    const body = JSON.stringify({ numbers: FORMS });
    await here.tap.fetch(new URL('/v1/enrolments', district.running.url), {
      method: 'POST',
      body: new Uint8Array(gzipSync(body)),
    });
    const { text } = here.tap.requests.at(-1)!;
    for (const form of FORMS) expect(text).toContain(form);
  });

  it('is not waited for: without a line the till goes by its own count, and by what it was told before', async () => {
    const elsewhere = await there.register(DEWI);
    await there.ringUp(elsewhere);
    await there.pay();
    await there.send();
    const buyer = await here.register(DEWI);
    here.tap.cut = true;
    const blind = await here.ringUp(buyer);
    expect(blind.subsidy).toMatchObject({ knownBy: 'store', verdict: { effect: 'allow' } });
    valueOf(await here.cashier.till.abandon({ ticketId: blind.ticketId }));
    here.tap.cut = false;
    await here.ringUp(buyer);
    const told = await here.answeredTicket();
    expect(told.subsidy?.verdict.quotas.map(({ usedThousandths }) => usedThousandths)).toContain(1000);
    valueOf(await here.cashier.till.abandon({ ticketId: told.ticketId }));
    here.tap.cut = true;
    const remembered = await here.ringUp(buyer);
    expect(remembered.subsidy?.knownBy).toBe('district');
    // What was told long ago still counts, but it is no longer called the district's count.
    here.till.clock.pass(25 * 3_600_000);
    const later = await here.ticket();
    expect(later.subsidy?.knownBy).toBe('store');
    expect(later.subsidy?.verdict.quotas.map(({ usedThousandths }) => usedThousandths)).toContain(1000);
    valueOf(await here.cashier.till.abandon({ ticketId: later.ticketId }));
    here.tap.cut = false;
    expect(here.till.log.errors).toEqual([]);
  });

  it('keeps the key out of the journal, the tables and the uploads', () => {
    const key = readFileSync(here.keyFile());
    const db = new Database(path.join(here.till.dir.path, 'gerai.db'), { readonly: true });
    const bytes = db.serialize();
    db.close();
    expect(bytes.includes(key) || bytes.includes(key.toString('hex'))).toBe(false);
    expect(here.tap.to('/batches').some(({ text }) => text.includes(key.toString('hex')))).toBe(false);
  });

  it('has one key for all stores, given at enrolment, and with the next upload to a till that has none', async () => {
    const key = readFileSync(here.keyFile());
    expect(key).toHaveLength(32);
    expect(statSync(here.keyFile()).mode & 0o777).toBe(0o600);
    expect(readFileSync(there.keyFile())).toEqual(key);
    // As of a till that was enrolled before there was a key, or whose key file was lost.
    await here.till.restart(() => rmSync(here.keyFile()));
    const board = await here.till.signIn('pengurus');
    // A district from before there was one is no fault: everything else goes on.
    here.tap.unknown = ['/subject-key', '/subject-counts'];
    valueOf(await board.upload.sendNow({}));
    await expect
      .poll(() => board.upload.status({}))
      .toMatchObject({ value: { state: 'idle', lastFault: null } });
    expect(existsSync(here.keyFile())).toBe(false);
    here.tap.unknown = [];
    valueOf(await board.upload.sendNow({}));
    await expect.poll(() => readFileSync(here.keyFile()), { timeout: PATIENCE_MS }).toEqual(key);
  });
});
