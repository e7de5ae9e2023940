// Recipes while an admin types them: ids and keys made from names, what is wrong and where, nothing lost.
import { describe, expect, it } from 'vitest'
import {
  copyOf,
  keyed,
  labelled,
  moved,
  named,
  newField,
  newRecipe,
  readRecipes,
  tidiedRecipes,
  withField,
  type RecipeDraft,
} from '../../gateway/console/pages/policy/recipes/draft.ts'
import { placeWords, recipeFaults } from '../../gateway/console/pages/policy/recipes/faults.ts'
import { Recipes } from '../../shared/protocol/recipes.ts'

const field = (change: object) => ({ ...newField(), ...change })
const recipe = (change: Partial<RecipeDraft> = {}): RecipeDraft => ({
  ...newRecipe(),
  id: 'undangan',
  name: 'Undangan',
  fields: [field({ id: 'nama', label: 'Nama' })],
  template: 'Yth. {{nama}}',
  ...change,
})
const faultsOf = (value: unknown) => Object.fromEntries(recipeFaults(value))

describe('a recipe’s id', () => {
  it('follows its name until it is typed by hand', () => {
    const begun = named(newRecipe(), 'Undangan RT/RW', [], false)
    expect(begun.id).toBe('undangan-rt-rw')
    expect(named(begun, 'Undangan rapat', [], false).id).toBe('undangan-rapat')
    expect(named({ ...begun, id: 'rapat' }, 'Undangan rapat', [], false).id).toBe('rapat')
  })

  it('stays once browsers have it', () => {
    expect(named(recipe(), 'Panggilan', [], true)).toMatchObject({ id: 'undangan', name: 'Panggilan' })
  })

  it('stays where it was typed before the name, or while the name is typed anew', () => {
    const typed = { ...newRecipe(), id: 'srt-ket' }
    const renamed = ['', 'K', 'Keterangan'].reduce((draft, name) => named(draft, name, [], false), typed)
    expect(renamed).toMatchObject({ id: 'srt-ket', name: 'Keterangan' })
    expect(named(named(recipe(), '', [], false), 'Surat', [], false).id).toBe('surat')
  })

  it('is not another’s', () => {
    expect(named(newRecipe(), 'Undangan', [recipe()], false).id).toBe('undangan-2')
    expect(copyOf(recipe(), 'Undangan (salinan)', [recipe()]).id).toBe('undangan-salinan')
  })

  it('is one that the schema takes, whatever the name', () => {
    for (const name of ['…', 'Éé', '-a-', 'x'.repeat(80), `${'x'.repeat(59)} y`, '中文']) {
      const { id } = named(newRecipe(), name, [], false)
      expect(recipeFaults([recipe({ name, id })])).toEqual(new Map())
    }
  })
})

describe('a field’s key', () => {
  it('follows its label, and the template follows the key', () => {
    const changed = labelled(recipe(), 0, 'Nama ketua RT', [])
    expect(changed.fields[0]!.id).toBe('nama_ketua_rt')
    expect(changed.template).toBe('Yth. {{nama_ketua_rt}}')
  })

  it('stays once browsers have it; while the label is empty the template waits', () => {
    expect(labelled(recipe(), 0, 'Ketua', ['nama']).fields[0]!.id).toBe('nama')
    const emptied = labelled(recipe(), 0, '', [])
    expect(emptied).toMatchObject({ template: 'Yth. {{nama}}', fields: [{ id: '', label: '' }] })
    expect(labelled(emptied, 0, 'Ketua', []).template).toBe('Yth. {{ketua}}')
  })

  it('keeps the template with it however it is typed, and is not that of a field that is gone', () => {
    const typed = ['', 'w', 'warga '].reduce((draft, id) => keyed(draft, 0, id), recipe())
    expect(keyed(typed, 0, 'warga').template).toBe('Yth. {{warga}}')
    expect(JSON.stringify(tidiedRecipes([typed]))).not.toContain('"was"')
    const fresh = recipe({ fields: [field({ id: '', label: '' })] })
    expect(labelled(fresh, 0, 'Nama', ['nama']).fields[0]!.id).toBe('nama_2')
  })

  it('typed as another’s takes no slot from that one', () => {
    const two = recipe({
      fields: [field({ id: 'nama', label: 'Nama' }), field({ id: 'nama_2', label: 'Nama lain' })],
      template: '{{nama}} dan {{nama_2}}',
    })
    const typed = keyed(two, 1, 'nama')
    expect(typed.template).toBe('{{nama}} dan {{nama_2}}')
    expect(keyed(typed, 1, 'nama_b').template).toBe('{{nama}} dan {{nama_b}}')
  })
})

describe('what is published', () => {
  it('has nothing that was left empty, and is what the schema takes', () => {
    const typed = recipe({ hint: ' ', fields: [field({ id: 'sifat', label: 'Sifat', kind: 'choice' })] })
    const filled = withField(typed, 0, { choices: ['Biasa', '', ' Penting '] })
    expect(Recipes.parse(tidiedRecipes([filled]))).toEqual([
      {
        id: 'undangan',
        name: 'Undangan',
        fields: [
          { id: 'sifat', label: 'Sifat', kind: 'choice', choices: ['Biasa', 'Penting'], required: false },
        ],
        template: 'Yth. {{nama}}',
        readsPage: false,
      },
    ])
  })

  it('keeps choices only while the field is one of choices', () => {
    const typed = recipe({ fields: [field({ id: 'a', label: 'A', kind: 'text', choices: ['x'] })] })
    expect(JSON.stringify(tidiedRecipes([typed]))).not.toContain('choices')
  })

  it('is the same by way of JSON', () => {
    const typed = [recipe(), recipe({ id: 'nota', name: 'Nota', template: '', instruction: 'Susun.' })]
    const json = JSON.stringify(tidiedRecipes(typed))
    expect(tidiedRecipes(readRecipes(json))).toEqual(tidiedRecipes(typed))
  })

  it('may come from staff as one recipe alone', () => {
    expect(readRecipes(JSON.stringify(recipe()))).toMatchObject([{ id: 'undangan' }])
  })
})

describe('what is wrong', () => {
  it('stands at its place, all of it at once', () => {
    const fresh = { ...newRecipe(), fields: [newField(), field({ id: 'b', label: 'B', kind: 'choice' })] }
    expect(faultsOf([fresh])).toEqual({
      '0.fields.0.label': 'Tulis labelnya, misalnya Nama warga.',
      '0.fields.1.choices': 'Tulis paling sedikit satu pilihan.',
      '0.instruction': 'Isi templat, instruksi, atau keduanya: tanpa itu tidak ada hasilnya.',
      '0.name': 'Beri nama, misalnya Undangan warga.',
    })
  })

  it.each([
    [{ name: 'x'.repeat(81) }, '0.name', 'Kelebihan 1 karakter; paling banyak 80. Persingkat.'],
    [{ id: 'Undangan!' }, '0.id', 'Pakai huruf kecil, angka, dan tanda hubung di tengah; paling banyak 60.'],
    [{ template: 'x'.repeat(8001) }, '0.template', 'Kelebihan 1 karakter; paling banyak 8.000. Persingkat.'],
    [
      { fields: Array.from({ length: 31 }, (_, at) => field({ id: `f${at}`, label: `F${at}` })) },
      '0.fields',
      'Terlalu banyak; paling banyak 30. Hapus sebagian.',
    ],
    [{ warna: 'biru' }, '0', 'Tidak dikenal gerbang: warna. Hapus lewat JSON.'],
  ])('%#: %o', (change, place, words) => {
    expect(faultsOf([recipe(change as Partial<RecipeDraft>)])).toEqual({ [place]: words })
  })

  it.each([
    [{ id: 'a b', label: 'A' }, 'id', /huruf, angka, dan garis bawah/],
    [{ id: 'a', label: 'A: b' }, 'label', /Tanpa titik dua/],
    [{ id: 'nama', label: 'Lain' }, 'id', /sudah dipakai isian lain/],
    [{ id: 'a', label: 'Nama' }, 'label', /sudah dipakai isian lain/],
    [
      { id: 'a', label: 'A', kind: 'choice', choices: ['x', 'y'.repeat(121)] },
      'choices',
      /^Pilihan ke-2: Kelebihan 1/,
    ],
  ])('in a field: %o', (second, part, words) => {
    const faults = faultsOf([recipe({ fields: [...recipe().fields, field(second)] })])
    expect(Object.keys(faults)).toEqual([`0.fields.1.${part}`])
    expect(faults[`0.fields.1.${part}`]).toMatch(words)
  })

  it('two recipes under one code', () => {
    expect(faultsOf([recipe(), recipe()])).toEqual({
      '1.id': 'Kode ini sudah dipakai resep lain. Ganti salah satunya.',
    })
  })

  it('is said of JSON too, also where no form can show it', () => {
    expect(faultsOf('[{')).toHaveProperty([''])
    expect(readRecipes('[{"name": 5}]')).toBeNull()
    expect(faultsOf('[{"name": 5}]')).toHaveProperty(['0.name'])
  })

  it.each([
    '[{}]',
    '[1]',
    '{"a": 1}',
    '5',
    '[{"id":"a","name":"A","fields":[{"id":"b","label":"B","kind":"warna"}],"template":"x"}]',
    '[{"id":"a","name":"A","fields":[{"id":"b","label":"B","kind":"text","choices":["x"]}],"template":"x"}]',
    '[{"id":"a","name":"A","fields":[],"template":"x","hint":""}]',
  ])('is never passed over: %s', (json) => {
    expect(Recipes.safeParse(tidiedRecipes(json)).success).toBe(false)
    expect(recipeFaults(json).size).toBeGreaterThan(0)
  })

  it('is named by where it stands', () => {
    expect(placeWords('0.fields.1.label')).toBe('resep 1 → isian 2 → Label')
    expect(placeWords('2.template')).toBe('resep 3 → Templat')
    expect(placeWords('0.fields')).toBe('resep 1 → Isian')
    expect(placeWords('1')).toBe('resep 2')
    expect(placeWords('')).toBe('')
  })
})

it('the order is the admin’s', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
})
