/** A district that cannot be reached or talks nonsense: said in words, nothing lost, sent later. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { factOf } from '../support/e2e-cashier.ts';
import type { Person } from '../support/e2e-person.ts';
import { ServedShop } from '../support/e2e-shop.ts';
import { honest, MoodyProxy, says, type Mood } from '../support/moody-proxy.ts';
import { GOODS } from '../support/small-shop.ts';
import { TestDistrict } from '../support/test-district.ts';
import { valueOf } from '../support/till.ts';

let shop: ServedShop;
let district: TestDistrict;
/** What lies between the till and its district. */
let line: MoodyProxy;
let ratna: Person;

const down: Mood = (incoming) => incoming.destroy();

beforeAll(async () => {
  shop = await ServedShop.open();
  await shop.openShift();
  district = await TestDistrict.start();
  line = await MoodyProxy.before(district.running.url);
  district.clock.time = Date.now();
  const code = await district.running.newEnrolmentCode('Gerai Sukamaju');
  const owner = await shop.as('Ratna');
  valueOf(await owner.upload.enrol({ districtUrl: line.url, code }));
  ratna = await shop.atWindow('Ratna');
  await ratna.goesTo('Setelan');
  await ratna.presses('Kabupaten');
}, 180_000);

afterAll(async () => {
  await shop.close();
  await Promise.all([line.close(), district.close()]);
});

/** Everything so far has arrived; then one more sale is made. */
beforeEach(async () => {
  line.mood = honest;
  district.clock.time = Date.now();
  await ratna.presses('Kirim sekarang');
  await arrived().waitFor();
  const siti = await shop.as('Siti');
  const { ticket } = valueOf(await siti.till.scan({ code: GOODS.noodles }));
  const { ticketId, revision, totalRp } = ticket;
  valueOf(
    await siti.till.pay({ ticketId, revision, totalRp, tenders: [{ kind: 'cash', receivedRp: 3500 }] }),
  );
});

/** The count of records once the district has them all: `27 dari 27`. */
function arrived() {
  return ratna.page.locator('dd').filter({ hasText: /^(\d+) dari \1$/ });
}

test.each([
  ['that is down', down, 'Kabupaten tidak tersambung. Catatan aman di sini'],
  ['that answers nonsense', says(200, '<p>Selamat datang</p>'), 'Jawaban kabupaten tidak bisa dipercaya.'],
])('a district %s', async (_what, mood, words) => {
  line.mood = mood;
  await ratna.presses('Kirim sekarang');
  await ratna.isTold(words);
  expect(await arrived().count()).toBe(0);

  line.mood = honest;
  await ratna.presses('Kirim sekarang');
  await arrived().waitFor();
  expect(await ratna.page.getByRole('alert').count()).toBe(0);
  expect(await factOf(ratna, 'Terakhir diterima')).not.toBe('belum pernah');
});
