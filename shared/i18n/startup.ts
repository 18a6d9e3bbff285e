import type { ErrorParams, StartupCode } from '../contract/wire.ts';

const WORDS: Readonly<Record<StartupCode, (params: ErrorParams) => string>> = {
  'data-dir-in-use': (p) =>
    `Gerai sudah terbuka dengan data di ${p['dataDir'] ?? ''}. Data aman. Pakai jendela yang sudah terbuka, atau tutup dulu.`,
  'data-dir-unwritable': (p) =>
    `Folder data ${p['dataDir'] ?? ''} tidak bisa ditulisi. Tidak ada yang berubah. Periksa izin folder dan ruang disk.`,
  'database-newer': (p) =>
    `Data ini dibuat Gerai yang lebih baru (susunan ${p['found'] ?? '?'}, program ini mengenal sampai ${p['known'] ?? '?'}). Data tidak disentuh. Pasang Gerai terbaru.`,
  'database-damaged': (p) =>
    `Berkas data rusak: ${p['detail'] ?? ''}. Tidak ada yang diubah. Jangan hapus folder data; kabari pendamping, pulihkan dari cadangan.`,
  'journal-damaged': (p) =>
    `Catatan nomor ${p['seq'] ?? '?'} tidak cocok dengan rantainya. Tidak ada yang diubah. Jangan hapus folder data; kabari pendamping.`,
  'sqlite-unfit': (p) => `Mesin data versi ${p['version'] ?? '?'} tidak aman dipakai. Pasang ulang Gerai.`,
  internal: (p) => `Gerai tidak bisa dibuka: ${p['detail'] ?? ''}. Data tidak diubah. Kabari pendamping.`,
};

/** Why the till does not start, in words for the person in front of it. */
export function startupErrorText(code: StartupCode, params: ErrorParams): string {
  return WORDS[code](params);
}
