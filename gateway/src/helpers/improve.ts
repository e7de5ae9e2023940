// Perbaiki: an officer's own text in better words. What it says stays; the officer sees each change and may refuse it.
import { improved, lockSlots, lostInTranslation } from '../../../shared/checks/index.ts'
import { ImproveOptions } from '../../../shared/protocol/index.ts'
import type { Helper } from './helper.ts'
import { readOptions, tokensFor } from './options.ts'
import { promptFor, withoutInvisible } from './prompt.ts'

const aims: Record<ImproveOptions['aim'], string> = {
  sederhana:
    'Tulis ulang dengan bahasa sederhana: kalimat pendek, kata sehari-hari yang baku, singkatan dipanjangkan. Tingkat baca kelas enam.',
  ringkas: 'Tulis ulang lebih singkat: buang pengulangan dan basa-basi, pertahankan semua fakta.',
  ejaan:
    'Perbaiki hanya ejaan, tanda baca, dan kata tidak baku menurut EYD. Jangan mengubah susunan kalimat.',
  ramah: 'Tulis ulang dengan nada ramah dan resmi, hangat, kalimat aktif.',
  resmi: 'Tulis ulang dengan ragam resmi surat dinas.',
}

export const improve: Helper = {
  name: 'improve',
  promptVersion: 1,
  prepare(metadata) {
    const read = readOptions(ImproveOptions, metadata)
    if ('wrongOption' in read) return read
    const { aim, max_chars } = read.options
    const task = 'Anda penyunting naskah dinas pemerintah kota dalam bahasa Indonesia.'
    const own = [
      aims[aim],
      'Semua fakta tetap: angka, tanggal, nama, nomor surat, dan nomor pasal disalin persis. Jangan menambah atau menghilangkan isi.',
      'Penanda ⟦…⟧ disalin persis dengan kurungnya.',
      'Pertahankan pergantian baris dan daftar.',
      ...(max_chars === undefined ? [] : [`Paling banyak ${max_chars} karakter termasuk spasi.`]),
    ]
    return {
      maxTokens: tokensFor(max_chars, 2048),
      messages: (source) => promptFor(task, own, bind(source).text),
      bound: (source) => bind(source).map,
      holds: (source, answer) =>
        lostInTranslation(bind(source).text, answer, [], 'id').every(
          ({ kind }) => kind !== 'placeholder' && kind !== 'number',
        ),
      offline: (source) => improved(source).trim() || 'Belum ada teks yang dapat diperbaiki.',
    }
  },
}

/** Slots stand as placeholders: no model can change them. */
function bind(source: string) {
  return lockSlots(withoutInvisible(source))
}
