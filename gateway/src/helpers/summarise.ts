// Ringkas: a complaint, letter, e-mail or any text in the lines that an officer looks for.
import { SummariseOptions, summaryFormats } from '../../../shared/protocol/index.ts'
import type { Helper } from './helper.ts'
import { offlineSummary } from './offline/summary.ts'
import { dispositionVerbs } from './offline/suggestions.ts'
import { readOptions, tokensFor } from './options.ts'
import { factRules, keepPlaceholders, promptFor } from './prompt.ts'

type Length = SummariseOptions['length']
type Format = Exclude<SummariseOptions['format'], 'otomatis'>

const maxTokens = { singkat: 500, sedang: 800, lengkap: 1200 }

const sizes = {
  singkat: 'Tulis sependek mungkin: tiap baris satu kalimat pendek.',
  sedang: 'Tulis ringkas: tiap baris paling banyak dua kalimat.',
  lengkap: 'Tulis lengkap tetapi tetap padat: tiap baris paling banyak empat kalimat.',
}

const shapes: Record<Format, string[]> = {
  aduan: [
    'Pokok masalah: …',
    'Lokasi: tempat kejadian, bukan alamat pelapor',
    'Waktu: kapan terjadi atau sejak kapan, bukan tanggal masuk atau tenggat',
    'Permintaan: …',
    'Pertanyaan: … (bila ada)',
    'Urgensi: darurat, tinggi, atau biasa, lalu kutipan alasannya',
    'Klasifikasi: pengaduan, aspirasi, permintaan informasi, atau apresiasi',
    'Dugaan perangkat daerah: paling banyak dua, lalu (saran, karena "kutipan alasannya")',
    'Tanggal masuk: … · Tenggat: … (bila ada)',
    'Data kurang: hal yang perlu ditanyakan, atau "tidak ada"',
  ],
  surat: [
    'Dari: …',
    'Nomor dan tanggal: …',
    'Hal: …',
    'Inti: …',
    'Yang diminta: …',
    'Tenggat atau acara: …',
    'Lampiran: … (bila ada)',
    'Sifat: … (bila ada)',
    'Dasar: aturan yang dikutip, dengan nomornya (bila ada)',
    `Usulan disposisi: salah satu dari ${dispositionVerbs.join(', ')}, lalu (saran)`,
  ],
  email: ['Perihal: …', 'Inti: …', 'Yang diminta: …', 'Pertanyaan: … (bila ada)', 'Tenggat atau acara: …'],
  notula: [
    'Rapat: acara, tanggal; tanpa daftar nama yang hadir',
    'Keputusan: satu butir satu baris, diawali "- "',
    'Tindak lanjut: siapa, apa, kapan; satu butir satu baris',
    'Hal terbuka: yang ditunda atau belum disepakati',
  ],
  regulasi: [
    'Tentang: …',
    'Yang diatur: satu butir satu baris, diakhiri pasalnya, seperti (Pasal 5 ayat (2))',
    'Siapa yang wajib: … (pasal)',
    'Tenggat: … (pasal)',
    'Sanksi: … (pasal)',
  ],
  berita: [
    'Apa: …',
    'Siapa: …',
    'Kapan: …',
    'Di mana: …',
    'Mengapa/Bagaimana: … (bila ada)',
    'Kutipan pejabat: persis seperti tertulis (bila ada)',
    'Menyangkut Pemkot: kalimat yang menyebut pemerintah kota',
  ],
  anggaran: [
    'Kolom: nama kolom seperti tertulis',
    'Tiga angka terbesar: nama baris dan angkanya, disalin',
    'Jumlah: hanya bila tertulis (bila ada)',
    'Jangan menghitung, menjumlah, membulatkan, atau membandingkan angka tabel.',
  ],
  umum: ['kalimat terpenting, satu kalimat satu baris, menurut urutan teks'],
}

const formats = summaryFormats.filter((format) => format !== 'otomatis')

/** Lines that a short summary leaves out. */
const dispensable = {
  aduan: /^(?:Waktu|Klasifikasi|Dugaan perangkat daerah|Tanggal masuk|Data kurang):/,
  surat: /^(?:Lampiran|Sifat|Dasar):/,
}
const details =
  'Rincian: dua sampai empat kalimat lain yang memuat angka, nomor tiang, ukuran, atau penyebab, tanpa penanda ⟦…⟧'

const automatic = (length: Length) =>
  [
    'Tentukan jenis teksnya: aduan, surat, e-mail, notula rapat, regulasi, berita, tabel anggaran, atau umum. Pakai satu bentuk saja, baris demi baris:',
    ...formats.map((kind) => `[${kind}]\n${shapeOf(kind, length).join('\n')}`),
  ].join('\n')

function shapeOf(kind: Format, length: Length): readonly string[] {
  if (kind === 'aduan') return complaintShape(length)
  if (kind !== 'surat' || length === 'lengkap') return shapes[kind]
  const left = length === 'singkat' ? dispensable.surat : /^Dasar:/
  return shapes.surat.filter((line) => !left.test(line))
}

function complaintShape(length: Length): string[] {
  if (length === 'singkat') return shapes.aduan.filter((line) => !dispensable.aduan.test(line))
  if (length === 'sedang') return shapes.aduan
  const at = shapes.aduan.findIndex((line) => line.startsWith('Klasifikasi:'))
  return shapes.aduan.toSpliced(at, 0, details)
}

export const summarise: Helper = {
  name: 'summarise',
  promptVersion: 3,
  prepare(metadata) {
    const read = readOptions(SummariseOptions, metadata)
    if ('wrongOption' in read) return read
    const { options } = read
    const { format, length, max_chars } = options
    const own = [
      format === 'otomatis'
        ? automatic(length)
        : `Tulis dengan bentuk ini, baris demi baris:\n${shapeOf(format, length).join('\n')}`,
      'Hal yang tidak ada dalam teks ditulis "tidak disebut".',
      sizes[length],
      ...(max_chars === undefined
        ? []
        : [
            `Paling banyak ${max_chars} karakter termasuk spasi. Bila tidak cukup, tinggalkan baris yang paling kurang penting.`,
          ]),
      'Jangan menyebut nama pelapor atau pengirim perorangan.',
      'Teks sumber dalam bahasa lain juga diringkas dalam bahasa Indonesia.',
      keepPlaceholders,
      ...factRules,
    ]
    const task = 'Anda membantu petugas pemerintah kota meringkas teks dalam bahasa Indonesia resmi.'
    return {
      maxTokens: tokensFor(max_chars, maxTokens[length]),
      messages: (source) => promptFor(task, own, source),
      offline: (source) => offlineSummary(source, options),
    }
  },
}
