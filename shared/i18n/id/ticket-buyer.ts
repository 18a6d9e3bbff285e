import type { BuyerKind } from '../../journal/member-bodies.ts';
import type { Tier } from '../../domain/tier.ts';

const tiers: Readonly<Record<Tier, string>> = {
  umum: 'Harga umum',
  anggota: 'Harga anggota',
  grosir: 'Harga grosir',
};

const kinds: Readonly<Record<BuyerKind, string>> = {
  koperasi: 'Koperasi lain',
  holding: 'Induk koperasi',
  'school-kitchen': 'Dapur sekolah',
  government: 'Instansi',
  other: 'Lembaga',
};

/** Words for whom a basket is: member, institution, or somebody's prices by hand (F4). */
export const ticketBuyer = {
  title: 'Pembeli',
  panel: 'Pembeli keranjang ini',
  find: 'Cari anggota atau lembaga',
  findPlaceholder: 'Ketik nama atau nomor',
  list: 'Anggota, lembaga, dan harga khusus',
  column: { name: 'Nama', number: 'Nomor', kind: 'Jenis', tier: 'Harga' },
  tiers,
  kinds,
  member: 'Anggota',
  memberNumber: (number: string): string => `Anggota ${number}`,
  byHand: 'Atur tangan',
  byHandName: (tier: string): string => `${tier}, tanpa nama`,
  /** The vault can't tell the name. */
  erased: 'Nama sudah dihapus',
  unreadable: 'Nama tidak terbaca',
  none: 'Tidak ada yang cocok',
  noneText: 'Periksa ejaan, atau tambah sebagai anggota baru dengan F6.',
  attach: 'Pasang',
  attachHelp: 'Keranjang ini untuk yang dipilih, dengan harganya.',
  attached: (name: string): string => `Keranjang untuk ${name}.`,
  detach: 'Lepas',
  detachHelp: 'Keranjang kembali untuk umum. Anggota atau lembaga dilepas.',
  detached: 'Pembeli dilepas. Harga kembali umum.',
  add: 'Anggota baru',
  addHelp: 'Menambah anggota dengan nama yang diketik, lalu memasangnya.',
  addMissing: 'Nama belum diketik.',
  addMissingText: 'Ketik nama anggota baru di kotak cari, lalu tekan F6.',
  added: (name: string, number: string): string => `${name} menjadi anggota ${number}.`,
  purchases: (year: number): string => `Belanja ${year}`,
  savings: 'Simpanan sukarela',
  savingsNone: 'belum ada saldo',
  room: 'Sisa kasbon',
  invoiceRoom: 'Sisa plafon faktur',
  of: (left: string, limit: string): string => `${left} dari ${limit}`,
  termDays: (days: number): string => `${days} hari`,
} as const;
