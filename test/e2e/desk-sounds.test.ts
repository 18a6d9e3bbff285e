/**
 * What the till says without words, as the design has it: accepted, one short high tone; needs
 * attention, one long middle tone; refused, two low tones; paid, two rising tones.
 */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { isPaid } from '../support/e2e-cashier.ts';
import type { Person } from '../support/e2e-person.ts';
import { ServedShop } from '../support/e2e-shop.ts';
import { GOODS } from '../support/small-shop.ts';

/** A tone as it was handed to the loudspeaker. */
interface Tone {
  pitch: number;
  from: number;
  until: number;
}

declare global {
  interface Window {
    tones: Tone[];
  }
}

let shop: ServedShop;
let siti: Person;

beforeAll(async () => {
  shop = await ServedShop.open();
  await shop.openShift();
  siti = await shop.atWindow('Siti');
  await siti.page.context().addInitScript(hearTones);
}, 180_000);

afterAll(() => shop.close());

beforeEach(async () => {
  await shop.clearCounter();
  await siti.page.reload();
  await siti.sees('Keranjang kosong');
});

/** Runs in the page: writes down every tone. */
function hearTones(): void {
  window.tones = [];
  const made = AudioContext.prototype;
  const create = Reflect.get(made, 'createOscillator');
  made.createOscillator = function createHeard(this: AudioContext) {
    const oscillator: OscillatorNode = Reflect.apply(create, this, []);
    const { start, stop } = {
      start: oscillator.start.bind(oscillator),
      stop: oscillator.stop.bind(oscillator),
    };
    const tone = { pitch: 0, from: 0, until: Number.POSITIVE_INFINITY };
    oscillator.start = (from = 0) => {
      Object.assign(tone, { pitch: oscillator.frequency.value, from });
      window.tones.push(tone);
      start(from);
    };
    oscillator.stop = (until = 0) => {
      tone.until = until;
      stop(until);
    };
    return oscillator;
  };
}

/** The tones since this was last asked, each as its height and its length. */
async function heard(): Promise<string[]> {
  const tones = await siti.page.evaluate(() => window.tones.splice(0));
  const order = tones.toSorted((one, other) => one.from - other.from);
  return order.map(({ pitch, from, until }) => `${height(pitch)}, ${until - from < 0.2 ? 'short' : 'long'}`);
}

function height(pitch: number): string {
  if (pitch > 1000) return 'high';
  return pitch > 400 ? 'middle' : 'low';
}

test('a scan that is accepted: one short high tone for each', async () => {
  await siti.scans(GOODS.noodles);
  await siti.sees('1 baris, 1 barang');
  expect(await heard()).toEqual(['high, short']);
  await siti.scans(GOODS.tea, GOODS.tea);
  await siti.sees('2 baris, 3 barang');
  expect(await heard()).toEqual(['high, short', 'high, short']);
});

test.each([
  ['a barcode nobody knows', '8999999000011', 'belum terdaftar'],
  ['a barcode misread in its last digit', '089686010948', 'salah baca'],
])('a scan that is refused, %s: two low tones', async (_what, code, words) => {
  await siti.scans(code);
  await siti.isTold(words);
  expect(await heard()).toEqual(['low, short', 'low, short']);
});

test('something that needs attention: one long middle tone', async () => {
  await siti.press('F3');
  await siti.isTold(/./);
  expect(await heard()).toEqual(['middle, long']);
});

test('a code nobody knows is refused aloud on the pay screen too, and a paid sale is two rising tones', async () => {
  await siti.scans(GOODS.noodles);
  await siti.sees('1 baris, 1 barang');
  await siti.presses('Bayar');
  await siti.isAsked('Uang tunai diterima');
  await heard();
  await siti.scans('4006381333931');
  await siti.isTold('4006381333931');
  expect(await heard()).toEqual(['low, short', 'low, short']);
  // An Enter as close to the scanner's own would be a part of its code.
  await siti.page.waitForTimeout(200);
  await siti.press('Enter');
  await isPaid(siti);
  const tones = await siti.page.evaluate(() => window.tones);
  expect(tones).toHaveLength(2);
  expect(tones[1]!.pitch).toBeGreaterThan(tones[0]!.pitch);
  expect(tones[1]!.from).toBeGreaterThan(tones[0]!.from);
});
