// What can go wrong for a person in the browser alone, part of the list in errors.ts.

/** Error type; no HTTP status, for no gateway answers so. */
const local = 'extension_error'

export const extensionErrors = {
  not_enrolled: {
    status: 0,
    type: local,
    message: 'Peramban ini belum terhubung ke gerbang kota.',
    next: 'Tempel tautan pendaftaran dari admin TI.',
  },
  link_unreadable: {
    status: 0,
    type: local,
    message: 'Tautan pendaftaran tidak lengkap.',
    next: 'Salin tautan secara utuh, dari https:// sampai huruf terakhir.',
  },
  address_wrong: {
    status: 0,
    type: local,
    message: 'Gerbang tidak ditemukan di alamat itu.',
    next: 'Periksa alamat di layar kelas, misalnya ai.kota.go.id, dan jaringan Anda.',
  },
  class_office_gone: {
    status: 0,
    type: local,
    message: 'Kantor itu tidak lagi ada di kelas ini.',
    next: 'Pilih kantor lain, atau tanyakan kepada pelatih.',
  },
  gateway_unreachable: {
    status: 0,
    type: local,
    message: 'Gerbang kota tidak dapat dihubungi.',
    next: 'Periksa jaringan, lalu buka "Periksa sambungan" di Pengaturan.',
  },
  gateway_unreadable: {
    status: 0,
    type: local,
    message: 'Jawaban dari alamat gerbang tidak dikenali.',
    next: 'Mungkin proksi atau halaman masuk jaringan menghalangi. Hubungi admin TI.',
  },
  page_unreadable: {
    status: 0,
    type: local,
    message: 'Halaman ini tidak dapat dibaca.',
    next: 'Salin teksnya, tekan Ubah teks, lalu tempel.',
  },
  page_not_granted: {
    status: 0,
    type: local,
    message: 'Pendamping belum diizinkan membaca halaman ini.',
    next: 'Klik ikon Pendamping pada bilah alat, atau tekan Ubah teks dan tempel teksnya.',
  },
  policy_unsigned: {
    status: 0,
    type: local,
    message: 'Kebijakan dari gerbang tidak bertanda tangan sah.',
    next: 'Kebijakan sebelumnya tetap berlaku. Sampaikan kode ini kepada admin TI.',
  },
  portal_not_allowed: {
    status: 0,
    type: local,
    message: 'Pendamping tidak dibuka untuk situs ini.',
    next: 'Gunakan di portal yang ditentukan kantor, atau hubungi admin TI.',
  },
  source_changed: {
    status: 0,
    type: local,
    message: 'Halaman sudah berganti sejak teks ini ditampilkan.',
    next: 'Periksa teks yang baru, lalu tekan sekali lagi.',
  },
  page_empty: {
    status: 0,
    type: local,
    message: 'Tidak ada teks yang terbaca di halaman ini.',
    next: 'Pilih teksnya di halaman, atau tekan Ubah teks dan tempel.',
  },
  letter_unreachable: {
    status: 0,
    type: local,
    message: 'Berkas surat tidak dapat diambil.',
    next: 'Unduh berkasnya, lalu seret ke panel ini.',
  },
  letter_too_large: {
    status: 0,
    type: local,
    message: 'Berkas surat terlalu besar untuk dibaca di sini.',
    next: 'Buka berkasnya, salin bagian yang diperlukan, tekan Ubah teks, lalu tempel.',
  },
  letter_scanned: {
    status: 0,
    type: local,
    message: 'Surat ini hasil pindaian: gambar tanpa teks.',
    next: 'Minta berkas aslinya, atau tekan Ubah teks dan ketik bagian yang diperlukan.',
  },
  letter_locked: {
    status: 0,
    type: local,
    message: 'Berkas surat terkunci kata sandi.',
    next: 'Buka dengan kata sandinya, salin teksnya, tekan Ubah teks, lalu tempel.',
  },
  letter_broken: {
    status: 0,
    type: local,
    message: 'Berkas surat rusak atau bukan PDF maupun DOCX.',
    next: 'Periksa berkasnya, atau minta kiriman ulang dalam bentuk PDF atau DOCX.',
  },
  device_translator_missing: {
    status: 0,
    type: local,
    message: 'Peramban ini tidak punya penerjemah di perangkat.',
    next: 'Pakai Chrome 138 atau lebih baru di komputer, atau hubungi admin TI.',
  },
  device_pair_missing: {
    status: 0,
    type: local,
    message: 'Penerjemah peramban tidak mengenal pasangan bahasa ini.',
    next: 'Pilih bahasa tujuan lain, atau hapus centang "Di perangkat ini" bila ada.',
  },
  device_language_unknown: {
    status: 0,
    type: local,
    message: 'Bahasa teks ini tidak dikenali.',
    next: 'Sertakan lebih banyak teks, lalu tekan Terjemahkan lagi.',
  },
  device_press_again: {
    status: 0,
    type: local,
    message: 'Paket bahasanya belum ada di peramban ini.',
    next: 'Tekan Terjemahkan sekali lagi untuk mengunduhnya.',
  },
  device_download_failed: {
    status: 0,
    type: local,
    message: 'Paket bahasa tidak dapat diunduh peramban.',
    next: 'Periksa jaringan dan ruang disk, lalu coba lagi. Bila tetap gagal, hubungi admin TI.',
  },
  device_translation_failed: {
    status: 0,
    type: local,
    message: 'Penerjemah peramban berhenti sebelum selesai.',
    next: 'Coba lagi, atau pilih teks yang lebih pendek.',
  },
  no_selection: {
    status: 0,
    type: local,
    message: 'Belum ada teks yang dipilih di halaman.',
    next: 'Pilih teks di halaman, lalu tekan Pilihan lagi.',
  },
  field_missing: {
    status: 0,
    type: local,
    message: 'Belum ada kolom tujuan di halaman.',
    next: 'Klik kolom jawaban di halaman, lalu tekan Sisipkan. Atau gunakan Salin.',
  },
  field_refused: {
    status: 0,
    type: local,
    message: 'Kolom itu tidak menerima teks.',
    next: 'Gunakan Salin, lalu tempel sendiri di kolomnya.',
  },
  field_too_short: {
    status: 0,
    type: local,
    message: 'Draf lebih panjang daripada kolomnya.',
    next: 'Ringkaskan draf, lalu tekan Sisipkan lagi.',
  },
  draft_for_other: {
    status: 0,
    type: local,
    message: 'Draf ini dibuat dari teks lain, bukan dari yang kini terbuka.',
    next: 'Bila memang untuk halaman ini, tekan Sisipkan sekali lagi. Bila tidak, buat draf baru.',
  },
  undo_refused: {
    status: 0,
    type: local,
    message: 'Sisipan tidak dapat dibatalkan karena kolom sudah berubah.',
    next: 'Hapus sendiri di kolomnya, atau tekan Ctrl+Z di sana.',
  },
  answer_cut_off: {
    status: 0,
    type: local,
    message: 'Jawaban berhenti karena batas panjang.',
    next: 'Periksa bagian akhirnya, atau pilih teks yang lebih pendek.',
  },
  clipboard_refused: {
    status: 0,
    type: local,
    message: 'Papan klip tidak dapat dipakai.',
    next: 'Pilih teks draf, lalu tekan Ctrl+C.',
  },
  storage_failed: {
    status: 0,
    type: local,
    message: 'Penyimpanan di peramban ini gagal.',
    next: 'Tutup tab lain yang tidak perlu, lalu coba lagi.',
  },
} as const
