import { expect, test } from 'vitest';
import { checkDelivery, emptiesOf, newDelivery, owedMore, toDelivery } from './receive-draft.ts';

const DELIVERY = { ...newDelivery('PT Sinar Gas'), full: 20, unitCostRp: 16_000 };

test('the usual swap: as many empty ones out as full ones came in, and nothing is owed', () => {
  expect(emptiesOf(DELIVERY)).toBe(20);
  expect(owedMore(DELIVERY)).toBe(0);
  expect(toDelivery(DELIVERY, 'lpg-3kg')).toEqual({
    kind: 'lpg-3kg',
    agen: 'PT Sinar Gas',
    document: '',
    fullThousandths: 20_000,
    emptiesThousandths: 20_000,
    damagedThousandths: 0,
    unitCostRp: 16_000,
  });
});

test('damaged ones count as given back; what is missing is owed', () => {
  expect(emptiesOf({ ...DELIVERY, damaged: 2 })).toBe(18);
  expect(owedMore({ ...DELIVERY, damaged: 2 })).toBe(0);
  expect(owedMore({ ...DELIVERY, empties: 15 })).toBe(5);
  expect(owedMore({ ...DELIVERY, full: 0, empties: 5 })).toBe(-5);
});

test('nothing moved, nobody named, no price: each is said beside its field', () => {
  expect(checkDelivery(newDelivery(''))).toMatchObject({
    full: 'Isi yang masuk atau yang keluar.',
    agen: 'Belum diisi.',
  });
  expect(checkDelivery({ ...DELIVERY, unitCostRp: null }).unitCostRp).toBe('Isi harga tebus, boleh 0.');
  expect(checkDelivery({ ...DELIVERY, full: 20_000 }).full).toBe('Paling banyak 10.000.');
  expect(Object.values(checkDelivery(DELIVERY)).filter(Boolean)).toEqual([]);
});
