/** What a shopkeeper reads when the engine stops. Refusals to start have their words in shared/i18n. */
export const words = {
  title: 'Gerai',
  display: 'Gerai, layar pembeli',
  restarted: {
    message: 'Mesin kasir sempat berhenti dan sudah dijalankan lagi.',
    detail: 'Penjualan yang sudah dibayar tetap tersimpan. Periksa isi keranjang sebelum melanjutkan.',
  },
  givenUp: {
    message: 'Mesin kasir berhenti berulang kali, jadi Gerai ditutup.',
    detail:
      'Penjualan yang sudah dibayar tetap tersimpan. Buka Gerai lagi; bila terulang, kabari pendamping.',
  },
  cannotOpen: { message: 'Gerai tidak bisa dibuka.' },
} as const;
