/**
 * Writes the goods of the example store from katalog.csv into the engine, where the app finds them:
 *
 *     npm run example-store
 */
import { writeFileSync } from 'node:fs';
import { exampleGoods, goodsFile } from './goods.ts';

const file = new URL('../../electron/engine/example/data/goods.json', import.meta.url);
const goods = exampleGoods();
writeFileSync(file, goodsFile(goods));
process.stderr.write(`Gerai: ${goods.length} products written\n`);
