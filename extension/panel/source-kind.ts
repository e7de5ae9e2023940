// What kind of thing was read, in words that the officer would use: told in the panel, so that a wrong reading shows.

export type About =
  | { kind: 'page' | 'article' | 'complaint' | 'selection' | 'letter' }
  | { kind: 'mail'; from: string; date: string; subject: string }
  | ({ kind: 'table' } & TableSeen)

/** How much of a table was read. `of` is all that the portal says it has, in `unit`; null where it does not say. */
export interface TableSeen {
  rows: number
  of: number | null
  unit: 'rows' | 'pages'
}

/** Heads stand at the top: so many lines are looked at. */
const headLines = 40
const fewestComplaintLabels = 2
const complaintLabel =
  /^(?:(?:nama |data |no(?:mor|\.)? |isi |judul |kategori |status |tanggal |lokasi |kanal )*(?:pelapor|pengadu|aduan|pengaduan|laporan|keluhan|tiket|disposisi)|lokasi kejadian|uraian(?: masalah)?|kategori|kanal)\s*:/i

/** @returns a mail or a complaint by its labels; else what the page itself showed it to be */
export function kindOf(text: string, seen: { isArticle: boolean; table: TableSeen | null }): About {
  const head = text.split('\n', headLines)
  const mail = mailHead(head)
  if (mail) return { kind: 'mail', ...mail }
  if (seen.table) return { kind: 'table', ...seen.table }
  const labels = head.filter((line) => complaintLabel.test(line))
  if (labels.length >= fewestComplaintLabels) return { kind: 'complaint' }
  return { kind: seen.isArticle ? 'article' : 'page' }
}

/** An internal note (nota dinas) has a sender and a matter too; only a mail calls that "Subjek" or holds an address. */
function mailHead(lines: readonly string[]): { from: string; date: string; subject: string } | null {
  const valueOf = (label: RegExp) => {
    const line = lines.find((candidate) => label.test(candidate))
    return line?.replace(label, '').trim() ?? ''
  }
  const from = valueOf(/^(?:dari|from|pengirim|sender)\s*:/i)
  const to = valueOf(/^(?:kepada|ke|to|penerima)\s*:/i)
  const mailSubject = valueOf(/^(?:subjek|subject)\s*:/i)
  const isMail = from !== '' && (mailSubject !== '' || [from, to].some((value) => value.includes('@')))
  if (!isMail) return null
  const date = valueOf(/^(?:tanggal|date|dikirim|sent|waktu)\s*:/i)
  return { from, date, subject: mailSubject || valueOf(/^(?:perihal|hal)\s*:/i) }
}

const fewestRows = 4
const fewestCells = 3
/** A table is what the page is about when it holds so much of its letters. */
const leastShare = 0.6
const range =
  /\d[\d.,]*\s*(?:-|–|—|sampai|hingga|s\.?\/?d\.?|to)\s*\d[\d.,]*\s*(?:dari|of)\s*(?:total\s*)?(\d[\d.,]*)/i
const pageOf = /\b(?:halaman|page|hal\.)\s*\d+\s*(?:dari|of|\/)\s*(\d+)/i

/**
 * @param body what is left of a page once its surroundings are gone
 * @param pager all that the page said, its pager too
 * @returns null where the page is about something else
 */
export function tableSeen(body: Element, pager: string): TableSeen | null {
  const rows = Array.from(body.querySelectorAll('tr, div[role="row"]')).filter(isDataRow)
  const letters = rows.reduce((sum, row) => sum + lettersOf(row), 0)
  if (rows.length < fewestRows || letters < lettersOf(body) * leastShare) return null
  const declared = Number(rows[0]?.closest('[aria-rowcount]')?.getAttribute('aria-rowcount') ?? 0)
  const told = Math.max(declared, wholeNumber(range.exec(pager)?.[1]))
  if (told > rows.length) return { rows: rows.length, of: told, unit: 'rows' }
  const pages = wholeNumber(pageOf.exec(pager)?.[1])
  return pages > 1
    ? { rows: rows.length, of: pages, unit: 'pages' }
    : { rows: rows.length, of: null, unit: 'rows' }
}

function isDataRow(row: Element): boolean {
  if (row.childElementCount < fewestCells || row.querySelector('table')) return false
  return Array.from(row.children).some(
    (cell) => cell.localName !== 'th' && cell.getAttribute('role') !== 'columnheader',
  )
}

function lettersOf({ textContent }: Element): number {
  return textContent?.replace(/\s+/g, '').length ?? 0
}

/** Thousands are parted by dots here, by commas in English. */
function wholeNumber(text: string | undefined): number {
  return Number(text?.replace(/[.,]/g, '') ?? 0)
}
