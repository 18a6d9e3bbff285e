import { decodeQR } from 'qr/decode.js';
import type { TillClient } from '../../shared/contract/index.ts';
import { crc16 } from '../../shared/domain/qris.ts';
import { valueOf } from './till.ts';

/** The code on the counter of a merchant who does not exist, at a bank that does not either; no amount. */
const UNSEALED =
  '00020101021126680019COM.CONTOH-BANK.WWW011893600999000000001702120000000000170303UMI' +
  '51440014ID.CO.QRIS.WWW0215ID10999999999170303UMI5204541153033605802ID' +
  '5913KDMP SUKAMAJU6006MALANG61056515462070703A016304';
export const MERCHANT_QRIS = UNSEALED + crc16(UNSEALED);

/** The store takes QRIS from now on. */
export async function takeQris(owner: TillClient): Promise<void> {
  const policy = valueOf(await owner.policy.get({}));
  valueOf(await owner.policy.save({ ...policy, qrisPayload: MERCHANT_QRIS }));
}

/** Pixels to a module, and the light modules around the code. */
const SCALE = 4;
const QUIET = 4;

/** What a phone reads when a code is drawn black on white. */
export function readByPhone(rows: readonly string[]): string {
  const size = (rows.length + 2 * QUIET) * SCALE;
  const data = new Uint8Array(size * size * 4).fill(255);
  for (const [y, row] of rows.entries()) {
    for (const { index: x } of row.matchAll(/1/g)) {
      for (let pixel = 0; pixel < SCALE * SCALE; pixel += 1) {
        const down = (y + QUIET) * SCALE + Math.floor(pixel / SCALE);
        const along = (x + QUIET) * SCALE + (pixel % SCALE);
        data.fill(0, (down * size + along) * 4, (down * size + along) * 4 + 3);
      }
    }
  }
  return decodeQR({ width: size, height: size, data });
}

/** Modules of a code as a page has drawn it, from the boxes of its path. */
export function rowsDrawn(path: string): string[] {
  const boxes = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)].map(([, x, y, width]) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
  }));
  const size = Math.max(...boxes.map(({ y }) => y)) + 1;
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => '0'));
  for (const { x, y, width } of boxes) rows[y]?.fill('1', x, x + width);
  return rows.map((row) => row.join(''));
}
