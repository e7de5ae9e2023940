// The log of what admins did, in words. That none is left without: tests/gateway/objects/acts.test.ts.
import { describe, expect, it } from 'vitest'
import { actFields, actWords } from '../../gateway/console/pages/audit/act-words.ts'

const names: Record<string, string> = {
  dinkes: 'Dinas Kesehatan',
  'adm-1': 'Budi Contoh',
  'kelas-k7m2qx': 'Kelas OPD',
}
const words = (act: string, detail: object = {}) =>
  actWords(
    { id: 1, at: 0, actor: 'adm-0', act, subject: '', detail: JSON.stringify(detail) },
    'Rini Contoh',
    (_, id) => names[id] ?? id,
  )
const fields = (detail: object) =>
  actFields({ detail: JSON.stringify(detail) }).map(({ name, was, is }) => [name, was, is])

describe('the log of acts', () => {
  it.each<[string, object, string]>([
    ['POST /offices/dinkes/suspend', {}, 'Rini Contoh menonaktifkan instansi Dinas Kesehatan.'],
    ['POST /offices', { id: 'dinkes' }, 'Rini Contoh menambahkan instansi Dinas Kesehatan.'],
    ['PUT /offices/dinkes', { name: 'Dinkes' }, 'Rini Contoh memberi instansi dinkes nama "Dinkes".'],
    ['POST /offices/import', { added: 10 }, 'Rini Contoh mengimpor 10 instansi.'],
    [
      'POST /offices/import',
      { added: 0, dryRun: true },
      'Rini Contoh memeriksa daftar instansi sebelum diimpor.',
    ],
    [
      'DELETE /offices/dinkes/keys',
      { label: 'laptop', revoked: ['a', 'b'] },
      'Rini Contoh mencabut 2 kunci Dinas Kesehatan sekaligus.',
    ],
    [
      'POST /offices/dinkes/groups',
      { id: 'magang' },
      'Rini Contoh membuat kelompok magang di Dinas Kesehatan.',
    ],
    ['PUT /switches', { kind: 'helper', id: 'reply', off: true }, 'Rini Contoh mematikan bantuan Balas.'],
    [
      'PUT /switches',
      { kind: 'office', id: 'dinkes', off: true },
      'Rini Contoh mematikan instansi Dinas Kesehatan.',
    ],
    ['PUT /switches', { kind: 'city', off: false }, 'Rini Contoh menyalakan lagi bantuan bagi seluruh kota.'],
    ['POST /admins', { id: 'adm-1', role: 'auditor' }, 'Rini Contoh membuat akun Budi Contoh.'],
    [
      'DELETE /classes/kelas-k7m2qx/seats/s1',
      { id: 'kelas-k7m2qx', key: 's1' },
      'Rini Contoh mencabut kursi s1 di kelas "Kelas OPD".',
    ],
    ['POST /tidak/ada/lagi', {}, 'Rini Contoh: POST /tidak/ada/lagi'],
  ])('tells %s %j in words', (act, detail, sentence) => expect(words(act, detail)).toBe(sentence))

  it('tells of settings what has changed, and what else was said, by names that people read', () => {
    const before = { label: 'Lama', actionsPerDay: 5, limits: { tokensPerMonth: null } }
    const after = { label: 'Lama', actionsPerDay: 1500, limits: { tokensPerMonth: 9 }, classes: ['umum'] }
    expect(fields({ before, after, key: 'diganti' })).toEqual([
      ['Tindakan per hari', '5', '1.500'],
      ['Token per bulan', '–', '9'],
      ['Kelas yang disetujui', '–', 'umum'],
      ['Kunci', null, 'diganti'],
    ])
    expect(fields({ before, after: null })).toContainEqual(['Label', 'Lama', '–'])
    expect(fields({ role: 'auditor', disabled: false, helpers: ['reply', 'improve'], office: null })).toEqual(
      [
        ['Peran', null, 'Pengawas'],
        ['Dinonaktifkan', null, 'tidak'],
        ['Bantuan', null, 'Balas, Perbaiki'],
      ],
    )
    expect(fields({ kind: 'helper', keysUntil: '2026-12-05', reason: '' })).toEqual([
      ['Jenis', null, 'Bantuan'],
      ['Hari terakhir kunci', null, '5 Des 2026'],
    ])
  })
})
