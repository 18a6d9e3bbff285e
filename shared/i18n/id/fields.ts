/** What is said beside a field that is not filled in right, the same on every screen. */
export const fields = {
  missing: 'Belum diisi.',
  tooLong: (maximum: number): string => `Paling panjang ${maximum} huruf.`,
  choose: 'Pilih salah satu.',
  date: 'Tulis tanggal seperti 31-12-2026.',
  span: {
    'no-date': 'Tulis dua tanggal seperti 31-12-2026.',
    order: 'Lebih awal dari tanggal mulai.',
  },
  dateHint: 'tt-bb-tttt',
  findProduct: 'Scan atau cari barang',
  unknownCode: (code: string): string => `Kode ${code} belum terdaftar.`,
  amount: 'Isi rupiah bulat, paling banyak 1 triliun.',
  pin: 'PIN harus 4 sampai 8 angka.',
  pinDiffers: 'Tidak sama dengan PIN di atas.',
  pad: 'Papan angka',
  erase: 'Hapus satu angka',
} as const;
