// Groups of an office's keys, which share a cap.
export const idGroups = {
  tab_kelompok: 'Kelompok',
  groups: 'Kelompok kunci',
  groupsHint: 'Kunci dalam satu kelompok berbagi batas, misalnya satu loket atau satu bidang.',
  groupsEmpty:
    'Belum ada kelompok. Buat satu bila beberapa kunci perlu berbagi batas; kelompoknya dipilih saat membuat kunci atau tautan pendaftaran.',
  groupsNone: 'Belum ada kelompok.',
  makeGroup: 'Buat kelompok',
  groupMade: 'Kelompok {name} dibuat. Kini dapat dipilih saat membuat kunci atau tautan pendaftaran.',
  groupLabel: 'Nama kelompok',
  groupLabelHint: 'Misalnya loket pelayanan. Tanpa data pribadi.',
  groupId: 'Kode kelompok',
  groupIdHint: 'Dibuat dari namanya; boleh diganti. Huruf kecil, angka, tanda hubung.',
  field_actionsTotal: 'Tindakan seluruhnya',
  groupTotalHint: 'Selama kelompok ada; tidak terisi lagi. Kosong: tanpa batas.',
  groupUsedToday: 'Terpakai hari ini',
  groupUsedTotal: 'Terpakai seluruhnya',
  groupUsedOf: '{used} dari {cap} ({share})',
  groupUsedUncapped: '{used}, tanpa batas',
  groupLimits: 'Ubah batas',
  groupLimitsOf: 'Ubah batas {name}',
  groupLimitsHint: 'Berlaku sejak permintaan berikutnya. Yang sudah terpakai tetap terhitung.',
  groupRevoke: 'Cabut kunci',
  groupRevokeOf: 'Cabut kunci {name}',
  groupRevokeSure: 'Cabut semua kunci kelompok {name}?',
  groupRevokeHint:
    'Semua kunci kelompok ini langsung ditolak, dan tautan pendaftarannya ditutup. Ini tidak dapat diurungkan. Batas dan hitungannya tetap ada.',
} as const
