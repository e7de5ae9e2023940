// Passports: one or two letters and 6 or 7 digits. Booking codes and serial numbers look alike, so a label must tell.
// Stay permits of foreigners (KITAS, KITAP) too: 2C21JE5550-W.
import { findMatches, type Finding } from '../finding.ts'
import { cellAt, type Reading } from '../reading.ts'
import { lettersBefore } from './letters-before.ts'

const word = '(?:pas{1,2}port?|splp|dokumen perjalanan|travel document)(?:nya|ku|mu|ny)?(?![a-z])'
const label = new RegExp(`${word}[^\\d]{0,40}$`, 'i')
const labelBehind = new RegExp(`^[\\s,("']{1,3}(?:no(?:mor|\\.)? ?)?${word}(?![^\\d]{0,12}\\d)`, 'i')
/** As a scanner reads it, "C1234S67", right behind its label. */
const slipped =
  /pas{1,2}port?(?:nya|ku)?(?![a-z])[^a-z\d]{0,3}(?:no(?:mor|\.)?[^a-z\d]{0,3})?([a-z] ?[\doilsbzg]{7})(?![a-z\d])/gi
/** Series in use; in a text that speaks of passports they need no label of their own. Source: Ditjen Imigrasi. */
const series = /^(?:[A-CEX]|X[A-E]|AT)$/i
const mention = /pas{1,2}por|\b(?:pelintasan|perlintasan|keimigrasian|manifes penumpang)\b/i
/** Of other countries, right behind the word: digits alone, or letters and digits in a cell below it. */
const tightLabel = /\bpas{1,2}port?(?: no(?:mor|\.)?| number| saya| is| adalah|:| ){0,4}$/i
const foreignCell = /^(?=(?:[A-Z]*\d){3})[A-Z\d]{7,9}$/
/** "Paspor rusak atas nama …, nomor AU482218" */
const bareNumber = /(?:^|[\s,;(])no(?:mor|\.)?[ :.]{0,3}[a-z]{1,2} ?$/i
const reach = 400

const guestId = /\b(?:id|identitas)(?: card| no\.?)?[ :]{1,3}$/i
const guest = /\b(?:guest|tamu|visitor|pengunjung|wna|nationality|kewarganegaraan)\b/i

/** Those of other countries mix letters and digits: "passport C4X88210". */
const foreign =
  /\b[Pp](?:as{1,2}port?|AS{1,2}PORT?)[a-z]{0,3}\b[^\n.;]{0,60}?[ :]([A-Z](?=(?:[A-Z]*\d){3})[A-Z\d]{7,8})(?![A-Za-z\d])/g

const stayPermit = /\b\d[A-Z]\d{2}[A-Z]{2}\d{4,5}-?[A-Z]\b/g

/** Finds passport numbers that are labelled as such, and stay permits by their form. */
export function findPassports({ text, plainRuns: runs, cells }: Reading): Finding[] {
  const findings = [
    ...findMatches(text, stayPermit, 'PASSPORT'),
    ...findSlipped(text),
    ...[...text.matchAll(foreign)].map(({ index, 0: whole, 1: number = '' }): Finding => {
      const end = index + whole.length
      return { start: end - number.length, end, type: 'PASSPORT' }
    }),
  ]
  for (const { start, end, label: head } of cells)
    if (label.test(head) && foreignCell.test(text.slice(start, end)))
      findings.push({ start, end, type: 'PASSPORT' })
  for (const [{ start, end, digits }] of runs) {
    if (digits.length === 9 && tightLabel.test(text.slice(Math.max(0, start - 40), start)))
      findings.push({ start, end, type: 'PASSPORT' })
    if (digits.length < 6 || digits.length > 8) continue
    const letters = lettersBefore(text, start)
    // Eight digits only abroad: "G12345678".
    if (digits.length > 7 && letters?.word.length !== 1) continue
    if (!letters) continue
    const isLabelled = label.test(cellAt(cells, start)?.label ?? '')
    if (!isLabelled && !isAnnounced(text, start, end, letters.word)) continue
    findings.push({ start: letters.start, end, type: 'PASSPORT' })
  }
  return findings
}

function isAnnounced(text: string, start: number, end: number, letters: string): boolean {
  const before = text.slice(Math.max(0, start - 120), start)
  if (label.test(before.slice(-60)) || (mention.test(before) && bareNumber.test(before))) return true
  if (end - start > 6 && /\bPP $/.test(before.slice(0, -letters.length || undefined))) return true
  if (end - start > 6 && labelBehind.test(text.slice(end, end + 40))) return true
  if (end - start > 7 || !series.test(letters)) return false
  if (isGuest(text, start - letters.length)) return true
  return mention.test(text.slice(Math.max(0, start - reach), start))
}

/** "Guest: Budi – ID: X1234567": what a guest shows is a passport, or has no letter. */
function isGuest(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 120), start)
  return guestId.test(before) && guest.test(before)
}

function findSlipped(text: string): Finding[] {
  return [...text.matchAll(slipped)].flatMap(({ index, 0: whole, 1: number = '' }) => {
    const end = index + whole.length
    const isNumber = (number.match(/\d/g)?.length ?? 0) > 3
    return isNumber ? [{ start: end - number.length, end, type: 'PASSPORT' as const }] : []
  })
}
