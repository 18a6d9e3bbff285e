import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordsOf } from '../../../test/support/journal.ts';
import { GOODS, openShift, sell, SmallShop } from '../../../test/support/small-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';
import type { TillClient } from '../../../shared/contract/index.ts';
import { DEFAULT_POLICY } from '../../../shared/domain/policy.ts';
import { openMemory } from '../db/open.ts';
import { EXAMPLE_POLICY } from '../example/desk.ts';
import { createFolds } from '../journal/rebuild.ts';
import { policy, savePolicy } from './policy-store.ts';

let shop: SmallShop;
let ratna: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  ratna = await shop.as('Ratna');
});

afterEach(() => shop.close());

const NPWP = '0012345678901000';

describe('what the store decides about selling', () => {
  test('is the careful choice until somebody decides', async () => {
    expect(valueOf(await ratna.policy.get({}))).toEqual(DEFAULT_POLICY);
  });

  test('as the first tills wrote it is read with nothing said of where to pay', () => {
    const db = openMemory();
    createFolds(db);
    const { paymentNote: _, ...written } = { ...DEFAULT_POLICY, returnDays: 3 };
    savePolicy(db, written);
    expect(policy(db)).toEqual({ ...DEFAULT_POLICY, returnDays: 3 });
    db.close();
  });

  test('holds from then on, also after a restart; deciding the same again writes nothing', async () => {
    const wanted = {
      ...DEFAULT_POLICY,
      cashStepRp: 500,
      returnDays: 3,
      inStorePatterns: ['20IIIIIWWWWWC'],
    } as const;
    valueOf(await ratna.policy.save({ ...wanted, inStorePatterns: [...wanted.inStorePatterns] }));
    const records = recordsOf(shop.till.dir.path).length;
    valueOf(await ratna.policy.save({ ...wanted, inStorePatterns: [...wanted.inStorePatterns] }));
    expect(recordsOf(shop.till.dir.path)).toHaveLength(records);
    await shop.restart();
    const siti = await shop.as('Siti');
    expect(valueOf(await siti.policy.get({}))).toEqual(wanted);
  });

  test('a QRIS payload is kept as scanned, less the blanks around it', async () => {
    const payload = EXAMPLE_POLICY.qrisPayload ?? '';
    const saved = valueOf(await ratna.policy.save({ ...DEFAULT_POLICY, qrisPayload: ` ${payload}\n` }));
    expect(saved.qrisPayload).toBe(payload);
  });

  test('a payload no wallet would take is refused, and says why', async () => {
    const payload = EXAMPLE_POLICY.qrisPayload ?? '';
    const refused = async (qrisPayload: string) =>
      refusalOf(await ratna.policy.save({ ...DEFAULT_POLICY, qrisPayload }));
    expect(await refused(payload.replace('DADAPAN', 'DADAPEN'))).toMatchObject({
      code: 'policy.qris',
      params: { why: 'crc' },
    });
    expect(await refused('QRIS')).toMatchObject({ code: 'policy.qris', params: { why: 'not-tlv' } });
    expect(valueOf(await ratna.policy.get({}))).toEqual(DEFAULT_POLICY);
  });

  test('a pattern that is none is refused', async () => {
    const reply = await ratna.policy.save({ ...DEFAULT_POLICY, inStorePatterns: ['99IIIIIWWWWWC'] });
    expect(refusalOf(reply)).toMatchObject({ code: 'policy.pattern', params: { pattern: '99IIIIIWWWWWC' } });
  });

  test('is for the board', async () => {
    const joko = await shop.as('Joko');
    expect(refusalOf(await joko.policy.save(DEFAULT_POLICY)).code).toBe('permission.denied');
    const status = { validFrom: '2026-05-01', pkp: true, npwp: NPWP };
    expect(refusalOf(await joko.policy.setTaxStatus(status)).code).toBe('permission.denied');
  });
});

describe('PKP', () => {
  test('before anything dated, the store is what its profile says', async () => {
    expect(valueOf(await ratna.policy.taxStatuses({}))).toEqual({
      now: { pkp: false, npwp: null },
      before: { pkp: false, npwp: null },
      statuses: [],
      firstFreeDate: '2026-04-15',
    });
  });

  test('begins on its date and not before', async () => {
    valueOf(await ratna.policy.setTaxStatus({ validFrom: '2026-04-17', pkp: true, npwp: NPWP }));
    await openShift(await shop.as('Siti'));
    const now = async () => valueOf(await ratna.policy.taxStatuses({})).now;
    expect(await now()).toEqual({ pkp: false, npwp: null });
    shop.till.clock.pass(2 * 86_400_000);
    // The business day is still the one that was opened.
    expect(await now()).toEqual({ pkp: false, npwp: null });
  });

  test('a second status for one date takes the place of the first', async () => {
    valueOf(await ratna.policy.setTaxStatus({ validFrom: '2026-04-15', pkp: true, npwp: NPWP }));
    const { now, statuses } = valueOf(
      await ratna.policy.setTaxStatus({ validFrom: '2026-04-15', pkp: false, npwp: null }),
    );
    expect(now).toEqual({ pkp: false, npwp: null });
    expect(statuses).toEqual([{ validFrom: '2026-04-15', pkp: false, npwp: null }]);
  });

  test('can’t begin on a day on which something was sold, but another NPWP can', async () => {
    const siti = await shop.as('Siti');
    await openShift(siti);
    const status = { validFrom: '2026-04-15', pkp: true, npwp: NPWP };
    await sell(siti, GOODS.noodles);
    expect(refusalOf(await ratna.policy.setTaxStatus(status))).toMatchObject({
      code: 'tax.date-used',
      params: { last: '2026-04-15' },
    });
    expect(valueOf(await ratna.policy.taxStatuses({})).firstFreeDate).toBe('2026-04-16');
    const { now } = valueOf(await ratna.policy.setTaxStatus({ ...status, pkp: false }));
    expect(now).toEqual({ pkp: false, npwp: NPWP });
  });

  test('needs an NPWP', async () => {
    const reply = await ratna.policy.setTaxStatus({ validFrom: '2026-05-01', pkp: true, npwp: null });
    expect(refusalOf(reply).code).toBe('tax.npwp-missing');
  });
});
