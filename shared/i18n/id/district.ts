import type { RefusalCode } from '../../upload/protocol.ts';

/** Words of the district office's page. It is read at a desk, so a sentence may be a little longer. */
export const district = {
  title: 'Gerai: Kabupaten',
  mark: 'Gerai',
  lead: (arrived: number, all: number, late: number, broken: number): string => {
    if (all === 0) return 'Belum ada kasa yang terdaftar.';
    const rest = [
      late > 0 ? `${late} belum masuk` : '',
      broken > 0 ? `${broken} perlu diperiksa` : '',
    ].filter((part) => part !== '');
    return `${arrived} dari ${all} kasa sudah masuk. ${rest.length > 0 ? `${rest.join(', ')}.` : 'Semua rantai utuh.'}`;
  },
  sales: (amount: string): string =>
    `Penjualan bersih hari usaha terakhir ${amount}. Toko contoh tidak dihitung.`,
  noTills: 'Buat kode pendaftaran, lalu berikan kepada pengelola gerai.',
  table: 'Kasa menurut kiriman terakhir',
  columns: {
    sent: 'Kirim',
    till: 'Gerai',
    sales: 'Penjualan bersih',
    closing: 'Z terakhir',
    held: 'Catatan',
  },
  groups: {
    attention: (count: number): string => `Perlu ditindak, ${count} kasa`,
    fine: (count: number): string => `Sudah masuk dan utuh, ${count} kasa`,
  },
  states: { broken: 'Rantai putus', refused: 'Kiriman ditolak', late: 'Belum masuk' },
  whole: 'rantai utuh',
  never: 'belum pernah',
  lastSeen: (time: string): string => `terakhir ${time}`,
  lateAdvice: 'Telepon gerai. Kalau tanpa internet, catatan tetap aman di kasa dan terkirim nanti.',
  stored:
    'Yang sudah tersimpan tetap utuh. Minta gerai membiarkan data kasa apa adanya, lalu kirim pendamping.',
  example: 'contoh',
  tillOf: (koperasi: string, storeCode: string, tillNumber: number): string =>
    `${koperasi}, ${storeCode} kasa ${tillNumber}`,
  noSales: 'belum ada',
  receipts: (count: string): string => `${count} nota`,
  noClosing: 'belum ada',
  dips: {
    title: (count: number): string => `Beli bersubsidi melebihi jatah di beberapa gerai, ${count} temuan`,
    lead: 'Satu gerai hanya tahu penjualannya sendiri saat menjual. Pembeli dikenali dari kode, bukan NIK; namanya hanya diketahui gerai.',
    table: 'Temuan pembelian melebihi jatah',
    columns: { programme: 'Program', window: 'Masa', quantity: 'Dibeli', limit: 'Jatah', stores: 'Gerai' },
    subjects: { nik: 'satu NIK', kk: 'satu KK' },
    /** One NIK that has bought more than a family may, under more than one KK. */
    severalKk: 'satu NIK, KK tidak sama',
    windows: { sale: 'sekali beli', day: 'sehari', week: 'seminggu', month: 'sebulan', season: 'semusim' },
    store: (gerai: string, storeCode: string, tillNumber: number, quantity: string): string =>
      `${gerai} (${storeCode} kasa ${tillNumber}): ${quantity}`,
    openEnd: 'seterusnya',
    leftOut: (shown: number, all: number): string =>
      `Yang tampil ${shown} temuan terbaru dari ${all}. Semuanya ada di /v1/double-dips.`,
  },
  records: (count: string): string => `${count} catatan`,
  /** Why the last batch was refused; a code without words here is shown by its own name. */
  refusals: {
    'signature.invalid': 'Ada kiriman atas nama kasa ini dengan tanda tangan yang salah.',
    'head.unsigned': 'Kiriman tidak ditandatangani kunci kasa ini.',
    'batch.malformed': 'Kiriman rusak dan tidak terbaca.',
    'batch.too-large': 'Kiriman terlalu besar.',
    'chain.broken': 'Catatan dalam kiriman tidak menyambung atau isinya berubah.',
    'chain.forked': 'Kasa mengirim catatan lain untuk nomor yang sudah tersimpan.',
    'chain.rolled-back':
      'Catatan terakhir di kasa hilang: buku kasa lebih pendek daripada yang sudah dikirim.',
  } satisfies Partial<Record<RefusalCode, string>>,
} as const;
