// A list of offices out of a spreadsheet, as the gateway's import takes it. What a value is worth the gateway says.
import Papa from 'papaparse'

export interface ListedOffice {
  /** As the spreadsheet counts its rows, the head being the first. */
  line: number
  id: string
  name: string
  office: { id: string; name: string; limits?: Record<string, unknown> }
}
export interface OfficeList {
  offices: ListedOffice[]
  /** Heads of columns that mean nothing here. */
  ignored: string[]
  /** Columns without which nothing can be read. */
  missing: ('id' | 'name')[]
}

const columns = {
  id: ['id', 'kode', 'kodeinstansi', 'singkatan', 'code'],
  name: ['nama', 'name', 'namainstansi', 'instansi', 'namaopd', 'opd', 'office'],
  actionsPerDay: ['actionsperday', 'tindakanperhari', 'kuotaperhari', 'kuotahari', 'perhari'],
  actionsPerMonth: [
    'actionspermonth',
    'tindakanperbulan',
    'kuotaperbulan',
    'kuotabulan',
    'perbulan',
    'kuota',
  ],
  tokensPerMonth: ['tokenspermonth', 'tokenperbulan', 'token'],
  rupiahPerMonth: ['rupiahpermonth', 'rupiahperbulan', 'biayaperbulan', 'rupiah'],
} as const
type Column = keyof typeof columns
const limits = ['actionsPerDay', 'actionsPerMonth', 'tokensPerMonth', 'rupiahPerMonth'] as const

/** @param text with a head row; semicolons (Excel in Indonesian), commas or tabs, with or without a byte order mark */
export function readOffices(text: string): OfficeList {
  const tables = [';', ',', '\t'].map((delimiter) => tableOf(text, delimiter))
  const [table = []] = tables.sort((a, b) => knownHeads(b) - knownHeads(a))
  const [head = [], ...rows] = table
  const found = head.map(columnOf)
  const offices = rows.flatMap((cells, at) =>
    cells.every((cell) => cell.trim() === '') ? [] : officeOf(cells, found, at + 2),
  )
  return {
    offices,
    ignored: head.filter((title, at) => !found[at] && title.trim() !== ''),
    missing: (['id', 'name'] as const).filter((column) => !found.includes(column)),
  }
}

/** @returns the text of a file: UTF-8, else as Windows writes it */
export function textOfFile(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function tableOf(text: string, delimiter: string): string[][] {
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter }).data
}

function knownHeads([head = []]: string[][]): number {
  return head.filter(columnOf).length
}

function columnOf(title: string): Column | undefined {
  const plain = title.toLowerCase().replace(/[^a-z0-9]/g, '')
  return (Object.keys(columns) as Column[]).find((column) =>
    (columns[column] as readonly string[]).includes(plain),
  )
}

function officeOf(cells: string[], found: (Column | undefined)[], line: number): ListedOffice {
  const cell = (column: Column) => cells[found.indexOf(column)]?.trim() ?? ''
  const [id, name] = [cell('id'), cell('name')]
  const given = limits.flatMap((limit) => (cell(limit) === '' ? [] : [[limit, capOf(cell(limit))] as const]))
  const office = { id, name, ...(given.length > 0 && { limits: Object.fromEntries(given) }) }
  return { line, id, name, office }
}

/** @returns a number, null for "no limit", or the text itself, which the gateway refuses */
function capOf(text: string): number | null | string {
  if (/^(-|tanpa batas|tak terbatas|unlimited|null)$/i.test(text)) return null
  if (/^\d{1,3}([.,\s]\d{3})+$/.test(text)) return Number(text.replace(/\D/g, ''))
  return /^\d+$/.test(text) ? Number(text) : text
}
