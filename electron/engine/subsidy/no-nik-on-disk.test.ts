import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { KeptLog } from '../../../test/support/kept-log.ts';
import { findNumbers, placesIn, type Found } from '../../../test/support/number-search.ts';
import { planted } from '../../../test/support/planted-number.ts';
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

/** A NIK that is typed and never registered, and one that can be none. */
const ASKED = '3507016308920044';
const MISTYPED = '3507016399920044';

const NUMBERS = new Set([...Object.values(VILLAGERS).flatMap(({ nik, kk }) => [nik, kk]), ASKED, MISTYPED]);

let shop: SmallShop;
let log: KeptLog;

beforeEach(async () => {
  log = new KeptLog();
  shop = await SmallShop.open({ log });
  await sellSubsidised(shop);
});
afterEach(() => shop.closeAsItIs());

/** Where any of the numbers stands, in whatever form. */
const onDisk = (): Found[] => findNumbers(NUMBERS, placesIn(shop.till.dir.path));

const inLog = (): Found[] => findNumbers(NUMBERS, [{ name: 'the log', bytes: Buffer.from(log.text) }]);

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
  const { ticketId, revision } = await ring(siti, SUBSIDISED.lpg, 3);
  keep(await siti.till.park({ ticketId, revision, label: ASKED }));
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
    const answers = replies.map((reply) => ({ name: 'an answer', bytes: Buffer.from(reply) }));
    expect(findNumbers(NUMBERS, answers)).toEqual([]);
    expect(await shop.proof()).toMatchObject({ verified: true, differences: [] });
  });

  test('would find one in every form it is looked for in', async () => {
    const { nik } = VILLAGERS.Sumarni;
    const forms = await planted(nik);
    for (const [index, { bytes }] of forms.entries()) {
      writeFileSync(join(shop.till.dir.path, `planted-${index}`), bytes);
    }
    const found = new Set(onDisk().map(({ place, form }) => `${place}: ${form}`));
    expect(forms.filter(({ form }, index) => !found.has(`planted-${index}: ${form}`))).toEqual([]);
  });

  test('would find one in the database: the staff answer by name, whatever they call themselves', async () => {
    const ratna = await shop.as('Ratna');
    const { nik } = VILLAGERS.Sumarni;
    valueOf(await ratna.staff.add({ name: nik, role: 'kasir', pin: '7305' }));
    const clear = onDisk().filter(({ form }) => form === 'text');
    expect(clear.filter(({ place }) => /^gerai\.db(-wal)?$/.test(place))).not.toEqual([]);
    log.error('said', { error: new Error(`NIK ${nik}`) });
    expect(inLog()).not.toEqual([]);
    expect(readdirSync(shop.till.dir.path)).toContain('gerai.db');
  });
});
