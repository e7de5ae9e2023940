// Names that a draft makes up: found where it matters, and no alarm where a source only writes them another way.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { growth, linear } from './growth.ts'
import { namedIn, unsourcedNames } from '../../shared/checks/index.ts'
import { redact, restore } from '../../shared/redaction/index.ts'
import { repliesOf, summariesOf } from '../eval/acts.ts'
import { nameMarks } from '../eval/names.ts'
import { sumUp } from '../eval/marks.ts'
import { readSet } from '../eval/set.ts'

const marked = (draft: string, ...known: string[]) =>
  unsourcedNames(draft, namedIn(...known)).map(({ start, end }) => draft.slice(start, end))

describe('a name that the source does not hold', () => {
  it('is marked: person, place, institution', () => {
    const draft = 'Ibu Ratna melapor. Lampu padam di Jalan Kenanga, Kelurahan Cipedes, dekat Klinik Medika.'
    expect(marked(draft, 'lampu padam')).toEqual(['Ratna', 'Kenanga', 'Cipedes', 'Medika'])
  })

  it('is marked alone, beside one that is known', () => {
    expect(marked('Laporan Siti Rahmawati dan Hendra Kusuma.', 'dari Siti Rahmawati')).toEqual([
      'Hendra Kusuma',
    ])
  })

  it('is marked behind the label of a line', () => {
    expect(marked('Pelapor: Nurhayati\nUrgensi: Sedang', 'bansos belum cair')).toEqual(['Nurhayati'])
  })
})

describe('no alarm', () => {
  it.each([
    ['Kecamatan Coblong', 'kec. coblong'],
    ['Kenanganya Jalan Kenanga', 'JL KENANGA'],
    ['di Gang Melati', 'got digang melati'],
    ['di Kebon Jeruk', 'kebonjeruk'],
    ['di Kebonjeruk', 'kebon jeruk'],
    ['Masjid Al-Ikhlas', 'masjid al ikhlas'],
    ['Rumah Sakit Hasan Sadikin', 'rshs'],
    ['Bapak José', 'pak jose'],
  ])('where it is written another way: %s for %s', (draft, source) => {
    expect(marked(`Laporan ${draft} diterima.`, source)).toEqual([])
  })

  it.each([
    'Kepala Dinas Pekerjaan Umum dan Penataan Ruang meminta Camat hadir pada hari Senin, 5 Mei.',
    'Ringkasan Aduan\nTindak Lanjut: Petugas memeriksa lokasi.\nUrgensi: Tinggi',
    'Undang-Undang Keterbukaan Informasi Publik menjadi dasar. Terima kasih, Bapak/Ibu.',
    'Untuk ⟦NAMA-1⟧ di {{lokasi_umum}}.',
  ])('for what offices write with a capital: %j', (draft) => {
    expect(marked(draft, '')).toEqual([])
  })

  it('in any answer of the engine without a model', () => {
    const set = readSet()
    const texts = new Map(set.texts.map(({ id, text }) => [id, text]))
    const alarms = [...summariesOf(set), ...repliesOf(set)].flatMap(({ id, prepared, source }) => {
      const text = texts.get(id)!
      return marked(restore(prepared.offline(source), redact(text).map), text, 'Dinas Contoh Kota Cendana')
    })
    expect(alarms).toEqual([])
  })
})

it('finds nearly all of the names put into drafts, and nothing beside them', () => {
  const { names } = readSet()
  const shares = sumUp(nameMarks(names))
  expect(shares.get('namesClean')?.misses).toEqual([])
  expect(shares.get('namesFound')!.right / shares.get('namesFound')!.of).toBeGreaterThan(0.85)
})

it('is true to its set: the names put in stand in the draft and not in the source', () => {
  const file = readFileSync(new URL('../fixtures/eval/names.jsonl', import.meta.url), 'utf8')
  expect(file.split('"invented": ["').length - 1).toBeGreaterThan(40)
  for (const { draft, source, invented } of readSet().names)
    for (const name of invented) {
      expect(draft).toContain(name)
      expect(source.toLowerCase()).not.toContain(name.toLowerCase())
    }
})

it.each(['Budi ', 'Jalan ', 'Jalan Kenanga ', 'Aa: ', 'A', 'a-', 'Pak Budi. '])(
  'takes linear time on many %j',
  (piece) => {
    const run = (text: string) => void unsourcedNames(text, namedIn(text.toLowerCase().slice(0, 9)))
    expect(growth(run, (length) => piece.repeat(length / piece.length))).toBeLessThan(linear)
  },
)
