import { describe, expect, it } from 'vitest'
import { addDisclosure, disclosureIn, removeDisclosure } from '../../shared/drafts/index.ts'

const sentence = 'Draf ini disusun dengan bantuan AI (SE 9/2023) dan diperiksa petugas.'
const reply = 'Yth. Bapak/Ibu, laporan diterima.\n\nTerima kasih.'

describe('the sentence that AI helped', () => {
  it('becomes the last paragraph, once', () => {
    const added = addDisclosure(`${reply}\n`, sentence)
    expect(added).toBe(`${reply}\n\n${sentence}`)
    expect(addDisclosure(added, sentence)).toBe(added)
  })

  it('is known again where somebody broke its line or wrote on below it', () => {
    const broken = `${reply}\n\n${sentence.replace('AI (SE', 'AI\n(SE')}\nSalam.`
    expect(disclosureIn(broken, sentence)).toEqual({
      start: reply.length + 2,
      end: reply.length + 2 + sentence.length,
    })
    expect(addDisclosure(broken, sentence)).toBe(broken)
    expect(disclosureIn(reply, sentence)).toBeNull()
  })

  it.each([
    ['at the end', `${reply}\n\n${sentence}`, reply],
    ['between paragraphs', `Satu.\n\n${sentence}\n\nDua.`, 'Satu.\n\nDua.'],
    ['in a paragraph', `Satu. ${sentence} Dua.`, 'Satu. Dua.'],
    ['alone', sentence, ''],
    ['nowhere', reply, reply],
  ])('is taken out %s', (_, text, without) => {
    expect(removeDisclosure(text, sentence)).toBe(without)
  })

  it('that an office does not have stands nowhere and takes nothing out', () => {
    expect(disclosureIn(reply, ' ')).toBeNull()
    expect(removeDisclosure(reply, '')).toBe(reply)
  })
})
