// Complaints of other kinds, in the words that people use, against rules that were not made for them.
import { describe, expect, it } from 'vitest'
import { redact } from '../../shared/redaction/index.ts'
import { replyTo, summaryOf } from './helpers-pages.ts'

const vendors = `Halo min, PKL di trotoar Jalan Ki Samaun depan Pasar Anyar makin numpuk, pejalan kaki sampe turun ke jalan. Udah dari abis lebaran kayak gini. Kemarin ibu hamil jatuh kesandung gerobak. Kapan ditertibin? Jangan cuma difoto doang pak.`
const certificate = `Permisi Pak/Bu, saya Yanti dari RT 05 RW 02 Kelurahan Gebang Raya. Akta kelahiran anak saya sudah diajukan lewat aplikasi tanggal 3 November 2026 tapi sampai sekarang statusnya masih diproses. Anak mau daftar sekolah paling lambat 10 Desember. Bagaimana caranya supaya cepat, dan apakah harus datang ke kantor Disdukcapil?`
const snake = `Ada ular kobra masuk ke SDN Cipete 2 lewat selokan belakang kelas, tadi jam 9 pagi. Anak2 udah dipulangin. Tolong damkar ke sini segera, gerbangnya di Jl. Masjid Al Huda. Terima kasih.`
const tapWater = `ID laporan: LPR-77812
Judul: Air ledeng keruh dan bau
Kategori: Air bersih
Pelapor: Dimas Prayoga
Tanggal laporan: 20 November 2026
Batas waktu: 27 November 2026

Sudah seminggu lebih air ledeng di Perumahan Puri Beta 2 Cluster Anyelir keruh kecoklatan, baunya seperti besi. Tetangga saya sampai beli air galon untuk mandi bayinya. Saya sudah telepon PDAM dua kali tapi belum ada petugas yang datang. Mohon dicek pipanya, dan apakah tagihan bulan ini bisa dipotong?`
const sinkhole = `kak mau lapor jalan amblas di jl hasyim ashari deket lampu merah gondrong, lobangnya gede bgt dari minggu kemaren, motor temen sy masuk situ sampe velgnya bengkok. tlg cepet ditambal ya sebelum makan korban`
const smoke = `Pak, tetangga belakang rumah bakar sampah tiap sore abis asar, asepnya masuk rumah, anak saya asma. Sudah ditegur RT ga mempan. Alamatnya Gang Mangga 3 deket musholla Nurul Iman. Bisa ditegur petugas ga?`

const read = (text: string) => redact(text).text
const opening = (text: string) => replyTo(read(text)).split('\n')[1]

describe('street vendors, told to a chat', () => {
  it('has the road, since when, the question, and who fell', () => {
    expect(summaryOf(read(vendors))).toEqual([
      'Pokok masalah: PKL di trotoar Jalan Ki Samaun depan Pasar Anyar makin numpuk, pejalan kaki sampe turun ke jalan',
      'Lokasi: Jalan Ki Samaun depan Pasar Anyar',
      'Waktu: Udah dari abis lebaran',
      'Permintaan: tidak disebut',
      'Pertanyaan: Kapan ditertibin?',
      'Urgensi: tinggi ("Kemarin ibu hamil jatuh kesandung gerobak")',
      'Klasifikasi: pengaduan',
      'Dugaan perangkat daerah: Satuan Polisi Pamong Praja; Dinas Perindustrian dan Perdagangan (saran, karena "PKL")',
      'Data kurang: tidak ada',
    ])
    expect(opening(vendors)).toBe(
      'Terima kasih atas laporan nomor {{nomor_laporan}} tentang PKL di Jalan Ki Samaun depan Pasar Anyar.',
    )
  })
})

describe('a birth certificate that does not come', () => {
  it('takes neither the home of the reporter nor the office she asks about for the place', () => {
    expect(summaryOf(read(certificate))).toEqual([
      'Pokok masalah: Akta kelahiran anak saya sudah diajukan lewat aplikasi tanggal 3 November 2026 tapi sampai sekarang statusnya masih diproses',
      'Lokasi: tidak disebut',
      'Waktu: tanggal 3 November 2026',
      'Permintaan: tidak disebut',
      'Pertanyaan: Bagaimana caranya supaya cepat / Apakah harus datang ke kantor Disdukcapil?',
      'Urgensi: tinggi ("Anak mau daftar sekolah paling lambat 10 Desember")',
      'Klasifikasi: pengaduan',
      'Dugaan perangkat daerah: Dinas Kependudukan dan Pencatatan Sipil; Kecamatan atau kelurahan setempat (saran, karena "Akta kelahiran")',
      'Data kurang: lokasi',
    ])
    expect(opening(certificate)).toContain('tentang {{ringkas_masalah}} di {{lokasi_umum}}.')
  })
})

describe('a snake in a school', () => {
  it('has the school and the hour', () => {
    expect(summaryOf(read(snake))).toEqual([
      'Pokok masalah: Ada ular kobra masuk ke SDN Cipete 2 lewat selokan belakang kelas, tadi jam 9 pagi',
      'Lokasi: SDN Cipete 2',
      'Waktu: tadi jam 9 pagi',
      'Permintaan: Tolong damkar ke sini segera, gerbangnya di Jl. Masjid Al Huda',
      'Urgensi: tinggi ("Ada ular kobra masuk ke SDN Cipete 2 lewat selokan belakang kelas, tadi jam 9 pagi")',
      'Klasifikasi: pengaduan',
      'Dugaan perangkat daerah: Dinas Pemadam Kebakaran; Dinas Ketahanan Pangan dan Pertanian (saran, karena "ular")',
      'Data kurang: tidak ada',
    ])
  })
})

describe('cloudy tap water, on another portal', () => {
  it('splits the request from the question, and keeps the dates of the office apart', () => {
    expect(summaryOf(read(tapWater))).toEqual([
      'Pokok masalah: Air ledeng keruh dan bau',
      'Lokasi: Perumahan Puri Beta 2 Cluster Anyelir',
      'Waktu: Sudah seminggu lebih',
      'Permintaan: Mohon dicek pipanya',
      'Pertanyaan: Apakah tagihan bulan ini bisa dipotong?',
      'Urgensi: biasa',
      'Klasifikasi: pengaduan',
      'Dugaan perangkat daerah: Perumda Air Minum; Dinas Perumahan dan Kawasan Permukiman (saran, karena "Air bersih")',
      'Tanggal masuk: 20 November 2026 · Tenggat: 27 November 2026',
      'Data kurang: tidak ada',
    ])
    expect(opening(tapWater)).toBe(
      'Terima kasih atas laporan nomor LPR-77812 tentang air ledeng keruh dan bau di Perumahan Puri Beta 2 Cluster Anyelir.',
    )
  })
})

describe('a sunken road, without a capital letter', () => {
  it('ends the sentence where the writer did, and takes no fear for a fact', () => {
    expect(summaryOf(read(sinkhole))).toEqual([
      'Pokok masalah: jalan amblas di jl hasyim ashari deket lampu merah gondrong, lobangnya gede bgt dari minggu kemaren, motor temen sy masuk situ sampe velgnya bengkok',
      'Lokasi: jl hasyim ashari',
      'Waktu: dari minggu kemaren',
      'Permintaan: Tlg cepet ditambal ya sebelum makan korban',
      'Urgensi: biasa',
      'Klasifikasi: pengaduan',
      'Dugaan perangkat daerah: Dinas Pekerjaan Umum dan Penataan Ruang; Dinas Perumahan dan Kawasan Permukiman (saran, karena "jalan amblas")',
      'Data kurang: tidak ada',
    ])
  })
})

describe('a neighbour who burns rubbish', () => {
  it('has the place for the officer, and leaves somebody’s address out of the reply', () => {
    expect(summaryOf(read(smoke))).toEqual([
      'Pokok masalah: tetangga belakang rumah bakar sampah tiap sore abis asar, asepnya masuk rumah, anak saya asma',
      'Lokasi: Gang Mangga 3 deket musholla Nurul Iman',
      'Waktu: tiap sore',
      'Permintaan: tidak disebut',
      'Pertanyaan: Bisa ditegur petugas ga?',
      'Urgensi: tinggi ("Pak, tetangga belakang rumah bakar sampah tiap sore abis asar, asepnya masuk rumah, anak saya asma")',
      'Klasifikasi: pengaduan',
      'Dugaan perangkat daerah: Dinas Lingkungan Hidup; Satuan Polisi Pamong Praja (saran, karena "bakar sampah")',
      'Data kurang: tidak ada',
    ])
    expect(opening(smoke)).toContain('di {{lokasi_umum}}.')
  })
})

describe('a portal that shows its facts as a table', () => {
  it('is read like one with colons', () => {
    const page = `Pohon miring di Jalan Cendana

ID laporan | LPR-1010
Pelapor | ⟦NAMA-1⟧
Tenggat | 2 Desember 2026

Sejak hujan kemarin pohon di Jalan Cendana miring ke arah kabel. Mohon dipangkas.`
    expect(summaryOf(page)).toEqual([
      'Pokok masalah: Pohon miring di Jalan Cendana',
      'Lokasi: Jalan Cendana',
      'Waktu: Sejak hujan kemarin',
      'Permintaan: Mohon dipangkas',
      'Urgensi: biasa',
      'Klasifikasi: pengaduan',
      'Dugaan perangkat daerah: Dinas Pertamanan; Dinas Lingkungan Hidup (saran, karena "Pohon miring")',
      'Tenggat: 2 Desember 2026',
      'Data kurang: tidak ada',
    ])
    expect(replyTo(page)).toContain('laporan nomor LPR-1010 tentang pohon miring di Jalan Cendana.')
  })
})
