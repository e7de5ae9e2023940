import { describe, expect, it } from 'vitest'
import { helpers } from '../../gateway/src/helpers/index.ts'
import { complaintPage, summaryOf } from './helpers-pages.ts'

describe('a complaint as the portal shows it', () => {
  it('says where the lamps are out, not where the reporter lives, and since when, not until when', () => {
    expect(summaryOf(complaintPage('ADU-2026-0142'))).toEqual([
      'Pokok masalah: Tiga lampu jalan padam di Jalan Melati Raya',
      'Lokasi: Jalan Melati Raya, mulai dari depan Musala Al-Ikhlas sampai pertigaan Gang Kenanga',
      'Waktu: sejak Senin, 16 November 2026',
      'Permintaan: Saya mohon ketiga lampu itu segera diperbaiki',
      'Pertanyaan: Kapan petugas bisa datang / Apakah warga perlu menyiapkan sesuatu?',
      'Urgensi: tinggi ("Pada Sabtu, 21 November 2026 sekitar pukul 19.30 WIB seorang pengendara motor jatuh karena tidak melihat gundukan tanah di pinggir jalan")',
      'Klasifikasi: pengaduan',
      'Dugaan perangkat daerah: Dinas Perhubungan; Dinas Perumahan dan Kawasan Permukiman (saran, karena "PJU padam")',
      'Tanggal masuk: 22 November 2026, pukul 19.42 WIB · Tenggat: 27 November 2026',
      'Data kurang: tidak ada',
    ])
  })

  it('understands a hurried message about a flood', () => {
    expect(summaryOf(complaintPage('ADU-2026-0151'))).toEqual([
      'Pokok masalah: Banjir selutut di Perumahan Griya Kenanga',
      'Lokasi: Perumahan Griya Kenanga; ujung Jalan Kenanga III',
      'Waktu: Dari semalem jam 10an; dari kemarin sore',
      'Permintaan: Tolong min pompanya dinyalain dulu',
      'Pertanyaan: Kapan gotnya mau dikeruk?',
      'Urgensi: tinggi ("Ada sekitar 40 rumah kena, ibu saya umur 72 tahun lagi sakit dan kursi rodanya ga bisa lewat")',
      'Klasifikasi: pengaduan',
      'Dugaan perangkat daerah: Dinas Pekerjaan Umum dan Penataan Ruang; Badan Penanggulangan Bencana Daerah (saran, karena "Drainase dan banjir")',
      'Tanggal masuk: 24 November 2026, pukul 05.48 WIB · Tenggat: 1 Desember 2026',
      'Data kurang: tidak ada',
    ])
  })

  it('reads thanks with a wish in it', () => {
    expect(summaryOf(complaintPage('ADU-2026-0149'))).toEqual([
      'Pokok masalah: Terima kasih untuk petugas loket pelayanan',
      'Lokasi: gerai pelayanan publik',
      'Waktu: Jumat, 20 November 2026 sekitar pukul 10.15 WIB',
      'Permintaan: Tolong tambahkan satu kursi prioritas di dekat pintu masuk karena lansia yang datang cukup banyak; Mohon salam saya disampaikan kepada pimpinannya',
      'Pertanyaan: Apakah ada formulir penilaian yang bisa saya isi?',
      'Urgensi: biasa',
      'Klasifikasi: apresiasi',
      'Dugaan perangkat daerah: Unit yang dipuji (saran, karena "Apresiasi")',
      'Tanggal masuk: 23 November 2026, pukul 14.05 WIB · Tenggat: 30 November 2026',
      'Data kurang: tidak ada',
    ])
  })

  it('keeps the question that a citizen begins with', () => {
    expect(summaryOf(complaintPage('ADU-2026-0147'))).toEqual([
      'Pokok masalah: Parkir liar di depan SD setiap pagi',
      'Lokasi: depan SDN Melati 5 Jalan Anggrek Raya',
      'Waktu: Tiap pagi jam 06.30 sampai 07.30; Tadi pagi, Senin 23 November',
      'Permintaan: Mohon ada petugas yang jaga di jam masuk sekolah dan rambu dilarang parkirnya dipasang lagi',
      'Pertanyaan: Sampai kapan ya parkir liar di depan SDN Melati 5 Jalan Anggrek Raya dibiarkan?',
      'Urgensi: tinggi ("Tadi pagi, Senin 23 November, anak tetangga saya hampir keserempet mobil hitam ⟦PELAT-1⟧ yang berhenti sembarangan")',
      'Klasifikasi: pengaduan',
      'Dugaan perangkat daerah: Dinas Perhubungan; Satuan Polisi Pamong Praja (saran, karena "Parkir dan kemacetan")',
      'Tanggal masuk: 23 November 2026, pukul 07.21 WIB · Tenggat: 30 November 2026',
      'Data kurang: tidak ada',
    ])
  })

  it('calls a hanging power line an emergency, and no time when only the call has one', () => {
    expect(summaryOf(complaintPage('ADU-2026-0145'))).toEqual([
      'Pokok masalah: Pohon tumbang menimpa kabel dan menutup jalan',
      'Lokasi: Jalan Cempaka Putih, tepat di depan Apotek Sehat Rekaan',
      'Waktu: tidak disebut',
      'Permintaan: Pelapor meminta regu pemotong pohon datang sebelum pukul 05.00 WIB karena jalan itu dilalui angkutan ke pasar',
      'Pertanyaan: Siapa yang mengurus kabel yang menjuntai',
      'Urgensi: darurat ("Kabel listrik ikut tertarik dan menjuntai setinggi dada")',
      'Klasifikasi: pengaduan',
      'Dugaan perangkat daerah: Dinas Pertamanan; Dinas Lingkungan Hidup (saran, karena "Pohon tumbang")',
      'Tanggal masuk: 23 November 2026, pukul 02.35 WIB · Tenggat: 30 November 2026',
      'Data kurang: waktu kejadian',
    ])
  })

  it('finds the road in a formal sentence full of the sender', () => {
    expect(summaryOf(complaintPage('ADU-2026-0139'))).toEqual([
      'Pokok masalah: Permohonan perbaikan jalan berlubang',
      'Lokasi: Jalan Dahlia Utara; depan bengkel nomor 18',
      'Waktu: dua minggu terakhir; Rabu, 18 November 2026 pukul 05.50 WIB',
      'Permintaan: Kami memohon: (1) penambalan sementara secepatnya, (2) pemasangan rambu peringatan, dan (3) penjelasan apakah ruas ini masuk rencana perbaikan tahun 2027',
      'Urgensi: tinggi ("Dalam dua minggu terakhir tercatat tiga pengendara terjatuh, terakhir pada Rabu, 18 November 2026 pukul 05.50 WIB")',
      'Klasifikasi: pengaduan',
      'Dugaan perangkat daerah: Dinas Pekerjaan Umum dan Penataan Ruang; Dinas Perumahan dan Kawasan Permukiman (saran, karena "Jalan berlubang")',
      'Tanggal masuk: 19 November 2026, pukul 09.30 WIB · Tenggat: 26 November 2026',
      'Data kurang: tidak ada',
    ])
  })

  it('does not take "minta ampun" for a request', () => {
    expect(summaryOf(complaintPage('ADU-2026-0136'))).toEqual([
      'Pokok masalah: Sampah menumpuk, truk tidak datang seminggu',
      'Lokasi: TPS belakang Pasar Teratai Jalan Teratai 2',
      'Waktu: udah seminggu; dari hari Rabu tgl 11 kemaren',
      'Permintaan: Tolong kirim truk secepetnya ya pak',
      'Pertanyaan: Lah masa ga ada truk lain? / Kalo jadwalnya ganti kok ga ada pemberitahuan ke warga?',
      'Urgensi: tinggi ("Baunya minta ampun, lalat masuk ke rumah, cucu saya sampe muntah2")',
      'Klasifikasi: pengaduan',
      'Dugaan perangkat daerah: Dinas Lingkungan Hidup; Kecamatan atau kelurahan setempat (saran, karena "Sampah")',
      'Tanggal masuk: 18 November 2026, pukul 06.55 WIB · Tenggat: 25 November 2026',
      'Data kurang: tidak ada',
    ])
  })

  it('tells a date that the citizen must keep from the deadline of the office', () => {
    expect(summaryOf(complaintPage('ADU-2026-0133'))).toEqual([
      'Pokok masalah: KTP-el belum jadi sejak September',
      'Lokasi: kantor Kecamatan Cibodas',
      'Waktu: sejak September',
      'Permintaan: Mohon dibantu',
      'Pertanyaan: Apakah bisa dicetak di tempat lain, atau memakai identitas kependudukan digital dulu? / Syaratnya apa saja?',
      'Urgensi: tinggi ("Anak saya perlu KTP untuk membuka rekening beasiswa paling lambat 4 Desember 2026")',
      'Klasifikasi: pengaduan',
      'Dugaan perangkat daerah: Dinas Kependudukan dan Pencatatan Sipil; Kecamatan atau kelurahan setempat (saran, karena "Administrasi kependudukan")',
      'Tanggal masuk: 17 November 2026, pukul 11.16 WIB · Tenggat: 24 November 2026',
      'Data kurang: tidak ada',
    ])
  })

  it('misses no time of an event in a suggestion', () => {
    expect(summaryOf(complaintPage('ADU-2026-0128'))).toEqual([
      'Pokok masalah: Usul taman bermain dan jalur kursi roda',
      'Lokasi: sudut Jalan Flamboyan dan Jalan Bugenvil',
      'Waktu: tidak disebut',
      'Permintaan: Saya ingin mengusulkan agar lahan kosong milik pemerintah kota di sudut Jalan Flamboyan dan Jalan Bugenvil, luasnya kira-kira 600 meter persegi, dijadikan taman bermain warga; Kami berharap ada ayunan, pohon peneduh, lampu, dan terutama jalur landai untuk kursi roda, karena ada empat murid kami yang memakainya',
      'Pertanyaan: Apakah usulan ini bisa dibahas dalam musrenbang tahun depan / Kapan batas pengajuannya?',
      'Urgensi: biasa',
      'Klasifikasi: aspirasi',
      'Dugaan perangkat daerah: Badan Perencanaan Pembangunan Daerah; Kecamatan atau kelurahan setempat (saran, karena "Aspirasi")',
      'Tanggal masuk: 13 November 2026, pukul 16.27 WIB · Tenggat: 20 November 2026',
      'Data kurang: tidak ada',
    ])
  })

  it('keeps the wish to stay unknown apart from what is asked', () => {
    const lines = summaryOf(complaintPage('ADU-2026-0144'))
    expect(lines.find((line) => line.startsWith('Kerahasiaan: '))).toMatch(
      /^Kerahasiaan: mohon identitas saya /,
    )
    expect(lines.filter((line) => !line.startsWith('Kerahasiaan: '))).toEqual([
      'Pokok masalah: Dugaan pungutan saat mengurus surat pengantar',
      'Lokasi: kantor Kelurahan Sukamelati',
      'Waktu: Kamis, 19 November 2026 pukul 13.20 WIB',
      'Permintaan: Mohon ditindaklanjuti oleh pengawas, bukan oleh kelurahan yang bersangkutan',
      'Pertanyaan: Apakah memang ada biaya resmi / Ke mana saya harus menyerahkan bukti / Apakah uang saya bisa kembali?',
      'Urgensi: biasa',
      'Klasifikasi: pengaduan',
      'Dugaan perangkat daerah: Inspektorat (saran, karena "Pungutan liar")',
      'Tanggal masuk: 22 November 2026, pukul 21.10 WIB · Tenggat: 27 November 2026',
      'Data kurang: tidak ada',
    ])
  })

  it('reads the same whether a blank line stands between the facts or none', () => {
    expect(summaryOf(complaintPage('ADU-2026-0142', '\n'))).toEqual(summaryOf(complaintPage('ADU-2026-0142')))
  })
})

describe('a place that redaction has hidden', () => {
  const report =
    'Saluran air di depan rumah saya di ⟦ALAMAT-1⟧ Kelurahan Sukajadi mampet sejak tanggal 10 November 2026. Mohon segera dibersihkan.'
  const context = { officeName: 'Dinas Uji', city: 'Kota Uji' }
  const answer = (helper: 'summarise' | 'reply', source = report) => {
    const prepared = helpers[helper].prepare({}, context)
    if ('wrongOption' in prepared) throw new Error(prepared.wrongOption)
    return prepared.offline(source)
  }

  it('is the place of the summary all the same', () => {
    expect(answer('summarise')).toContain('Lokasi: ⟦ALAMAT-1⟧ Kelurahan Sukajadi')
    expect(answer('summarise')).not.toContain('Data kurang: lokasi')
  })

  it('stays a slot in the reply, which may be public', () => {
    expect(answer('reply')).toContain('{{lokasi_umum}}')
    expect(answer('reply')).not.toContain('ALAMAT')
  })

  it('is not the place where the reporter lives', () => {
    const told = 'Saya ⟦NAMA-1⟧, tinggal di ⟦ALAMAT-1⟧. Lampu di Jalan Mawar padam. Mohon diperbaiki.'
    expect(answer('summarise', told)).toContain('Lokasi: Jalan Mawar')
  })
})
