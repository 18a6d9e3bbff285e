/** Words of the sign-in screen. */
export const signIn = {
  title: 'Siapa yang bertugas',
  people: 'Petugas',
  nobody: 'Belum ada petugas yang aktif.',
  choose: 'Pilih nama dulu',
  chooseText: 'Sentuh nama, atau tekan angkanya.',
  pinFor: (name: string): string => `PIN ${name}`,
  enter: 'Masuk',
  enterHelp: 'Masuk dengan PIN yang sudah diketik.',
  other: 'Ganti nama',
  otherHelp: 'Kembali memilih nama.',
  choosePersonHelp: (name: string): string => `Masuk sebagai ${name}.`,
  wrong: 'PIN salah.',
  triesLeft: (count: number): string =>
    count === 1 ? 'Tinggal 1 kali coba, sesudah itu terkunci sebentar.' : `Bisa dicoba ${count} kali lagi.`,
  locked: (time: string): string => `Terkunci sampai ${time}.`,
  lockedText: 'Terlalu banyak PIN salah. Tunggu, atau masuk dengan nama lain. Percobaan ini tercatat.',
  demo: {
    title: 'Toko contoh',
    text: 'Untuk belajar, bukan untuk berjualan. PIN tertulis di bawah nama.',
    pin: (pin: string): string => `PIN ${pin}`,
  },
} as const;
