import type { QrisFault } from '../../domain/qris.ts';

const QRIS_FAULTS: Readonly<Record<QrisFault, string>> = {
  'not-tlv': 'isinya terpotong atau bukan QRIS',
  crc: 'angka pengamannya (CRC) tidak cocok',
  'tag-missing': 'ada bagian wajib yang hilang',
  'tag-twice': 'ada bagian yang tertulis dua kali',
  'tag-value': 'ada bagian yang isinya tidak benar',
  'not-qris': 'ini bukan QRIS Indonesia',
  'not-rupiah': 'mata uangnya bukan rupiah',
  'not-static': 'ini kode untuk satu pembayaran, bukan QRIS tetap toko',
  'amount-zero': 'jumlahnya nol',
  'amount-over-limit': 'jumlahnya di atas batas QRIS',
  'tip-unsupported': 'kode ini meminta tip atau biaya tambahan',
};

/** Why a QRIS payload can't be used, as the end of a sentence. */
export function qrisFault(fault: string): string {
  return Object.entries(QRIS_FAULTS).find(([code]) => code === fault)?.[1] ?? 'isinya rusak';
}
