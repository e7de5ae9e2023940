import { describe, expect, it } from 'vitest'
import { complaintWords, documentWords, glossary, replyTemplates } from '../../shared/content/index.ts'
import { slotNames } from '../../shared/drafts/index.ts'
import { replyStatuses, replyTones } from '../../shared/protocol/index.ts'

const plain = (sentences: { text: string }[]) => sentences.map((sentence) => sentence.text).join(' ')

describe('the glossary', () => {
  it('holds 254 terms, each with its English and a note', () => {
    expect(glossary).toHaveLength(254)
    expect(glossary[11]).toEqual({
      id: 'Wali Kota',
      en: 'Mayor',
      note: 'jabatan; lazim; ejaan baku dua kata',
    })
  })

  it('has no term twice', () => {
    expect(new Set(glossary.map((term) => term.id.toLowerCase())).size).toBe(254)
  })
})

describe('the reply templates', () => {
  it('cover every status and every tone', () => {
    expect(Object.keys(replyTemplates.statuses).sort()).toEqual([...replyStatuses].sort())
    expect(Object.keys(replyTemplates.correspondence).sort()).toEqual([...replyStatuses].sort())
    expect(Object.keys(replyTemplates.tones).sort()).toEqual([...replyTones].sort())
  })

  it.each(replyStatuses)('leave a fact to the officer in the long and the short form of "%s"', (status) => {
    const { statuses, correspondence, appreciation } = replyTemplates
    for (const { long, short } of [statuses, correspondence, appreciation].flatMap(
      (blocks) => blocks[status] ?? [],
    )) {
      expect(slotNames(plain(long)).length).toBeGreaterThan(0)
      expect(slotNames(plain(short)).length).toBeGreaterThan(0)
      expect(plain(short).length).toBeLessThanOrEqual(plain(long).length)
    }
  })

  it('open and close every slot', () => {
    const text = JSON.stringify(replyTemplates)
    const opened = text.split('{{').length - 1
    expect(text.match(/\{\{[\p{L}\p{N}_]{1,60}\}\}/gu)).toHaveLength(opened)
  })

  it('speak as "kami", name no person, and state no number', () => {
    const { frames, statuses, correspondence, appreciation } = replyTemplates
    const said = Object.values(frames).map(({ fills: _fills, ...frame }) => frame)
    const all = [statuses, correspondence, appreciation].flatMap((blocks) => Object.values(blocks))
    const text = JSON.stringify([said, all.map(({ long, short }) => [plain(long), plain(short)])])
    expect(text).not.toMatch(/\bsaya\b|\bAnda\b|\d/)
  })
})

describe('the blocks for letters and mails', () => {
  it('speak of no report, no reporter, and no place to inspect', () => {
    const { frames, correspondence } = replyTemplates
    const { surat, email } = frames
    expect(JSON.stringify([surat, email, correspondence])).not.toMatch(/lapor|keluhan|lokasi|lapangan/i)
  })
})

describe('the cue words', () => {
  it('are in small letters, each once in its list', () => {
    const { labels, ...documentLists } = documentWords
    const lists = {
      ...complaintWords,
      ...documentLists,
      ...labels,
      urgency: complaintWords.urgency.map((entry) => entry.word),
      dangerPairs: complaintWords.dangerPairs.map((pair) => pair.join(' + ')),
    }
    for (const [name, words] of Object.entries(lists)) {
      expect([name, words]).toEqual([name, [...new Set(words.map((word) => word.toLowerCase()))]])
    }
  })

  it('give no label two meanings', () => {
    const all = Object.values(documentWords.labels).flat()
    expect(all.filter((label, at) => all.indexOf(label) !== at)).toEqual([])
  })
})
