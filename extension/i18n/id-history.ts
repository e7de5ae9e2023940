// Sentences of the history, which panel and options page both show: they come with its list.
export const idHistory = {
  historyTitle: 'Riwayat draf',
  historyHint: 'Hanya di peramban ini, terhapus sendiri setelah {days} hari.',
  historyEmpty: 'Belum ada riwayat.',
  historySearch: 'Cari di riwayat',
  historyNone: 'Tidak ada yang cocok.',
} as const
