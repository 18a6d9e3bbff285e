import type { TillClient } from '../../shared/contract/index.ts';
import { valueOf } from './till.ts';

/**
 * Fills a shelf, for baskets longer than a screen: the first of the goods costs Rp1.000, the second
 * Rp2.000, and so on.
 * @param client whoever may edit the catalogue
 * @returns their price-list keys, in that order
 */
export async function stockShelf(client: TillClient, count: number): Promise<string[]> {
  const goods = Array.from({ length: count }, (_, index) => ({ plu: String(301 + index), nth: index + 1 }));
  const rows = goods.map(
    ({ plu, nth }) => `Barang ke-${nth};;${plu};Lainnya;buah;;${nth * 1000};500;10;tidak`,
  );
  const table = ['nama;barcode;plu;kategori;satuan;merek;harga;modal;stok;pecahan', ...rows, ''].join('\n');
  const contentBase64 = Buffer.from(table).toString('base64');
  const preview = valueOf(await client.catalog.importPreview({ fileName: 'rak.csv', contentBase64 }));
  if (preview.errorCount > 0) throw new Error(`the shelf's goods: ${JSON.stringify(preview.errors)}`);
  valueOf(await client.catalog.importCommit({ draftId: preview.draftId }));
  return goods.map(({ plu }) => plu);
}
