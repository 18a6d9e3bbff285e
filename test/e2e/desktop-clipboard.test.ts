/**
 * A number that is copied to be keyed elsewhere, in the real window: it gives the page no permission, so
 * the clipboard is reached another way than in a browser. The clipboard is the computer's own.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesktop } from '../support/e2e-desktop.ts';
import { Person } from '../support/e2e-person.ts';
import { PEOPLE, SmallShop } from '../support/small-shop.ts';
import { registerVillager, sellLpg, sellSubsidised, VILLAGERS } from '../support/subsidy-shop.ts';
import { TestClock, valueOf } from '../support/till.ts';

let home: string;
let till: ElectronApplication;

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'gerai-desktop-'));
  const data = path.join(home, 'toko');
  const shop = await SmallShop.open(
    { clock: new TestClock(new Date().toISOString()) },
    { path: data, remove: () => {} },
  );
  await sellSubsidised(shop);
  const siti = await shop.as('Siti');
  valueOf(await siti.cash.openShift({ floatRp: 100_000 }));
  const { registrationId } = await registerVillager(siti, 'Sumarni');
  await sellLpg(siti, registrationId);
  await shop.close();
  till = await openDesktop(home, data);
}, 180_000);

afterAll(async () => {
  await till.close();
  rmSync(home, { recursive: true, force: true });
});

/** What any program of this computer would paste. */
function clipboard(): Promise<string> {
  return till.evaluate((electron) => electron.clipboard.readText());
}

test('a NIK is copied with one key, and a minute later nobody pastes it', async () => {
  const joko = new Person(await till.firstWindow());
  await joko.presses(/^Joko/);
  await joko.isAsked('PIN Joko');
  await joko.answers(PEOPLE.Joko.pin);
  await joko.page.getByRole('region', { name: 'Keadaan alat' }).getByText('Joko').waitFor();
  await joko.goesTo('Subsidi');
  await joko.isOn('Antre hari kirim');
  await joko.press('2');
  await joko.sees('1 belum');
  await joko.page.clock.install({ time: new Date() });
  await joko.press('F4');
  await joko.sees('NIK disalin.');
  expect(await clipboard()).toBe(VILLAGERS.Sumarni.nik);
  await joko.page.clock.fastForward(60_000);
  await expect.poll(clipboard).toBe('');
});
