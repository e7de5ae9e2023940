// What stands around a number and tells its meaning: words before it, the head of its column, the line above, or words
// right behind it. People, exports and programs write such labels in many forms; here they become one, so that the
// detectors know each word once.
import { bankNames } from '../lexicon/banks.ts'
import { publicNumberWords } from '../lexicon/public-numbers.ts'
import { cellAt } from '../reading.ts'
import type { ColumnCell } from '../tables.ts'

/** A label may have a bank, its branch and an owner behind it. */
const reach = 96
const longestAbove = 160
const longestName = 30
/** So many characters right behind a number may name it. */
const reachBehind = 32
/** A label closer to the next number announces that. */
const shortestBeforeNext = 14
const longestBridge = 64
/** "Rekening baru 108-…. Yang lama 109-…" */
const otherOfTwo = /\. yang (?:lama|baru|satunya|satu lagi|kedua)[ :]{1,3}$/
/** "Moh. Rizal", "Drs. H. Ali" go on. */
const sentenceEnd = /(?<!\b(?:[a-z]|moh|muh|mhd|abd|drs|dra|ir|st|ny|tn|sdr|sdri|dr|hj|prof))\. /
const listMark = /\n[ \t>*•·–-]{0,8}(?:\d{1,2}[.)])?/g
/** What stands behind these is no second number of the same kind. */
const otherMeaning =
  /\b(?:rp|idr|jumlah|total|nominal|saldo|sebesar|senilai|tgl|tanggal|pukul|jam|tahun|surat|tagihan|bayar|bupot|faktur|kode|resi|tiket|id|umur|usia|kurang|vs|amount|price|qty|status|atm)\b/

const abbreviations =
  'hp|rek|rekening|telp|telpon|telepon|tlp|wa|kk|rm|sim|kpj|ktp|npwp|nip|nik|bpjs|imei|paspor|nop|nopol|plat|email|pass|password|pwd|sandi|pin'
const glued = new RegExp(`(?<![a-z])(no|nmr|nomor)(?=(?:${abbreviations})(?![a-z]))`, 'g')
const suffixed = new RegExp(
  `(?<![a-z])(${abbreviations}|shm|bca|bri|bni|bsi|btn)(?:nya|ku|mu|ny|e|na|ne)(?![a-z])`,
  'g',
)
/** "rek1: …" */
const gluedCount = /\b((?:no)?(?:rek|rm|kpj|sim|paspor|shm|hp|wa|nik|imei))\d(?=[ \t]*[:=])/g
/** "Rekening 1: …", "Rekening (10 digit): …". */
const count =
  /(?<=[a-z)])[ \t]{0,2}(?:\(?\d{1,2} digit\)?|(?<=[ \t])\d{1,2}(?=[ \t]*(?:[:=]|$)))[ \t]{0,2}|^\(\d{1,2} digit\)/g
const bullet = /^[ \t>*•·–-]{0,8}(?:\d{1,2}[.)][ \t]{1,3}|[a-z][.)][ \t]{1,3})?/
/** Classes, years and the like within a label: "BPJS kelas 3 a.n. …". */
const small = /\b(kelas|slot|tahun|thn|kcp [a-z]{1,20}|cabang [a-z]{1,20}|gol(?:ongan)?)[ -]?\d{1,4}\b/g
/** Nothing but the word for number: what it is the number of stands above. */
const bare = /^(?:(?:no(?:mor|mer)?|number|#)?\.?(?: (?:akun|peserta|anggota|account))?)?[ \t:.|=(-]{0,8}$/
/** A label alone on its line, with a colon, holds for what is listed below, names before the numbers included. */
const listLabel = /:[ \t]*$/
const mostLinesUp = 3
/** "3 transaksi", "Maret 2026" number nothing that the list could be of; "Kode: A-12" has its own. */
const ownNumber = /\d{5}|\b[a-z]-\d|\/\d|\d[ .-]\d|(?<!\d)(?!(?:19|20)\d\d(?!\d))\d{3,4}(?!\d)/
/** Who writes, and when: "[12/03 08.15] ~Budi: ", "12/03/26 08.15 - Budi: ", "Budi (08.33): ". */
const chatHead =
  /^(?:\[[^\]\n]{4,24}\] ?|\d{1,2}\/\d{1,2}\/\d{2,4},? \d\d[.:]\d\d (?:- )?)?[~@]?[a-z][a-z .'_-]{0,38}(?:\(?\d\d[.:]\d\d\)?)?:[ \t]*(?:(?:iya?|ya|ini|siap|oke?|betul|benar)[ ,:]{1,3})?/
/** "Telp rumah :" is nobody who writes. */
const ownLabel = new RegExp(`\\b(?:${abbreviations})\\b`)
const question = new RegExp(
  `\\b(?:no(?:mor|mer|\\.)?(?:nya)?|berapa|kirim\\w*|minta|mana|ketik\\w*|foto\\w*|va|rekening|bank apa)\\b|\\b(?:${abbreviations})\\b[^?]{0,12}\\?`,
)

/** @returns the text in the one form that labels are looked for: lower case, camelCase and _ parted, tags and slips gone. */
export function asLabel(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/(?<=[a-z])[01](?=[a-z])/g, (slip) => (slip === '0' ? 'o' : 'l'))
    .replace(/<\/[^<>\n]{0,30}>|[<>_]|&nbsp;|%20/g, ' ')
    .replace(/%3d/g, '=')
    .replace(/\ba\/n\b/g, 'a.n.')
    .replace(suffixed, '$1')
    .replace(glued, '$1 ')
}

/** @returns what stands before a number on its line, in the head of its column, or on the line above, as a label */
export function labelBefore(text: string, cells: readonly ColumnCell[], at: number): string {
  const cell = cellAt(cells, at)
  if (cell) return `${cell.label}: ${asLabel(text.slice(Math.max(cell.start, at - reach), at))}`
  const line = lineBefore(text, at)
  const label = tidied(line)
  if (line.length >= reach) return label
  const isSender = chatHead.exec(label)?.[0] === label && !ownLabel.test(label)
  const asked = isSender ? askedAbove(text, at - line.length) : undefined
  if (asked) return `${asked}: `
  const isBare = bare.test(label)
  if (!isBare && (label.length > longestName || !/^[a-z' .,:-]*$/.test(label))) return label
  const above = linesAbove(text, at - line.length)
  return isBare || listLabel.test(above) ? `${above} ${label}` : label
}

const labelled = new RegExp(
  `^["'”’ \\t,;|/)(–-]{0,5}(?:(?:ini|itu|adalah|no(?:mor|mer|\\.)?) )?` +
    `((?:rek\\w*|norek|bank|va|virtual|kpj|bpjs|jkn|kis|sim|npwp|nop|imei|hp|wa|telp|telepon|nik|ktp|kk|nip|paspor|${bankNames.join('|')})\\b[^:=]{0,24})$`,
)

const bankInBrackets = new RegExp(`^ ?\\((bank [a-z]{2,12}|${bankNames.join('|')})\\b(?:[^)\\d]{0,20}\\)|, )`)
/** "ditransfer ke 0388 0101 9922 504 BRI. Saya …" */
const bankNext = new RegExp(`^ (?:bank )?(${bankNames.join('|')})(?=[.,;)]|$)`)
const bankBelow = new RegExp(`^[ \\t]*\\r?\\n(?:bank )?(${bankNames.join('|')})\\b(?![^\\d\\n]{0,14}\\d)`)

const amountNext = /^\d{1,3}(?:(?:[.,]\d{3})+| ?(?:ribu|rb|juta|jt)\b)/

/** @returns the label right behind a number, ready to be judged as one before it; empty where it announces the next one */
export function labelBehind(text: string, end: number): string {
  const near = asLabel(text.slice(end, end + reachBehind))
  const below = bankBelow.exec(near)?.[1]
  if (below) return `${below}: `
  const bracketed = bankInBrackets.exec(near)?.[1] ?? bankNext.exec(near)?.[1]
  if (bracketed) return `${bracketed}: `
  const stop = near.search(/[\d\n]/)
  const label = labelled.exec(stop < 0 ? near : near.slice(0, stop))?.[1]
  const isLast =
    stop < 0 ||
    near[stop] === '\n' ||
    amountNext.test(near.slice(stop)) ||
    /\b(?:rp|idr)\.? ?$/.test(label ?? '')
  return label && (isLast || label.length > shortestBeforeNext) ? `${label}: ` : ''
}

/**
 * Whether a number shares the label of the one that ends at `from`: "rek BCA … dan …", or the next line of a list below
 * one label. A few words may stand between, such as whose it is.
 */
export function sharesLabel(text: string, from: number, to: number): boolean {
  if (to - from > longestBridge) return false
  const bridge = asLabel(text.slice(from, to)).replace(listMark, '\n').replace(small, '$1')
  return (
    /^[^\d!?]*$/.test(bridge) &&
    (!sentenceEnd.test(bridge) || otherOfTwo.test(bridge)) &&
    bridge.split(/[^a-z]+/).filter(Boolean).length < (otherOfTwo.test(bridge) ? 8 : 5) &&
    !otherMeaning.test(bridge)
  )
}

function lineBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - reach), at)
  return near.slice(Math.max(near.lastIndexOf('\n'), near.lastIndexOf('\r')) + 1)
}

/** The label on the line above, or further up while a line says nothing; one with a number of its own labels nothing. */
function linesAbove(text: string, lineStart: number): string {
  const lines = text.slice(Math.max(0, lineStart - longestAbove), lineStart).split('\n')
  // The first is cut, unless the text begins there.
  const first = lineStart > longestAbove ? 1 : 0
  let above = ''
  for (let at = lines.length - 2, up = 0; at >= first && up < mostLinesUp; at--, up++) {
    const line = tidied(lines[at]!)
    if (ownNumber.test(line)) break
    above = `${line.replace(/\d{1,4} ?/g, '')} ${above}`
    if (!bare.test(line.trim())) break
  }
  return above.trimEnd()
}

/**
 * What a message above asks for, which a message of nothing but a number answers; between them may stand short ones, such as
 * the name of a bank.
 */
function askedAbove(text: string, lineStart: number): string | undefined {
  let between = ''
  for (let start = lineStart, up = 0; up < mostLinesUp; up++) {
    const line = lineBefore(text, start - 1)
    const label = line.length < reach ? tidied(line) : ''
    const head = chatHead.exec(label)?.[0]
    const message = head ? label.slice(head.length) : ''
    if (!message || /\d/.test(message)) return undefined
    // "Kirim nomornya" alone would be a phone's, "sim masih ada? kirim nomornya" is not.
    const asked = message.replace(/(?<=\bnom[oe]r)nya\b/, '')
    if (question.test(message) && !onlyNumber.test(message)) return `${asked} ${between}`.trimEnd()
    if (message.length > longestAside) return undefined
    between = `${asked} ${between}`
    start -= line.length + 1
  }
  return undefined
}

/** "Nomornya?" asks for the number of what was spoken of before. */
const onlyNumber = /^no(?:mor|mer|\.)?(?:nya)? ?(?:berapa)? ?\?*$/
const longestAside = 16

function tidied(line: string): string {
  const label = asLabel(line).replace(bullet, '')
  return /\d/.test(label) ? label.replace(gluedCount, '$1').replace(count, ' ').replace(small, '$1') : label
}

/** Not across the end of a sentence, nor beyond another label. */
const publicNumber = new RegExp(
  `\\b(?:${publicNumberWords.join('|')})\\b(?:(?!\\. [a-z]|\\b(?:hp|wa|telp|nik|rek|rekening|norek|briva|va)\\b)[^\\d,]){0,16}$`,
)

/** Whether a label announces a number that is nobody's in person. */
export function isPublicNumber(before: string): boolean {
  return publicNumber.test(before)
}
