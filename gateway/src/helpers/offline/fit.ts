// Fits a summary into the portal's field: its most important lines, each whole or with a sign where it was cut.
import { shorten } from '../../../../shared/content/index.ts'

/** A line with the items that stand under it. */
interface Block {
  head: string
  items: string[]
}

/** Less of a line (UTF-16 units) says nothing. */
const least = 30
/** More than this a line may always have. */
const leastShare = 120
/** So small a field has room for one line alone. */
const oneLine = 60
const moreItems = '- (butir lain ada dalam naskah)'
/** Headings, the most important first. What the text doesn't say goes before all others. */
const headings = [
  'Pokok masalah',
  'Hal',
  'Perihal',
  'Inti',
  'Tentang',
  'Yang diatur',
  'Keputusan',
  'Tindak lanjut',
  'Apa',
  'Tiga angka terbesar',
  'Jumlah',
  'Tenggat atau acara',
  'Permintaan',
  'Yang diminta',
  'Urgensi',
  'Lokasi',
  'Kerahasiaan',
  'Pertanyaan',
  'Waktu',
  'Dari',
  'Nomor dan tanggal',
  'Rincian',
  'Tanggal masuk',
  'Tenggat',
  'Data kurang',
  'Rapat',
  'Hal terbuka',
  'Sanksi',
  'Siapa yang wajib',
  'Kapan',
  'Di mana',
  'Siapa',
  'Menyangkut Pemkot',
  'Mengapa/Bagaimana',
  'Kutipan pejabat',
  'Kolom',
  'Keterangan',
]
/** They help beside the text and go before all others, the last of them first. */
const helps = ['Usulan disposisi', 'Sifat', 'Lampiran', 'Dasar', 'Dugaan perangkat daerah', 'Klasifikasi']

/** @returns the place of a line under one of our headings; the smallest is the most important. */
export function headingRank(line: string): number {
  const heading = headingOf(line)
  if (helps.includes(heading)) return headings.length + 1 + helps.indexOf(heading)
  const place = headings.indexOf(heading)
  return place < 0 || line.endsWith(': tidak disebut') ? headings.length : place
}

function headingOf(line: string): string {
  return line.slice(0, line.indexOf(':'))
}

/**
 * @param lines of the summary, in order; an item begins with "- "
 * @param ends notes below them, the one that must stay last
 * @param room of the field in UTF-16 units
 * @param rankOf the place of a line, the smallest for the most important
 * @returns all of it where it fits
 */
export function fitted(
  lines: readonly string[],
  ends: readonly string[],
  room: number,
  rankOf: (line: string) => number,
): string {
  const whole = lines.join('\n') + tailOf(ends)
  if (whole.length <= room) return whole
  const blocks = blocksOf(lines)
  const ranked = blocks.toSorted((a, b) => rankOf(a.head) - rankOf(b.head))
  if (room < oneLine) return shortened(withoutHeading(ranked[0]), room)
  for (const kept of [ends, ends.slice(-1)]) {
    const tail = tailOf(kept)
    if (room - tail.length >= least) return most(blocks, ranked, room - tail.length) + tail
  }
  return most(blocks, ranked, room)
}

/** Notes stand apart, below an empty line. */
function tailOf(notes: readonly string[]): string {
  return notes.length > 0 ? ['\n', ...notes].join('\n') : ''
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  for (const line of lines) {
    const open = blocks.at(-1)
    if (line.startsWith('- ') && open !== undefined) open.items.push(line)
    else blocks.push({ head: line, items: [] })
  }
  return blocks
}

/** The important ones first, none with more than its share while others wait; shown in the order of the summary. */
function most(blocks: readonly Block[], ranked: readonly Block[], room: number): string {
  const kept = new Map<Block, string>()
  const share = Math.max(leastShare, Math.floor(room / 3))
  // each line takes a line end with it, the last one none
  let left = room + 1
  const keep = (block: Block, limit: number) => {
    const text = cut(block, limit)
    if (text === undefined) return
    left -= text.length - (kept.get(block)?.length ?? -1)
    kept.set(block, text)
  }
  for (const block of ranked) keep(block, Math.min(left - 1, share))
  for (const block of ranked) keep(block, left + (kept.get(block)?.length ?? -1))
  return blocks.flatMap((block) => kept.get(block) ?? []).join('\n')
}

/** @returns what fits of a block: all, or fewer items, else its line with a sign at its end. */
function cut(block: Block, room: number): string | undefined {
  const whole = [block.head, ...block.items].join('\n')
  if (whole.length <= room) return whole
  // a suggestion without the word that it is one would be a finding
  if (helps.includes(headingOf(block.head))) return undefined
  for (let count = block.items.length - 1; count > 0; count--) {
    const text = [block.head, ...block.items.slice(0, count), moreItems].join('\n')
    if (text.length <= room) return text
  }
  const text = shortened(lineOf(block), room)
  return room < least && text.endsWith('…') ? undefined : text
}

/** "Urgensi: tinggi" says enough without the quote behind it. */
function shortened(line: string, room: number): string {
  const unquoted = line.startsWith('Urgensi: ') ? line.replace(/ \(".*$/, '') : line
  return shorten(line.length <= room ? line : unquoted, room)
}

/** Without its items, and a sign for those that it had. */
function lineOf({ head, items }: Block): string {
  const [first, ...others] = items
  if (first === undefined) return head
  if (!head.endsWith(':')) return `${head} …`
  return `${head} ${first.slice(2)}${others.length > 0 ? ' …' : ''}`
}

function withoutHeading(block: Block | undefined): string {
  if (block === undefined) return ''
  const line = lineOf(block)
  return headingRank(line) < headings.length ? line.slice(line.indexOf(':') + 2) : line
}
