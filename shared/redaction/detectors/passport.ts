// Passports: one or two letters and 6 or 7 digits. Booking codes and serial numbers look alike, so a label must tell.
// Stay permits of foreigners (KITAS, KITAP) too: 2C21JE5550-W.
import { findMatches, type Finding } from '../finding.ts'
import { cellAt, type Reading } from '../reading.ts'
import type { DigitGroup, NumberRun } from '../number-runs.ts'
import { lettersBefore } from './letters-before.ts'
import { topics } from '../topics.ts'
import { cueSet, findInLinesAbout, stretchesBehind } from './stretches.ts'
import { matchesOf } from '../matches.ts'

const word =
  '(?:pas{1,2}p[o0]rt?|splp|psp|dokumen perjalanan|travel doc(?:ument|\\.)?|ppt)(?:nya|ku|mu|ny)?(?![a-z])'
const label = new RegExp(`${word}[^\\d]{0,40}$`, 'i')
const labelBehind = new RegExp(`^[\\s,("']{1,3}(?:no(?:mor|\\.)? ?)?${word}(?![^\\d]{0,12}\\d)`, 'i')
/** As a scanner reads it, "C1234S67", right behind its label. */
const slipped =
  /pas{1,2}p?[o0]rt?(?:nya|ku)?(?![a-z])(?: lama| baru)?[^a-z\d]{0,3}(?:no(?:mor|\.)?[^a-z\d]{0,3})?([a-z] ?[\doilsbzg]{4} ?[\doilsbzg]{3})(?![a-z\d])/gi
/** Series of Indonesia in use. Source: Ditjen Imigrasi. */
const series = /^(?:[A-CEX]|X[A-E]|AT)$/i
const mention = /pas{1,2}por/i
/** "Paspor rusak atas nama …, nomor AU482218" */
const bareNumber = /(?:^|[\s,;(])no(?:mor|\.)?[ :.]{0,3}[a-z]{1,2} ?$/i

const guestId = /\b(?:id|identitas)(?: card| no\.?)?[ :]{1,3}$/i
const guest = /\b(?:guest|tamu|visitor|pengunjung|wna|nationality|kewarganegaraan)\b/i

/** Where travellers are spoken of, a number needs no label of its own. */
const travel = cueSet(
  'paspor passport passports pasport passpor wna pelintasan perlintasan keimigrasian manifes manifest visa kitas kitap migran cpmi tki ' +
    'nationality foreigner',
)
const reach = 400
/** As countries form them, of nine signs at most (ICAO Doc 9303): "EJ4471023", "A58820134", "22FV08812", "C4X88210". */
const abroad =
  /(?<![\w.-]|\d\/)(?!rp|us|km|pm|kb)(?:[a-z]\d{6,8}|[a-z]{2}\d{6,7}|[a-z] \d{7}|(?:x[a-e]|at) \d{6,7}|\d\d[a-z]{2}\d{5}|[a-z](?=(?:[a-z]{0,3}\d){4})(?=[a-z\d]{0,4}\d[a-z]{0,2}\d)(?![a-z\d]{3,4}20\d\d)[a-z\d]{7,8})(?![\w/]|-\d)/gi
const otherCode =
  /\b(?:tilang|bpkb|blanko|tiket|ticket|pnr|booking|kode|flight|penerbangan|resi|nota|seri|serial|sn|invoice|reg(?:istrasi)?|billing|plat|nopol|plate|sep|surat|batch|lot|ref|referensi|nik|npwp)\b[^\n\d]{0,16}$/i
/** "d6f0359c", as programs sum up a file. */
const hash = /^(?=(?:\d*[a-f]){3})[a-f\d]{8}$/
/** Digits alone, right behind the word: "my passport (567204918, USA)"; parted, glued or broken: "C12 34 509", "paspornyaC1234509". */
const besideWord = [
  /(\b(?:pas{1,2}port?\w{0,3}|pp)\b[^\d\n]{0,20})([1-9]\d{8})(?!\d)/gi,
  /(\bpas{1,2}por(?:nya|ku)?[^\d\n]{0,16}?(?<![a-z]))([a-z](?:[ -]?\d){7})(?![\d-])/gi,
  /(\bpas{1,2}por(?:nya|ku)?)([A-EX]\d{7})(?!\w)/g,
  /(\bpas{1,2}por\b[^\d\n]{0,16}?(?<![a-z]))([a-z]\d{3,5}\r?\n\d{2,4})(?!\d)/gi,
]
/** Of Germany, from letters that are no vowels: "CFGJ7K20R". */
const german = /(?<![\w.-])[CFGHJK](?=[A-Z\d]{0,7}\d)[CFGHJKLMNPRTVWXYZ\d]{8}(?!\w)/g
const foreignCell = /^(?:(?=(?:[a-z]*\d){3})[a-z\d]{7,9}|\d\d ?\d{7})$/i

const stayPermit = /\b\d[A-Z]\d{2}[A-Z]{2}\d{4,5}-?[A-Z]\b/g

/** Finds passport numbers that are labelled as such, and stay permits by their form. */
export function findPassports(reading: Reading): Finding[] {
  const { text, plainRuns: runs, cells } = reading
  const findings = [
    ...findMatches(text, stayPermit, 'PASSPORT'),
    ...findAbroad(reading),
    ...findInLinesAbout(reading, { topic: topics.passport }, findBesideWord),
  ]
  for (const { start, end, label: head } of cells)
    if (label.test(head) && foreignCell.test(text.slice(start, end)))
      findings.push({ start, end, type: 'PASSPORT' })
  for (const run of runs) {
    const { start, end, digits } = wholeOf(run)
    if (digits.length < 6 || digits.length > 8) continue
    const letters = lettersBefore(text, start)
    // Eight digits only abroad: "G12345678".
    if (digits.length > 7 && letters?.word.length !== 1) continue
    if (!letters) continue
    const isLabelled = label.test(cellAt(cells, start)?.label ?? '')
    if (!isLabelled && !isAnnounced(text, start, end, letters.word)) continue
    findings.push({ start: letters.start, end, type: 'PASSPORT' })
  }
  return findings.filter((finding) => !isExample(text.slice(finding.start, finding.end)))
}

/** "A0000000" shows how passports are numbered. */
export const isExample = (written: string): boolean => /^[a-z]{0,2} ?0+$/i.test(written)

/** "E2207 418": seven digits, in two groups as a scanner reads one. */
function wholeOf(run: NumberRun): DigitGroup {
  const [first, second] = run
  const isOne = run.length === 2 && second?.gap === ' ' && first.digits.length + second.digits.length === 7
  return isOne ? { ...first, end: second.end, digits: first.digits + second.digits } : first
}

function isAnnounced(text: string, start: number, end: number, letters: string): boolean {
  const before = text.slice(Math.max(0, start - 120), start)
  if (label.test(before.slice(-60)) || (mention.test(before) && bareNumber.test(before))) return true
  if (end - start > 6 && /\bPP:? ?$/.test(before.slice(0, -letters.length || undefined))) return true
  if (end - start > 6 && labelBehind.test(text.slice(end, end + 40))) return true
  return end - start < 8 && series.test(letters) && isGuest(text, start - letters.length)
}

function findBesideWord(text: string): Finding[] {
  const behind = besideWord.flatMap((pattern) =>
    matchesOf(text, pattern).map(({ index, 0: whole, 1: head = '' }): Finding => ({
      start: index + head.length,
      end: index + whole.length,
      type: 'PASSPORT',
    })),
  )
  return [...behind, ...findSlipped(text)]
}

function findAbroad(reading: Reading): Finding[] {
  return stretchesBehind(reading, travel, reach).flatMap((stretch) =>
    [...matchesOf(stretch.text, abroad), ...matchesOf(stretch.text, german)]
      .filter(({ 0: number }) => !hash.test(number))
      .filter(({ index }) => !otherCode.test(stretch.text.slice(Math.max(0, index - 32), index)))
      .map(({ index, 0: number }): Finding => {
        const start = stretch.start + index
        return { start, end: start + number.length, type: 'PASSPORT' }
      }),
  )
}

/** "Guest: Budi – ID: X1234567": what a guest shows is a passport, or has no letter. */
function isGuest(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 120), start)
  return guestId.test(before) && guest.test(before)
}

function findSlipped(text: string): Finding[] {
  return matchesOf(text, slipped).flatMap(({ index, 0: whole, 1: number = '' }) => {
    const end = index + whole.length
    const isNumber = (number.match(/\d/g)?.length ?? 0) > 3
    return isNumber ? [{ start: end - number.length, end, type: 'PASSPORT' as const }] : []
  })
}
