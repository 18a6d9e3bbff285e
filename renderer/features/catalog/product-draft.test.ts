import { describe, expect, it } from 'vitest';
import { barcodeError, checkProduct, NEW_PRODUCT, toSave } from './product-draft.ts';

const SALT = { ...NEW_PRODUCT, name: ' Garam 250 g ', category: 'Bumbu', barcodes: ['8998866200301'] };

describe('editing a product', () => {
  it('needs a name, a category and a unit, and nothing else', () => {
    expect(checkProduct({ ...NEW_PRODUCT, unit: '' })).toMatchObject({
      name: 'Belum diisi.',
      category: 'Belum diisi.',
      unit: 'Belum diisi.',
      plu: undefined,
      priceRp: undefined,
    });
    expect(Object.values(checkProduct(SALT)).every((words) => words === undefined)).toBe(true);
  });

  it('says what is wrong with a barcode before it is added', () => {
    expect(barcodeError(SALT, '89988662003o1')).toBe('Barcode hanya angka.');
    expect(barcodeError(SALT, '899886')).toContain('8, 12, 13, atau 14');
    expect(barcodeError(SALT, '8998866200302')).toContain('tidak cocok');
    expect(barcodeError(SALT, '08998866200301')).toContain('sudah ada');
    expect(barcodeError(SALT, '089686010947')).toBeUndefined();
  });

  it('hands over trimmed text and no empty code', () => {
    expect(toSave(SALT)).toMatchObject({ name: 'Garam 250 g', plu: null, priceRp: null });
  });
});
