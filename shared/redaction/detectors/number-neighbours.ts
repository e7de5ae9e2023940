// Numbers that nothing but their neighbours tell: in the cell beside somebody's NIK, at the head of the line below one alike.
import type { Finding, FindingType } from '../finding.ts'
import { lastOf, type NumberRun } from '../number-runs.ts'
import { cellAt, type Reading } from '../reading.ts'
import { firstEndingAfter } from '../spans.ts'

const fewest = 9
const fewestBeside = 10
const most = 18
const owners: ReadonlySet<FindingType> = new Set<FindingType>(['NIK', 'KK', 'NIP', 'NPWP', 'BPJS'])

/** What parts the cells of a row, and what stands at their edges. */
const cellSign = /[;|\t]| \/ |["'],/
const opensCell = /(?:^|[\n;|\t]| \/|["'],)[ "']{0,3}$/
const closesCell = /^[ "']{0,3}(?:$|[\r\n;|\t]|\/ |,["']|\.\s)/
const farthestOwner = 120
const longestLine = 200
/** As Indonesia numbers passports. */
const passportSeries = /[^a-z\d][A-CEX]$/i
const landline = /^0[2-79]\d{7,9}$/

/** Takes what is already known of the text's numbers. Returns further ones, in order. */
export function findNeighbours(reading: Reading, found: readonly Finding[]): Finding[] {
  const taken = new Map(found.map((finding) => [finding.start, finding]))
  const strange = reading.runs.filter(([{ start }]) => !taken.has(start))
  return [...besideOwner(reading, strange, found), ...belowAlike(reading, taken)]
}

const lengthOf = (run: NumberRun) => run.reduce((sum, { digits }) => sum + digits.length, 0)

/**
 * "3671…;SITI AMINAH;7310284495", without a head that says what it is: who stands beside a NIK has it. A list that counts
 * and pays things has no NIK.
 */
function besideOwner(
  { digits: text, cells }: Reading,
  runs: readonly NumberRun[],
  found: readonly Finding[],
): Finding[] {
  const findings: Finding[] = []
  const known = found.filter(({ type }) => owners.has(type))
  if (known.length === 0) return findings
  for (const run of runs) {
    const length = lengthOf(run)
    const isPassport =
      length === 7 && passportSeries.test(text.slice(Math.max(0, run[0].start - 3), run[0].start))
    const start = run[0].start - (isPassport ? 1 : 0)
    const { end } = lastOf(run)
    if ((length < fewestBeside && !isPassport) || length > most || cellAt(cells, start)) continue
    if (
      !opensCell.test(text.slice(Math.max(0, start - 4), start)) ||
      !closesCell.test(text.slice(end, end + 4))
    )
      continue
    const near = text.slice(Math.max(0, start - farthestOwner), start)
    const owner = firstEndingAfter(known, start - near.length + near.lastIndexOf('\n') + 1)
    if (!owner || owner.end >= start || !cellSign.test(text.slice(owner.end, start))) continue
    const isPhone = landline.test(text.slice(start, end).replace(/\D/g, ''))
    findings.push({ start, end, type: isPassport ? 'PASSPORT' : isPhone ? 'PHONE' : 'BANK_ACCOUNT' })
  }
  return findings
}

/** "KPJ: 21007743018 Baharuddin", and below it "21007743026 Saharia". */
function belowAlike({ digits: text, runs, cells }: Reading, taken: ReadonlyMap<number, Finding>): Finding[] {
  const findings: Finding[] = []
  let above: { start: number; length: number; type: FindingType } | undefined
  for (const run of runs) {
    const { start } = run[0]
    if (start > 0 && text.charCodeAt(start - 1) !== 10) continue
    const length = lengthOf(run)
    const known = taken.get(start)?.type
    const isAlike = above?.length === length && isNextLine(text, above.start, start) && !cellAt(cells, start)
    const type = known ?? (isAlike ? above?.type : undefined)
    if (!known && type) findings.push({ start, end: lastOf(run).end, type })
    above = type && length >= fewest ? { start, length, type } : undefined
  }
  return findings
}

/** One line end between the beginnings of two lines. */
function isNextLine(text: string, above: number, start: number): boolean {
  return start - above < longestLine && text.indexOf('\n', above) === start - 1
}
