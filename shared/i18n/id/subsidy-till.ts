import { formatQuantity } from '../format.ts';
import { categoryNames, windowNames } from './subsidy-findings.ts';
import { numberProblems, priceKindNames, systemNames } from './subsidy-names.ts';

export { findingWords, type FindingWords } from './subsidy-findings.ts';

/** Words of the buyer's screen for goods of a programme, and of what the till's other screens say of them. */
export const subsidyTill = {
  title: 'Pembeli barang subsidi',
  goods: 'Barang program di keranjang',
  categories: categoryNames,
  systems: systemNames,
  /** Badges on a line. */
  badge: {
    subsidy: 'Subsidi',
    het: 'HET',
    hap: 'HAP',
    most: (amount: string): string => `maks ${amount}`,
    about: (amount: string): string => `acuan ${amount}`,
  },
  line: {
    buyer: (name: string, digits: string): string => (digits === '' ? name : `${name}, •••• ${digits}`),
    queued: (system: string): string => `${system}: antre`,
  },
  strip: {
    kept: (others: number): string =>
      others === 0 ? 'Keranjang tetap tersimpan.' : `${others} baris lain di keranjang tetap tersimpan.`,
    payToo: 'F9 menanyakannya sebelum bayar.',
  },
  nik: {
    title: 'NIK pembeli',
    proxyTitle: 'NIK wakil',
    captions: ['wilayah daftar', 'tanggal lahir', 'nomor urut'],
    count: (digits: number): string => `${digits} dari 16 angka`,
    paper: 'Di struk hanya 4 angka akhir',
    scanHint: 'Scan KTP, atau ketik 16 angka.',
    known: 'pernah beli di gerai ini',
    knownOn: (date: string): string => `, terakhir ${date}`,
    registered: 'terdaftar di gerai ini',
    unknown: 'Belum terdaftar di gerai ini',
    /** Whoever is registered with the basket's member. */
    memberOffer: (digits: string): string => `anggota keranjang ini, ${digits}. Enter memakainya.`,
    memberChoice: (people: number): string =>
      `${people} orang terdaftar dengan anggota keranjang ini. Enter memilihnya.`,
    digits: (tail: string): string => `NIK •••• ${tail}`,
    noDigits: 'tanpa NIK',
    erased: 'Nama sudah dihapus',
    hidden: 'Nama tidak ditampilkan',
    unreadable: 'Nama tidak terbaca',
    mask: 'Tutup angka',
    maskHelp: 'Menyembunyikan angka NIK, kecuali empat yang terakhir.',
    unmask: 'Buka angka',
    choose: 'Pilih orangnya',
    chooseText: (count: number): string => `${count} orang terdaftar dengan nomor ini.`,
    memberNone: 'Anggota ini belum terdaftar sebagai pembeli subsidi.',
    memberNoneText: 'Ketik NIK-nya sekali; sesudah itu kartu anggota cukup.',
    familyNone: 'Data pembeli dengan nomor KK ini sudah dihapus.',
    familyNoneText: 'Scan KTP, atau ketik NIK-nya untuk mendaftar lagi.',
    short: 'NIK belum lengkap.',
    shortText: (digits: number): string => `Baru ${digits} dari 16 angka. Keranjang tetap tersimpan.`,
  },
  /** Why a number can't be taken. */
  problems: {
    nik: numberProblems('NIK', 'KTP'),
    kk: numberProblems('Nomor KK', 'KK'),
  },
  /** What is odd and taken all the same. */
  warnings: {
    'maybe-kk': 'Mungkin ini nomor KK. Cocokkan dengan KTP; boleh lanjut.',
    'maybe-nik': 'Mungkin ini NIK. Cocokkan dengan KK; boleh lanjut.',
    'odd-date': 'Tanggal di nomor ini tidak biasa. Cocokkan dengan kartunya; boleh lanjut.',
    'odd-serial': 'Nomor urut 0000 tidak biasa. Cocokkan dengan kartunya; boleh lanjut.',
  },
  register: {
    title: 'Pembeli baru',
    name: 'Nama di KTP',
    nameMissing: 'Nama belum diketik.',
    nameMissingText: 'Ketik nama seperti di KTP. Keranjang tetap tersimpan.',
    kk: {
      needed: 'Nomor KK',
      asked: 'Nomor KK, perlu untuk jatah keluarga',
      optional: 'Nomor KK, boleh kosong',
    },
    /** What is still missing, in the order in which it is asked for. */
    ask: (missing: readonly string[]): string => `Masih perlu: ${missing.join(', ')}.`,
    missing: { name: 'nama seperti di KTP', kk: '16 angka nomor KK', category: 'kategori' },
    ready: 'Siap didaftarkan',
    readyText: 'Bacakan kalimat di bawah. Bila setuju, tekan F9.',
    kkMissing: 'Nomor KK belum lengkap.',
    kkMissingText: 'Jatah dihitung per keluarga. Ketik 16 angka nomor KK.',
    consent: 'Bacakan ke pembeli',
    consentNote: 'Bila tidak setuju: tekan Esc. Tidak ada yang disimpan.',
    /** Purpose and retention, as the law asks (UU 27/2022). */
    consentText: (purpose: string, days: number): string =>
      `“NIK, nomor KK, nama, dan alamat yang diisi disimpan untuk ${lowered(purpose)}, sampai ${span(days)} sesudah pembelian terakhir. Boleh minta dihapus kapan saja. Setuju?”`,
    save: 'Setuju, pakai',
    saveHelp: 'Mendaftarkan pembeli yang sudah setuju, lalu memakainya.',
    saved: (name: string): string => `${name} terdaftar.`,
    needNik: 'Ketik NIK-nya dulu.',
    needNikText: 'Nomor KK ditambahkan ke pembeli yang NIK-nya diketik. Tekan F4, lalu ketik NIK.',
  },
  find: {
    open: 'Cari nama',
    openHelp: 'Mencari pembeli yang sudah terdaftar, dengan nama atau empat angka akhir NIK.',
    label: 'Cari pembeli terdaftar',
    placeholder: 'Ketik nama, atau 4 angka akhir NIK',
    none: 'Tidak ada yang cocok',
    noneText: 'Periksa ejaan, atau kembali dan ketik NIK.',
    start: 'Ketik untuk mencari',
    column: { name: 'Nama', digits: 'NIK', last: 'Terakhir beli' },
    never: 'belum pernah beli',
    choose: 'Pilih',
    chooseHelp: 'Memakai pembeli yang dipilih.',
    back: 'Ketik NIK',
    backHelp: 'Kembali mengetik NIK.',
  },
  category: {
    title: 'Kategori',
  },
  proxy: {
    open: 'Diambil wakil',
    openHelp: 'Orang lain mengambilkan untuk pembeli; NIK-nya dicatat.',
    off: 'Tanpa wakil',
    offHelp: 'Pembeli mengambil sendiri.',
    by: (name: string): string => `Diambil ${name}`,
    forWhom: (name: string): string => `untuk ${name}`,
  },
  quota: {
    title: 'Jatah',
    /** `Dipakai 1 dari 2 minggu ini`, with the middle in strong letters. */
    used: 'Dipakai',
    atOnce: 'Sekali beli',
    of: (used: string, limit: string): string => `${used} dari ${limit}`,
    windows: windowNames,
    subjects: { anyone: 'per nota', kk: 'per keluarga' },
    this: 'nota ini',
    gone: 'habis',
    over: 'lebih',
    before: 'sebelumnya',
    none: 'tidak dibatasi',
    noneText: 'Aturan hari ini tidak membatasi jumlah untuk pembeli ini.',
    later: 'Jatah terlihat sesudah pembeli dikenal.',
    store: 'Hitungan gerai ini saja.',
    elsewhere: (system: string): string => `Beli di tempat lain hanya terlihat di ${system}.`,
    district: 'Termasuk hitungan kabupaten.',
    districtElsewhere: (quantity: string): string =>
      `Termasuk hitungan kabupaten: ${quantity} dibeli di gerai lain.`,
    allowed: 'Diperiksa dan diizinkan pengelola.',
  },
  price: {
    title: 'Harga',
    fits: (kind: string): string => `sesuai ${kind}`,
    above: (kind: string): string => `di atas ${kind}`,
    none: 'belum ada aturan',
    kinds: priceKindNames,
    kindOf: (kind: string, name: string): string => `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`,
    since: (date: string): string => `, sejak ${date}`,
    own: 'Harga gerai',
    per: (unit: string): string => `per ${unit}`,
  },
  cylinder: {
    title: 'Tabung kosong diterima',
    stock: (full: string, fullAfter: string, empty: string, emptyAfter: string): string =>
      `Stok isi ${full} jadi ${fullAfter}, kosong ${empty} jadi ${emptyAfter}`,
    fewer: 'Kurangi tabung kosong',
    fewerHelp: 'Pembeli tidak membawa tabung kosong: beli tabung, atau pinjam dengan jaminan.',
    more: 'Tambah tabung kosong',
    moreHelp: 'Pembeli membawa tabung kosong: tabung yang dibeli atau dipinjam dilepas lagi.',
    buy: (price: string): string => (price === '' ? 'Beli tabung' : `Beli tabung, ${price}`),
    buyHelp: 'Menambah harga tabung ke keranjang.',
    loan: (deposit: string): string => (deposit === '' ? 'Pinjam (jaminan)' : `Pinjam, jaminan ${deposit}`),
    loanHelp: 'Menambah uang jaminan tabung ke keranjang.',
    instead: 'Tanpa tabung kosong:',
    none: 'Barang tabung dan jaminan belum diatur.',
    noneText: 'Terima tabung kosong, atau minta pengelola mengatur barangnya.',
    bought: (count: string, sum: string): string => `${count} tabung dibeli, ${sum}`,
    loaned: (count: string, sum: string): string => `${count} dipinjam, jaminan ${sum}`,
    full: 'Semua tabung kosong sudah diterima.',
    fullText: 'Tabung kosong yang diterima tidak lebih dari tabung isi yang dibeli.',
    allOut: 'Tidak ada tabung kosong lagi yang diterima.',
    allOutText: 'Semua tabung sudah dibeli atau dipinjam.',
  },
  verdict: {
    title: 'Keputusan',
    allow: 'Boleh dijual',
    warn: 'Boleh, perhatikan',
    ask: 'Belum lengkap',
    checks: {
      nik: 'NIK lengkap',
      nikNeeded: 'NIK pembeli',
      digits: '16 angka',
      tail: (tail: string): string => `•••• ${tail}`,
      member: 'Anggota',
      kk: 'Nomor KK',
      category: 'Kategori',
      quota: 'Jatah cukup',
      quotaOver: 'Jatah lewat',
      quotaAllowed: 'Jatah lewat, diizinkan',
      quotaNeeded: 'Jatah',
      quotaAfter: (after: string, limit: string): string => `jadi ${after} dari ${limit}`,
      price: (kind: string): string => `Harga sesuai ${kind}`,
      cylinder: 'Tabung kosong',
      cylinderIn: (count: string): string => `${count} diterima`,
      proxy: 'Wakil',
      missing: 'belum',
      later: 'sesudah NIK',
      yes: 'ada',
    },
  },
  refusal: {
    kept: (others: number): string =>
      others === 0 ? 'Keranjang tetap tersimpan.' : `${others} baris lain di keranjang tetap tersimpan.`,
    aloud: 'Kalimat untuk pembeli',
    quote: (sentence: string): string => `“${sentence}”`,
    ways: 'Yang bisa dilakukan',
  },
  /** What can be done, each with a line that says when it is right. */
  ways: {
    changeBuyer: { label: 'Ganti pembeli', hint: 'Pembeli lain yang hadir, NIK sendiri' },
    noProxy: { label: 'Diambil sendiri', hint: 'Bila pembelinya hadir' },
    /** An institution or a wholesale price on the basket is taken off where it was put there. */
    noResale: 'Lepas lembaga atau harga grosir',
    lower: (quantity: string): string => `Kurangi jadi ${quantity}`,
    lowerHint: 'Sebanyak yang masih boleh',
    whole: (quantity: string): string => `Jadi ${quantity} utuh`,
    wholeHint: 'Hanya kemasan utuh',
    manager: { label: 'Minta pengelola periksa', hint: 'Hanya bila hitungan gerai salah' },
    tellPengurus: 'Bila datanya salah, beri tahu pengurus.',
    changeBuyerHelp: 'Mengosongkan pembeli dan menunggu NIK yang lain.',
    lowerHelp: 'Mengubah jumlahnya menjadi yang masih boleh dijual.',
    managerHelp: 'Pengelola memeriksa hitungan jatah dan mengizinkan dengan PIN. Tercatat.',
  },
  remove: (name: string): string => `Keluarkan ${name}`,
  removeHelp: 'Mengeluarkan barang program yang ditolak dari keranjang. Barang lain tetap.',
  removed: (name: string): string => `${name} dikeluarkan dari keranjang.`,
  removedText: 'Barang lain tetap tersimpan.',
  allowed: 'Diizinkan.',
  allowedText: 'Pengelola sudah memeriksa hitungan jatah. Tercatat.',
  forward: 'Pakai pembeli',
  forwardHelp: 'Memakai pembeli ini untuk barang program di keranjang.',
  /** Where no rule asks who buys. */
  goOn: 'Lanjut',
  goOnHelp: 'Aturan terpenuhi tanpa mendata pembeli: lanjut dengan keranjang ini.',
  other: 'Anggota',
  otherHelp: 'Ke layar anggota, lembaga, dan harga khusus untuk keranjang ini.',
  keying: {
    title: (system: string): string => `Catat di ${system}`,
    count: (lines: number): string => `${lines} antre`,
    here: 'nota ini',
    status: { belum: 'antre', sudah: 'selesai', beda: 'beda' },
    none: 'Belum ada yang dicatat hari ini.',
    foot: (system: string): string =>
      `Gerai tidak tersambung ke ${system}. Catat lewat HP gerai, lalu tandai selesai (F5).`,
  },
  waiting: {
    open: 'Antre',
    openHelp: 'Daftar yang menunggu barang program hari ini; Enter melayani yang dipilih.',
    title: 'Antre hari kirim',
    count: (people: number): string => `${people} orang menunggu`,
    list: 'Yang menunggu',
    column: { number: 'No', name: 'Nama', digits: 'NIK', goods: 'Barang', state: 'Jatah' },
    goods: (quantity: number, unit: string, name: string): string =>
      `${formatQuantity(quantity)} ${unit} ${name}`,
    state: { ok: 'cukup', warn: 'perhatikan', refuse: 'ditolak' },
    after: (position: number): string => `sesudah nomor ${position}`,
    store: 'Jatah menurut hitungan gerai ini.',
    district: 'Jatah termasuk hitungan kabupaten.',
    serve: 'Layani',
    serveHelp: 'Barang dan pembelinya masuk keranjang; F9 untuk bayar.',
    served: (name: string): string => `${name} dilayani.`,
    gone: 'Lepas',
    goneHelp: 'Melepas yang dipilih dari antrean: orangnya tidak jadi menunggu.',
    goneDone: (name: string): string => `${name} dilepas dari antrean.`,
    none: 'Tidak ada yang menunggu',
    noneText: 'Antrean diisi di menu Subsidi, bagian Antre hari kirim.',
    chosen: 'Yang dipilih',
    lastFour: (tail: string): string => `•••• ${tail}`,
    noName: 'Tanpa nama',
  },
} as const;

/** The purpose as part of a sentence. */
function lowered(purpose: string): string {
  const text = purpose.trim().replace(/\.$/, '');
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Days as people say them: `2 tahun`, `90 hari`. */
function span(days: number): string {
  return days % 365 === 0 ? `${days / 365} tahun` : `${days} hari`;
}
