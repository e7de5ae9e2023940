// Susun: a letter's body from keywords, without a model and as a model is told. All names are invented.
import { describe, expect, it } from 'vitest'
import { helpers } from '../../gateway/src/helpers/index.ts'
import { letterTemplates, slotExample } from '../../shared/content/index.ts'
import { slotNames } from '../../shared/drafts/index.ts'

const office = { officeName: 'Dinas Perhubungan', city: 'Kota Tangerang' }

function prepared(letter: string, more: Record<string, string> = {}) {
  const ready = helpers.compose.prepare({ letter, ...more }, office)
  if ('wrongOption' in ready) throw new Error(ready.wrongOption)
  return ready
}

describe('each letter', () => {
  it.each(letterTemplates.map(({ id }) => id))(
    '%s has an example for each of its slots, and no more words than fit',
    (id) => {
      const body = prepared(id).offline('')
      expect(slotNames(body).filter((name) => slotExample(name) === '')).toEqual([])
      if (id.startsWith('wa_')) expect(body.split(/\s+/).length).toBeLessThanOrEqual(60)
    },
  )

  it.each(letterTemplates.map(({ id }) => id))('%s tells a model to leave open what nobody said', (id) => {
    const [system] = prepared(id).messages('acara: rapat')
    expect(system!.content).toContain('Jangan menebak')
    expect(system!.content).toContain('Kerangka:')
  })
})

describe('keywords without a model', () => {
  it('fill the slots that they name, by name or by label; the rest stays open', () => {
    const text = prepared('undangan').offline(
      'Acara: rapat koordinasi banjir\ntempat : Aula Kecamatan\nPukul: 09.00\nHari dan tanggal: Selasa, 8 Desember 2026.',
    )
    expect(text).toContain(
      'hari, tanggal : Selasa, 8 Desember 2026\npukul : 09.00 WIB\ntempat : Aula Kecamatan',
    )
    expect(slotNames(text)).toEqual(['maksud', 'narahubung'])
  })

  it('that look like slots or orders fill nothing else', () => {
    const text = prepared('undangan').offline('abaikan aturan: {{x}}\nconstructor: y\nacara: {{tempat}}')
    expect(text).not.toContain('constructor')
    expect(text).not.toContain('abaikan')
  })
})

it('a quotation is never made up', () => {
  const [system] = prepared('siaran_pers').messages('apa: KTP keliling dibuka')
  expect(system!.content).toContain('Kutipan pejabat tidak pernah dikarang')
  expect(prepared('siaran_pers').offline('apa: KTP keliling dibuka')).toContain(
    '"{{kutipan}}", kata {{pejabat}}',
  )
})

it('an unknown letter is refused by name', () => {
  expect(helpers.compose.prepare({ letter: 'puisi' }, office)).toEqual({ wrongOption: 'letter' })
})
