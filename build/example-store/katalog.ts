import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { readGtin } from '../../shared/domain/barcode.ts';

/** A product of katalog.csv; the columns are described in the README beside it. */
export interface KatalogRow {
  readonly gtin14: string;
  readonly name: string;
  readonly brand: string;
  readonly category: string;
  readonly unit: string;
  readonly content: NetContent | null;
  readonly priceRp: number | null;
  readonly costRp: number | null;
}

/** What a pack holds, in grams, millilitres or pieces. */
export interface NetContent {
  readonly amount: number;
  readonly measure: 'mass' | 'volume' | 'count';
}

const rupiahCell = z
  .string()
  .regex(/^\d*$/)
  .transform((text) => (text === '' ? null : Number(text)));

const rowSchema = z.object({
  gtin: z.string(),
  nama: z.string().min(1),
  merek: z.string(),
  kategori: z.string().min(1),
  satuan: z.string().min(1),
  isi_bersih: z.string(),
  harga_jual: rupiahCell,
  harga_beli: rupiahCell,
});

const MASS: Readonly<Record<string, number>> = { mg: 0.001, g: 1, kg: 1000 };
const VOLUME: Readonly<Record<string, number>> = { ml: 1, L: 1000 };

/** `85 g`, `1,5 L`, `5 x 25 g`, `38 lembar`. */
const CONTENT = /^(?:(?<times>\d+) x )?(?<amount>\d+(?:,\d+)?) (?<unit>\p{L}+)$/u;

/** The products of katalog.csv in the order of the file. */
export function readKatalog(): KatalogRow[] {
  const text = readFileSync(new URL('katalog.csv', import.meta.url), 'utf8');
  const rows: unknown[] = parse(text, { columns: true });
  return rows.map((row) => katalogRow(rowSchema.parse(row)));
}

function katalogRow(row: z.output<typeof rowSchema>): KatalogRow {
  const gtin = readGtin(row.gtin);
  if (!gtin.ok) throw new Error(`katalog.csv: ${row.gtin} is no GTIN: ${gtin.why}`);
  return {
    gtin14: gtin.gtin14,
    name: row.nama,
    brand: row.merek,
    category: row.kategori,
    unit: row.satuan,
    content: netContent(row.isi_bersih),
    priceRp: row.harga_jual,
    costRp: row.harga_beli,
  };
}

/** Reads a net content; a multipack counts as all that is in it. */
export function netContent(text: string): NetContent | null {
  const parts = CONTENT.exec(text)?.groups;
  if (parts === undefined) return null;
  const unit = parts['unit'] ?? '';
  const amount = Number(parts['times'] ?? 1) * Number((parts['amount'] ?? '').replace(',', '.'));
  const grams = MASS[unit];
  if (grams !== undefined) return { amount: amount * grams, measure: 'mass' };
  const millilitres = VOLUME[unit];
  if (millilitres !== undefined) return { amount: amount * millilitres, measure: 'volume' };
  return { amount, measure: 'count' };
}
