// Reads tables as text has them: rows of cells parted by comma, semicolon, bar, tab, wide blanks, or a slash, tilde or dash
// between blanks, below a line of heads, or below a line that names the columns in brackets. A number or name in a cell is
// told by the head of its column, for no cue stands before it.

import { thingHead } from './lexicon/thing-heads.ts'
import { partingOf, split, type Parting, type Span } from './table-cells.ts'

export type { Span } from './table-cells.ts'

export interface Tables {
  cells: readonly ColumnCell[]
  /** The lines of heads: no name stands there. */
  heads: readonly Span[]
}

export interface ColumnCell {
  start: number
  end: number
  /** The head of its column, in lower case, words parted by single blanks. */
  label: string
}

const headWord =
  /(?<![a-z])(?:nama|name|nik|nip|kk|ktp|npwp|nop|rm|norm|alamat|telp|telpon|telepon|notelp|hp|nohp|whatsapp|kontak|phone|email|lahir|birth|rek|rekening|norek|akun|bpjs|kpj|kks|pelapor|pemohon|pemilik|petugas|peserta|pegawai|pasien|nopol|plat|penerima|paspor|sim|sertifikat|sertipikat|shm|no hak|nomor hak|pic|penanggung|tamu|anggota|siswa|imei|username|password|sandi)(?![a-z])/
/** Short words for the same, which people also write in sentences with commas. */
const shortHead = /(?<![a-z])(?:acc|a[ /]c|wa|nope|tlp|user|pass|pin)(?![a-z])/
/** Heads of columns that hold places, things and counts; among commas such words are common prose. */
const otherHead =
  /(?<![a-z])(?:kecamatan|kelurahan|desa|kota|kabupaten|uraian|kegiatan|program|barang|sekolah|instansi|lokasi|target|realisasi|jumlah|satuan|harga|pagu|persen|kode|jenis|status)(?![a-z])/
/** What stands beside another head in a table of two columns. */
const besideHead =
  /^(?:no|jumlah|nominal|nilai|total|upah|(?:tanggal|tgl)(?: [a-z]{2,12})?|status|ket|keterangan|role)$/
/** In a table of a budget "rekening" is a code of the budget, unless the table pays somebody. */
const budgetHead = /\b(?:uraian|anggaran|pagu|belanja|kode)\b/
const payeeHead =
  /\b(?:nama(?! (?:sub|kegiatan|program|barang|paket|rekening|akun|belanja|pekerjaan))|penerima|nik|bank|pemilik|penyewa|pedagang|nasabah|pegawai|peserta|siswa|anggota|hp|wa|plat|nip)\b/
const accountHead = /^(?:no |nomor )?rek(?:ening)?$/
const shortAccount = /^(?:no |nomor )?(?:acc|a c)$/
/** There a PIN is only the number that the machine has for somebody. */
const attendanceHead = /^(?:hadir|masuk|datang|pulang|telat|terlambat|scan|jam masuk|absen)\b/
const bankHead = /^(?:nama )?bank$/
const glued = /^no(?=(?:hp|rek|telp|telpon|wa|kk|rm|sim|kpj|ktp|kks)\b)/
/** "HP 1", "NIK (16 digit)", "Luas (m2)": so far digits may stand in a head. */
const numbered = / (?:\d{1,2}(?: digit)?|m2)$/
/** Digits that a word holds, as "SP2D" does, make no row of a head. */
const number = /(?<![a-z])\d|\d\d/
/** "Petugas: Rina", "Bu Rina" are what stands below heads. */
const notHead =
  /[a-z] ?[:=] ?\S|^\W*(?:pak|bu|bpk|bapak|ibu|sdri?|mas|mbak|bang|kang|teh|dr|h|hj)\b\.? [a-z]/i
const longestHead = 400
const longestName = 64
const longestRow = 2000
const fewestCells = 2

/** "No  Nama / NISN" above rows that begin with "1.", and "(peringkat, nama, …)" above rows that begin with "1) Budi". */
const ordinalHead = /^(?:no|nomor|urut|nomor urut|no urut|peringkat|rank|ranking)$/
const ordinal = /^\d{1,3}[.)]?$/
const ordinalBefore = /^\d{1,3}[.)] /
/** What stands in brackets before the first column: "(kolom: nama, NIK, …)". */
const announcement = /^[^,;/|~]{0,30}:/
/** "balas format: NAMA#RM#TGL" says how messages are written. */
const messageForm = /[a-z][a-z ]{1,20}(?:#[a-z][a-z ]{1,20}){2,8}/i
const fewestCounted = 3
const numberHead = /(?<![a-z])(?:nik|nip|kk|npwp|hp|wa|telp|telepon|rek|rekening|norek|bpjs|paspor)(?![a-z])/

/** The surest first; a row of other signs than its heads have is told by the number of its cells. */
const rowPartings: readonly Parting[] = ['#', '~', '|', ';', '\t', '  ', '/', '-', ',']

/** Finds the cells that stand below a head. One pass over the lines. */
export function readTables(text: string): Tables {
  const cells: ColumnCell[] = []
  const headLines: Span[] = []
  let table: Head | undefined
  for (let start = 0; start < text.length;) {
    const end = lineEnd(text, start)
    if (end - start <= longestRow) {
      const found =
        end - start <= longestHead
          ? (readBrackets(text, start, end) ?? readOrder(text, start, end) ?? readHead(text, start, end))
          : undefined
      if (found) {
        table = found
        headLines.push(found.line)
        if (!found.parting) addTuples(text, found.line.end, end, found, cells)
      } else if (table) table = readRow(text, start, end, table, cells)
    } else table = undefined
    start = end + 1
  }
  return { cells, heads: headLines }
}

interface Head {
  heads: readonly string[]
  /** Where the heads stand. */
  line: Span
  /** What parts the rows; of heads in brackets the first row tells it. */
  parting: Parting | undefined
  /** A row must have as many cells as there are heads, for its sign parts words elsewhere or wasn't that of the heads. */
  isCounted?: boolean
  /** So many heads are known ones that the rows may be parted by another sign; not once rows were as the heads are. */
  isSure: boolean
  /** The line before was a title between the rows: "Kecamatan Curug". */
  afterTitle?: boolean
}

/** Adds the cells of a row. @returns the head for the next line: one title between rows doesn't end a table */
function readRow(
  text: string,
  start: number,
  end: number,
  table: Head,
  cells: ColumnCell[],
): Head | undefined {
  const row = table.isCounted ? undefined : plainRow(text, start, end, table)
  if (row) {
    addCells(row, table, cells)
    return table.afterTitle || table.isSure ? { ...table, afterTitle: false, isSure: false } : table
  }
  if (end <= start + 1) return table
  const counted = countedRow(text, start, end, table)
  if (counted) {
    addCells(counted.row, table, cells)
    return { ...table, parting: counted.parting, isCounted: true, afterTitle: false }
  }
  return table.afterTitle || isProseSign(table.parting) ? undefined : { ...table, afterTitle: true }
}

/** A row parted by the sign that parts its heads. */
function plainRow(text: string, start: number, end: number, { heads, parting }: Head): Span[] | undefined {
  if (!parting) return undefined
  const all = split(text, start, end, parting)
  const row = all.length > heads.length && parting === ',' ? joined(text, all) : aligned(text, all, heads)
  return row.filter((cell) => cell.end > cell.start).length < fewestCells ? undefined : row
}

/** "INSERT INTO pasien (no_rm, nama) VALUES ('123456', 'Siti'), (…)": rows on the line of their heads. */
function addTuples(text: string, from: number, end: number, table: Head, cells: ColumnCell[]): void {
  for (let open = text.indexOf('(', from); open >= 0 && open < end;) {
    const close = text.indexOf(')', open)
    if (close < 0 || close > end) return
    const row = split(text, open + 1, close, ',')
    if (row.length >= table.heads.length) addCells(row, table, cells)
    open = text.indexOf('(', close)
  }
}

function addCells(row: readonly Span[], { heads }: Head, cells: ColumnCell[]): void {
  for (const [at, cell] of row.entries()) {
    const label = heads[at]
    if (label && cell.end > cell.start) cells.push({ ...cell, label })
  }
}

/** A row below heads that another sign parts: the sign that makes as many cells as there are heads, each of its kind. */
function countedRow(
  text: string,
  start: number,
  end: number,
  { heads, parting, isCounted, isSure }: Head,
): { row: Span[]; parting: Parting } | undefined {
  if (!isSure || heads.length < fewestCounted) return undefined
  const bare = withoutBrackets(text, start, end)
  for (const sign of isCounted && parting ? [parting] : rowPartings) {
    const row = aligned(text, split(text, bare.start, bare.end, sign), heads)
    if (row.length === heads.length && row.every((cell, at) => isOfKind(text, cell, heads[at]!)))
      return { row, parting: sign }
  }
  return undefined
}

/** Under a head of numbers stand few letters, under one of names no digits: else a sentence happens to have as many parts. */
function isOfKind(text: string, { start, end }: Span, head: string): boolean {
  const cell = text.slice(start, end)
  if (numberHead.test(head)) return !/[a-z]{5}/i.test(cell)
  return !/^nama\b/.test(head) || !/\d/.test(cell.replace(ordinalBefore, ''))
}

/** "('Budi', '3374…')," below the columns of an INSERT. */
function withoutBrackets(text: string, start: number, end: number): Span {
  const close = text.charCodeAt(start) === 40 ? text.slice(start, end).lastIndexOf(')') : -1
  return close > 0 ? { start: start + 1, end: start + close } : { start, end }
}

/** The number of a row counts as a cell only where the heads have one for it. */
function aligned(text: string, row: Span[], heads: readonly string[]): Span[] {
  const [first, ...rest] = row
  if (!first) return row
  const written = text.slice(first.start, first.end)
  if (row.length === heads.length + 1 && ordinal.test(written)) return rest
  const number = row.length === heads.length - 1 ? ordinalBefore.exec(written)?.[0].length : undefined
  if (!number || !ordinalHead.test(heads[0]!)) return row
  const name = first.start + number
  return [{ start: first.start, end: name }, { start: name, end: first.end }, ...rest]
}

/** In a row with too many commas those before a blank part nothing: "Siti, S.Kep.,siti@…". */
function joined(text: string, cells: readonly Span[]): Span[] {
  const row: Span[] = []
  for (const cell of cells) {
    const last = row.at(-1)
    if (last && cell.end > cell.start && text.charAt(cell.start - 1) === ' ') last.end = cell.end
    else row.push({ ...cell })
  }
  return row
}

/** Signs that part words in sentences too. */
function isProseSign(parting: Parting | undefined): boolean {
  return parting === ',' || parting === '/' || parting === '-'
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.length : end
}

function readHead(text: string, start: number, end: number): Head | undefined {
  const from = start + announced(text.slice(start, end))
  const parting = partingOf(text, from, end)
  if (!parting) return undefined
  const line = text.slice(from, end)
  // Prose has a blank behind each comma.
  const isStrict = parting === '/' || parting === '-' || (parting === ',' && line.includes(', '))
  const isTelling = (head: string) => headWord.test(head) || (!isStrict && shortHead.test(head))
  const isHead = (head: string) =>
    isTelling(head) || (!isProseSign(parting) && (otherHead.test(head) || thingHead.test(head)))
  if (!isHead(line.toLowerCase()) && !thingHead.test(headLabel(/[^|,;\t ][^|,;\t]*/.exec(line)?.[0] ?? '')))
    return undefined
  const cells = split(text, from, end, parting)
  if (cells.some((cell) => cell.end - cell.start > longestName)) return undefined
  const heads = cells.map((cell) => headLabel(text.slice(cell.start, cell.end)).replace(numbered, ''))
  if (heads.some((head) => head.length > 40 || number.test(head))) return undefined
  if (cells.some((cell) => notHead.test(text.slice(cell.start, cell.end)))) return undefined
  const named = heads.filter(isHead).length
  const filled = heads.filter(Boolean).length
  const isRuled =
    parting === '|' && text.charCodeAt(end + 1) === 124 && /[-:]/.test(text.slice(end + 2, end + 4))
  // "HP 1" is a head; "petugas RT 3" alone may be a cell, "Anggota  Budi, S.E.  Dinas" a row, "nama: Budi" a form.
  const isPlain = !/[\d:={]/.test(line)
  const isTable =
    filled > 2
      ? named > 1 || (named === 1 && !(parting === ',' ? /\d/ : /[\d,]/).test(line))
      : isRuled
        ? named > 0
        : !isStrict && isPlain && isPair(heads, isTelling) && isPairBelow(text, end + 1, parting, isTelling)
  const isSure = named * 2 >= filled
  // "Saya lapor ke petugas Rina, katanya Joko yang urus, ternyata Sari"
  if (isStrict && !isSure && !hasRowBelow(text, end + 1, parting, cells.length)) return undefined
  const isCounted = parting === '-'
  return isTable && (isSure || !isCounted)
    ? { heads: headsByNeighbours(heads), line: { start, end }, parting, isCounted, isSure }
    : undefined
}

/** The next line has as many cells. */
function hasRowBelow(text: string, start: number, parting: Parting, size: number): boolean {
  const end = lineEnd(text, start)
  return start < end && end - start < longestHead && split(text, start, end, parting).length === size
}

/** "Setoran, format: no_rek|nama|nominal": how much stands before the first head. */
function announced(line: string): number {
  const first = line.search(/[|;\t]/)
  const colon = first < 0 ? -1 : line.lastIndexOf(': ', first)
  return colon < 0 || !headWord.test(headLabel(line.slice(colon, first))) ? 0 : colon + 2
}

/** "Penerima beasiswa (nama, NIM, rekening):" says how the lines below are made. */
function readBrackets(text: string, start: number, end: number): Head | undefined {
  const line = text.slice(start, end)
  const form = line.includes('#') ? messageForm.exec(line) : null
  const open = form ? form.index - 1 : line.indexOf('(')
  const close = form ? form.index + form[0].length : open < 0 ? -1 : line.indexOf(')', open)
  if (close < 0) return undefined
  const named = line
    .slice(open + 1, close)
    .replace(announcement, '')
    .split(form ? '#' : /[,;/|~]/)
    .map(headLabel)
  if (named.length < fewestCounted || named.some((head) => !head || head.length > 40 || number.test(head)))
    return undefined
  if (named.filter((head) => headWord.test(head)).length < 2) return undefined
  return {
    heads: headsByNeighbours(named),
    line: { start: start + open, end: start + close },
    parting: undefined,
    isSure: true,
  }
}

/** "Urutan kolom: nama, NIK, no rekening" and "Kolom RM, nama dan poli sebagai berikut:" say it in a sentence. */
const order = /\bkolom(?:nya)?\b[ :=]{1,3}((?:[^,:\n]{2,40},){1,12}[^,:\n]{2,60})/i
const orderEnds = / (?:sebagai berikut|berikut|seperti|adalah)\b.*$|[.:]\s*$/i

function readOrder(text: string, start: number, end: number): Head | undefined {
  const line = text.slice(start, end)
  const found = order.exec(line)
  if (!found) return undefined
  const heads = found[1]!
    .replace(orderEnds, '')
    .split(/,(?: dan)?| dan /)
    .map(headLabel)
    .filter(Boolean)
  if (
    heads.length < 2 ||
    heads.some((head) => head.length > 40 || number.test(head)) ||
    !heads.some((head) => headWord.test(head) || shortHead.test(head))
  )
    return undefined
  return { heads: headsByNeighbours(heads), line: { start, end }, parting: undefined, isSure: true }
}

/** "No. HP", "no_hp", "noHp" and "nohp" are "no hp". */
function headLabel(written: string): string {
  return written
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(glued, 'no ')
}

function isPair(heads: readonly string[], isTelling: (head: string) => boolean): boolean {
  const [first = ''] = heads
  return (
    thingHead.test(first) ||
    (heads.some(isTelling) && heads.every((head) => isTelling(head) || besideHead.test(head)))
  )
}

/** Below a head of two columns stands a row of two; where a label stands again, it is a form: "Nama | Pelapor". */
function isPairBelow(
  text: string,
  start: number,
  parting: Parting,
  isTelling: (head: string) => boolean,
): boolean {
  const end = lineEnd(text, start)
  if (start >= end || end - start > longestHead) return false
  const [first, second, ...more] = split(text, start, end, parting).filter((cell) => cell.end > cell.start)
  return !!first && !!second && more.length === 0 && !isTelling(headLabel(text.slice(first.start, first.end)))
}

/** What things have and people have not, and the other way round. */
const propertyHead =
  /\b(?:mere?k|satuan|stok|spe[ck]\w*|barang|aset|tipe|type|varian|varietas|komoditas|kapasitas|sku|harga)\b/
const personHead =
  /\b(?:nik|nip|kk|ktp|hp|wa|telp\w*|telepon|lahir|ttl|umur|usia|jabatan|alamat|rekening|npwp|jk|kelamin|nopol|plat|email|pe[mn]\w{4,})\b/

/** Heads that only their neighbours tell: accounts of a budget or a bank, names of things. */
function headsByNeighbours(heads: readonly string[]): readonly string[] {
  const isPaid = heads.some((head) => payeeHead.test(head))
  if (!isPaid && heads.some((head) => budgetHead.test(head)))
    return heads.map((head) => (accountHead.test(head) ? 'kode rekening' : head))
  const hasBank = heads.some((head) => bankHead.test(head))
  const isOfThings =
    heads.some((head) => propertyHead.test(head)) && !heads.some((head) => personHead.test(head))
  const isAttendance = heads.some((head) => attendanceHead.test(head))
  return heads.map((head) => {
    if (isAttendance && head === 'pin') return 'nomor mesin'
    if (isOfThings && head === 'nama') return 'nama barang'
    return shortAccount.test(head) || (hasBank && head === 'nomor') ? 'nomor rekening' : head
  })
}
