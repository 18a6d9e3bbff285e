import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../district/crypto.ts';
import { LPG, sellLpg, setUpLpg } from '../../test/support/paper-subsidy.ts';
import { FIRST_DAY, PaperTill } from '../../test/support/paper-till.ts';
import { verifierStateSchema } from './verifier-state.ts';
import { ChainVerifier } from './verify.ts';

/** A verifier that has taken all of a till's records. */
function walked(till: PaperTill): ChainVerifier {
  const verifier = new ChainVerifier(nodeCrypto);
  for (const bytes of till.records) verifier.take(bytes);
  return verifier;
}

describe('a verifier that is put away and resumed', () => {
  it('judges like one that never stopped, whichever record it stopped at', () => {
    const till = new PaperTill();
    till.trade('2026-04-15', [12_500, 3_000]);
    till.trade('2026-04-16', [7_500]);
    const whole = walked(till);
    let state = new ChainVerifier(nodeCrypto).state;
    for (const bytes of till.records) {
      const resumed = new ChainVerifier(
        nodeCrypto,
        verifierStateSchema.parse(JSON.parse(JSON.stringify(state))),
      );
      resumed.take(bytes);
      state = resumed.state;
    }
    expect(state).toEqual(whole.state);
    expect(state.lastZ).toMatchObject({ number: 2, businessDate: '2026-04-16' });
  });

  it('keeps nothing of a record it refused', () => {
    const till = new PaperTill();
    till.openDay('2026-04-15');
    till.sell(10_000);
    const verifier = walked(till);
    const before = verifier.state;
    expect(() => verifier.take(till.records[1]!)).toThrow('has number 2');
    expect(verifier.state).toBe(before);
  });
});

it('goes on from a state that was put away before it remembered where and when a price rule holds', () => {
  const till = new PaperTill();
  setUpLpg(till);
  till.openDay(FIRST_DAY);
  const { programmes, ...state } = walked(till).state;
  const { inUse: _inUse, place: _place, prices, ...before } = programmes;
  const { scope: _scope, ...price } = prices[LPG.priceRule]!;
  const stored = { ...state, programmes: { ...before, prices: { [LPG.priceRule]: price } } };
  const verifier = new ChainVerifier(nodeCrypto, verifierStateSchema.parse(stored));
  const taken = till.records.length;
  sellLpg(till, { sharedNikKey: null }, 2);
  till.sell(18_000, { productId: LPG.refill });
  till.removeLine(2_500);
  for (const bytes of till.records.slice(taken)) verifier.take(bytes);
  expect(verifier.state.head.seq).toBe(till.records.length);
});

describe('a record and its business day', () => {
  it('must belong to the day that is open', () => {
    const till = new PaperTill();
    till.openDay('2026-04-15');
    till.append('signed-out/1', { staffId: till.tillId }, null);
    expect(() => walked(till)).toThrow('does not belong to the open day 2026-04-15');
  });

  it('must not belong to a day that is not open', () => {
    const till = new PaperTill();
    till.trade('2026-04-15', [10_000]);
    till.append('signed-out/1', { staffId: till.tillId }, FIRST_DAY);
    expect(() => walked(till)).toThrow('belongs to 2026-04-15, which is not open');
  });

  it.each(['2026-04-15', '2026-04-14'])('a day is not opened again, nor after a later one: %s', (date) => {
    const till = new PaperTill();
    till.trade('2026-04-15', [10_000]);
    till.openDay(date);
    expect(() => walked(till)).toThrow('which is not after 2026-04-15');
  });

  it('two days are never open at once', () => {
    const till = new PaperTill();
    till.openDay('2026-04-15');
    till.openDay('2026-04-16');
    expect(() => walked(till)).toThrow('opens a day while 2026-04-15 is open');
  });
});
