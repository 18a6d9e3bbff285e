/** Words for opening the drawer without a sale. */
export const drawer = {
  title: 'Buka laci tanpa jual',
  reason: 'Untuk apa?',
  reasonMissing: 'Pilih dulu untuk apa laci dibuka.',
  reasons: { 'small-change': 'Tukar uang kecil', count: 'Hitung laci', other: 'Lainnya' },
  note: 'Catatan',
  noteHint: 'Boleh kosong. Wajib bila sebabnya lainnya.',
  noteMissing: 'Tulis singkat untuk apa.',
  recorded: 'Yang dicatat',
  recordedText: (who: string): string =>
    `Jam, sebab, dan nama ${who} masuk Kejadian khusus di laporan hari ini, dibuka lewat printer atau dengan kunci.`,
  open: 'Buka laci',
  openHelp: 'Membuka laci lewat printer, kalau diatur begitu. Tercatat.',
  back: 'Kasir',
  backHelp: 'Kembali ke layar kasir. Laci tetap tertutup.',
  waiting: 'Menunggu printer',
  opened: 'Laci dibuka.',
  openedText: 'Sudah dicatat. Tutup lagi sesudah selesai.',
  byKey: 'Sudah dicatat. Buka laci dengan kunci.',
  byKeyText: 'Laci ini belum diatur untuk dibuka lewat printer.',
  failedText:
    'Laci tidak dibuka, tetapi perintahnya sudah tercatat. Periksa kabel printer, atau pakai kunci.',
  unsureText: 'Laci mungkin terbuka, dan perintahnya sudah tercatat. Periksa laci dan kabel printer.',
} as const;
