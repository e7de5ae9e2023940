// Ringkas: a complaint, letter, e-mail or any text in the lines that an officer looks for.
import { SummariseOptions } from '../../../shared/protocol/index.ts'
import type { Helper } from './helper.ts'
import { offlineSummary } from './offline/summary.ts'
import { readOptions, tokensFor } from './options.ts'
import { factRules, keepPlaceholders, promptFor } from './prompt.ts'

type Length = SummariseOptions['length']

const maxTokens = { singkat: 500, sedang: 800, lengkap: 1200 }

const sizes = {
  singkat: 'Tulis sependek mungkin: tiap baris satu kalimat pendek.',
  sedang: 'Tulis ringkas: tiap baris paling banyak dua kalimat.',
  lengkap: 'Tulis lengkap tetapi tetap padat: tiap baris paling banyak empat kalimat.',
}

const shapes = {
  aduan: [
    'Pokok masalah: …',
    'Lokasi: tempat kejadian, bukan alamat pelapor',
    'Waktu: kapan terjadi atau sejak kapan, bukan tanggal masuk atau tenggat',
    'Permintaan: …',
    'Pertanyaan: … (bila ada)',
    'Urgensi: darurat, tinggi, atau biasa, lalu kutipan alasannya',
    'Tanggal masuk: … · Tenggat: … (bila ada)',
    'Data kurang: hal yang perlu ditanyakan, atau "tidak ada"',
  ],
  surat: ['Dari: …', 'Nomor dan tanggal: …', 'Hal: …', 'Inti: …', 'Yang diminta: …', 'Tenggat atau acara: …'],
  email: ['Perihal: …', 'Inti: …', 'Yang diminta: …', 'Pertanyaan: … (bila ada)', 'Tenggat atau acara: …'],
  umum: ['kalimat terpenting, satu kalimat satu baris, menurut urutan teks'],
}

/** Lines of a complaint that a short summary leaves out. */
const dispensable = /^(?:Waktu|Tanggal masuk|Data kurang):/
const details =
  'Rincian: dua sampai empat kalimat lain yang memuat angka, nomor tiang, ukuran, atau penyebab, tanpa penanda ⟦…⟧'

const automatic = (length: Length) =>
  [
    'Tentukan jenis teksnya: aduan, surat, e-mail, atau umum. Pakai satu bentuk saja, baris demi baris:',
    ...Object.entries({ ...shapes, aduan: complaintShape(length) }).map(
      ([kind, lines]) => `[${kind}]\n${lines.join('\n')}`,
    ),
  ].join('\n')

function complaintShape(length: Length): string[] {
  if (length === 'singkat') return shapes.aduan.filter((line) => !dispensable.test(line))
  return length === 'sedang'
    ? shapes.aduan
    : [...shapes.aduan.slice(0, -2), details, ...shapes.aduan.slice(-2)]
}

export const summarise: Helper = {
  name: 'summarise',
  promptVersion: 2,
  prepare(metadata) {
    const read = readOptions(SummariseOptions, metadata)
    if ('wrongOption' in read) return read
    const { options } = read
    const { format, length, max_chars } = options
    const own = [
      format === 'otomatis'
        ? automatic(length)
        : `Tulis dengan bentuk ini, baris demi baris:\n${(format === 'aduan' ? complaintShape(length) : shapes[format]).join('\n')}`,
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
