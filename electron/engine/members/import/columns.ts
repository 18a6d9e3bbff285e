import { cellText, folded, type Cell, type SheetRow } from '../../catalog/index.ts';
import { DomainError } from '../../domain-error.ts';

/** What a column of a members' file can mean. */
const FIELDS = ['number', 'name', 'card', 'tier', 'pokok', 'wajib', 'sukarela', 'phone'] as const;
export type Field = (typeof FIELDS)[number];

/** Heads by which a column is known, without case, spaces and signs: `No. Anggota` is `noanggota`. */
const HEADS: Readonly<Record<Field, readonly string[]>> = {
  number: [
    'nomor',
    'no',
    'nomoranggota',
    'noanggota',
    'kodeanggota',
    'nia',
    'number',
    'memberno',
    'membernumber',
  ],
  name: ['nama', 'namaanggota', 'namalengkap', 'name', 'membername', 'fullname'],
  card: ['kartu', 'nomorkartu', 'nokartu', 'barcode', 'barcodekartu', 'card', 'cardcode', 'cardnumber'],
  tier: ['tier', 'tingkat', 'golonganharga', 'kelompokharga', 'harga', 'pricetier'],
  pokok: ['pokok', 'simpananpokok', 'simpok', 'simpananpokokrp'],
  wajib: ['wajib', 'simpananwajib', 'simwa', 'simpananwajibrp'],
  sukarela: ['sukarela', 'simpanansukarela', 'simka', 'simsuk', 'simpanansukarelarp', 'saldosukarela'],
  phone: [
    'telepon',
    'telp',
    'tlp',
    'hp',
    'nohp',
    'nomorhp',
    'notelp',
    'nomortelepon',
    'wa',
    'whatsapp',
    'phone',
  ],
};

const FIELD_OF_HEAD: ReadonlyMap<string, Field> = new Map(
  FIELDS.flatMap((field) => HEADS[field].map((head) => [head, field] as const)),
);

/** One column as it stands in the file. */
export interface Column {
  readonly header: string;
  readonly field: Field | null;
}

/**
 * Gives the columns of a file their meaning by their heads, in any order; of two with the same meaning
 * the first counts. Without a number no row says whom it means.
 * @throws DomainError `import.columns-missing`
 */
export function readColumns(head: SheetRow): Column[] {
  const taken = new Set<Field>();
  const columns = head.cells.map((cell) => columnOf(cell, taken));
  if (!taken.has('number')) throw new DomainError('import.columns-missing', { columns: 'nomor' });
  return columns;
}

function columnOf(cell: Cell, taken: Set<Field>): Column {
  const header = cellText(cell);
  const field = FIELD_OF_HEAD.get(folded(header).replaceAll(' ', '')) ?? null;
  if (field === null || taken.has(field)) return { header, field: null };
  taken.add(field);
  return { header, field };
}
