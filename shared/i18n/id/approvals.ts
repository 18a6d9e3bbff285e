import type { Tier } from '../../domain/tier.ts';

const TIERS: Readonly<Record<Tier, string>> = { umum: 'umum', anggota: 'anggota', grosir: 'grosir' };

/** Words of the panel in which somebody allows what a cashier may not do alone. */
export const approvals = {
  title: 'Perlu persetujuan',
  once: 'Berlaku sekali, hanya untuk ini.',
  who: 'Siapa yang menyetujui',
  whoHint: 'Sentuh nama, atau tekan angkanya.',
  nobody: 'Belum ada petugas yang berhak menyetujui ini. Pengurus bisa menambahnya di Setelan.',
  choose: (name: string): string => `${name} yang menyetujui.`,
  pinFor: (name: string): string => `PIN ${name}`,
  amount: 'Nilai yang disetujui',
  approve: 'Setujui',
  approveHelp: 'Menyetujui dengan PIN yang sudah diketik.',
  back: 'Batal',
  backHelp: 'Tidak jadi minta persetujuan. Belum ada yang berubah.',
  other: 'Ganti nama',
  otherHelp: 'Kembali memilih siapa yang menyetujui.',
  short: 'PIN belum lengkap.',
  shortText: 'PIN terdiri dari 4 sampai 8 angka.',
  subject: {
    price: (name: string, unit: string, price: string): string =>
      `Harga ${name} menjadi ${price} per ${unit}`,
    discount: (name: string, amount: string): string => `Potongan ${amount} untuk ${name}`,
    tier: (tier: Tier): string => `Harga ${TIERS[tier]} untuk keranjang ini`,
    goodsBack: (receipt: string, lines: number): string =>
      `Barang kembali dari nota ${receipt}, ${lines} baris`,
    late: 'Sudah lewat batas hari retur.',
    credit: (name: string, amount: string): string => `${name} berutang ${amount}, melewati batasnya`,
    quota: (programme: string, quantity: string): string =>
      `${programme} ${quantity}, melewati hitungan jatah gerai ini`,
    somebody: 'Pembeli ini',
    aLine: 'satu baris keranjang',
  },
} as const;
