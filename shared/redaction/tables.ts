// Reads tables as text has them: rows of cells parted by comma, semicolon, bar, tab or wide blanks, below a line of
// heads. A number or name in a cell is told by the head of its column, for no cue stands before it.

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
  /\b(?:nama|name|nik|nip|kk|ktp|npwp|nop|rm|norm|alamat|telp|telepon|hp|whatsapp|kontak|phone|email|lahir|birth|rekening|norek|bpjs|pelapor|pemohon|pemilik|petugas|peserta|pegawai|pasien|nopol|plat|penerima|paspor|sim|sertifikat|shm|pic|penanggung|tamu|anggota|siswa|imei)\b/
/** Heads of columns that hold places, things and counts; among commas such words are common prose. */
const otherHead =
  /\b(?:kecamatan|kelurahan|desa|kota|kabupaten|uraian|kegiatan|program|barang|sekolah|instansi|lokasi|target|realisasi|jumlah|satuan|harga|pagu|persen|kode|jenis|status)\b/
const longestHead = 400
const longestRow = 2000
const fewestCells = 2

type Parting = ',' | ';' | '|' | '\t' | '  ' | '/' | '<'

/** Finds the cells that stand below a head. One pass over the lines. */
export function readTables(text: string): Tables {
  const cells: ColumnCell[] = []
  const headLines: Span[] = []
  let heads: string[] | undefined
  let parting: Parting = ','
  for (let start = 0; start < text.length;) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    if (end - start <= longestRow) {
      const found = end - start <= longestHead ? readHead(text, start, end) : undefined
      if (found) {
        heads = found.heads
        headLines.push({ start, end })
        parting = found.parting
      } else if (heads) {
        const row = split(text, start, end, parting)
        const filled = row.filter((cell) => cell.end > cell.start)
        if (filled.length < fewestCells) {
          if (end > start + 1) heads = undefined
        } else addRow(cells, row, heads)
      }
    } else heads = undefined
    start = end + 1
  }
  return { cells, heads: headLines }
}

function addRow(cells: ColumnCell[], row: readonly Span[], heads: readonly string[]): void {
  for (const [at, { start, end }] of row.entries()) {
    const label = heads[at]
    if (label && end > start) cells.push({ start, end, label })
  }
}

function readHead(
  text: string,
  start: number,
  end: number,
): { heads: string[]; parting: Parting } | undefined {
  const parting = partingOf(text, start, end)
  if (!parting) return undefined
  const line = text.slice(start, end).toLowerCase()
  const isHead = (head: string) =>
    headWord.test(head) || (parting !== ',' && parting !== '/' && otherHead.test(head))
  if (/\d/.test(line) || !isHead(line.replaceAll('_', ' '))) return undefined
  const heads = split(text, start, end, parting).map((cell) =>
    text
      .slice(cell.start, cell.end)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )
  const isShort = heads.every((head) => head.length <= 40)
  const named = heads.filter(isHead).length
  const isRuled =
    parting === '|' && text.charCodeAt(end + 1) === 124 && /[-:]/.test(text.slice(end + 2, end + 4))
  return isShort && (named > 1 || (named === 1 && (heads.filter(Boolean).length > 2 || isRuled)))
    ? { heads, parting }
    : undefined
}

/** The sign that parts a line most often, at least twice; or wide blanks. */
function partingOf(text: string, start: number, end: number): Parting | undefined {
  let commas = 0
  let semicolons = 0
  let bars = 0
  let tabs = 0
  let wides = 0
  let slashes = 0
  let tags = 0
  for (let at = start; at < end; at++) {
    switch (text.charCodeAt(at)) {
      case 44:
        commas++
        break
      case 59:
        semicolons++
        break
      case 60:
        if ((text.charCodeAt(at + 1) | 32) === 116 && text.charCodeAt(at + 3) === 62) tags++
        break
      case 47:
        if (text.charCodeAt(at + 1) === 32 && text.charCodeAt(at - 1) === 32) slashes++
        break
      case 124:
        bars++
        break
      case 9:
        tabs++
        break
      case 32:
        if (text.charCodeAt(at + 1) === 32 && text.charCodeAt(at - 1) !== 32 && at > start) wides++
        break
    }
  }
  if (tags > 1) return '<'
  if (tabs > 0) return '\t'
  if (bars > 1) return '|'
  if (semicolons > 1) return ';'
  if (commas > 1) return ','
  if (slashes > 1) return '/'
  return wides > 1 ? '  ' : undefined
}

export interface Span {
  start: number
  end: number
}

/** Cells without the blanks and quotes around them; a comma inside quotes parts nothing. */
function split(text: string, start: number, end: number, parting: Parting): Span[] {
  if (parting === '<') return splitTags(text, start, end)
  const cells: Span[] = []
  const sign = parting.charCodeAt(0)
  let from = start
  if (parting === '|' && text.charCodeAt(start) === 124) from++
  let quoted = false
  for (let at = from; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : sign
    if (code === 34 && (parting === ',' || parting === ';') && at < end) quoted = !quoted
    if (at < end && (code !== sign || quoted)) continue
    if (at < end && parting === '/' && text.charCodeAt(at - 1) !== 32) continue
    if (at < end && parting === '  ') {
      if (text.charCodeAt(at + 1) !== 32) continue
      cells.push(trimmed(text, from, at))
      while (at + 1 < end && text.charCodeAt(at + 1) === 32) at++
      from = at + 1
      continue
    }
    cells.push(trimmed(text, from, at))
    from = at + 1
  }
  return cells
}

/** What stands between the tags of a row of HTML. */
function splitTags(text: string, start: number, end: number): Span[] {
  const cells: Span[] = []
  let from = -1
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === 62) from = at + 1
    else if (code === 60 && from >= 0) {
      if (
        text.charCodeAt(at + 1) === 47 &&
        (text.charCodeAt(at + 2) | 32) === 116 &&
        (text.charCodeAt(at + 3) | 32) !== 114
      )
        cells.push(trimmed(text, from, at))
      from = -1
    }
  }
  return cells
}

function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end]
  while (from < to && isFrame(text.charCodeAt(from))) from++
  while (to > from && isFrame(text.charCodeAt(to - 1))) to--
  return { start: from, end: to }
}

function isFrame(code: number): boolean {
  return code === 32 || code === 34 || code === 39 || code === 13 || code === 9
}
