import { expect, test } from 'vitest';
import { thousandths } from '../../../../shared/domain/quantity.ts';
import { queueStock } from './queue-stock.ts';

const LPG = 'lpg';
const goods = [{ productId: LPG, onHandThousandths: thousandths(3_000) }];

function waits(entryId: string, pieces: number, state: 'ok' | 'warn' | 'refuse' = 'ok') {
  return {
    entryId,
    productId: LPG,
    productName: 'LPG 3 kg',
    unit: 'tabung',
    quantityThousandths: thousandths(pieces * 1_000),
    state,
  };
}

test('enough for all: what is left is what nobody asked for', () => {
  const { products, without } = queueStock([waits('a', 1), waits('b', 1)], goods);
  expect(products).toMatchObject([
    { onHandThousandths: 3_000, askedThousandths: 2_000, leftThousandths: 1_000 },
  ]);
  expect([...without]).toEqual([]);
});

test('the last in line go without, and how many are missing is known', () => {
  const { products, without } = queueStock([waits('a', 2), waits('b', 1), waits('c', 2)], goods);
  expect(products).toMatchObject([{ leftThousandths: -2_000 }]);
  expect([...without]).toEqual(['c']);
});

test('whoever is refused leaves their share to those behind', () => {
  const { products, without } = queueStock([waits('a', 2, 'refuse'), waits('b', 1), waits('c', 2)], goods);
  expect(products).toMatchObject([{ askedThousandths: 3_000, leftThousandths: 0 }]);
  expect([...without]).toEqual([]);
});
