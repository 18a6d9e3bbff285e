import * as fc from 'fast-check';
import { inspect } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClient, type Procedure } from '../../shared/contract/define.ts';
import { contract } from '../../shared/contract/index.ts';
import { mayDo } from '../../shared/contract/permissions.ts';
import type { CallEnvelope } from '../../shared/contract/wire.ts';
import { COUNTER_DEEDS } from '../../test/support/deeds.ts';
import { recordsOf, recordsOfType } from '../../test/support/journal.ts';
import { GOODS, openShift, payment, PEOPLE, ringUp, SmallShop } from '../../test/support/small-shop.ts';
import { StumblingIds } from '../../test/support/stumbling-ids.ts';
import { refusalOf, valueOf } from '../../test/support/till.ts';

const PROCEDURES: readonly (readonly [name: string, procedure: Procedure])[] = Object.entries(
  contract,
).flatMap(([area, table]) =>
  Object.entries(table).map(([name, procedure]) => [`${area}.${name}`, procedure] as const),
);

let ids: StumblingIds;
let shop: SmallShop;

beforeEach(async () => {
  ids = new StumblingIds();
  shop = await SmallShop.open({ ids });
});

afterEach(() => shop.close());

/** Sends whatever a broken or hostile caller might. */
const send = (raw: unknown) => shop.till.engine.call(raw as CallEnvelope);
const records = () => recordsOf(shop.till.dir.path).length;

describe('the one door', () => {
  test('asks every caller for what the contract asks, before it looks at what they bring', async () => {
    const before = records();
    for (const [procedure, { permission }] of PROCEDURES) {
      if (permission === 'public') continue;
      const reply = await send({ procedure, input: { nonsense: true }, commandId: uuidv7() });
      expect(refusalOf(reply).code, procedure).toBe('session.required');
    }
    expect(records()).toBe(before);
  });

  test.each(['Siti', 'Joko', 'Ratna'] as const)(
    'lets %s do what their role may, and nothing else',
    async (name) => {
      const session = await shop.sessionOf(name);
      const { role } = PEOPLE[name];
      for (const [procedure, { permission }] of PROCEDURES) {
        const call = { procedure, input: { nonsense: true }, commandId: uuidv7(), session };
        const expected = mayDo(role, permission) ? 'request.malformed' : 'permission.denied';
        expect(refusalOf(await send(call)).code, procedure).toBe(expected);
      }
    },
  );

  test.each([
    'till.steal',
    'till',
    'till.',
    '.',
    '',
    'constructor.constructor',
    '__proto__.toString',
    'till.toString',
    'TILL.PAY',
  ])('knows no procedure %j', async (procedure) => {
    const refused = refusalOf(await send({ procedure, input: {} }));
    expect(refused).toMatchObject({ code: 'procedure.unknown', params: { name: procedure } });
  });

  const nonsense: readonly unknown[] = [
    null,
    undefined,
    7,
    'till.pay',
    [],
    {},
    { input: {} },
    { procedure: 7, input: {} },
    { procedure: 'till.ticket', input: {}, session: 7 },
    { procedure: 'till.ticket', input: {}, commandId: 'twice' },
    { procedure: 'till.ticket', input: {}, extra: true },
    { procedure: 'x'.repeat(100_000), input: {} },
    { procedure: 'till.ticket', input: {}, session: 'f'.repeat(100_000) },
  ];
  test.each(nonsense.map((raw) => [inspect(raw).slice(0, 60), raw]))(
    'answers %s with a refusal',
    async (_text, raw) => {
      expect(refusalOf(await send(raw)).code).toBe('request.malformed');
    },
  );

  test('takes no command without a number', async () => {
    const call = { procedure: 'staff.signIn', input: { staffId: uuidv7(), pin: '4826' } };
    expect(refusalOf(await send(call)).code).toBe('command.id-missing');
  });

  test('names the field that is wrong, and not what was in it', async () => {
    const siti = await shop.as('Siti');
    const huge = 'x'.repeat(10_000_000);
    const refused = refusalOf(await siti.till.scan({ code: huge }));
    expect(refused).toMatchObject({ code: 'request.malformed', params: { field: 'code' } });
    expect(JSON.stringify(refused).length).toBeLessThan(500);
  });

  test.each([
    ['text for a number', { code: GOODS.noodles, quantityThousandths: '1000' }],
    ['a fraction of a thousandth', { code: GOODS.noodles, quantityThousandths: 0.5 }],
    ['a number beyond all numbers', { code: GOODS.noodles, quantityThousandths: 1e300 }],
    ['a member too many', { code: GOODS.noodles, priceRp: 1 }],
    ['a list', [GOODS.noodles]],
    ['nothing', null],
  ])('refuses %s', async (_what, input) => {
    const siti = await shop.as('Siti');
    const scan = siti.till.scan as (input: unknown) => ReturnType<typeof siti.till.scan>;
    expect(refusalOf(await scan(input)).code).toBe('request.malformed');
  });
});

describe('a fault of the program', () => {
  test('is an answer with a number, and the log finds it by that number', async () => {
    const siti = await shop.as('Siti');
    await openShift(siti);
    ids.stumble();
    const { code, traceId } = refusalOf(await siti.till.scan({ code: GOODS.noodles }));
    expect(code).toBe('internal');
    expect(shop.till.log.errors).toMatchObject([
      { what: 'internal error', details: { traceId, procedure: 'till.scan' } },
    ]);
    shop.till.log.forgive('internal error');
  });

  test('leaves nothing half done, and the same command may be sent again', async () => {
    const siti = await shop.as('Siti');
    await openShift(siti);
    const ticket = await ringUp(siti, GOODS.noodles);
    const commandId = uuidv7();
    const before = records();
    // The first id is the sale's; by the time the next ticket needs one, the sale's record is written.
    ids.stumble(1);
    expect(refusalOf(await siti.till.pay(payment(ticket), { commandId })).code).toBe('internal');
    expect(records()).toBe(before);
    expect(valueOf(await siti.till.ticket({}))).toEqual(ticket);
    expect(valueOf(await siti.till.pay(payment(ticket), { commandId })).receipt).toBe('SKM01-1-0001');
    shop.till.log.forgive('internal error');
  });

  test('does not write a PIN into the log', async () => {
    const ratna = await shop.as('Ratna');
    ids.stumble();
    expect(refusalOf(await ratna.staff.add({ name: 'Dewi', role: 'kasir', pin: '6183' })).code).toBe(
      'internal',
    );
    expect(inspect(shop.till.log.errors, { depth: 10 })).not.toContain('6183');
    shop.till.log.forgive('internal error');
  });

  test('after the commit is no refusal: the sale is stored, and the cashier is told so', async () => {
    const siti = await shop.as('Siti');
    await openShift(siti);
    const ticket = await ringUp(siti, GOODS.noodles);
    const stopListening = shop.till.engine.onEvent(() => {
      throw new Error('a window that has gone');
    });
    expect(valueOf(await siti.till.pay(payment(ticket))).receipt).toBe('SKM01-1-0001');
    expect(recordsOfType(shop, 'sale-completed/2')).toHaveLength(1);
    stopListening();
    shop.till.log.forgive('a task after the commit failed');
  });
});

describe('a command that is sent again', () => {
  test('while the first is still being worked on is done once', async () => {
    const ratna = await shop.as('Ratna');
    const commandId = uuidv7();
    const dewi = { name: 'Dewi', role: 'kasir' as const, pin: '6183' };
    const replies = await Promise.all([
      ratna.staff.add(dewi, { commandId }),
      ratna.staff.add(dewi, { commandId }),
    ]);
    expect(valueOf(replies[0])).toEqual(valueOf(replies[1]));
    expect(valueOf(await ratna.staff.list({}))).toHaveLength(5);
  });

  test('gives no session away twice: signing in is kept nowhere', async () => {
    const commandId = uuidv7();
    const input = { staffId: await shop.staffId('Siti'), pin: PEOPLE.Siti.pin };
    const first = valueOf(await shop.till.nobody.staff.signIn(input, { commandId }));
    const second = valueOf(await shop.till.nobody.staff.signIn(input, { commandId }));
    expect(first).not.toEqual(second);
  });

  test('that was refused is judged anew: its number was not used up', async () => {
    const siti = await shop.as('Siti');
    const commandId = uuidv7();
    expect(refusalOf(await siti.till.scan({ code: GOODS.noodles }, { commandId })).code).toBe('shift.closed');
    await openShift(siti);
    valueOf(await siti.till.scan({ code: GOODS.noodles }, { commandId }));
  });

  test('changes nothing, whatever it was and whatever came before', async () => {
    const siti = await shop.as('Siti');
    await openShift(siti);
    /** Remembers the envelopes, so that each can be sent again to the letter. */
    const sent: CallEnvelope[] = [];
    const session = await shop.sessionOf('Siti');
    const note = (call: CallEnvelope) => {
      const envelope = { ...call, session };
      if (call.commandId !== undefined) sent.push(envelope);
      return shop.till.engine.call(envelope);
    };
    const recording = createClient(contract, note, uuidv7);
    const day = fc.array(fc.constantFrom(...Object.keys(COUNTER_DEEDS)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(day, async (names) => {
        for (const name of names) {
          sent.length = 0;
          const reply = await COUNTER_DEEDS[name]!(recording, { commandId: uuidv7() });
          const before = { records: records(), ticket: valueOf(await siti.till.ticket({})) };
          const again = await shop.till.engine.call(sent[0]!);
          // Refusals have a trace id of their own each time, and may be answered differently later.
          expect(again.ok ? again : reply, name).toEqual(reply);
          expect({ records: records(), ticket: valueOf(await siti.till.ticket({})) }, name).toEqual(before);
        }
      }),
      { numRuns: 12 },
    );
  });
});
