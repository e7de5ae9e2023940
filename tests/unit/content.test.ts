import { describe, expect, it } from 'vitest'
import {
  categories,
  complaintWords,
  documentWords,
  glossary,
  holidays,
  replyTemplates,
  sla,
  slotExample,
} from '../../shared/content/index.ts'
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

/** Filled by the gateway itself; all others are the officer's, or the source's. */
const ownSlots = new Set(['naskah', 'unit', 'nama_unit', 'kota'])

describe('what a reply says without a slot', () => {
  const { frames, statuses, correspondence, appreciation } = replyTemplates
  const blocks = [statuses, correspondence, appreciation].flatMap((block) => Object.values(block))
  const slotless = (texts: (string | undefined)[]) =>
    [...new Set(texts.flatMap((text) => text?.split(/(?<=[;.]) /) ?? []))].filter((clause) =>
      slotNames(clause).every((name) => ownSlots.has(name)),
    )

  it('is in the blocks the status itself, a request, an offer or a wish', () => {
    expect(
      slotless(blocks.flatMap(({ long, short }) => [...long, ...short].map(({ text }) => text))),
    ).toEqual([
      'Laporan telah kami terima dan sedang kami periksa.',
      'Laporan kami lanjutkan setelah data diterima.',
      'Bila masalah muncul kembali, mohon sampaikan melalui laporan ini.',
      'Kami memahami keluhan Bapak/Ibu.',
      'mohon ikuti perkembangannya pada nomor tersebut.',
      'Kami belum menemukan hal yang dapat ditindaklanjuti.',
      'Saat ini {{naskah}} tersebut sedang kami pelajari.',
      'Permohonan kami lanjutkan setelah kelengkapan diterima.',
      'Bila masih ada yang perlu dijelaskan, kami siap membantu.',
      'Kami belum menemukan hal yang dapat ditindaklanjuti dalam {{naskah}} tersebut.',
      'Semoga pelayanan kami makin baik.',
    ])
  })

  it('is around them thanks, sympathy and courtesy', () => {
    const texts = Object.values(frames).flatMap(({ opening, shortOpening, contact, closing, tones }) => [
      opening,
      shortOpening,
      contact,
      closing,
      ...Object.values(tones).flatMap((words) => [words.opening, words.sympathy, words.closing]),
    ])
    expect(slotless(texts)).toEqual([
      'Terima kasih atas kepedulian Bapak/Ibu.',
      'Demikian kami sampaikan.',
      'Atas perhatian Bapak/Ibu, kami ucapkan terima kasih.',
      'Kami turut prihatin atas keadaan yang Bapak/Ibu alami.',
      'Terima kasih atas kesabaran dan kepedulian Bapak/Ibu.',
      'Atas pengertian Bapak/Ibu, kami ucapkan terima kasih.',
      'Terima kasih sudah melapor.',
      'Terima kasih atas bantuan Bapak/Ibu.',
      'Terima kasih atas apresiasi Bapak/Ibu.',
      'Dukungan Bapak/Ibu berarti bagi kami.',
      'Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.',
      'Demikian jawaban kami.',
      'Terima kasih atas perhatian Saudara.',
      'Terima kasih atas surel Bapak/Ibu.',
      'Kami memahami kesulitan yang Bapak/Ibu sampaikan.',
      'Terima kasih atas perhatian Bapak/Ibu.',
    ])
  })

  it('tells the model no more of a status than the officer chose', () => {
    expect(appreciation.diterima?.title).toBe('Apresiasi diterima')
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
    const { labels, minutes, regulation, news, budget, ...documentLists } = documentWords
    const { classifications, dispositions, ...plainLists } = documentLists
    const lists = {
      ...complaintWords,
      ...plainLists,
      ...labels,
      ...minutes,
      ...regulation,
      ...news,
      ...budget,
      scales: budget.scales.map((entry) => entry.word),
      classifications: classifications.flatMap((entry) => entry.words),
      dispositions: dispositions.flatMap((entry) => entry.words),
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

describe('the holidays', () => {
  it.each([
    [2025, 17, 11],
    [2026, 17, 8],
    [2027, 18, 8],
  ])(
    'of %d are as many as their decree says: %d national ones, %d of joint leave',
    (year, national, joint) => {
      const days = holidays.days.filter(({ day }) => day.startsWith(`${year}-`))
      const count = (kind: string) => days.filter((holiday) => holiday.kind === kind).length
      expect([count('nasional'), count('cuti_bersama')]).toEqual([national, joint])
    },
  )

  it('are in order, each day once', () => {
    const days = holidays.days.map(({ day }) => day)
    expect(days).toEqual([...new Set(days)].sort())
  })

  it('never give joint leave at a weekend, where it would be none', () => {
    const weekdays = holidays.days
      .filter(({ kind }) => kind === 'cuti_bersama')
      .map(({ day }) => new Date(day).getUTCDay())
    expect(weekdays.filter((weekday) => weekday === 0 || weekday === 6)).toEqual([])
  })

  it('name the decree of each year, and are complete only for those', () => {
    expect(holidays.years.map(({ year }) => year)).toEqual(holidays.complete)
    for (const { year, source } of holidays.years) expect(source).toContain(`Tahun ${year - 1}`)
  })
})

describe('the table of deadlines', () => {
  it('has each row once, with its source', () => {
    expect(new Set(sla.rows.map(({ id }) => id)).size).toBe(sla.rows.length)
    const days = sla.rows.map((row) => [row.id, 'workingDays' in row ? row.workingDays : -row.calendarDays])
    expect(Object.fromEntries(days)).toEqual({
      'lapor-verifikasi': 3,
      'lapor-tanggapan-awal': 3,
      'lapor-sederhana': 5,
      'lapor-tanpa-lapangan': 14,
      'lapor-lapangan': 60,
      'lapor-tutup-otomatis': 10,
      'ppid-permohonan': 10,
      'ppid-perpanjangan': 7,
      'ppid-pengajuan-keberatan': 30,
      'ppid-tanggapan-keberatan': 30,
      'pdp-kegagalan': -3,
      'pdp-perbaikan': -3,
    })
  })
})

describe('the categories of complaints', () => {
  const all = categories.categories

  it('are 22 and the rest', () => {
    expect(all.map(({ id }) => id).join(' ')).toBe(
      'pju jalan drainase sampah pembakaran pohon parkir pkl kependudukan akun pendidikan kesehatan bansos sosial hewan ' +
        'air perizinan ketenagakerjaan pajak pungli aspirasi apresiasi lainnya',
    )
  })

  it('have their cues in small letters, each in one category and once', () => {
    const cues = all.flatMap(({ words, strong, over }) => [...words, ...strong, ...(over ?? [])])
    expect(cues.filter((cue) => cue !== cue.toLowerCase())).toEqual([])
    expect(cues.filter((cue, at) => cues.indexOf(cue) !== at)).toEqual([])
    expect(categories.harmless.filter((phrase) => cues.includes(phrase))).toEqual([])
  })

  it('part a cue at most once, with words on both sides', () => {
    const parted = all.flatMap(({ strong, words, over, unless }) =>
      [...strong, ...words, ...(over ?? []), ...(unless ?? [])].filter((cue) => cue.includes('…')),
    )
    expect(parted.filter((cue) => !/^[^…]*[^… ] … [^… ][^…]*$/.test(cue))).toEqual([])
  })

  it.each(all)('leave the facts of $id to slots that have an example', ({ sentence, ask }) => {
    expect(slotNames(sentence).length).toBeGreaterThan(0)
    for (const name of slotNames(sentence)) expect(slotExample(name)).toMatch(/^mis\. \S/)
    expect(sentence.replaceAll('112', '')).not.toMatch(/\bsaya\b|\bAnda\b|\d/)
    expect(ask.length).toBeGreaterThan(0)
  })

  it('warn the officer where a reply could hurt somebody', () => {
    for (const id of ['kependudukan', 'kesehatan', 'bansos', 'sosial', 'pungli', 'pembakaran']) {
      expect(all.find((category) => category.id === id)?.caution).toMatch(/\S/)
    }
  })
})
