// A template of an officer's own is a recipe already; an admin can put it into the policy as it is copied.
import { describe, expect, it } from 'vitest'
import { forAdmin, ownRecipe } from '../../extension/panel/recipe/own.ts'
import { matches } from '../../extension/panel/parts/search.ts'
import { slotLabel } from '../../shared/content/index.ts'
import { CityPolicy } from '../../shared/protocol/admin.ts'

const words = { labelOf: (slot: string) => slotLabel(slot), isOffice: (slot: string) => slot === 'instansi' }
const template = {
  id: 7,
  name: 'Undangan: RT/RW ke-3',
  text: 'Rapat {{acara}} dengan {{instansi}} pada {{tanggal_acara}}. {{acara}} dimulai tepat waktu.',
}

describe('an own template as a recipe', () => {
  it('asks for each slot once, by its label and in its kind', () => {
    expect(ownRecipe(template, words).fields).toEqual([
      { id: 'acara', label: 'Acara', kind: 'text', required: false },
      { id: 'instansi', label: 'Instansi berwenang', kind: 'office', required: false },
      { id: 'tanggal_acara', label: 'Hari dan tanggal', kind: 'date', required: false },
    ])
  })

  it('has no id of an office’s', () => {
    expect(ownRecipe(template, words).id).toBe('saya:7')
  })

  it('is copied as JSON that the policy takes', () => {
    const recipe: unknown = JSON.parse(forAdmin(ownRecipe(template, words)) ?? '')
    const { rules } = CityPolicy.parse({ rules: { recipes: [recipe] } })
    expect(rules.recipes).toEqual([{ ...ownRecipe(template, words), id: 'undangan-rt-rw-ke-3' }])
  })

  it.each([
    ['slots that read alike', 'Kirim ke {{no_hp}} atau {{no__hp}}.'],
    ['no slot at all', 'Terima kasih.'],
    ['a name of no letters', 'Pada {{tanggal_acara}}.', '…'],
  ])('is taken with %s', (_, text, name = 'Uji') => {
    const recipe: unknown = JSON.parse(forAdmin(ownRecipe({ id: 1, name, text }, words)) ?? '')
    expect(CityPolicy.safeParse({ rules: { recipes: [recipe] } }).success).toBe(true)
  })

  it('is not offered where the policy has no room for it', () => {
    expect(forAdmin(ownRecipe({ id: 1, name: 'Uji', text: 'x'.repeat(9000) }, words))).toBeNull()
  })
})

describe('a search', () => {
  const texts = ['Balas', 'Selasa, 1 Desember 2026', 'Lampu jalan di Cimone sudah menyala.']

  it.each([
    ['', true],
    ['  cimone ', true],
    ['menyala LAMPU', true],
    ['balas desember', true],
    ['lampu padam', false],
  ])('for %j: %s', (wanted, found) => {
    expect(matches(texts, wanted)).toBe(found)
  })
})
