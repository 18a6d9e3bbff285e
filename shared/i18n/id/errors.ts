import type { ErrorCode } from '../../contract/errors.ts';
import type { ErrorParams } from '../../contract/wire.ts';
import { formatRupiah } from '../format.ts';

/** A sentence, or one that needs the particulars of the refusal. */
type Words = string | ((params: ErrorParams) => string);

const rp = (value: string | number | undefined): string => formatRupiah(Number(value ?? 0));

const andMore = (more: string | number | undefined): string =>
  Number(more ?? 0) > 0 ? `, dan ${more} lagi` : '';

/** What happened, what was kept, what to do: one text for each refusal. */
export const errors: Readonly<Record<ErrorCode, Words>> = {
  internal: (p) =>
    `Ada gangguan di program. Data yang sudah tersimpan aman. Ulangi; bila tetap, laporkan kode ${p['traceId'] ?? ''}.`,
  'request.malformed':
    'Isian tidak lengkap atau salah bentuk. Belum ada yang berubah. Periksa isian, lalu ulangi.',
  'procedure.unknown': 'Layar ini tidak cocok dengan mesin kasir. Data aman. Tutup lalu buka lagi Gerai.',
  'command.id-missing': 'Perintah tanpa nomor. Belum ada yang berubah. Tutup lalu buka lagi Gerai.',
  'command.id-reused': 'Nomor perintah sudah dipakai untuk hal lain. Belum ada yang berubah. Ulangi.',
  'session.required': 'Belum masuk, atau sudah keluar. Keranjang tetap tersimpan. Masuk dengan PIN.',
  'permission.denied':
    'Tugas ini bukan untuk peran yang sedang masuk. Belum ada yang berubah. Minta pengelola atau pengurus.',
  'storage.full':
    'Penyimpanan komputer penuh. Yang terakhir belum tersimpan, yang sebelumnya aman. Kosongkan ruang, lalu ulangi.',
  'storage.unwritable':
    'Penyimpanan komputer tidak bisa ditulisi. Yang terakhir belum tersimpan, yang sebelumnya aman. Periksa disk, lalu ulangi.',
  'setup.already-done': 'Gerai ini sudah diatur. Belum ada yang berubah. Masuk dengan PIN.',
  'setup.required': 'Gerai belum diatur. Isi data gerai dulu, atau pilih Coba toko contoh.',
  'staff.unknown': 'Petugas itu tidak ada atau sudah tidak aktif. Pilih nama lain.',
  'staff.name-taken': (p) => `Nama ${p['name'] ?? ''} sudah dipakai petugas lain. Pakai nama lain.`,
  'staff.last-board': 'Ini pengurus aktif yang terakhir. Tambah pengurus lain dulu.',
  'pin.weak': 'PIN terlalu mudah ditebak. Pakai angka yang tidak sama semua dan tidak berurutan.',
  'product.unknown': 'Barang itu tidak ada di daftar. Keranjang tidak berubah. Cari lagi.',
  'product.no-price': (p) =>
    `${p['name'] ?? 'Barang'} belum ada harga. Keranjang tidak berubah. Minta pengelola mengisi harga.`,
  'product.inactive': (p) => `${p['name'] ?? 'Barang'} sudah tidak dijual. Keranjang tidak berubah.`,
  'product.barcode-taken': (p) =>
    `Barcode ${p['code'] ?? ''} sudah dipakai ${p['name'] ?? 'barang lain'}. Belum ada yang berubah.`,
  'product.barcode-invalid': (p) =>
    `Barcode ${p['code'] ?? ''} tidak benar. Belum ada yang berubah. Scan sekali lagi, atau periksa angkanya.`,
  'product.plu-taken': (p) =>
    `Kode ${p['code'] ?? ''} sudah dipakai ${p['name'] ?? 'barang lain'}. Belum ada yang berubah.`,
  'barcode.unknown': (p) =>
    `Barcode ${p['code'] ?? ''} belum terdaftar. Keranjang tidak berubah. Cari dengan nama.`,
  'barcode.check-digit': (p) =>
    `Barcode ${p['code'] ?? ''} salah baca. Keranjang tidak berubah. Scan sekali lagi.`,
  'import.not-utf8': (p) =>
    `Huruf di berkas rusak, mulai baris ${p['line'] ?? '?'}. Belum ada yang masuk. Simpan ulang sebagai CSV UTF-8.`,
  'import.unreadable':
    'Berkas tidak bisa dibaca sebagai CSV atau XLSX. Belum ada yang masuk. Simpan ulang, lalu coba lagi.',
  'import.columns-missing': (p) =>
    `Kolom ${p['columns'] ?? ''} tidak ada. Belum ada yang masuk. Tambah kolom itu di baris judul.`,
  'import.too-large': (p) =>
    `Berkas lebih dari ${p['maximum'] ?? ''} baris. Belum ada yang masuk. Bagi menjadi beberapa berkas.`,
  'import.has-errors': (p) =>
    `Ada ${p['errors'] ?? ''} kesalahan. Belum ada yang masuk. Perbaiki berkas, lalu pilih lagi.`,
  'import.draft-gone':
    'Hasil periksa sudah tidak berlaku karena daftar barang berubah. Belum ada yang masuk. Pilih berkas lagi.',
  'import.empty': 'Berkas tidak berisi barang. Belum ada yang masuk.',
  'shift.closed': 'Shift belum dibuka. Keranjang tidak berubah. Buka shift dulu.',
  'ticket.changed': 'Keranjang berubah di jendela lain. Belum dibayar. Periksa total, lalu bayar lagi.',
  'ticket.empty': 'Keranjang kosong. Scan barang dulu.',
  'ticket.line-unknown': 'Baris itu sudah tidak ada. Keranjang lain tetap.',
  'ticket.too-long': (p) =>
    `Keranjang sudah ${p['maximum'] ?? ''} baris. Isinya tetap. Bayar dulu, sisanya di nota berikut.`,
  'ticket.unfinished': 'Masih ada barang di keranjang. Isinya tetap. Selesaikan atau batalkan dulu.',
  'ticket.not-parked':
    'Keranjang itu sudah tidak tertahan. Mungkin sudah dipanggil di jendela lain. Periksa layar kasir.',
  'ticket.recall-blocked':
    'Keranjang yang terbuka masih berisi. Semua tetap. Bayar atau tahan (F6) dulu, lalu panggil.',
  'ticket.parked-left': (p) =>
    `Masih ada ${p['count'] ?? ''} keranjang tertahan: ${p['names'] ?? ''}${andMore(p['more'])}. Isinya tetap. Panggil (F7), lalu bayar atau batalkan.`,
  'quantity.invalid':
    'Jumlah harus lebih dari nol. Keranjang tidak berubah. Untuk menghapus baris tekan Del.',
  'quantity.too-large': (p) =>
    `Jumlah paling banyak ${p['maximum'] ?? ''}. Keranjang tidak berubah. Periksa: barcode terbaca sebagai jumlah?`,
  'quantity.fraction': (p) =>
    `${p['name'] ?? 'Barang ini'} dijual utuh, bukan pecahan. Keranjang tidak berubah.`,
  'tender.too-small': (p) => `Uang kurang ${rp(p['shortRp'])}. Belum dibayar, keranjang tetap. Tambah uang.`,
  'tender.too-large': (p) =>
    `Uang ${rp(p['receivedRp'])} tidak masuk akal untuk ${rp(p['dueRp'])}. Belum dibayar. Periksa angka.`,
  'sale.unknown': 'Nota itu tidak ditemukan di kasa ini.',
  'shift.already-open': (p) => `Shift ${p['cashier'] ?? ''} masih terbuka. Tutup dulu.`,
  'shift.not-counted': 'Uang di laci belum dihitung. Hitung dan kunci dulu.',
  'shift.already-counted': 'Hitungan sudah dikunci dan tidak bisa diubah. Tutup shift ini.',
  'shift.reason-required': 'Ada selisih. Pilih sebabnya dulu. Selisih tidak mencegah tutup kasir.',
  'shift.other-cashier': (p) =>
    `Shift ini milik ${p['cashier'] ?? ''}. Minta yang bersangkutan atau pengelola.`,
  'drawer.not-set':
    'Laci belum diatur untuk dibuka lewat printer. Belum ada yang dicatat. Buka dengan kunci, atau minta pengelola mengatur di Setelan.',
  'drawer.note-required': 'Sebab lain perlu catatan. Laci tetap tertutup. Tulis singkat untuk apa.',
  'day.not-open': 'Hari usaha belum dibuka.',
  'day.shift-still-open': 'Shift masih terbuka. Tutup shift dulu, lalu tutup hari.',
  'day.date-not-after-last': (p) => `Hari usaha harus sesudah ${p['last'] ?? ''}. Pilih tanggal lain.`,
  'day.date-far': 'Tanggal itu terlalu jauh dari jam komputer. Periksa jam dan tanggal.',
  'report.unknown': 'Belum ada catatan untuk hari itu.',
  'printer.not-set': 'Printer belum diatur. Nota tersimpan. Atur printer di Setelan.',
  'print-job.unknown': 'Cetakan itu tidak ditemukan.',
  'print-job.not-retryable': 'Cetakan ini tidak boleh dikirim ulang. Cetak sebagai SALINAN.',
  'upload.not-enrolled':
    'Kasa belum terdaftar di kabupaten. Catatan tetap aman di sini. Daftarkan di Setelan.',
  'upload.already-enrolled': 'Kasa ini sudah terdaftar di kabupaten.',
  'district.unreachable': 'Kabupaten tidak tersambung. Catatan tetap aman dan dikirim nanti.',
  'district.slow': 'Kabupaten terlalu lama menjawab. Catatan tetap aman dan dikirim nanti.',
  'district.nonsense':
    'Jawaban kabupaten tidak bisa dipercaya. Catatan tetap aman. Periksa alamat, lalu kabari dinas.',
  'district.code-refused':
    'Kode pendaftaran ditolak: salah, kedaluwarsa, atau sudah dipakai. Minta kode baru ke dinas.',
  'district.refused': 'Kabupaten menolak kiriman. Catatan tetap aman di sini. Kabari dinas.',
  'district.insecure-address': 'Alamat kabupaten harus https. Belum ada yang berubah. Periksa alamat.',
};
