/** A form beside a list: what its two keys say where nothing else is said, and that it is still open. */
export const form = {
  save: 'Simpan',
  saveHelp: 'Menyimpan isian.',
  back: 'Kembali',
  backHelp: 'Kembali. Isian yang belum disimpan dilepas.',
  stillOpen: 'Isian di kanan belum disimpan.',
  stillOpenText: 'F9 menyimpannya, Esc kembali tanpa menyimpan.',
} as const;
