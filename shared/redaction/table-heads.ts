// Which line names the columns of a table, and how: a row of heads, heads in brackets, or a sentence about the columns.
import { thingHead } from './lexicon/thing-heads.ts'
import { lineEnd, partingOf, split, type Parting, type Span } from './table-cells.ts'

const headWord =
  /(?<![a-z])(?:nama|name|nik|nip|kk|ktp|npwp|nop|rm|norm|alamat|telp|telpon|telepon|notelp|hp|nohp|whatsapp|kontak|phone|email|lahir|birth|rek|rekening|norek|akun|bpjs|kpj|kks|pelapor|pemohon|pemilik|petugas|peserta|pegawai|pasien|nopol|polisi|plat|penerima|paspor|sim|sertifikat|sertipikat|shm|no hak|nomor hak|pic|penanggung|tamu|anggota|siswa|imei|username|password|passwd|sandi|msisdn|otp|(?:api |client )(?:key|secret)|token(?: aktivasi| login)?|session|cvv|longitude|bujur)(?![a-z])/
/** Short words for the same, which people also write in sentences with commas. */
const shortHead = /(?<![a-z])(?:acc|a[ /]c|wa|nope|tlp|user|pass|pin)(?![a-z])/
/** Heads of columns that hold places, things and counts; among commas such words are common prose. */
const otherHead =
  /(?<![a-z])(?:kecamatan|kelurahan|desa|kota|kabupaten|uraian|kegiatan|program|barang|sekolah|instansi|lokasi|target|realisasi|jumlah|satuan|harga|pagu|persen|kode|jenis|status|qty|part number|stok|kapasitas|simpanan|aset|kategori)(?![a-z])/
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
/** What stands in brackets before the first column: "(kolom: nama, NIK, …)". */
const announcement = /^[^,;/|~]{0,30}:/
/** "balas format: NAMA#RM#TGL" says how messages are written. */
const messageForm = /[a-z][a-z ]{1,20}(?:#[a-z][a-z ]{1,20}){2,8}/i
/** Of columns in brackets there one that is known is enough. */
const insertion = /\binto [\w.`"[\]]{0,40}?(\w{1,40})["`\]]? ?$/i
/** So few columns are rather words in brackets. */
export const fewestCounted = 3

/** A line that names columns. */
export interface Head {
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

/** @returns the heads on a line, or nothing where it names no columns */
export function readHeads(text: string, start: number, end: number): Head | undefined {
  if (end - start > longestHead) return undefined
  return readBrackets(text, start, end) ?? readOrder(text, start, end) ?? readHead(text, start, end)
}

function readHead(text: string, start: number, end: number): Head | undefined {
  const parting = partingOf(text, start, end)
  if (!parting) return undefined
  const line = text.slice(start, end)
  // Prose has a blank behind each comma.
  const isStrict = parting === '/' || parting === '-' || (parting === ',' && line.includes(', '))
  const isTelling = (head: string) => headWord.test(head) || (!isStrict && shortHead.test(head))
  const isHead = (head: string) =>
    isTelling(head) || (!isStrict && (otherHead.test(head) || thingHead.test(head)))
  if (!isHead(line.toLowerCase()) && !thingHead.test(headLabel(/[^|,;\t ][^|,;\t]*/.exec(line)?.[0] ?? '')))
    return undefined
  const cells = split(text, start, end, parting)
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
        : !isStrict && isPlain && isPair(text, end + 1, parting, heads, isTelling)
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
  // "INSERT INTO halte (id, nama)": names of stops.
  const table = form ? undefined : insertion.exec(line.slice(0, open))?.[1]
  const fewest = table ? 1 : 2
  if (named.length <= fewest || named.some((head) => !head || head.length > 40 || number.test(head)))
    return undefined
  if (named.filter((head) => headWord.test(head)).length < fewest) return undefined
  return {
    heads: headsByNeighbours(named.map((head) => (table && head === 'nama' ? `nama ${table}` : head))),
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
export function headLabel(written: string): string {
  return written
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(glued, 'no ')
}

/**
 * Below a head of two columns stands a row of two. Where a label stands again, it is a form: "Nama | Pelapor". Beside an
 * unknown head a number must stand below the known one: "No RM; Umur".
 */
function isPair(
  text: string,
  start: number,
  parting: Parting,
  heads: readonly string[],
  isTelling: (head: string) => boolean,
): boolean {
  const end = lineEnd(text, start)
  if (start >= end || end - start > longestHead) return false
  const [first, second, ...more] = split(text, start, end, parting)
    .filter((cell) => cell.end > cell.start)
    .map((cell) => text.slice(cell.start, cell.end))
  if (!first || !second || more.length > 0 || isTelling(headLabel(first))) return false
  const isOfThings = (head: string) => thingHead.test(head) || otherHead.test(head)
  if (thingHead.test(heads[0] ?? '') || heads.every((head) => isOfThings(head) || besideHead.test(head)))
    return true
  const isKnown = (head: string) => isTelling(head) || besideHead.test(head) || isOfThings(head)
  return (
    heads.some(isTelling) &&
    (heads.every(isKnown) ||
      [first, second].some(
        (cell, at) => isTelling(heads[at]!) && (isCode(cell) || passwordHead.test(heads[at]!)),
      ))
  )
}

const passwordHead = /^(?:password|passwd|(?:kata )?sandi)$/
/** Digits, perhaps with letters before or between, but no words. */
const isCode = (cell: string) => cell.length < 32 && /\d.?\d/.test(cell) && !/[a-z]{4}/i.test(cell)

/** What things have and people have not, and the other way round. */
const propertyHead =
  /\b(?:mere?k|satuan|stok|spe[ck]\w*|barang|aset|tipe|type|varian|varietas|komoditas|kapasitas|sku|harga)\b/
const personHead =
  /\b(?:nik|nip|kk|ktp|hp|wa|telp\w*|telepon|lahir|ttl|umur|usia|jabatan|alamat|rekening|npwp|jk|kelamin|nopol|polisi|plat|email|pe[mn]\w{4,})\b/

/** "Tahun; SHM; HGB" counts them. */
const periodHead =
  /^(?:tahun|bulan|triwulan|semester|kecamatan|kelurahan|desa|kabupaten|wilayah|sumber|jenis)$/
const landHead = /^(?:shm|s?hgb|hgu|hak milik|hak pakai|(?:berkas )?rm|rekam medis)$/
const courseHead = /\b(?:nilai|predikat|pelatihan|diklat|kompetensi|webinar|halal|vaksin|instruktur|kursus)\b/
const workerHead = /\b(?:nik|kpj|upah|gaji|bpjs|jabatan|lahir)\b/

/** Heads that only their neighbours tell: accounts of a budget or a bank, names of things. */
function headsByNeighbours(heads: readonly string[]): readonly string[] {
  const isPaid = heads.some((head) => payeeHead.test(head))
  if (!isPaid && heads.some((head) => budgetHead.test(head)))
    return heads.map((head) => (accountHead.test(head) ? 'kode rekening' : head))
  const hasBank = heads.some((head) => bankHead.test(head))
  const isOfThings =
    heads.some((head) => propertyHead.test(head)) && !heads.some((head) => personHead.test(head))
  const isStatistics =
    heads.some((head) => periodHead.test(head)) && !isPaid && !heads.some((head) => personHead.test(head))
  const isOfCourses = heads.some((head) => courseHead.test(head))
  const isAttendance = heads.some((head) => attendanceHead.test(head))
  return heads.map((head) => {
    if (isAttendance && head === 'pin') return 'nomor mesin'
    if (isOfThings && head === 'nama') return 'nama barang'
    if (isStatistics && landHead.test(head)) return `jumlah ${head}`
    if (isOfCourses && /sert(?:if|ip)ikat/.test(head)) return 'sertifikat pelatihan'
    // "Nama TK | KPJ | Upah": those who work, not kindergartens.
    if (head === 'nama tk' && heads.some((other) => workerHead.test(other))) return 'nama'
    return shortAccount.test(head) || (hasBank && head === 'nomor') ? 'nomor rekening' : head
  })
}
