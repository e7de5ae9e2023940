// Coordinates of a home: two decimals with a comma, semicolon or "long" between, or degrees. Those of public places stay.
import type { Finding } from '../finding.ts'
import type { Reading } from '../reading.ts'
import { firstEndingAfter } from '../spans.ts'
import { matchesOf } from '../matches.ts'

const d = '[\\dOIlSBZ]'
/** Decimals of a degree; or minutes, perhaps with seconds: `6.1783°`, `6° 10.7'`, `6°10'42.1"`. */
const part = `(?:[.,]${d}{3,16}(?: ?[°º])?| ?(?:[°º⁰d]|deg|%C2%B0) ?\\d{1,2}(?:[.,]\\d{1,5})?(?: ?(?:['’′m]|%27)(?: ?\\d{1,2}(?:[.,]\\d{1,4})? ?(?:["”″s]|''|’’|%22)?)?)?)`
/** Between the two: signs, or a label for the second: `", "lng":`. */
const between =
  '(?:[^\\da-z]{1,5}|%2c(?:%20|\\+)?|!4d|(?<=\\d{5}| ?(?:L[SU]|S)) dan |[^\\d\\n]{1,20}(?:\\b|_|gps)(?:lng|lon|longitude|long|bujur|BT)(?:_[a-z]{2,12}|nya)?\\b[^\\d\\n]{1,12}|&m?(?:lng|lon|long)[a-z_]{0,12}=)'
const latitude = `(?:\\b(?:S|LS|N|LU)[ :]?)?-?(?<![\\d.])(?<!\\d,(?=\\d+[.,]))(?<south>\\d{1,2})${part}(?: {0,2}(?:L[SU]|[NSU]|lintang (?:selatan|utara)(?: dan)?)\\b)?`
const longitude = `(?:(?:E|BT)[ :]?)?(?<![\\dOIl])(?<east>[\\dOIl]{2,3})${part}(?: ?(?:BT|[ET]|bujur timur)\\b)?(?!\\d)`
const pair = new RegExp(`${latitude}${between}${longitude}`, 'gi')
/** As maps keep them; or each with its label: "X: 107.60981, Y: -6.91474". */
const reversed = new RegExp(
  `(?<!\\d)(?<!\\d[.,])(?<east>\\d{2,3})[.,]\\d{3,16}(?:[^\\d\\n]{1,4}-|[^\\d]{1,20}(?:\\b|_)(?:lat(?:itude)?|lintang|y)\\b[^\\d\\n]{1,12})(?<south>\\d{1,2})[.,]\\d{3,16}(?!\\d)`,
  'gi',
)
/** "S 3 58 22.1 E 122 30 47.9" */
const spelled =
  /\b(?:S|LS|N|LU) ?\d{1,2} \d{1,2}(?: {1,2}\d{1,2}(?:[.,]\d{1,4})?|[.,]\d{2,4})[,; ]{1,3}(?:E|BT) ?\d{2,3} \d{1,2}(?: {1,2}\d{1,2}(?:[.,]\d{1,4})?|[.,]\d{2,4})(?!\d)/gi
/** "lintang : -2.574410" on one line, "bujur : 140.516022" on the next; or the numbers on lines of their own. */
const labelSign = '["\']?(?: [a-z]{2,10}){0,2}[ \\t]{0,8}(?:[:=]|\\r?\\n|[ \\t])[ \\t]{0,3}'
const labelledPair = new RegExp(
  `(?<![a-z])((?:lintang|lat(?:itude)?|ls)${labelSign})(-?\\d{1,2}${part})([;,]?[ \\t]{0,3}\\r?\\n[^\\d\\n]{0,12}(?:\\b|_)(?:bujur|lon(?:g(?:itude)?)?|lng|bt)${labelSign})(\\d{2,3}${part})(?!\\d)`,
  'gi',
)
/** Without one of these there are none: most texts are dismissed at a glance. */
const anyDegree = /\d(?:[.,][\dOIlSBZ]{2}| ?[°º⁰d]|%C2| \d{1,2} {1,2}\d{1,2}[.,; ])/i
const home =
  /(?<!pe)rumah(?! (?:sakit|pompa|ibadah|makan|potong|susun|kompos|kaca|produksi|pintar|singgah|baca|dinas))|\brmh\b|\bomah|\bgriya (?:kula|kulo|dalem)|\bbumi abdi|tinggal|kediaman|pasien|lansia|odgj|isoman|\bkpm\b|rtlh|keluarga|pemohon|penerima|alamat|domisili|saya|kami|share ?lo[ck](?!asi (?:banjir|longsor|kejadian|kebakaran|genangan|pohon))|sharelok|pelapor|korban|pemilik|mampir|titik antar|pekarangan|pengantaran|patokan|(?:koordinat|titik) (?:bidang|persil)|kos|kontrakan|home|house/i
const publicWorks =
  /rumah (?:sakit|pompa|ibadah|makan|potong|susun|kompos)|pekerjaan|turap|tanggul|normalisasi|pengaspalan|rehabilitasi|galian|pembangunan|proyek|drainase|pju|jembatan|\bsta\b|ruas|turap|taman|kegiatan|paket|\bembung|pompa|saluran|sumur resapan|trotoar|halte|titik (?:pos\b|banjir|kumpul|pantau)|evakuasi|tower|reklame|kontrak|volume|pengukuran|stasiun|posko|kantor|jalan|lubang(?! buaya)|\btps\b|sampah|pohon|cctv|sumur|puskesmas|sekolah|masjid|tiang|kabel|kebakaran|longsor|episentrum|episenter|gempa|\btkp\b|kecelakaan|kapal|sungai|\bkali\b|bendung|intake|muara|\bhilir|\bhulu|pabrik|fasilitas umum|elevasi|sampel|irigasi|\btugu\b|terminal|pelabuhan|bandara|batas (?:provinsi|kelurahan|kecamatan)/i
const houseNumber =
  /\b(?:no(?:mor|\.)? ?\d{1,4}[a-z]?(?!\d)|rt\.? ?\d{1,3}\/?rw|(?:dusun|kampung|gang|gg)\b[^,;|\n\d]{0,24}\brt\b)/i
/** "-7.27, 112.78 itu persis rumah saya" */
const homeBehind = /^[^\n;]{8,60}\b(?:rumah|kediaman|rmh) (?:saya|sy|kami|pelapor|korban|beliau|ibu|bapak)\b/i
const reachOfHome = 90
/** "300 m dari sekolah" tells where something else is. */
const farAway = /\b(?:m|meter|km) dari [a-z]+/gi
const reach = 70
const reachBehind = 30
/** "Koordinat rumah penerima sambungan air", and below it one in each line. */
const listOfHomes = /\b(?:koordinat|titik|lokasi|posisi) (?:rumah|kediaman|tempat tinggal)\b/i
const reachOfHead = 400
/** So far from a coordinate something else tells of a person: a line or two. */
const neighbourhood = 200

/** Not that of "s.d. " or "No. 12". */
const lastSentenceEnd = (text: string) => text.replace(/(\bs\.d|\bno)\. /gi, '$1._').lastIndexOf('. ')

/** Finds coordinates, unless the words before them speak of works or public places and not of a home. */
export function findCoordinates({ text }: Reading): Finding[] {
  if (!anyDegree.test(text)) return []
  const findings = findLabelledPairs(text)
  for (const pattern of [pair, reversed, spelled]) {
    for (const { index, 0: written, groups } of matchesOf(text, pattern)) {
      if ((groups && !isPlausible(written, groups)) || isPublic(text, index)) continue
      findings.push({ start: index, end: index + written.length, type: 'COORD' })
    }
  }
  return findings
}

function findLabelledPairs(text: string): Finding[] {
  return matchesOf(text, labelledPair).flatMap((match) => {
    const [, head = '', lat = '', middle = '', lng = ''] = match
    // What they are of stands on a line above.
    const above = text.slice(Math.max(0, match.index - reach), match.index)
    if (publicWorks.test(above) && !home.test(above)) return []
    const first = match.index + head.length
    const second = first + lat.length + middle.length
    return [
      { start: first, end: first + lat.length, type: 'COORD' },
      { start: second, end: second + lng.length, type: 'COORD' },
    ]
  })
}

/** Of works or public places, and not of a home. */
function isPublic(text: string, at: number): boolean {
  const near = text.slice(Math.max(0, at - reach), at)
  const before = near.slice(Math.max(near.lastIndexOf('\n'), lastSentenceEnd(near)) + 1)
  if (home.test(before) || houseNumber.test(before) || homeBehind.test(text.slice(at, at + reachOfHome)))
    return false
  return publicWorks.test(before.replace(farAway, ''))
}

/**
 * Drops coordinates in whose neighbourhood nothing else of a person was found and no word speaks of a home: those of reefs,
 * camps, boundary stones. Takes all findings, in order.
 */
export function withoutLoneCoordinates(text: string, findings: readonly Finding[]): Finding[] {
  const others = findings.filter(({ type }) => type !== 'COORD')
  return findings.filter(({ start, end, type }) => {
    if (type !== 'COORD') return true
    const near = firstEndingAfter(others, start - neighbourhood)
    if (near && near.start < end + neighbourhood) return true
    return (
      home.test(text.slice(Math.max(0, start - reach), end + reachBehind)) ||
      listOfHomes.test(text.slice(Math.max(0, start - reachOfHead), start))
    )
  })
}

/** Indonesia lies between 11° south and 6° north, 95° and 141° east; amounts have three digits behind the sign. */
function isPlausible(written: string, { south, east = '' }: Record<string, string>): boolean {
  const degrees = Number(east.replace(/[Il]/gi, '1').replace(/O/gi, '0'))
  if (Number(south) > 11 || !(degrees >= 94 && degrees <= 142)) return false
  return /^-|\D-\d|[°º]|%C2%B0|\d ?[LNSUd]|^[LNS]/i.test(written) || written.match(/[.,]\w{4}/g)?.length === 2
}
