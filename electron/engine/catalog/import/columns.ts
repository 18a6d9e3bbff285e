import { DomainError } from '../../domain-error.ts';
import { folded } from '../folded.ts';
import { cellText } from './cells.ts';
import type { Cell, SheetRow } from './sheet.ts';

/** What a column of an import can mean. */
export const FIELDS = [
  'name',
  'barcode',
  'plu',
  'category',
  'unit',
  'brand',
  'price',
  'cost',
  'stock',
  'fractional',
] as const;
export type Field = (typeof FIELDS)[number];

/** Heads by which a column is known, without case, spaces and signs: `Harga Jual (Rp)` is `hargajualrp`. */
const HEADS: Readonly<Record<Field, readonly string[]>> = {
  name: [
    'nama',
    'namabarang',
    'namaproduk',
    'namaitem',
    'barang',
    'produk',
    'deskripsi',
    'name',
    'productname',
    'itemname',
    'product',
    'item',
    'description',
  ],
  barcode: [
    'barcode',
    'barcodes',
    'kodebarcode',
    'kodebatang',
    'gtin',
    'ean',
    'ean13',
    'upc',
    'barcode1',
    'barcode2',
    'barcode3',
  ],
  plu: ['plu', 'kode', 'kodeplu', 'kodebarang', 'kodeproduk', 'kodeitem', 'code', 'productcode', 'itemcode'],
  category: ['kategori', 'kelompok', 'golongan', 'jenis', 'departemen', 'category', 'department', 'group'],
  unit: ['satuan', 'unit', 'uom'],
  brand: ['merek', 'merk', 'brand'],
  price: [
    'harga',
    'hargajual',
    'hargajualrp',
    'hargarp',
    'hargaeceran',
    'hargasatuan',
    'price',
    'sellingprice',
    'saleprice',
    'retailprice',
    'unitprice',
  ],
  cost: [
    'hargabeli',
    'hargabelirp',
    'hargapokok',
    'hargamodal',
    'modal',
    'hpp',
    'cost',
    'costprice',
    'purchaseprice',
    'buyingprice',
  ],
  stock: ['stok', 'stokawal', 'stokakhir', 'saldo', 'sisa', 'jumlah', 'qty', 'stock', 'quantity', 'onhand'],
  fractional: ['timbang', 'ditimbang', 'timbangan', 'pecahan', 'desimal', 'fractional', 'weighed'],
};

const FIELD_OF_HEAD: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((field) => HEADS[field].map((head) => [head, field] as const)),
);

/** Without these, rows have no meaning. The words are those of the head the file should have. */
const REQUIRED = [{ field: 'name', head: 'nama' }] as const;

/** One column as it stands in the file. */
export interface Column {
  readonly header: string;
  readonly field: Field | null;
}

/**
 * Gives the columns of a file their meaning by their heads, in any order.
 * Several columns may hold barcodes; of any other meaning, the first column counts.
 * @throws DomainError `import.columns-missing`
 */
export function readColumns(head: SheetRow): Column[] {
  const taken = new Set<Field>();
  const columns = head.cells.map((cell) => columnOf(cell, taken));
  const missing = REQUIRED.filter(({ field }) => !taken.has(field)).map(({ head: name }) => name);
  if (missing.length > 0) throw new DomainError('import.columns-missing', { columns: missing.join(', ') });
  return columns;
}

function columnOf(cell: Cell, taken: Set<Field>): Column {
  const header = cellText(cell);
  const field = FIELD_OF_HEAD.get(folded(header).replaceAll(' ', '')) ?? null;
  if (field === null || (taken.has(field) && field !== 'barcode')) return { header, field: null };
  taken.add(field);
  return { header, field };
}
