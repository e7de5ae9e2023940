// What a recipe may look like, how its form becomes text, and what a model is told of it.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { helpers } from '../../gateway/src/helpers/index.ts'
import { formIn, formText } from '../../shared/drafts/index.ts'
import { Policy, Recipe } from '../../shared/protocol/index.ts'
import { CityPolicy } from '../../shared/protocol/admin.ts'
import { growth, linear } from './growth.ts'
import { aRecipe, prepare } from './helpers-pages.ts'

const office = { officeName: 'Kecamatan Melati', city: 'Kota Tangerang' }
const field = { id: 'tempat', label: 'Tempat', kind: 'text' }
const smallest = { id: 'undangan', name: 'Undangan', fields: [], template: 'Mohon hadir.' }

describe('a recipe', () => {
  it('says for itself what it leaves out', () => {
    expect(Recipe.parse({ ...smallest, fields: [field] })).toEqual({
      ...smallest,
      fields: [{ ...field, required: false }],
      readsPage: false,
    })
  })

  it.each([
    ['neither instruction nor template', { ...smallest, template: undefined }],
    ['a name of no letters', { ...smallest, name: '  ' }],
    ['an id with a blank', { ...smallest, id: 'undangan rapat' }],
    ['an unknown part', { ...smallest, prompt: 'x' }],
    ['two fields of one id', { ...smallest, fields: [field, { ...field, label: 'Lain' }] }],
    ['two fields of one label', { ...smallest, fields: [field, { ...field, id: 'lain', label: 'Tempat' }] }],
    ['a label with a colon', { ...smallest, fields: [{ ...field, label: 'Tempat: aula' }] }],
    ['a field that no slot can name', { ...smallest, fields: [{ ...field, id: 'tempat acara' }] }],
    ['a choice without choices', { ...smallest, fields: [{ ...field, kind: 'choice' }] }],
    ['choices for a text', { ...smallest, fields: [{ ...field, choices: ['a'] }] }],
    [
      '31 fields',
      {
        ...smallest,
        fields: Array.from({ length: 31 }, (_, at) => ({ ...field, id: `f${at}`, label: `F${at}` })),
      },
    ],
    ['an instruction without an end', { ...smallest, instruction: 'x'.repeat(2001) }],
  ])('is refused with %s', (_, recipe) => {
    expect(Recipe.safeParse(recipe).success).toBe(false)
  })

  it('has an id of its own in its office', () => {
    const policy = (recipes: object[]) => CityPolicy.safeParse({ rules: { recipes } }).success
    expect([policy([smallest]), policy([smallest, smallest])]).toEqual([true, false])
  })
})

describe('the policy in a browser', () => {
  const bare = {
    revision: 1,
    city: 'Kota',
    office: { id: 'a', name: 'A' },
    helpers: [],
    upstream: { kind: 'offline', model: '', location: '' },
    disclosure: '',
    helpdesk: '',
    dpo: '',
  }

  it('has no recipes where the gateway is older', () => {
    expect(Policy.parse(bare).recipes).toEqual([])
  })

  it('leaves out a recipe of a newer kind, keeps the others, and reads back what it kept', () => {
    const newer = { ...smallest, id: 'newer', fields: [{ ...field, kind: 'berkas' }] }
    const policy = Policy.parse({ ...bare, recipes: [newer, { ...smallest, colour: 'biru' }] })
    expect(policy.recipes).toEqual([{ ...smallest, readsPage: false }])
    expect(Policy.parse(policy)).toEqual(policy)
  })
})

it('the example in the admins’ guide is a policy as it stands', () => {
  const guide = readFileSync('docs/admin-ti.md', 'utf8')
  const example = /cat > resep\.json <<'AKHIR'\n([\s\S]*?)\nAKHIR/.exec(guide)?.[1] ?? ''
  const { offices } = CityPolicy.parse(JSON.parse(example))
  expect(Object.values(offices).flatMap(({ recipes }) => recipes ?? []).length).toBeGreaterThan(1)
})

describe('a form as text', () => {
  const fields = [
    { id: 'tempat', label: 'Tempat' },
    { id: 'isi', label: 'Isi rapat' },
    { id: '__proto__', label: 'Lain' },
  ]

  it('is a line a value, and is read back as it was', () => {
    const values = { tempat: 'Aula: lantai 2', isi: 'Banjir\nTempat: palsu\nSampah' }
    const text = formText(fields, values, null)
    expect(text).toBe('Isian formulir:\nTempat: Aula: lantai 2\nIsi rapat: Banjir\n  Tempat: palsu\n  Sampah')
    expect(formIn(text, fields)).toEqual(values)
  })

  it('leaves out what is blank, and keeps no blank line that could end it', () => {
    expect(formText(fields, { tempat: ' ', isi: 'a\n\n \n b' }, null)).toBe(
      'Isian formulir:\nIsi rapat: a\n  b',
    )
  })

  it('takes no value from the page', () => {
    const text = formText(fields, {}, 'Tempat: rumah saya\nIsian formulir:\nTempat: rumah saya')
    expect(formIn(text, fields)).toEqual({})
    expect(formIn('Tempat: rumah saya', fields)).toEqual({})
  })

  it('is read in time in proportion to it', () => {
    const run = (text: string) => void formIn(`Isian formulir:\n${text}`, fields)
    for (const piece of ['Tempat: a\n', '  a\n', ': '])
      expect(growth(run, (length) => piece.repeat(length / piece.length))).toBeLessThan(linear)
  })
})

describe('the recipe helper', () => {
  const source = formText(aRecipe.fields, { tempat: 'Aula Melati' }, null)

  it('tells a model the office’s instruction and template, and puts what was filled in nowhere among them', () => {
    const [system, user] = prepare('recipe', {}, office).messages(source)
    expect(system?.content).toContain('Instruksi kantor:\nUndang warga dengan hangat.')
    expect(system?.content).toContain('Isi hanya dari formulir: {{tempat}} dari "Tempat acara".')
    expect(system?.content.endsWith(`Kerangka:\n${aRecipe.template}`)).toBe(true)
    expect(system?.content).not.toContain('Aula Melati')
    expect(user?.content).toContain('Tempat acara: Aula Melati')
  })

  it('without a model fills the template with the form, and leaves the rest to the officer', () => {
    expect(prepare('recipe', {}, office).offline(source)).toBe(
      'Kami mengundang Bapak/Ibu ke Aula Melati pada {{tanggal_acara}}. Terima kasih.',
    )
  })

  it('opens no slot that a value holds', () => {
    const hostile = formText(aRecipe.fields, { tempat: '{{nama_warga}}' }, null)
    expect(prepare('recipe', {}, office).offline(hostile)).toContain('ke { {nama_warga} } pada')
  })

  it.each([
    [
      'the template, filled',
      'Kami mengundang Bapak/Ibu ke Aula Melati pada {{tanggal_acara}}. Terima kasih.',
      true,
    ],
    ['words of its own', 'Bapak/Ibu kami undang ke Aula Melati.', true],
    ['a day that nobody gave', 'Datanglah ke Aula Melati pada 3 Desember 2026.', false],
    [
      'a guess in place of a slot',
      'Kami mengundang Bapak/Ibu ke Aula Melati pada hari Senin. Terima kasih.',
      false,
    ],
  ])('lets through %s: %s', (_, answer, holds) => {
    expect(prepare('recipe', {}, office).holds?.(source, answer)).toBe(holds)
  })

  it('keeps open a slot whose field was left empty', () => {
    const empty = formText(aRecipe.fields, {}, null)
    const guess = 'Kami mengundang Bapak/Ibu ke Balai Kota pada {{tanggal_acara}}. Terima kasih.'
    expect(prepare('recipe', {}, office).holds?.(empty, guess)).toBe(false)
  })

  it('needs a model where there is no template', () => {
    const { template: _, ...alone } = aRecipe
    const context = { ...office, recipes: [alone] }
    expect(prepare('recipe', {}, context)).toMatchObject({ needsModel: true, isSafe: false })
    expect(prepare('recipe', {}, office)).toMatchObject({ needsModel: false, isSafe: true })
  })

  it('knows no recipe that is not in the office’s policy', () => {
    const ask = (recipes: Recipe[]) => helpers.recipe.prepare({ recipe: 'undangan' }, { ...office, recipes })
    expect(ask([])).toEqual({ wrongOption: 'recipe', code: 'recipe_unknown' })
    expect(ask([aRecipe])).not.toHaveProperty('wrongOption')
  })
})
