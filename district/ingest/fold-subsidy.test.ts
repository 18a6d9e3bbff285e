import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rupiah } from '../../shared/domain/money.ts';
import { thousandths } from '../../shared/domain/quantity.ts';
import { explainLpg, LPG, sellLpg, setUpLpg } from '../../test/support/paper-subsidy.ts';
import { FIRST_DAY, type PaperTill } from '../../test/support/paper-till.ts';
import { batchOf } from '../../test/support/paper-upload.ts';
import { TestDistrict } from '../../test/support/test-district.ts';

const SITI = { sharedNikKey: 'a1'.repeat(32) };
const MOVEMENT = '0198c0de-0000-7000-9000-0000000000aa';

describe('subsidised goods at the district', () => {
  let district: TestDistrict;
  beforeAll(async () => {
    district = await TestDistrict.start();
  });
  afterAll(() => district.close());

  const sendAll = (till: PaperTill) =>
    district.upload.send(till, batchOf(till, 1, till.head.seq), district.now);
  const trading = async () => {
    const till = await district.enrolled();
    setUpLpg(till);
    till.openDay(FIRST_DAY);
    return till;
  };
  const refusedFor = async (till: PaperTill) => (await sendAll(till)).refusal?.detail;

  it('adds up what was sold, what came back, and what was refused', async () => {
    const till = await trading();
    sellLpg(till, SITI, 2);
    const wrong = sellLpg(till, SITI, 1);
    till.takeBack(wrong);
    till.append('subsidy-refused/1', {
      ticketId: wrong.saleId,
      programme: 'lpg-3kg',
      code: 'quota-exceeded',
      ruleId: null,
      registrationId: null,
      quantityThousandths: thousandths(1_000),
    });
    expect((await sendAll(till)).status).toBe(200);
    const { subsidy } = await district.stateOf(till);
    expect(subsidy.days).toEqual([
      {
        businessDate: FIRST_DAY,
        lines: 2,
        warned: 0,
        quantities: [{ programme: 'lpg-3kg', quantityThousandths: 2_000 }],
        refused: [{ code: 'quota-exceeded', count: 1 }],
      },
    ]);
    // What came back whole need not be keyed into MAP any more.
    expect(subsidy.queue).toEqual([{ system: 'map', belum: 1, sudah: 0, beda: 0 }]);
  });

  it('knows how many cylinders are full, empty, damaged and on loan', async () => {
    const till = await trading();
    const lot = (productId: string, pieces: number) => ({
      lotId: productId,
      productId,
      owner: 'store' as const,
      quantityThousandths: thousandths(pieces * 1000),
      unitCostRp: rupiah(16_000),
    });
    till.append('opening-stock/1', { part: 1, parts: 1, lots: [lot(LPG.refill, 20), lot(LPG.empty, 5)] });
    const sale = sellLpg(till, SITI, 3);
    const move = (from: 'outside' | 'shop', to: 'shop' | 'damaged', pieces: number) => ({
      productId: LPG.empty,
      lotId: LPG.empty,
      owner: 'store' as const,
      from,
      to,
      quantityThousandths: thousandths(pieces * 1000),
      unitCostRp: null,
    });
    const nothing = { returnId: null, agen: '', document: '', note: '', kind: 'lpg-3kg' };
    const noDebts = {
      agenOwedThousandths: thousandths(0),
      loanedThousandths: thousandths(0),
      depositRp: rupiah(0),
    };
    till.append('cylinders-moved/1', {
      ...nothing,
      ...noDebts,
      movementId: MOVEMENT,
      cause: 'sale',
      saleId: sale.saleId,
      moves: [move('outside', 'shop', 3)],
    });
    till.append('cylinders-moved/1', {
      ...nothing,
      ...noDebts,
      movementId: MOVEMENT,
      cause: 'damaged',
      saleId: null,
      moves: [move('shop', 'damaged', 1)],
    });
    expect((await sendAll(till)).status).toBe(200);
    expect((await district.stateOf(till)).subsidy.cylinders).toEqual([
      {
        kind: 'lpg-3kg',
        fullThousandths: 17_000,
        emptyThousandths: 7_000,
        damagedThousandths: 1_000,
        loanedThousandths: 0,
        agenOwedThousandths: 0,
      },
    ]);
  });

  it('follows what was keyed into another system', async () => {
    const till = await trading();
    const first = sellLpg(till, SITI, 1);
    const second = sellLpg(till, SITI, 2);
    for (const { saleId, line } of [first, second]) {
      till.append('external-keyed/1', {
        saleId,
        lineId: line.lineId,
        system: 'map',
        status: 'sudah',
        quantityThousandths: line.quantityThousandths,
        reference: '',
        note: '',
      });
    }
    // It stands in MAP and came back since: what stands there is no longer right.
    till.takeBack(second);
    await sendAll(till);
    expect((await district.stateOf(till)).subsidy.queue).toEqual([
      { system: 'map', belum: 0, sudah: 1, beda: 1 },
    ]);
  });

  it('refuses a chain in which subsidised goods cost more than their ceiling', async () => {
    const till = await trading();
    sellLpg(till, SITI, 2, { amountRp: 2 * LPG.hetRp + 2 });
    expect(await refusedFor(till)).toContain('costs more than its ceiling');
  });

  it('refuses a chain that explains a sale it does not hold, one of them twice, or a line of another', async () => {
    const other = await trading();
    sellLpg(other, SITI, 1, { more: { saleId: LPG.refill } });
    expect(await refusedFor(other)).toContain('explains another sale');
    const twice = await trading();
    const sale = sellLpg(twice, SITI, 1);
    explainLpg(twice, sale, SITI, 1);
    expect(await refusedFor(twice)).toContain('explained before');
    const foreign = await trading();
    sellLpg(foreign, SITI, 1, {
      more: {
        lines: [
          {
            lineId: sale.line.lineId,
            programme: 'lpg-3kg',
            quantityThousandths: thousandths(1_000),
            price: null,
            system: null,
            ruleIds: [],
          },
        ],
      },
    });
    expect(await refusedFor(foreign)).toContain('is none of the sale');
  });

  it('refuses a quantity that the goods do not hold, and a price that no rule names', async () => {
    const less = await trading();
    const lines = (quantity: number, amountRp: number) => (lineId: string) => [
      {
        lineId,
        programme: 'lpg-3kg',
        quantityThousandths: thousandths(quantity),
        price: {
          ruleId: LPG.priceRule,
          priceKind: 'het' as const,
          amountRp: rupiah(amountRp),
          decree: 'Aturan contoh',
        },
        system: null,
        ruleIds: [],
      },
    ];
    const sale = less.sell(36_000, { productId: LPG.refill, pieces: 2 });
    const body = {
      saleId: sale.saleId,
      date: FIRST_DAY,
      registrationId: null,
      category: null,
      subject: { nikKey: null, kkKey: null, sharedNikKey: null, sharedKkKey: null, memberId: null },
      proxyRegistrationId: null,
      warnings: [],
      knownBy: 'store' as const,
      approvalId: null,
    };
    const branch = less.branch();
    less.append('subsidy-sold/1', { ...body, lines: lines(3_000, LPG.hetRp)(sale.line.lineId) });
    expect(await refusedFor(less)).toContain('is not its quantity');
    branch.append('subsidy-sold/1', { ...body, lines: lines(2_000, 25_000)(sale.line.lineId) });
    expect(await refusedFor(branch)).toContain('price rule');
  });
});
