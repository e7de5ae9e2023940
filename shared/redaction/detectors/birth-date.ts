// Birth dates: a date behind "lahir", "TTL", "born", perhaps with the place between, or below such a head of a column.
import type { Finding } from '../finding.ts'
import { gaps, wordSet } from '../tokens.ts'
import type { NumberRun } from '../number-runs.ts'
import type { Reading } from '../reading.ts'
import { birthDateIn } from './nik.ts'
import { matchesOf } from '../matches.ts'

const months =
  'januari|djanuari|februari|pebruari|djuni|djuli|agoestoes|oktober|maret|april|mei|juni|juli|agustus|september|november|nopember|desember|january|february|march|may|june|july|august|october|december|jan|feb|peb|mar|apr|jun|jul|agu|ags|aug|sept|sep|okt|oct|nov|des|dec'
const d = '[\\dOIlZSB]'
/** Whoever lives was born in one of these; a chronicle's years are others. */
const year = `(?:19|20|l9|I9)${d}${d}`
const date = new RegExp(
  `(?:(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\\d\\d|(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])|${year} ?[-/.] ?${d}{1,2} ?[-/.] ?${d}{1,2}|${d}{1,2} ?[-/. ] ?${d}{1,2} ?[-/. ] ?(?:${year}|${d}{2})|${d}{1,2} ?[-/. ]? ?(?:${months})\\.? ?[-/., ]? ?(?:${year}|'?${d}{2}(?!${d}))|(?:${months}) ${d}{1,2}(?:st|nd|rd|th)?,? ?${year})(?!\\d|[A-Za-z_](?!\\d\\d:))`,
  'iy',
)
const cues = wordSet(
  'lahir ttl lhr lahirnya dilahirkan birth born dob birthdate dateofbirth tgllahir tanggallahir tgllhr birthday kelahiran ultahnya',
)
/** Words between that say what else happened on that day. */
const otherEvent =
  /(?:\b|_)(?:daftar|berdiri|kemerdekaan|hut|tmt|diajukan|diterbitkan|terbit|dicatat|dibuat|didaftarkan|diurus|dikirim|diterima|diserahkan|dilaporkan|selesai|jadi|hilang|berlaku|masuk|kejadian|penerbitan|pencatatan|akta|surat|certificate|sampai|nomor|no|nik|rapat|acara|meninggal|menikah|sk)\b/i
/** Cities, states and ideas have birthdays too, and a deed of birth has a date of its own. */
const notAPerson = /\b(?:cut-?off|batas|hari|akt[ae]|kutipan|pencatatan|keterangan|surat|angka|tingkat) $/i
/** Bounds of a search or a class, "tgl_lahir < '2007-01-01'", "lahir sebelum …", birthdays of regions, and editions of papers. */
const ofNobody =
  /\bhut\b[^\d\n]{0,24}$|\) per $|\b(?:minimal|maksimal|batas(?: tanggal)? lahir|format(?: tgl| tanggal)? lahir|max_birth_date|min_birth_date|sebelum|setelah|sesudah|antara|paling (?:lambat|cepat|tua|muda)|periode|contoh|misal(?:nya)?|s\.?d\.?|hingga)[ :]{1,2}(?:tanggal |tgl )?$|\bbetween ["']?(?:[\d/.-]{8,10}["']? and ["']?)?$| [<>]=? ?["']?$|\b(?:daerah|kota|kabupaten|provinsi|desa|negara|partai|koperasi|perda|organisasi|yayasan|aplikasi|lembaga|perusahaan|hari|sapi|kambing)(?: [a-z]{2,12}){0,2} lahir\b[^\d]{0,40}$|\bedisi(?: \w{1,12})? $/i
const reachOfNobody = 64
/** "Tanggal ijazah: …", "Tanggal pengesahan : Surabaya, …" */
const otherDay =
  /\b(?:tanggal|tgl)\.? ?(?:surat|sk|akta|ijazah|sertifikat|pembelian|perolehan|pasang|pemasangan|daftar|pendaftaran|masuk|terbit|penerbitan|pengesahan|berdiri|pendirian|pengangkatan|kontrak|perjanjian|putusan|keputusan|nikah|pernikahan|kejadian|transaksi|bayar|pembayaran|berlaku|produksi|dokumen)\b[^\d\n;|]{0,24}$/i
/** "TMT 01-03-1990", "menikah 12-05-1991" */
const otherAct =
  /\b(?:tmt|dibeli|dibangun|didirikan|diterbitkan|dilantik|diangkat|menikah|terbit|lulus)(?: pada)?(?: tgl\.?| tanggal)? ?:? ?$|\b(?:ajb|akta|sk|surat|ijazah|sertifikat)(?: [a-z]+)? (?:tgl|tanggal)\.? ?$/i

/** @returns whether a label says what else happened on a day: "tgl masuk: " */
export const isOtherDay = (label: string): boolean => otherDay.test(label) || otherAct.test(label)

/** "01-05-2026 s.d. 31-05-2026" */
const rangeBehind =
  /^ (?:hanya|sekadar|cuma|sebagai) contoh|^ ?(?:s\.? ?[/]?d\.?|sampai|hingga|[-–]) ?(?:dengan )?\d{1,2}[-/. ]/

/** Whether a date is of no person's birth, by what stands right before and behind it. */
export function isOfNobody(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - reachOfNobody), at)
  return ofNobody.test(before) || isOtherDay(before) || rangeBehind.test(text.slice(end, end + 20))
}

/** Days that the nation keeps, which every other speech names, and the day that programs write for none. */
const nobodysDay =
  /0?1[-/.]0?1[-/.]1900|(?:(?:0?1 juni|17 agustus|0?5 oktober|10 november) |(?:01-06|17-08|05-10|10-11)-)1945|28 oktober 1928|20 mei 1908|21 mei 1998|21 april 1879|31 januari 1926|0?1 juli 1946|12 juli 1947|29 november 1971/iy

/** Whether at a place a date begins that is of no person's birth, whatever stands around. */
export function isNobodysDay(text: string, at: number): boolean {
  nobodysDay.lastIndex = at
  return nobodysDay.test(text)
}

/** "T.T.L : Kurima, 18.07.1984" */
const dottedCue = /\b(?:t[. ]{1,2}t[. ]{1,2}l|d\.o\.b)\b[^\d\n]{0,40}?(?=[\dl])/gi
/** A message begins with the time of day, the date or both. */
const stamp = /\n\[[\d.:, ]{0,9}$/
/** "19 April 2026 06:45 INFO": so does a line of a log. */
const timeBehind = /^ \d\d[.:]\d\d\b/
const longestBridge = 60
const mostWords = 7

/** Finds birth dates. Looks at most 60 characters beyond each cue. */
export function findBirthDates({ text, runs, tokens, cells }: Reading): Finding[] {
  const findings = sameAsInNik(text, runs)
  for (let i = 0; i < tokens.count; i++) {
    if (!cues.has(tokens.hash[i]!)) continue
    const from = tokens.end[i]!
    // "ttl=3600": how long a program keeps something.
    if (/^["' ]{0,2}=\d{3,6}(?![\d-])/.test(text.slice(from, from + 8))) continue
    if (notAPerson.test(text.slice(Math.max(0, tokens.start[i]! - 14), tokens.start[i]))) continue
    for (let next = i + 1, count = 0; next < tokens.count && count < mostWords; next++, count++) {
      const at = tokens.start[next]!
      if (at - from > longestBridge || tokens.gap[next] === gaps.paragraph) break
      const end = dateAt(text, at)
      if (end < 0) continue
      // "[26/04/26 15.30] Budi:" says when the next message was written.
      if (stamp.test(text.slice(Math.max(0, at - 12), at))) break
      if (text.charCodeAt(at - 1) === 10 && timeBehind.test(text.slice(end, end + 8))) break
      if (!otherEvent.test(text.slice(from, at)) && !isOfNobody(text, at, end))
        findings.push({ start: at, end, type: 'DOB' })
      break
    }
  }
  for (const { index, 0: label } of matchesOf(text, dottedCue)) {
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

function dateAt(text: string, at: number): number {
  date.lastIndex = at
  return date.test(text) && !isNobodysDay(text, at) && /\d/.test(text.slice(at, date.lastIndex))
    ? date.lastIndex
    : -1
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
    runs.flatMap((run) => {
      const born = birthDateIn(run[0].digits) ?? birthDateIn(digitsOf(run))
      const { start } = run[0]
      return born && !familyCard.test(text.slice(Math.max(0, start - 30), start)) ? born : []
    }),
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
