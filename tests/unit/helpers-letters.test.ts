import { describe, expect, it } from 'vitest'
import { replyStatuses } from '../../shared/protocol/index.ts'
import { complaintPage, letterPage, mailPage, replyTo, summaryOf } from './helpers-pages.ts'

describe('a letter as the portal shows it', () => {
  it('lists what an invitation asks besides coming', () => {
    expect(summaryOf(letterPage('SRT-2026-0311'))).toEqual([
      'Dari: Dinas Perumahan dan Kawasan Permukiman',
      'Nomor dan tanggal: 600.1.14/0311-PKP/2026, 20 November 2026',
      'Hal: Undangan Rapat Koordinasi Penanganan Penerangan Jalan Umum',
      'Inti: Menindaklanjuti arahan Sekretaris Daerah pada rapat evaluasi pengaduan masyarakat tanggal 16 November 2026, serta memperhatikan masih tingginya laporan penerangan jalan umum (PJU) padam, yaitu 214 laporan selama Oktober 2026 dengan 61 laporan melewati batas waktu, bersama ini kami mengundang Saudara untuk hadir pada rapat koordinasi. Hasil rapat akan menjadi bahan laporan kepada Wali Kota pada 7 Desember 2026',
      'Yang diminta:',
      '- Setiap camat menyiapkan daftar titik PJU padam di wilayahnya, memuat nomor tiang, nama jalan, kelurahan, dan tanggal laporan pertama',
      '- Daftar pada angka 1 dikirim dalam format lembar kerja paling lambat Selasa, 1 Desember 2026 pukul 15.00 WIB ke alamat surel ⟦EMAIL-1⟧',
      '- Dinas Perhubungan menyampaikan data lampu lalu lintas yang berada pada panel yang sama dengan PJU',
      '- Peserta yang berhalangan agar menugaskan pejabat yang berwenang mengambil keputusan, bukan staf pencatat',
      '- Konfirmasi kehadiran disampaikan kepada Sdri. ⟦NAMA-1⟧ melalui nomor ⟦TELEPON-2⟧',
      '- Mengingat pentingnya acara dimaksud, dimohon hadir tepat waktu',
      'Tenggat atau acara: Kamis, 3 Desember 2026; pukul 09.00 sampai dengan 11.30 WIB; Ruang Rapat Melati, Gedung Pelayanan lantai 3; Percepatan penanganan PJU padam dan pembaruan data titik lampu; paling lambat Selasa, 1 Desember 2026 pukul 15.00 WIB',
      'Lampiran: 1 (satu) lembar',
      'Sifat: Penting',
      'Usulan disposisi: Hadiri/wakili (saran)',
    ])
  })

  it('lists the data that are asked for, and by when', () => {
    expect(summaryOf(letterPage('SRT-2026-0318'))).toEqual([
      'Dari: Dinas Sosial',
      'Nomor dan tanggal: 400.9.2/0318-DINSOS/2026, 23 November 2026',
      'Hal: Permintaan Data Keluarga Terdampak Genangan',
      'Inti: Sehubungan dengan genangan yang terjadi pada 10 sampai dengan 22 November 2026 di beberapa wilayah, Dinas Sosial sedang menyusun usulan bantuan kebutuhan dasar bagi keluarga terdampak. Data disampaikan tanpa nama, nomor induk kependudukan, dan nomor telepon pelapor',
      'Yang diminta:',
      '- Rekapitulasi pengaduan masyarakat kategori drainase dan banjir periode 1 sampai dengan 22 November 2026, dirinci menurut kecamatan, kelurahan, dan tanggal masuk',
      '- Perkiraan tinggi dan lama genangan pada setiap laporan, apabila disebutkan oleh pelapor',
      '- Jumlah keluarga yang melapor, termasuk keterangan ada tidaknya lansia, penyandang disabilitas, ibu hamil, dan balita',
      '- Status penanganan setiap laporan sampai dengan 23 November 2026',
      '- Mohon data diterima paling lambat Senin, 30 November 2026 pukul 12.00 WIB melalui surel ⟦EMAIL-1⟧',
      '- Sebagai contoh pengisian, keluarga Sdr. ⟦NAMA-1⟧ dengan NIK ⟦NIK-1⟧ pada lembar kedua adalah data rekaan dan harap dihapus sebelum dikirim kembali',
      'Tenggat atau acara: paling lambat Senin, 30 November 2026 pukul 12.00 WIB',
      'Lampiran: 1 (satu) berkas',
      'Sifat: Biasa',
      'Usulan disposisi: Siapkan jawaban (saran)',
    ])
  })

  it('gives the rules of a circular, and leaves out a request that it does not make', () => {
    expect(summaryOf(letterPage('SRT-2026-0322'))).toEqual([
      'Dari: Sekretariat Daerah',
      'Nomor dan tanggal: 000.8.3/0322-SETDA/2026, 24 November 2026',
      'Hal: Edaran Batas Waktu dan Tata Cara Menjawab Pengaduan Masyarakat',
      'Inti: Dalam rangka meningkatkan mutu pelayanan dan memperhatikan hasil evaluasi triwulan III tahun 2026, yang menunjukkan 18 persen pengaduan dijawab melewati batas waktu dan sebagian jawaban tidak memuat tindak lanjut yang nyata, bersama ini disampaikan ketentuan. Pertanyaan mengenai edaran ini disampaikan kepada Sdr. ⟦NAMA-1⟧, Bagian Organisasi, nomor ⟦TELEPON-2⟧ atau ⟦EMAIL-1⟧',
      '- Setiap pengaduan yang diterima wajib diperiksa dan diteruskan kepada perangkat daerah yang berwenang paling lambat 3 (tiga) hari kerja',
      '- Jawaban atas pengaduan sederhana dan permintaan informasi disampaikan paling lambat 5 (lima) hari kerja sejak diterima perangkat daerah',
      '- Jawaban memuat tindakan yang telah atau akan dilakukan, unit pelaksana, dan tanggal. Kalimat "sedang dikoordinasikan" tanpa tanggal tidak digunakan',
      '- Apabila bukan kewenangan, jawaban menyebut instansi yang berwenang dan cara menyampaikan laporan',
      '- Identitas pelapor, termasuk nama, nomor induk kependudukan, alamat, dan nomor telepon, tidak ditulis dalam kolom jawaban yang dapat dibaca umum',
      '- Laporan berstatus selesai wajib dilengkapi foto lapangan sebelum dan sesudah penanganan',
      '- Kepala perangkat daerah menunjuk satu admin penghubung dan satu pengganti. Nama keduanya disampaikan kepada Bagian Organisasi paling lambat Jumat, 4 Desember 2026',
      'Tenggat atau acara: paling lambat Jumat, 4 Desember 2026; berlaku mulai tanggal 1 Desember 2026; paling lambat 3 (tiga) hari kerja; paling lambat 5 (lima) hari kerja',
      'Sifat: Biasa',
      'Usulan disposisi: Untuk ditindaklanjuti (saran)',
    ])
  })
})

it('says that a list goes on where a short summary leaves items out', () => {
  const items = ['surat', 'peta', 'foto', 'denah'].map(
    (name) => `- Lampirkan ${name} lokasi rencana kegiatan.`,
  )
  const letter = [
    'Nomor: 1/A/2026',
    'Hal: Kelengkapan',
    '',
    'Mohon dilengkapi berkas berikut:',
    '',
    items.join('\n\n'),
  ]
  expect(summaryOf(letter.join('\n'), { length: 'singkat' }).slice(-6)).toEqual([
    'Yang diminta:',
    '- Lampirkan surat lokasi rencana kegiatan',
    '- Lampirkan peta lokasi rencana kegiatan',
    '- Lampirkan foto lokasi rencana kegiatan',
    '- (butir lain ada dalam naskah)',
    'Usulan disposisi: Pelajari dan beri saran (saran)',
  ])
})

describe('a mail as the webmail shows it', () => {
  it('gives an English mail its questions, its deadlines and the days that it proposes', () => {
    expect(summaryOf(mailPage('PSN-2026-071'))).toEqual([
      'Perihal: Cold storage facility in Tangerang: permit and site visit',
      'Inti: I am writing on behalf of Nordhafen Cold Chain, a logistics company that operates temperature-controlled warehouses in Germany and Singapore. We are considering an investment of about USD 4.2 million in a cold storage facility in the Jatiuwung industrial area, on a plot of roughly 8,500 square metres, and we plan to employ around 60 local staff in the first year',
      'Yang diminta: We would also like to request a site visit',
      'Pertanyaan:',
      '- Which permits does a foreign-owned company need from the city after it has obtained its business identification number (NIB), and in what order?',
      '- How long does the building approval (PBG) usually take for a warehouse of this size, and what are the official fees?',
      '- Is an environmental impact assessment required, or is a lighter document enough?',
      '- Could an officer from your department meet us on site, and would you be able to confirm by Friday, 27 November?',
      'Tenggat atau acara: Before our board meets on 14 December 2026; by Friday, 27 November',
      'Tanggal lain yang disebut: Tuesday, 1 December; Wednesday, 2 December 2026, preferably at 10:00 a.m.',
      '',
      'Teks asli berbahasa Inggris dan tidak diterjemahkan.',
    ])
  })

  it('leaves the sender out and keeps every question', () => {
    expect(summaryOf(mailPage('PSN-2026-065'))).toEqual([
      'Perihal: Permohonan kunjungan belajar siswa SMP Tunas Rekaan',
      'Inti: Kami bermaksud mengajukan kunjungan belajar bagi 36 siswa kelas VIII dengan 4 guru pendamping ke ruang pemantauan pengaduan kota, agar siswa mengenal cara pemerintah menerima dan menindaklanjuti laporan warga. Waktu yang kami usulkan adalah Rabu, 9 Desember 2026 atau Kamis, 10 Desember 2026, pukul 09.00 sampai dengan 11.00 WIB',
      'Yang diminta: Besar harapan kami mendapat jawaban sebelum 27 November 2026 agar surat izin orang tua dapat segera disiapkan',
      'Pertanyaan:',
      '- Apakah salah satu tanggal tersebut dapat diterima, dan berapa jumlah peserta paling banyak dalam satu kunjungan?',
      '- Apakah diperlukan surat resmi dari kepala sekolah, dan kepada siapa ditujukan?',
      '- Apakah tersedia tempat parkir untuk satu bus sedang dan akses bagi satu siswa pengguna kursi roda?',
      'Tenggat atau acara: sebelum 27 November 2026',
      'Tanggal lain yang disebut: Rabu, 9 Desember 2026; Kamis, 10 Desember 2026, pukul 09.00 sampai dengan 11.00 WIB',
    ])
  })
})

describe('a reply to a complaint as the portal shows it', () => {
  it.each([
    ['ADU-2026-0151', 'tentang banjir selutut di Perumahan Griya Kenanga.'],
    ['ADU-2026-0147', 'tentang parkir liar di depan SDN Melati 5 Jalan Anggrek Raya.'],
    ['ADU-2026-0145', 'tentang pohon tumbang menimpa kabel dan menutup jalan di Jalan Cempaka Putih.'],
    ['ADU-2026-0144', 'tentang dugaan pungutan di kantor Kelurahan Sukamelati.'],
    ['ADU-2026-0142', 'tentang tiga lampu jalan padam di Jalan Melati Raya.'],
    ['ADU-2026-0139', 'tentang permohonan perbaikan jalan berlubang di Jalan Dahlia Utara.'],
    ['ADU-2026-0136', 'tentang sampah menumpuk di TPS belakang Pasar Teratai Jalan Teratai 2.'],
    ['ADU-2026-0133', 'tentang KTP-el belum jadi di kantor Kecamatan Cibodas.'],
    [
      'ADU-2026-0128',
      'tentang usul taman bermain dan jalur kursi roda di sudut Jalan Flamboyan dan Jalan Bugenvil.',
    ],
  ])('%s names matter and place as one would say them, or leaves them open', (id, words) => {
    expect(replyTo(complaintPage(id)).split('\n')[1]).toBe(`Terima kasih atas laporan nomor ${id} ${words}`)
  })

  it.each(replyStatuses)('for "%s" takes no day from the page but the one it came in', (status) => {
    for (const id of ['ADU-2026-0142', 'ADU-2026-0151', 'ADU-2026-0145']) {
      const reply = replyTo(complaintPage(id), { status })
      const days = reply.match(/kami terima pada \d{1,2} November 2026/) ?? []
      expect(days).toHaveLength(status === 'diterima' ? 1 : 0)
      expect(reply.replace(days[0] ?? '', '')).not.toMatch(/November|Desember|pukul/)
    }
  })
})
