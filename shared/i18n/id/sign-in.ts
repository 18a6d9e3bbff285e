/** Words of the sign-in screen. */
export const signIn = {
  title: 'Siapa yang bertugas',
  people: 'Petugas',
  nobody: 'Belum ada petugas yang aktif.',
  choose: 'Pilih nama dulu',
  chooseText: 'Sentuh nama, atau tekan angkanya.',
  pinFor: (name: string): string => `PIN ${name}`,
  pin: 'PIN',
  digits: (count: number): string => (count === 0 ? 'PIN kosong' : `${count} angka terisi`),
  erase: 'Hapus satu angka',
  clear: 'Hapus semua',
  enter: 'Masuk',
  enterHelp: 'Masuk dengan PIN yang sudah diketik.',
  other: 'Ganti nama',
  otherHelp: 'Kembali memilih nama.',
  choosePersonHelp: (name: string): string => `Masuk sebagai ${name}.`,
  tooShort: 'PIN paling sedikit 4 angka.',
  wrong: 'PIN salah.',
  triesLeft: (count: number): string =>
    count === 1 ? 'Tinggal 1 kali coba, sesudah itu terkunci sebentar.' : `Bisa dicoba ${count} kali lagi.`,
  locked: (time: string): string => `Terkunci sampai ${time}.`,
  lockedText: 'Terlalu banyak PIN salah. Tunggu, atau masuk dengan nama lain. Percobaan ini tercatat.',
  demo: {
    title: 'Toko contoh',
    text: 'Untuk belajar. PIN-nya:',
  },
  roleText: {
    kasir: 'Menjual, menghitung laci',
    pengelola: 'Menutup hari, laporan, barang',
    pengurus: 'Semua, termasuk petugas',
  },
} as const;
