import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formsOf, placesOf } from '../../../test/support/number-on-disk.ts';
import { grouped, registering } from '../../../test/support/registering.ts';
import { openShift, payment, SmallShop } from '../../../test/support/small-shop.ts';
import {
  registerVillager,
  ring,
  sellLpg,
  sellSubsidised,
  subsidisedId,
  SUBSIDISED,
  VILLAGERS,
} from '../../../test/support/subsidy-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';

/** A log that keeps everything that is said. */
class FullLog {
  readonly lines: string[] = [];
  readonly info = (what: string, details: object = {}) => this.#keep(what, details);
  readonly error = (what: string, details: object = {}) => this.#keep(what, details);
  #keep(what: string, details: object): void {
    this.lines.push(`${what} ${JSON.stringify(details)}`);
  }
}

/** A NIK that is typed and never registered, and one that can be none. */
const ASKED = '3507016308920044';
const MISTYPED = '3507016399920044';

const NUMBERS = [...new Set(Object.values(VILLAGERS).flatMap(({ nik, kk }) => [nik, kk])), ASKED, MISTYPED];

let shop: SmallShop;
let log: FullLog;

beforeEach(async () => {
  log = new FullLog();
  shop = await SmallShop.open({ log });
  await sellSubsidised(shop);
});
afterEach(() => shop.closeAsItIs());

/** Where any of the numbers stands, in whatever form. */
const onDisk = (): string[] => NUMBERS.flatMap((number) => placesOf(shop.till.dir.path, number));

const inLog = (): string[] =>
  log.lines.filter((line) =>
    NUMBERS.some((number) => formsOf(number).some(({ bytes }) => line.includes(bytes.toString('latin1')))),
  );

/** A day on which numbers come in by every door there is, the wrong ones too. */
async function dayOfNumbers(): Promise<string[]> {
  const siti = await shop.as('Siti');
  const joko = await shop.as('Joko');
  const replies: unknown[] = [];
  const keep = <T>(reply: T): T => {
    replies.push(reply);
    return reply;
  };
  await openShift(siti);
  const { registrationId } = await registerVillager(siti, 'Sumarni');
  keep(await siti.subsidy.register({ ...registering('Karjo'), nik: grouped(VILLAGERS.Karjo.nik) }));
  keep(await siti.subsidy.register({ ...registering('Paimin'), nik: MISTYPED }));
  keep(await siti.subsidy.register({ ...registering('Paimin'), nik: VILLAGERS.Sumarni.kk }));
  keep(await registerVillager(siti, 'Paimin'));
  for (const number of [ASKED, MISTYPED, ...Object.values(VILLAGERS).flatMap(({ nik, kk }) => [nik, kk])]) {
    keep(await siti.subsidy.identify({ number }));
    // Into the wrong field, as it happens every day.
    keep(await siti.members.search({ text: number }));
    keep(await siti.catalog.search({ text: number }));
    keep(await siti.subsidy.registrations({ text: number }));
    await siti.till.scan({ code: number });
  }
  await sellLpg(siti, registrationId);
  const productId = await subsidisedId(shop, SUBSIDISED.lpg);
  keep(await siti.subsidy.addWaiting({ registrationId, productId, category: 'rumah-tangga' }));
  await ring(siti, SUBSIDISED.lpg, 3);
  const ticket = valueOf(keep(await siti.till.setSubsidyBuyer({ registrationId })));
  expect(refusalOf(keep(await siti.till.pay(payment(ticket)))).code).toBe('subsidy.refused');
  valueOf(keep(await siti.till.dropRefused({ ticketId: ticket.ticketId })));
  const { number } = valueOf(await joko.subsidy.copyNumber({ registrationId, purpose: 'external-system' }));
  expect(number).toBe(VILLAGERS.Sumarni.nik);
  await joko.subsidy.copyNumber({ registrationId, purpose: 'correction', note: VILLAGERS.Sumarni.nik });
  keep(await joko.subsidy.accessLog({}));
  keep(await joko.subsidy.registrations({}));
  keep(await joko.subsidy.registration({ registrationId }));
  keep(await joko.reports.daily({ businessDate: '2026-04-15' }));
  return replies.map((reply) => JSON.stringify(reply));
}

describe('whoever looks through the files of a till that sold subsidised goods', () => {
  test('finds no NIK and no number of a family in any form, open or closed or erased', async () => {
    const replies = await dayOfNumbers();
    expect(onDisk()).toEqual([]);
    await shop.restart();
    expect(onDisk()).toEqual([]);
    const ratna = await shop.as('Ratna');
    const { registrations } = valueOf(await ratna.subsidy.registrations({}));
    expect(registrations).toHaveLength(3);
    for (const { registrationId } of registrations) valueOf(await ratna.subsidy.erase({ registrationId }));
    expect(onDisk()).toEqual([]);
    expect(inLog()).toEqual([]);
    // Nor does any answer say one, but the one that is asked for by name.
    expect(replies.filter((reply) => NUMBERS.some((number) => reply.includes(number)))).toEqual([]);
    expect(await shop.proof()).toMatchObject({ verified: true, differences: [] });
  });

  test('would find one in every form it is looked for in', () => {
    const { nik } = VILLAGERS.Sumarni;
    for (const [index, { bytes }] of formsOf(nik).entries()) {
      const around = [Buffer.from('before'), bytes, Buffer.from('after')];
      writeFileSync(join(shop.till.dir.path, `planted-${index}`), Buffer.concat(around));
    }
    const found = new Set(onDisk());
    const planted = formsOf(nik).map(({ name }, index) => `planted-${index}: ${name}`);
    expect(planted.filter((place) => !found.has(place))).toEqual([]);
    const longer = Buffer.from(`{"nik":"${nik}"}`);
    for (const before of [0, 1, 2]) {
      const shifted = Buffer.concat([Buffer.alloc(before, 32), longer]).toString('base64');
      writeFileSync(join(shop.till.dir.path, `longer-${before}`), shifted);
    }
    for (const before of [0, 1, 2]) {
      expect(onDisk().filter((place) => place.startsWith(`longer-${before}: base64`))).toHaveLength(1);
    }
  });

  test('would find one in the database: the staff answer by name, whatever they call themselves', async () => {
    const ratna = await shop.as('Ratna');
    const { nik } = VILLAGERS.Sumarni;
    valueOf(await ratna.staff.add({ name: nik, role: 'kasir', pin: '7305' }));
    expect(onDisk().filter((place) => /^gerai\.db(-wal)?: clear$/.test(place))).not.toEqual([]);
    log.info('said', { nik });
    expect(inLog()).toHaveLength(1);
    expect(readdirSync(shop.till.dir.path)).toContain('gerai.db');
  });
});
