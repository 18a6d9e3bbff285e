import type { ErrorCode } from '../../contract/errors.ts';
import type { ErrorParams } from '../../contract/wire.ts';
import { looksLikeNik } from '../../domain/nik.ts';
import { findingCodeSchema } from '../../domain/programmes/verdict.ts';
import { formatDate, formatRupiah } from '../format.ts';
import { qrisFault } from './policy.ts';
import { categoryNames, findingWords, type FindingWords } from './subsidy-findings.ts';
import { numberFaults } from './subsidy-names.ts';

/** A sentence, or one that needs the particulars of the refusal. */
type Words = string | ((params: ErrorParams) => string);

const rp = (value: string | number | undefined): string => formatRupiah(Number(value ?? 0));

const day = (value: string | number | undefined): string =>
  value === undefined ? 'tanggal itu' : formatDate(String(value));

const andMore = (more: string | number | undefined): string =>
  Number(more ?? 0) > 0 ? `, dan ${more} lagi` : '';

/** As what somebody buys, within a sentence. */
const categoryName = ({ category }: ErrorParams): string => {
  const names: Readonly<Record<string, string>> = categoryNames;
  return (names[String(category)] ?? 'kategori itu').toLowerCase();
};

/** Why the rules refuse goods of a programme; the figures of the finding come with the refusal. */
function refusedWords(params: ErrorParams): Pick<FindingWords, 'title' | 'text'> {
  const code = findingCodeSchema.safeParse(params['code']);
  if (code.success) return findingWords(code.data, params);
  return { title: 'Barang program', text: `${params['name'] ?? 'Barang itu'} belum boleh dijual.` };
}

/** What is wrong with an identity number, and how many digits there were where that is it. */
function numberFault(what: 'NIK' | 'Nomor KK', { problem, digits }: ErrorParams): string {
  const faults: Readonly<Record<string, string>> = numberFaults(what);
  const fault = faults[String(problem)] ?? `${what} belum benar.`;
  return problem === 'length' ? `${fault} Yang diketik ${digits ?? ''}.` : fault;
}

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
  'approval.required':
    'Ini perlu persetujuan. Belum ada yang berubah. Minta pengelola atau pengurus memasukkan PIN.',
  'approval.unfit':
    'Persetujuan itu untuk hal atau jumlah lain. Belum ada yang berubah. Minta persetujuan lagi.',
  'approval.used': 'Persetujuan itu sudah dipakai. Belum ada yang berubah. Minta persetujuan lagi.',
  'approval.expired': 'Persetujuan itu sudah lewat waktunya. Belum ada yang berubah. Minta persetujuan lagi.',
  'approval.not-theirs': (p) =>
    `${p['name'] ?? 'Petugas itu'} tidak berhak menyetujui ini. Belum ada yang berubah. Pilih nama lain.`,
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
    // The number of somebody's card is for nobody's eyes, and it is no barcode.
    looksLikeNik(String(p['code'] ?? ''))
      ? 'Ini nomor KTP atau KK, bukan barcode. Keranjang tidak berubah. Scan barangnya dulu.'
      : `Barcode ${p['code'] ?? ''} belum terdaftar. Keranjang tidak berubah. Cari dengan nama.`,
  'barcode.label-zero': (p) =>
    `Label ${p['name'] ?? ''} berisi nol. Keranjang tidak berubah. Timbang dan cetak label lagi.`,
  'barcode.check-digit': (p) =>
    `Barcode ${p['code'] ?? ''} salah baca. Keranjang tidak berubah. Scan sekali lagi.`,
  'barcode.no-weight': (p) =>
    `Label timbangan ini berisi berat, padahal ${p['name'] ?? 'barang itu'} dijual per ${p['unit'] ?? 'buah'}. Keranjang tidak berubah. Cari dengan nama, atau minta pengelola memeriksa kode barang.`,
  'product.above-ceiling': (p) =>
    `Harga ${rp(p['priceRp'])} per ${p['unit'] ?? ''} di atas batas ${rp(p['ceilingRp'])}. Belum ada yang berubah. Turunkan harga, atau periksa batasnya.`,
  'terms.unit-twice': (p) =>
    `Satuan ${p['unit'] ?? ''} sudah ada di barang ini. Belum ada yang berubah. Pakai nama satuan lain.`,
  'terms.unit-unknown': (p) =>
    `Ada harga untuk ${p['unit'] ?? 'satuan'}, padahal satuan itu tidak ada. Belum ada yang berubah. Hapus harganya, atau tambah satuannya.`,
  'terms.content': (p) =>
    `Isi satu ${p['unit'] ?? ''} harus bilangan bulat, karena ${p['name'] ?? 'barang ini'} dijual utuh. Belum ada yang berubah.`,
  'terms.price-twice': (p) =>
    `Ada dua harga yang sama syaratnya untuk ${p['unit'] ?? ''}. Belum ada yang berubah. Hapus salah satu.`,
  'terms.price-standing': (p) =>
    `Harga umum untuk satu ${p['unit'] ?? ''} belum diisi. Belum ada yang berubah. Isi harga umum tanpa tanggal, atau hapus harga lain satuan itu.`,
  'terms.dates': 'Tanggal akhir mendahului tanggal mulai. Belum ada yang berubah. Betulkan tanggalnya.',
  'promotion.unknown': 'Promo itu sudah tidak ada. Belum ada yang berubah. Muat ulang daftar promo.',
  'promotion.bundle': 'Paket perlu dua barang atau lebih. Belum ada yang berubah. Tambah barang ke paket.',
  'promotion.unit': (p) =>
    `Tidak ada barang promo ini yang dijual per ${p['unit'] ?? '?'}. Belum ada yang berubah. Tulis satuan seperti di daftar barang.`,
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
    'Hasil periksa sudah tidak berlaku karena daftarnya berubah. Belum ada yang masuk. Pilih berkas lagi.',
  'import.empty': 'Berkas tidak berisi baris data. Belum ada yang masuk.',
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
  'unit.unknown': (p) =>
    `Satuan ${p['unit'] ?? ''} tidak dijual untuk barang ini. Keranjang tidak berubah. Pilih satuan lain.`,
  'quantity.label': (p) =>
    `${p['name'] ?? 'Barang ini'} ditimbang di timbangan: harganya dari label. Keranjang tidak berubah. Hapus barisnya, lalu scan label lagi.`,
  'quantity.price-allowed': (p) =>
    `Harga khusus ${p['name'] ?? ''} hanya untuk jumlah ini. Keranjang tidak berubah. Scan lagi untuk tambahannya, atau minta persetujuan baru.`,
  'void.note-required':
    'Alasan lain harus ditulis. Belum ada yang dihapus. Tulis alasannya dengan beberapa kata.',
  'price.reason-required': 'Harga atur perlu alasan. Harga belum berubah. Tulis alasannya.',
  'discount.too-large': (p) =>
    `Potongan lebih besar dari harga baris, ${rp(p['maximumRp'])}. Belum ada yang berubah. Isi angka lain.`,
  'member.inactive': 'Anggota itu tidak aktif lagi. Keranjang tidak berubah. Lanjutkan tanpa anggota.',
  'buyer.inactive': 'Pembeli itu tidak aktif lagi. Keranjang tidak berubah. Pilih pembeli lain.',
  'tender.nothing': 'Jumlah bayar nol. Belum dibayar, keranjang tetap. Isi jumlahnya.',
  'tender.above-due': (p) =>
    `Jumlahnya lebih dari yang harus dibayar, ${rp(p['dueRp'])}. Hanya tunai boleh lebih. Belum dibayar.`,
  'tender.twice': 'Cara bayar itu sudah dipakai di nota ini. Belum dibayar. Jadikan satu.',
  'tender.reference-required':
    'Nomor referensi kosong. Belum dibayar. Salin nomornya dari bukti transfer atau struk EDC.',
  'tender.needs-member':
    'Kasbon dan potong simpanan hanya untuk anggota. Belum dibayar. Pilih anggota dengan F4 dulu.',
  'tender.needs-buyer': 'Faktur perlu nama pembeli. Belum dibayar. Pilih lembaga dengan F4 dulu.',
  'donation.above-change': (p) =>
    `Sumbangan lebih besar dari kembalian, ${rp(p['changeRp'])}. Belum dibayar. Isi angka lain.`,
  'savings.too-little': (p) =>
    `Simpanan sukarela tinggal ${rp(p['leftRp'])}. Belum dibayar. Pakai jumlah lebih kecil atau cara lain.`,
  'invoice.due-past': 'Jatuh tempo sudah lewat. Belum dibayar. Pilih tanggal hari ini atau sesudahnya.',
  'qris.not-set':
    'QRIS gerai belum diatur. Keranjang tetap. Bayar dengan cara lain, atau minta pengurus mengisinya di Setelan.',
  'qris.unfit': (p) =>
    `Kode QRIS gerai tidak bisa dipakai (${p['fault'] ?? ''}). Keranjang tetap. Bayar dengan cara lain, lalu perbaiki di Setelan.`,
  'qris.too-much': (p) =>
    `QRIS paling banyak ${rp(p['limitRp'])} sekali bayar. Belum ada yang ditampilkan. Bagi dengan cara bayar lain.`,
  'qris.unknown': 'Kode QRIS itu bukan untuk keranjang ini. Belum ada yang berubah. Tampilkan kode baru.',
  'qris.not-confirmed': (p) =>
    `QRIS ${rp(p['amountRp'])} masih menunggu. Belum lunas, keranjang tetap. Lihat bukti di aplikasi, lalu sahkan.`,
  'qris.already-confirmed': 'QRIS itu sudah disahkan. Uangnya tetap tercatat. Selesaikan pembayaran.',
  'qris.reference-required': (p) =>
    `QRIS di atas ${rp(p['aboveRp'])} perlu 4 angka terakhir referensi. Belum disahkan. Lihat di aplikasi, lalu isi.`,
  'qris.left-out': (p) =>
    `QRIS ${rp(p['amountRp'])} sudah masuk dan harus ikut dihitung. Belum dibayar. Buka lagi layar bayar.`,
  'ticket.below-paid': (p) =>
    `QRIS ${rp(p['amountRp'])} sudah masuk, jadi keranjang tidak bisa kurang dari itu. Isinya tetap. Selesaikan jualnya; bila barang batal, buat retur.`,
  'ticket.qris-paid': (p) =>
    `QRIS ${rp(p['amountRp'])} sudah masuk untuk keranjang ini. Isinya tetap. Selesaikan jualnya; bila barang batal, buat retur.`,
  'sale.unknown': 'Nota itu tidak ditemukan di kasa ini.',
  'sale.no-buyer':
    'Nota ini tidak atas nama anggota atau pembeli, jadi tidak ada faktur dan surat jalannya. Struknya tetap bisa dicetak ulang.',
  'member.unknown': 'Anggota itu tidak ada di daftar. Belum ada yang berubah. Cari lagi.',
  'member.number-taken': (p) =>
    `Nomor ${p['number'] ?? ''} sudah dipakai anggota lain. Belum ada yang berubah. Pakai nomor lain.`,
  'member.card-taken': (p) =>
    `Kartu ${p['code'] ?? ''} sudah dipakai anggota nomor ${p['number'] ?? ''}. Belum ada yang berubah. Lepas dulu dari sana.`,
  'member.looks-like-nik':
    'Nomor atau kartu itu seperti NIK. NIK tidak boleh disimpan. Belum ada yang berubah. Pakai nomor anggota.',
  'member.as-of-future': 'Tanggal saldo belum tiba. Belum ada yang masuk. Pilih hari ini atau sebelumnya.',
  'member.owes': (p) =>
    `Masih ada utang ${rp(p['owesRp'])}. Belum ada yang dihapus. Lunasi dulu, lalu hapus.`,
  'buyer.unknown': 'Pembeli itu tidak ada di daftar. Belum ada yang berubah. Cari lagi.',
  'return.of-return': 'Itu nota retur. Barang retur tidak bisa diretur lagi. Scan struk penjualannya.',
  'return.too-many': (p) =>
    p['left'] === ''
      ? `${p['name'] ?? 'Barang itu'} sudah kembali semua. Belum ada yang berubah.`
      : `${p['name'] ?? 'Barang itu'}: yang masih bisa kembali ${p['left'] ?? ''}. Belum ada yang berubah. Kurangi jumlahnya.`,
  'return.changed': (p) =>
    `Nilai retur berubah menjadi ${rp(p['refundRp'])}. Belum ada yang berubah. Periksa lagi, lalu ulangi.`,
  'return.note-required':
    'Alasan lain harus ditulis. Belum ada yang berubah. Tulis alasannya dengan beberapa kata.',
  'return.way-unfit': (p) =>
    Number(p['owed'] ?? 0) > 0
      ? 'Penjualan ini belum lunas. Belum ada yang berubah. Kembalikan lewat potong utang.'
      : 'Penjualan ini tidak dibayar dengan cara itu. Belum ada yang berubah. Pilih cara lain.',
  'exchange.already': 'Keranjang ini sudah punya tukar barang. Selesaikan atau batalkan yang itu dulu.',
  'subsidy.refused': (p) => {
    const { title, text } = refusedWords(p);
    return `${title}: ${text} Belum dibayar, keranjang tetap.`;
  },
  'subsidy.nothing-to-allow':
    'Tidak ada jatah yang perlu disetujui di keranjang ini. Belum ada yang berubah. Periksa layar pembeli.',
  'waiting.unknown':
    'Orang itu sudah tidak ada di daftar antre. Keranjang tidak berubah. Lihat daftarnya lagi.',
  'waiting.ticket-busy':
    'Keranjang yang terbuka masih berisi barang pembeli lain. Semua tetap, antrean juga. Bayar atau tahan (F6) dulu, lalu layani.',
  'debt.none': 'Tidak ada yang terutang. Belum ada yang dicatat.',
  'debt.above-owed': (p) =>
    `Jumlahnya lebih dari utangnya, ${rp(p['owedRp'])}. Belum ada yang dicatat. Isi jumlah lain; tunai boleh ada kembalian.`,
  'debt.changed': (p) =>
    `Utangnya berubah menjadi ${rp(p['owedRp'])}. Belum ada yang dicatat. Periksa lagi, lalu ulangi.`,
  'debt.cash-step': (p) =>
    `Cicilan tunai harus kelipatan ${rp(p['stepRp'])}. Belum ada yang dicatat. Bulatkan jumlahnya, atau lunasi notanya.`,
  'debt.too-many': (p) =>
    `Satu pembayaran paling banyak untuk ${p['maximum'] ?? ''} nota. Belum ada yang dicatat. Bayar dalam dua kali.`,
  'shift.already-open': (p) => `Shift ${p['cashier'] ?? ''} masih terbuka. Tutup dulu.`,
  'shift.not-counted': 'Uang di laci belum dihitung. Hitung dan kunci dulu.',
  'shift.already-counted': 'Hitungan sudah dikunci dan tidak bisa diubah. Tutup shift ini.',
  'shift.reason-required': 'Ada selisih. Pilih sebabnya dulu. Selisih tidak mencegah tutup kasir.',
  'shift.other-cashier': (p) =>
    `Shift ini milik ${p['cashier'] ?? ''}. Minta yang bersangkutan atau pengelola.`,
  'drawer.note-required': 'Sebab lain perlu catatan. Laci tetap tertutup. Tulis singkat untuk apa.',
  'day.not-open': 'Hari usaha belum dibuka.',
  'day.shift-still-open': 'Shift masih terbuka. Tutup shift dulu, lalu tutup hari.',
  'day.date-not-after-last': (p) => `Hari usaha harus sesudah ${p['last'] ?? ''}. Pilih tanggal lain.`,
  'day.date-far': 'Tanggal itu terlalu jauh dari jam komputer. Periksa jam dan tanggal.',
  'report.unknown': 'Belum ada catatan untuk hari itu.',
  'policy.qris': (p) =>
    `Kode QRIS itu tidak bisa dipakai: ${qrisFault(String(p['why']))}. Belum ada yang berubah. Scan ulang QRIS dari penyedia.`,
  'policy.pattern': (p) =>
    `Pola ${p['pattern'] ?? ''} tidak benar. Belum ada yang berubah. Contoh pola yang benar: 21IIIIIWWWWWC.`,
  'tax.date-used': (p) =>
    `Sudah ada penjualan sampai ${p['last'] ?? ''}. Belum ada yang berubah. Pilih tanggal sesudahnya.`,
  'tax.npwp-missing': 'PKP perlu NPWP koperasi. Belum ada yang berubah. Isi 15 atau 16 angka.',
  'programme.unknown': (p) =>
    `Program ${p['programme'] ?? ''} tidak ada. Belum ada yang berubah. Tambah programnya dulu, atau pilih yang lain.`,
  'programme.unit-fixed': (p) =>
    `${p['name'] ?? 'Program itu'} sudah dihitung per ${p['unit'] ?? ''}. Belum ada yang berubah. Untuk satuan lain buat program baru.`,
  'programme.cylinder-part':
    'Isi ulang harus masuk program tabungnya; tabung kosong dan jaminan tidak masuk program. Belum ada yang berubah. Betulkan programnya.',
  'programme.cylinder-taken': (p) =>
    `${p['name'] ?? 'Barang lain'} sudah menjadi bagian itu untuk jenis tabung ini. Belum ada yang berubah. Lepas dulu dari sana.`,
  'programme.cylinder-out': (p) =>
    `Masih ada ${p['out'] ?? ''} tabung ${p['name'] ?? ''} yang dipinjam pembeli dengan jaminan. Belum ada yang berubah. Tunggu semuanya kembali, lalu ubah bagiannya.`,
  'programme.goods-linked': (p) =>
    `${p['name'] ?? 'Barang itu'} sudah dikaitkan ke program. Belum ada yang berubah. Minta pengurus mengubah atau melepasnya.`,
  'rule.unknown': 'Aturan itu tidak ada. Belum ada yang berubah. Muat ulang daftar aturan.',
  'rule.in-use': (p) =>
    `Aturan ${p['decree'] ?? ''} sudah dipakai, terakhir ${day(p['lastUsedOn'])}. Belum ada yang berubah. Beri tanggal akhir, lalu buat aturan baru.`,
  'rule.end-before-use': (p) =>
    `Aturan ${p['decree'] ?? ''} masih dipakai ${day(p['lastUsedOn'])}. Belum ada yang berubah. Pilih tanggal akhir hari itu atau sesudahnya.`,
  'rule.dates': (p) =>
    `Tanggal akhir ${day(p['validTo'])} mendahului tanggal mulai ${day(p['validFrom'])}. Belum ada yang berubah. Betulkan tanggalnya.`,
  'rule.season': (p) =>
    `Jatah semusim perlu tanggal akhir, paling lama ${p['days'] ?? ''} hari. Belum ada yang berubah. Isi hari terakhir musimnya.`,
  'rule.region': (p) =>
    `Kode wilayah ${p['region'] ?? ''} tidak lengkap. Belum ada yang berubah. Isi 2 angka provinsi, 4 kabupaten, 6 kecamatan, atau 10 desa.`,
  'rule.decree': 'Nomor keputusan belum diisi. Belum ada yang berubah. Isi nomor atau sumber aturannya.',
  'product.above-ceiling-decree': (p) =>
    `Harga ${rp(p['priceRp'])} per ${p['unit'] ?? ''} di atas ${rp(p['ceilingRp'])} menurut ${p['decree'] ?? 'aturan'}. Belum ada yang berubah. Turunkan harganya.`,
  'claim.unknown': 'Klaim itu tidak ada. Belum ada yang berubah. Muat ulang daftar klaim.',
  'claim.settled': 'Klaim itu sudah selesai. Belum ada yang berubah.',
  'claim.amounts': (p) =>
    `Jumlahnya tidak cocok: yang masih terbuka ${rp(p['openRp'])}. Belum ada yang dicatat. Isi jumlah yang dibayar atau ditolak.`,
  'registration.unknown': 'Pembeli itu tidak terdaftar. Belum ada yang berubah. Ketik NIK-nya lagi.',
  'registration.erased':
    'Data pembeli itu sudah dihapus. Belum ada yang berubah. Daftarkan lagi dengan NIK-nya bila ia setuju.',
  'registration.category': (p) =>
    `Pembeli itu tidak terdaftar sebagai ${categoryName(p)}. Kategorinya tetap seperti semula. Pengelola bisa menambahkannya di Subsidi, Pembeli.`,
  'registration.member-differs':
    'Pembeli itu tercatat untuk anggota lain. Belum ada yang berubah. Lanjutkan tanpa anggota ini, atau minta pengelola mengubahnya.',
  'identity.number-required': 'NIK atau nomor KK belum diisi. Belum ada yang disimpan. Ketik salah satunya.',
  'identity.nik-invalid': (p) =>
    `${numberFault('NIK', p)} Belum ada yang disimpan. Periksa angka di KTP, lalu ketik lagi.`,
  'identity.kk-invalid': (p) =>
    `${numberFault('Nomor KK', p)} Belum ada yang disimpan. Periksa angka di kartu keluarga, lalu ketik lagi.`,
  'identity.nik-is-kk':
    'Nomor itu sudah tercatat sebagai nomor KK. Belum ada yang disimpan. Di kolom NIK ketik nomor dari KTP.',
  'identity.kk-is-nik':
    'Nomor itu sudah tercatat sebagai NIK. Belum ada yang disimpan. Di kolom KK ketik nomor dari kartu keluarga.',
  'identity.same-number':
    'NIK dan nomor KK sama. Belum ada yang disimpan. NIK ada di KTP, nomor KK di kartu keluarga.',
  'identity.nik-taken':
    'NIK itu sudah terdaftar untuk pembeli lain. Belum ada yang berubah. Periksa angkanya, atau cari pembeli itu.',
  'identity.kk-differs':
    'Nomor KK berbeda dari yang tercatat. Belum ada yang berubah. Kosongkan KK, atau minta pengelola mengubahnya.',
  'identity.not-given': (p) =>
    `${p['which'] === 'kk' ? 'Nomor KK' : 'NIK'} pembeli itu tidak tercatat. Belum ada yang berubah. Isi dulu di data pembeli.`,
  'identity.unreadable':
    'Kunci data diri di komputer ini tidak cocok, jadi nomornya tidak terbaca. Jatah dan penjualan aman. Isi ulang data pembeli.',
  'identity.in-note':
    'Isian berisi NIK atau nomor KK. Belum ada yang disimpan: nomor itu tidak boleh masuk catatan. Tulis tanpa nomor itu.',
  'waiting.already': 'Pembeli itu sudah antre untuk barang ini. Daftar antre tidak berubah.',
  'waiting.full': (p) =>
    `Daftar antre sudah ${p['maximum'] ?? ''} orang. Isinya tetap. Layani atau hapus beberapa dulu.`,
  'waiting.no-programme': (p) =>
    `${p['name'] ?? 'Barang itu'} bukan barang program. Daftar antre tidak berubah. Pilih barang bersubsidi.`,
  'cylinders.kind-unknown':
    'Jenis tabung itu belum punya barang isi dan tabung kosong. Belum ada yang dicatat. Atur dulu di Aturan, Barang.',
  'cylinders.nothing': 'Tidak ada tabung yang berpindah. Belum ada yang dicatat. Isi jumlahnya.',
  'cylinders.too-few-empties': (p) =>
    `Tabung kosong menurut catatan ${p['left'] ?? ''}. Belum ada yang dicatat. Kurangi jumlahnya, atau hitung tabung dulu.`,
  'cylinders.too-few-damaged': (p) =>
    `Tabung rusak menurut catatan ${p['left'] ?? ''}. Belum ada yang dicatat. Kurangi jumlahnya, atau hitung tabung dulu.`,
  'keying.line-unknown':
    'Baris itu tidak perlu dicatat di sistem lain. Belum ada yang berubah. Muat ulang daftarnya.',
  'keying.note-required': 'Beda perlu catatan. Belum ada yang berubah. Tulis singkat apa bedanya.',
  'keying.comparison-gone':
    'Hasil pembandingan itu sudah tidak ada. Belum ada yang dicatat. Bandingkan berkasnya sekali lagi.',
  'keying.too-many': (p) =>
    `Ada ${p['count'] ?? ''} selisih, paling banyak ${p['maximum'] ?? ''} dalam satu catatan. Belum ada yang dicatat. Bandingkan masa yang lebih pendek, atau periksa berkasnya.`,
  'keying.unexplained': (p) =>
    `Masih ada ${p['count'] ?? ''} selisih tanpa keterangan. Belum ada yang dicatat. Isi keterangannya.`,
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
