import { cellText, folded, type Cell, type SheetRow } from '../catalog/index.ts';
import { DomainError } from '../domain-error.ts';

/** What a column of another system's file can mean. Whatever else stands there (names, addresses) is not read. */
const FIELDS = ['date', 'quantity', 'nik', 'product'] as const;
export type Field = (typeof FIELDS)[number];

/**
 * Heads by which a column is known, without case, spaces and signs: `No. KTP / NIK` is `noktpnik`.
 * None of the systems documents its export, so every word seen or likely is taken.
 */
const HEADS: Readonly<Record<Field, readonly string[]>> = {
  date: [
    'tanggal',
    'tgl',
    'tanggaltransaksi',
    'tgltransaksi',
    'waktu',
    'waktutransaksi',
    'tanggalwaktu',
    'tanggalpembelian',
    'tanggalpenebusan',
    'tanggaltebus',
    'tanggaljual',
    'tanggalpenjualan',
    'tanggalpenyaluran',
    'date',
    'datetime',
    'transactiondate',
    'createdat',
  ],
  quantity: [
    'jumlah',
    'qty',
    'kuantitas',
    'kuantum',
    'quantity',
    'volume',
    'banyak',
    'banyaknya',
    'jumlahtabung',
    'jumlahpembelian',
    'jumlahtransaksi',
    'jumlahtebus',
    'jumlahpenebusan',
    'jumlahkg',
    'jumlahliter',
    'tabung',
    'jumlahtabungdibeli',
  ],
  nik: [
    'nik',
    'noktp',
    'nomorktp',
    'ktp',
    'nikktp',
    'noktpnik',
    'nikpembeli',
    'nikkonsumen',
    'nikpelanggan',
    'nikpetani',
    'nikpenerima',
    'nonik',
    'nomornik',
    'nomorindukkependudukan',
  ],
  product: [
    'produk',
    'jenis',
    'jenisproduk',
    'namaproduk',
    'barang',
    'namabarang',
    'komoditas',
    'komoditi',
    'jenispupuk',
    'pupuk',
    'product',
    'productname',
    'item',
  ],
};

const FIELD_OF_HEAD: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((field) => HEADS[field].map((head) => [head, field] as const)),
);

/** Words of the columns that a file can't do without, as a refusal names them. */
const NEEDED: readonly (readonly [Field, string])[] = [
  ['date', 'tanggal'],
  ['quantity', 'jumlah'],
];

/** One column as it stands in the file. */
export interface Column {
  readonly header: string;
  readonly field: Field | null;
}

/** Whether a row is the head: exports often have a title and the store's name above it. */
export function isHead(row: SheetRow): boolean {
  const fields = new Set(row.cells.flatMap((cell) => FIELD_OF_HEAD.get(plain(cell)) ?? []));
  return fields.size > 1;
}

/**
 * Gives the columns of a file their meaning by their heads, in any order; of two with the same meaning
 * the first counts.
 * @throws DomainError `import.columns-missing`
 */
export function readColumns(head: SheetRow): Column[] {
  const taken = new Set<Field>();
  const columns = head.cells.map((cell) => columnOf(cell, taken));
  const missing = NEEDED.filter(([field]) => !taken.has(field)).map(([, word]) => word);
  if (missing.length > 0) throw new DomainError('import.columns-missing', { columns: missing.join(', ') });
  return columns;
}

function columnOf(cell: Cell, taken: Set<Field>): Column {
  const header = cellText(cell).slice(0, 60);
  const field = FIELD_OF_HEAD.get(plain(cell)) ?? null;
  if (field === null || taken.has(field)) return { header, field: null };
  taken.add(field);
  return { header, field };
}

/** Without case, spaces, signs and what stands in brackets: `Jumlah (tabung)` is `jumlah`. */
function plain(cell: Cell): string {
  return folded(cellText(cell).replaceAll(/\([^)]*\)/g, '')).replaceAll(' ', '');
}
