// Number plates: area letters, 1 to 4 digits, up to three letters: "B 4788 DUX", "p 6597 mlh", "B-4788-DUX".
import type { Finding } from '../finding.ts'
import { plateAreas } from '../lexicon/plates.ts'
import { nameWordKind } from '../name-word.ts'
import type { DigitGroup } from '../number-runs.ts'
import { cellAt, type Reading } from '../reading.ts'
import type { ColumnCell } from '../tables.ts'
import { lettersBefore } from './letters-before.ts'
import { matchesOf } from '../matches.ts'
import { topics } from '../topics.ts'
import { findInLinesAbout } from './stretches.ts'

const tail = /^[ \u00a0-]{0,2}([A-Za-z]{1,3})(?![A-Za-z\d]|\/N\b)/
const label =
  /(?<![a-z])(?:nopol|plat|pelat|polisi|kendaraan|kend|ranmor|motor|mobil|mengendarai|plate|stnk|bpkb|no\.? ?pol)(?:nya|ku|mu|ny)?(?![a-z])[^\d]{0,30}$/i
const models = 'beat|vario|scoopy|supra|nmax|mio|avanza|xenia|innova|agya|brio'
/** Kinds of vehicles: weaker, for they have routes and numbers of their own, so letters must follow: "angkot b 1234 cd". */
const vehicle = new RegExp(
  '(?<![a-z])(?:angkot|naik|ditilang|mengendarai|menunggang(?:i)?|r[24]|roda (?:dua|empat|[24])|ambulans?|truk|taksi|mikrolet|bentor|pick[ -]?up|pikap|minibus|' +
    `vespa|${models}|fortuner|l300|carry|hiace|elf|pajero|rush|terios|calya|sigra|ertiga|xpander|ayla|triton|hilux)(?:nya)?` +
    '(?![a-z])[^\\d]{0,20}$',
  'i',
)
const listMark = /[\r\n]+\d{1,2}[.)] $/
const labelBehind = /^[\s,("']{1,3}(?:no(?:mor|\.)? ?)?(?:nopol|plat|pelat)/i
const head = /\b(?:nopol|plat|pelat|polisi|no pol)\b/
/** As a scanner reads it, "B I234 CDE", or parted by dots, "B.1234.CDE", right behind its label. */
const slipped =
  /(?:nopol|n[o0]\.? ?p[o0]l(?:[il]s[il])?|tnkb|ranmor|pelat|plat|stnk|motor|mobil|mtr|kendaraan)(?:nya|ku| nomor)?[ :.=]{1,6}([a-z]{1,2}[ ._-]{0,3}([\dolisz]{3,4})[ ._-]{0,3}[a-z]{1,3})(?![a-z\d])/gi
/** "plat B 1234 CDE dan F 4321 GH" */
const joint = /^["']?[ \t]?(?:[,;&/]|\r?\n|dan|atau|sama|vs\.?)? ?(?:dan |sama |\d{1,2}[.)] |- )?["']?$/
const example = /\b(?:contoh|format|misal(?:nya)?|pola)\b/i
/** Short words that follow a number in headings written in capitals: "TAHAP B 2024 DI KOTA". */
const ordinaryTail =
  /^(?:di|ke|dan|rw|no|per|sd|th|thn|kg|km|m|cm|wib|mm|rp|pns|pcs|org|hal|des|sdh|yg|jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|rb|jt)$/i

/** "GEDUNG B 1203 LT. 3", for a floor has a number. */
const numberedTail = /^ (?:lt|rt)\.? ?\d/i
/** "dk 5520 fbj beat hitam" */
const vehicleBehind = new RegExp(
  '^[ ,(]{1,3}(?:motor|mobil|sepeda motor|honda|yamaha|suzuki|toyota|daihatsu|mitsubishi|pcx|aerox|revo|' +
    `${models})\\b`,
  'i',
)

/** "pipa DN 600 PT Wavin": the number ends before the firm. */
const firm = /^ (?:PT|CV|UD) \p{Lu}/u

/** What has letters and numbers of its own in headings: "GEDUNG D 1203 AB", "KELAS A 1000 PNS". */
const otherCode =
  /\b(?:gedung|ruang(?:an)?|rak|lantai|lt|kelas|jalur|paket|kode|blok|tipe|type|gol(?:ongan)?|seri|lampiran|batch|bets|zona|nilai|grup|pintu|peron|kavling|kios|los|tahap|bagian) $/i
/** Machines, papers and what is paid for: "Printer L 3110 GT", "Formulir D 101 KPU", "tarif parkir mobil B 3000" */
const device =
  /\b(?:printer|boeing|airbus|drone|asus|epson|canon|genset|laptop|kamera|yamaha n|formulir|antr[ie]an|tiang|lemari|kode|part|sku|tarif|surat jalan|katalog)\b[^.,;:\n\d]{0,20}$/i
/** Columns of codes. */
const codeHead = /\b(?:kode|part|sku|qty|barang|aset|seri|katalog|model|tipe)\b/
/** "mutu K 350 NS", "profil H 200 BS" */
const material = /\b(?:beton|baja|besi|profil|mutu|pipa)\b[^.\n]{0,32}$/i
/** "unit B 1203 AB" is a flat, "unit BK 9012 X" a fire engine: areas of one letter number rooms too. */
const flat = /\bunit $/i

/** Finds plates. Without a label only in capitals with 3 or 4 digits: short ones look like any code. */
export function findPlates(reading: Reading): Finding[] {
  const { text, plainRuns: runs, cells } = reading
  const findings = findInLinesAbout(reading, { topic: topics.plate }, findSlipped)
  let last = -1
  /** Begin of the last line that a plate opens. */
  let opened = -1
  for (const run of runs) {
    if (run.length > 1 || run[0].digits.length > 4) continue
    const plate = plateAround(text, run[0], cells, last) ?? plateBelow(text, run[0], opened)
    if (!plate) continue
    if (opensLine(text, plate.start)) opened = plate.start
    findings.push({ ...plate, type: 'PLATE' })
    last = plate.end
  }
  return findings
}

function findSlipped(text: string): Finding[] {
  return matchesOf(text, slipped).flatMap(({ index, 0: whole, 1: plate = '', 2: number = '' }) => {
    const end = index + whole.length
    const isSlipped = /\d.?\d/.test(number) && (/[a-z]/i.test(number) || /[._]\S*\d/.test(plate))
    return isSlipped ? [{ start: end - plate.length, end, type: 'PLATE' as const }] : []
  })
}

/** "DP 500RB", and the form of a plate. */
const measure =
  /^(?:rb|jt|k|kg|gr|ml|ltr|ton|km|cm|pcs|org|kva|va|iu|mg|ha|dus|hp|kk|pk|max|rtk|abs|nik|x{2,3})$/i
/** "F. Melati - N 3524 MM - SIM": nothing else between two signs. */
const opensCell = /(?:^|[-–(,;:|/=]|\n\d{1,2}[.)]) ?$/
const closesCell = /^ ?(?:[-–),;|/=\r\n]|$)/
const parked = /(?<![a-z])(?:mobil|motor|kendaraan|parkir\w*|nopol|plat|angkot|truk|bus|sopir)(?![a-z])/i
const reachOfVehicles = 160

/** Where vehicles are spoken of, also in small letters: "arif: b 1692 szk sama satunya f 1120 le". */
function isAmongVehicles(text: string, start: number, letters: string): boolean {
  return letters.length > 1 && parked.test(text.slice(Math.max(0, start - reachOfVehicles), start))
}

const opensLine = (text: string, at: number) => at === 0 || text.charCodeAt(at - 1) === 10
const longestLine = 200

/** "ab1234cd / Budi" on the line below "B 5678 EF / Siti". */
function plateBelow(
  text: string,
  group: DigitGroup,
  opened: number,
): { start: number; end: number } | undefined {
  const start = lettersBefore(text, group.start)?.start
  if (start === undefined || opened < 0 || start - opened > longestLine || !opensLine(text, start))
    return undefined
  if (text.indexOf('\n', opened) !== start - 1 || group.digits.length < 3) return undefined
  const [written = ''] = tail.exec(text.slice(group.end, group.end + 6)) ?? []
  return written ? { start, end: group.end + written.length } : undefined
}

function plateAround(
  text: string,
  group: DigitGroup,
  cells: readonly ColumnCell[],
  last: number,
): { start: number; end: number } | undefined {
  const area = lettersBefore(text, group.start)
  if (!area || !plateAreas.has(area.word.toUpperCase())) return undefined
  const { start } = area
  const [written = '', letters = ''] = tail.exec(text.slice(group.end, group.end + 6)) ?? []
  const plate = { start, end: group.end + written.length }
  const before = text.slice(Math.max(0, start - 48), start).replace(listMark, ' ')
  const cell = cellAt(cells, start)
  // "R2" and "R4" are classes of vehicles, "L 300" and "T 120 SS" models.
  if (/^r[2346]$|^l ?300|^t ?120/i.test(text.slice(start, plate.end).trim())) return undefined
  // "SIM B1" is a class, "L 1234 XX" and "contoh B 1234 XYZ" show a form, "A-001 dst." goes on.
  const isForm = /^(?:1234|9999)$/.test(group.digits) && (/^X+$/i.test(letters) || example.test(before))
  if (group.digits === '0000') return undefined
  if (device.test(before) && !parked.test(before.replace(/tarif.*/i, ''))) return undefined
  if (cell && codeHead.test(cell.label)) return undefined
  if (/\bsim $/i.test(before) || isForm || /^dst$/i.test(letters)) return undefined
  // "motor B 3471 sdh dijual"
  const isWord = /^(?:di|ke|dan|yg|sdh|th|thn|per)$/.test(letters)
  if (cell ? head.test(cell.label) : label.test(before)) return isWord ? { start, end: group.end } : plate
  if (letters && last >= 0 && start - last < 12 && joint.test(text.slice(last, start))) return plate
  return letters && isPlateUnlabelled(text, { area: area.word, group, written, letters, start })
    ? plate
    : undefined
}

interface Unlabelled {
  area: string
  group: DigitGroup
  /** What follows the digits, and its letters alone. */
  written: string
  letters: string
  start: number
}

function isPlateUnlabelled(text: string, { area, group, written, letters, start }: Unlabelled): boolean {
  const { digits, end } = group
  const before = text.slice(Math.max(0, start - 48), start)
  const behind = text.slice(end + written.length, end + written.length + 16)
  const isPlain = measure.test(letters) && !written.startsWith('-')
  const isWithVehicle = vehicle.test(before) || isAmongVehicles(text, start, letters)
  const isAlone = opensCell.test(before) && closesCell.test(behind)
  if (isPlain && !(digits.length > 3 && (isWithVehicle || (isAlone && /^[A-Z]+$/.test(area + letters)))))
    return false
  // "truk F 9114 UD dan F 9127 UD" carries no firm.
  const isDriven = /^[A-Z]{2,3}$/.test(letters) && digits.length > 2 && vehicle.test(before)
  const isAnswer = /: ?$/.test(before) && isAmongVehicles(text, start, letters)
  if (!isAlone && !isDriven && !isAnswer && isOrdinary(letters, text.slice(end, end + 8))) return false
  if (labelBehind.test(behind)) return true
  if (digits.length === 3 && material.test(before)) return false
  if (
    digits.length < 3 ||
    otherCode.test(before) ||
    (area.length === 1 && digits.length < 4 && flat.test(before))
  )
    return false
  if (vehicleBehind.test(behind) || isWithVehicle) return true
  // "N 104 S" is a count in a table, "PS-135E" a pump.
  if (letters.length < 2 && digits.length < 4) return false
  return isInSmallLetters(area, digits, written) || area + letters === (area + letters).toUpperCase()
}

/** "dd 1690 xw": in small letters only as they are on the plate, all digits, and what is no word of ours at the end. */
function isInSmallLetters(area: string, digits: string, tail: string): boolean {
  if (digits.length < 4 || /^(?:19|20)/.test(digits) || area + tail !== (area + tail).toLowerCase())
    return false
  return /^[ -]?[a-z]{2,3}$/.test(tail) && nameWordKind(tail.trim()) === 'unknown'
}

/** Where nothing or a dash stands between, "BK8944RW", "AA-7222-RW", it is no word. */
function isOrdinary(letters: string, tail: string): boolean {
  if (/^[-A-Z]/i.test(tail)) return false
  return ordinaryTail.test(letters) || numberedTail.test(tail) || firm.test(tail)
}
