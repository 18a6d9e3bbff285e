import type { TillClient } from '../../../shared/contract/index.ts';
import type { Place } from '../../support/number-search.ts';
import { valueOf } from '../../support/till.ts';
import { DECREE_FROM, OPENED } from './shelf.ts';

const REGISTERS = ['lpg-logbook', 'sphp-statement', 'fertiliser-register', 'price-board'] as const;

/** Every paper that falls out of the day, as it would be handed to an official or hung on the wall. */
export async function papersOf(owner: TillClient): Promise<Place[]> {
  const papers: Place[] = [];
  for (const register of REGISTERS) {
    for (const format of ['pdf', 'xlsx'] as const) {
      const asked = { register, from: OPENED, to: DECREE_FROM, format };
      const { fileName, contentBase64 } = valueOf(await owner.registers.file(asked));
      papers.push({ name: fileName, bytes: Buffer.from(contentBase64, 'base64') });
    }
    const view = valueOf(await owner.registers.view({ register, from: OPENED, to: DECREE_FROM }));
    papers.push({ name: `${register} on the screen`, bytes: Buffer.from(JSON.stringify(view)) });
  }
  const { rows } = valueOf(await owner.keying.queue({}));
  papers.push({ name: 'the queue on the screen', bytes: Buffer.from(JSON.stringify(rows)) });
  return papers;
}
