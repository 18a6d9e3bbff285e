/** The day the gas comes: thirty buyers served by keyboard alone, most of them from the line. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TillClient } from '../../shared/contract/index.ts';
import type { Registration } from '../../shared/contract/subsidy.ts';
import { isPaid } from '../support/e2e-cashier.ts';
import type { Person } from '../support/e2e-person.ts';
import { LOOKS, Onlooker } from '../support/e2e-screens.ts';
import { ServedShop } from '../support/e2e-shop.ts';
import { sellSubsidised, STOCK, SUBSIDISED, subsidisedId } from '../support/subsidy-shop.ts';
import { valueOf } from '../support/till.ts';

/** In line since the morning, registered and with their quota untouched. */
const IN_LINE = 24;
/** They come by themselves: registered, but not in line. */
const BY_THEMSELVES = 4;
/** Nobody knows them yet. */
const NEW = 2;

/** A made-up villager: each of a household of their own. */
function villager(at: number): { name: string; nik: string; kk: string } {
  const two = String(at).padStart(2, '0');
  return { name: `Warga ${two}`, nik: `350701120370${two}01`, kk: `350701010115${two}02` };
}

let shop: ServedShop;
let siti: Person;
let onlooker: Onlooker;

beforeAll(async () => {
  shop = await ServedShop.open();
  await sellSubsidised(shop);
  await shop.openShift();
  const client = await shop.as('Siti');
  const productId = await subsidisedId(shop, SUBSIDISED.lpg);
  for (let at = 1; at <= IN_LINE + BY_THEMSELVES; at++) {
    const { registrationId } = await register(client, at);
    if (at > IN_LINE) continue;
    valueOf(await client.subsidy.addWaiting({ registrationId, productId, category: 'rumah-tangga' }));
  }
  siti = await shop.atWindow('Siti');
  onlooker = new Onlooker(siti.page, 'delivery-day', LOOKS);
}, 180_000);

afterAll(() => shop.close());

beforeEach(({ onTestFailed }) => {
  onTestFailed(() => onlooker.look('failed'));
});

async function register(client: TillClient, at: number): Promise<Registration> {
  const { name, nik, kk } = villager(at);
  return valueOf(
    await client.subsidy.register({
      nik,
      kk,
      name,
      categories: ['rumah-tangga'],
      programme: 'lpg-3kg',
      consent: true,
    }),
  );
}

/** Exact cash for what is in the basket. */
async function paysExactly(): Promise<void> {
  await siti.isAsked('Uang tunai diterima');
  await siti.press('Enter');
  await isPaid(siti);
}

/** A little longer than a new screen lets a second press of the key before go by. */
const SETTLING_MS = 600;

/** Leaves a screen with one press of Enter, once the screen takes it for meant. */
async function leaves(left: string): Promise<void> {
  // The page waits, not the test: where it is slow, its own settling is late by as much.
  await siti.page.evaluate((long) => new Promise((done) => setTimeout(done, long)), SETTLING_MS);
  await siti.press('Enter');
  await siti.page.getByRole('main', { name: left }).waitFor({ state: 'detached' });
}

test('those in line are served one after the other, one key each, then F9 and Enter', async () => {
  await siti.sees('Keranjang kosong');
  // The key is there once the line is known.
  await siti.sees(`(${IN_LINE})`);
  await siti.press('ArrowLeft');
  await siti.isOn('Antre hari kirim');
  await siti.sees(`${IN_LINE} orang menunggu`);
  await onlooker.look('line');
  for (let served = 1; served <= IN_LINE; served++) {
    await siti.isOn('Antre hari kirim');
    await siti.sees(`${IN_LINE - served + 1} orang menunggu`);
    await leaves('Antre hari kirim');
    await siti.sees('1 baris, 1 barang');
    await siti.press('F9');
    await paysExactly();
    await leaves('Lunas');
  }
  await siti.sees('Keranjang kosong');
  expect(onlooker.faults).toEqual([]);
});

test('whoever comes by themselves is known by their number, or registered on the spot', async () => {
  for (let at = IN_LINE + 1; at <= IN_LINE + BY_THEMSELVES + NEW; at++) {
    const { name, nik, kk } = villager(at);
    await siti.sees('Keranjang kosong');
    await siti.answers(SUBSIDISED.lpg);
    await siti.sees('Perlu NIK pembeli');
    await siti.press('F9');
    await siti.isAsked('NIK pembeli');
    await siti.types(nik);
    if (at > IN_LINE + BY_THEMSELVES) {
      await siti.isAsked('Nama di KTP');
      await siti.answers(name, kk);
      await siti.press('1');
    } else await siti.sees('Boleh dijual');
    await siti.press('F9');
    await paysExactly();
    await leaves('Lunas');
  }
  expect(await shop.sales()).toHaveLength(IN_LINE + BY_THEMSELVES + NEW);
});

test('in the evening thirty are sold, thirty empties came in, and thirty stand in line for MAP', async () => {
  const joko = await shop.as('Joko');
  const sold = IN_LINE + BY_THEMSELVES + NEW;
  expect(sold).toBe(30);
  expect(await shop.sales()).toEqual(Array.from({ length: sold }, () => 18_000));
  const { counts } = valueOf(await joko.keying.queue({ system: 'map' }));
  expect(counts).toMatchObject([{ system: 'map', belum: sold, sudah: 0 }]);
  const { products } = valueOf(await joko.catalog.list({ text: '' }));
  const onHand = (plu: string) => products.find((each) => each.plu === plu)!.onHandThousandths / 1000;
  expect(onHand(SUBSIDISED.lpg)).toBe(STOCK.lpg - sold);
  expect(onHand(SUBSIDISED.cylinder)).toBe(STOCK.cylinder + sold);
  expect(valueOf(await joko.subsidy.waiting({})).entries).toEqual([]);
});
