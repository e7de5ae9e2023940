// Birth dates: a date behind "lahir", "TTL", "born", perhaps with the place between, or below such a head of a column.
import type { Finding } from '../finding.ts'
import { gaps, wordSet } from '../tokens.ts'
import { lastOf, type NumberRun } from '../number-runs.ts'
import type { Reading } from '../reading.ts'
import { birthDateIn, hasAreaAndDate } from './nik.ts'

const months =
  'januari|djanuari|februari|pebruari|djuni|djuli|agoestoes|oktober|maret|april|mei|juni|juli|agustus|september|november|nopember|desember|january|february|march|may|june|july|august|october|december|jan|feb|peb|mar|apr|jun|jul|agu|ags|aug|sept|sep|okt|oct|nov|des|dec'
const d = '[\\dOIlZSB]'
const date = new RegExp(
  `(?:(?:19|20|l9|I9)${d}${d} ?[-/.] ?${d}{1,2} ?[-/.] ?${d}{1,2}|${d}{1,2} ?[-/. ] ?${d}{1,2} ?[-/. ] ?(?:(?:19|20|l9|I9)${d}${d}|${d}{2})|${d}{1,2} ?[-/. ]? ?(?:${months})\\.? ?[-/., ]? ?(?:${d}{4}|'?${d}{2})|(?:${months}) ${d}{1,2}(?:st|nd|rd|th)?,? ?${d}{4})(?!\\d|[A-Za-z_](?!\\d\\d:))`,
  'iy',
)
const cues = wordSet(
  'lahir ttl lhr lahirnya dilahirkan birth born dob birthdate dateofbirth tgllahir tanggallahir tgllhr birthday kelahiran ultahnya',
)
/** Words between that say what else happened on that day. */
const otherEvent =
  /\b(?:diajukan|diterbitkan|terbit|dicatat|dibuat|didaftarkan|diurus|dikirim|diterima|diserahkan|dilaporkan|selesai|jadi|hilang|berlaku|masuk|kejadian|penerbitan|pencatatan|akta|surat|certificate|sampai|nomor|no|nik|rapat|acara|meninggal|menikah)\b/i
/** Cities, states and ideas have birthdays too, and a deed of birth has a date of its own. */
const notAPerson = /\b(?:hari|akt[ae]|kutipan|pencatatan|keterangan|surat|angka|tingkat) $/i
/** Where the date is written, not what else happened: "tanggal lahir di akta 3-3-1962". */
const papers =
  '(?:di|pada|menurut) {1,2}(?:akt[ae]|ijazah|ktp|kk|paspor|rapor|buku nikah|dapodik)(?: kelahiran)?'
const onPaper = new RegExp(`\\b${papers}\\b`, 'i')
/** "…, tapi di KK 13-5-1975": the same date as another paper has it. */
const otherPaper = new RegExp(
  `^,? {1,2}(?:(?:tapi|tetapi|namun|padahal|sedangkan|dan) {1,2})?${papers} {1,2}`,
  'i',
)
/** "T.T.L : Kurima, 18.07.1984" */
const dottedCue = /\bt\. ?t\. ?l\b[^\d\n]{0,40}(?=\d)/gi
const longestBridge = 60
const mostWords = 7

/** Finds birth dates. Looks at most 60 characters beyond each cue. */
export function findBirthDates({ text, runs, tokens, cells }: Reading): Finding[] {
  const findings = [
    ...sameAsInNik(text, runs),
    ...datesInLists(text),
    ...datesBeforeNik(text),
    ...datesAfterNik(text, runs),
  ]
  for (let i = 0; i < tokens.count; i++) {
    if (!cues.has(tokens.hash[i]!)) continue
    const from = tokens.end[i]!
    if (notAPerson.test(text.slice(Math.max(0, tokens.start[i]! - 14), tokens.start[i]))) continue
    for (let next = i + 1, count = 0; next < tokens.count && count < mostWords; next++, count++) {
      const at = tokens.start[next]!
      if (at - from > longestBridge || tokens.gap[next] === gaps.paragraph) break
      const end = dateAt(text, at)
      if (end < 0) continue
      // "[26/04/26 15.30] Budi:" says when the next message was written.
      if (text.slice(Math.max(0, at - 2), at) === '\n[') break
      if (!otherEvent.test(text.slice(from, at).replace(onPaper, '')))
        findings.push({ start: at, end, type: 'DOB' }, ...onOtherPapers(text, end))
      break
    }
  }
  for (const { index, 0: label } of text.matchAll(dottedCue)) {
    const start = index + label.length
    const end = dateAt(text, start)
    if (end > 0) findings.push({ start, end, type: 'DOB' })
  }
  for (const { start, end, label } of cells) {
    if (!/lahir|birth|\bdob\b|\bttl\b|\blhr\b/.test(label)) continue
    for (let at = start; at < end && at < start + longestBridge; at++) {
      const dateEnd = /[\w]/.test(text.charAt(at)) && !/\w/.test(text.charAt(at - 1)) ? dateAt(text, at) : -1
      if (dateEnd < 0 || dateEnd > end) continue
      findings.push({ start: at, end: dateEnd, type: 'DOB' })
      break
    }
  }
  return findings
}

/** The second date where papers differ. */
function onOtherPapers(text: string, from: number): Finding[] {
  const start = from + (otherPaper.exec(text.slice(from, from + longestBridge))?.[0].length ?? 0)
  const end = start > from ? dateAt(text, start) : -1
  return end < 0 ? [] : [{ start, end, type: 'DOB' }]
}

/** A line that names columns, as in "kolom nama, tgl lahir, alamat:" or in a query; the lines after it are rows. */
const birthColumn = /[,|;\t] ?(?:tgl|tanggal|date)[ _](?:lahir|lhr|of[ _]birth)\b/gi
const longestSide = 80
const mostRows = 200
const longestRow = 300
const dateStart = /(?<![\w/.-])\d/g

/** Dates in rows below such a line; a row with two dates tells not which is which. */
function datesInLists(text: string): Finding[] {
  const findings: Finding[] = []
  let floor = 0
  for (const { index, 0: head } of text.matchAll(birthColumn)) {
    if (index < floor) continue
    const end = lineOfHeads(text, index, index + head.length)
    if (end < 0) continue
    let at = end + 1
    for (let row = 0; row < mostRows && at < text.length; row++) {
      const newline = text.indexOf('\n', at)
      const end = newline < 0 ? text.length : newline
      const line = text.slice(at, Math.min(end, at + longestRow))
      const dates = [...line.matchAll(dateStart)].flatMap(({ index: place }) => {
        const dateEnd = dateAt(line, place)
        return dateEnd < 0 ? [] : [{ start: at + place, end: at + dateEnd }]
      })
      const [date] = dates
      if (!date || dates.length > 1) break
      findings.push({ ...date, type: 'DOB' })
      at = end + 1
    }
    floor = at
  }
  return findings
}

/** Where the line ends that names a column, or -1: heads hold no numbers, and a long line is prose. */
function lineOfHeads(text: string, from: number, to: number): number {
  const before = text.slice(Math.max(0, from - longestSide - 1), from)
  const head = before.slice(before.lastIndexOf('\n') + 1)
  const rest = text.slice(to, to + longestSide + 1)
  const newline = rest.indexOf('\n')
  const tail = newline < 0 ? rest.length : newline
  return head.length > longestSide || /\d/.test(head) || tail > longestSide ? -1 : to + tail
}

/** "Siti; Martapura, 23-9-1949; NIK …": place and date between a name and the number of its owner. */
const beforeNik = /; ?nik\b/gi
const longestDate = 24

function datesBeforeNik(text: string): Finding[] {
  return [...text.matchAll(beforeNik)].flatMap(({ index }) => {
    const from = Math.max(0, index - longestDate)
    const comma = text.slice(from, index).lastIndexOf(', ')
    const start = from + comma + 2
    return comma >= 0 && dateAt(text, start) === index ? [{ start, end: index, type: 'DOB' as const }] : []
  })
}

/** What parts the cells of a row. */
const betweenCells = /^["']? {0,2}(?:[|;/~\t]|,(?=["'])|(?<= )[-–](?= )) {0,2}["']?/
/** Without a sign only a date long gone is a birth date, perhaps behind the place: "3374… TEGAL 9-12-1966". */
const blankOrPlace = /^ {1,3}(?:[A-Z][A-Za-z]{2,20},? {1,2}){0,2}/
const longGone = /(?:19\d\d|200\d)/

/** "Siti | 3374… | 23-9-1949 | kawin": the date in the cell behind a NIK. */
function datesAfterNik(text: string, runs: readonly NumberRun[]): Finding[] {
  return runs.flatMap((run) => {
    const [{ digits, end: whole }] = run
    // A date behind a dash is read as one run with it.
    if (!hasAreaAndDate(digits) && !hasAreaAndDate(digitsOf(run))) return []
    const from = hasAreaAndDate(digits) ? whole : lastOf(run).end
    const near = text.slice(from, from + longestBridge)
    const sign = betweenCells.exec(near)?.[0]
    const start = from + (sign ?? blankOrPlace.exec(near)?.[0] ?? '').length
    const end = start > from ? dateAt(text, start) : -1
    return end < 0 || (!sign && !longGone.test(text.slice(start, end))) ? [] : [{ start, end, type: 'DOB' }]
  })
}

function dateAt(text: string, at: number): number {
  date.lastIndex = at
  return date.test(text) && /\d/.test(text.slice(at, date.lastIndex)) ? date.lastIndex : -1
}

const digitsOf = (run: NumberRun) =>
  run.length === 1 ? run[0].digits : run.map(({ digits }) => digits).join('')

/** "12.28.71.05.01": a part of a longer code. */
const isTied = (sign: string) => /^[./-]$/.test(sign)

/** The date in the number of a family's card is that of its issue. */
const familyCard = /\b(?:kk|kartu keluarga)\b[^\d]{0,24}$/i

/** A NIK tells its owner's birth date; where the same date stands in the text as well, it is one, label or not. */
function sameAsInNik(text: string, runs: readonly NumberRun[]): Finding[] {
  const known = new Set(
    runs
      .filter(([{ start }]) => !familyCard.test(text.slice(Math.max(0, start - 30), start)))
      .flatMap((run) => birthDateIn(run[0].digits) ?? birthDateIn(digitsOf(run)) ?? []),
  )
  if (known.size === 0) return []
  const findings: Finding[] = []
  for (const { start } of runs.flat()) {
    const end = isTied(text.slice(start - 1, start)) ? -1 : dateAt(text, start)
    if (end > 0 && !isTied(text.slice(end, end + 1)) && known.has(dayMonthYear(text.slice(start, end)) ?? ''))
      findings.push({ start, end, type: 'DOB' })
  }
  return findings
}

const monthStems = [
  'jan',
  '[fp]eb',
  'mar',
  'apr',
  'm[ea][iy]',
  'd?jun',
  'd?jul',
  'a[gu]',
  'sep',
  'o[kc]t',
  'no[vp]',
  'de[sc]',
]
const monthNames = monthStems.map((stem) => new RegExp(stem, 'i'))

/** @returns a date as "ddmmyy", as a NIK has it; undefined for what can't be read so. */
function dayMonthYear(written: string): string | undefined {
  const [first = '', second = '', third = ''] = written.match(/\d+/g) ?? []
  const named = monthNames.findIndex((month) => month.test(written)) + 1
  const [day, month, year] =
    named > 0
      ? [first, String(named), second]
      : first.length === 4
        ? [third, second, first]
        : [first, second, third]
  if (!day || !month || !year) return undefined
  return day.padStart(2, '0') + month.padStart(2, '0') + year.slice(-2)
}
