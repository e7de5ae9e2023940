// Ringkas: a complaint, letter, e-mail or any text in the lines that an officer looks for.
import { SummariseOptions } from '../../../shared/protocol/index.ts'
import type { Helper } from './helper.ts'
import { offlineSummary } from './offline/summary.ts'
import { readOptions } from './options.ts'
import { promptFor } from './prompt.ts'

const maxTokens = { singkat: 500, sedang: 800, lengkap: 1200 }

const sizes = {
  singkat: 'Tulis sependek mungkin: tiap baris satu kalimat pendek.',
  sedang: 'Tulis ringkas: tiap baris paling banyak dua kalimat.',
  lengkap: 'Tulis lengkap tetapi tetap padat: tiap baris paling banyak empat kalimat.',
}

const shapes = {
  aduan:
    'Tulis baris berikut: "Pokok masalah: …", "Lokasi: …", "Waktu: …", "Permintaan: …", "Urgensi: …" (darurat, tinggi, atau biasa, dengan kutipan alasannya), "Data kurang: …".',
  surat:
    'Tulis baris berikut bila ada dalam teks: "Dari: …", "Nomor dan tanggal: …", "Hal: …", "Inti: …", "Yang diminta: …", "Tenggat atau acara: …".',
  email:
    'Tulis baris berikut tanpa nama pengirim: "Perihal: …", "Inti: …", "Yang diminta: …", "Tenggat atau acara: …".',
  umum: 'Tulis kalimat terpenting, satu kalimat satu baris, menurut urutan teks.',
}

const automatic = [
  'Tentukan sendiri jenis teksnya: aduan, surat, e-mail, atau umum.',
  ...Object.entries(shapes).map(([kind, shape]) => `Untuk ${kind}: ${shape}`),
].join(' ')

export const summarise: Helper = {
  name: 'summarise',
  promptVersion: 1,
  prepare(metadata) {
    const read = readOptions(SummariseOptions, metadata)
    if ('wrongOption' in read) return read
    const { options } = read
    const own = [
      options.format === 'otomatis' ? automatic : shapes[options.format],
      sizes[options.length],
      'Hal yang tidak ada dalam teks ditulis "tidak disebut".',
    ]
    const task = 'Anda membantu petugas pemerintah kota meringkas teks dalam bahasa Indonesia resmi.'
    return {
      maxTokens: maxTokens[options.length],
      messages: (source) => promptFor(task, own, source),
      offline: (source) => offlineSummary(source, options),
    }
  },
}
