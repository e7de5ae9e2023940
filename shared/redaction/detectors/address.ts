// Homes: from street, lane, estate or hamlet to house number and RT/RW. A street without a number is the place of a
// complaint and stays; so does the tail (kelurahan, city), which helps to route a reply.
import { findMatches, type Finding } from '../finding.ts'
import { gaps, hashWord, shapes, wordSet, type Tokens } from '../tokens.ts'
import { notNames } from '../lexicon/person-words.ts'
import { cellAt, type Reading } from '../reading.ts'
import { nameWords } from '../names/name-words.ts'

const streets = 'jl jln jalan gg gang lorong lrg lr j1 ji'
const estates =
  'perumahan perum komplek kompleks komp griya graha taman bumi cluster villa vila puri grand permata pondok residence apartemen apartment apt perumnas aspol kavling kaveling rusun rusunawa asrama mess blok blk ruko bukit citra btn tower'
const hamlets =
  'kp kampung kmp ds dusun dsn dukuh dk lingkungan link lingk jorong banjar br pedukuhan padukuhan nagari desa gampong dasan huta lumban handil pekon grumbul pelantar soa tongkonan'
const kinds = new Map<number, number>()
for (const [kind, list] of [streets, estates, hamlets].entries())
  for (const word of list.split(' ')) kinds.set(hashWord(word), kind + 1)
const quick = new Uint8Array(1 << 16)
for (const hash of kinds.keys()) quick[hash >>> 16] = 1

const longest = 170
const mostWords = 6
const digit = '[\\dOIlSBZ]'
/** "No. 12", "nomor 5A", "no 3/14", "kav. 7", "No. AL-09", "No. 220-A". */
const house = new RegExp(
  `(?:(?:nomor|nomer|nmr|n[o0])(?: rumah)?|kav|kavling|unit|pintu|kamar)[.:]? {0,2}(?:[a-z]{1,2}-?)?${digit}{1,4}(?:-?[a-z]|[a-z]{2})?(?:[/-]${digit}{1,3}[a-z]?)?(?![\\d\\w]|-\\d{4})`,
  'iy',
)
/** "Blok C2 No. 5", "Blok J15-4", "blok A/33", "Tower B Lantai 3". */
const block = new RegExp(
  `(?:blok|blk|tower|lantai|lt|gedung)\\.? {0,2}(?:[a-z]{1,2}[-. ]?)?${digit}{0,3}[a-z]?(?: {0,2}[-/., ]{1,2} {0,2}(?:(?:no|nomor|kav|unit)\\.? {0,2})?${digit}{1,4}[a-z]?)?(?![\\d\\w]| ?m\\b)`,
  'iy',
)
/** "Jl. Wonorejo IV/22", "Bukit Cemara K5 No. 18", "Griya Asri C2-14", "Apartemen Taman Rasuna A-12-05". */
const unmarked =
  /[A-Z]{1,2}\d{1,2}-\d{1,3}(?![\w/-])|[A-Z]{1,2}-\d{1,3}-\d{1,3}(?![\w/-])|[IVX]{1,4} ?\/ ?(?:[A-Z]{1,2}-)?\d{1,3}[A-Z]?(?![\w/])|[A-Z]{1,2}\d{0,2}\/\d{1,3}(?![\w/])|[A-Z]{1,2}\d{1,2}(?= (?:no|nomor|nmr)\b)|(?!ke-)[A-Z]{1,2}-\d{1,3}(?![\w/-])/iy
/** "RT 03/RW 12", "RT.001/002", "rt 5 rw 6", "RT/RW 01/17". */
const community = new RegExp(
  `(?:rt\\.? ?/ ?rw\\.? {0,2}[:.]? {0,2}${digit}{1,3} ?/ ?${digit}{1,3}|rt\\.? {0,2}${digit}{1,3}(?: {0,2}[/,.-]? {0,2}(?:rw\\.? {0,2})?${digit}{1,3})?|rw\\.? {0,2}${digit}{1,3})(?![\\d\\w])`,
  'iy',
)
/** "Lingk. IV", "Lorong III", "Lk. VII": a part of the place behind the house, or before it. */
const lane =
  /(?:lk|lingk|lingkungan|lr|lrg|lorong|gg|gang|lantai|lt|pintu|kamar)\.? {0,2}(?:[IVX]{1,4}|\d{1,2}[a-z]?)(?![\w/])/iy
/** The bare number of a house: no year, amount or length. */
const bare =
  /\d{1,3}[a-z]?(?:\/\d{1,3}[a-z]?)?(?![\d\w.,]*\d|[/-]\d{1,2}[/-]\d|\/(?:19|20)\d\d)(?! {0,2}(?:m|km|kg|meter|cm|tahun|thn|hari|minggu|bulan|orang|arah|ruas|titik|unit|ribu|rb|juta|jt|lubang|pohon|pkl|kios|srp|tiang|lampu|rumah|warga|pedagang|lapak|jam|menit|kali|buah|persen|%|jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des))/iy
/** "RT 3 RW 1 No. 8", "RT 04/RW 05 Dusun Sawahan": the other way round. */
const communityFirst =
  /\b[Rr][Tt]\.? ?\d{1,3} ?[/,.-]? ?[Rr][Ww]\.? ?\d{1,3},? (?:[Nn][Oo]\.? ?(?:rumah )?\d{1,3}\b|(?:[Dd]usun|DUSUN|[Dd]sn|[Kk]ampung|KAMPUNG|[Kk]p|[Dd]ukuh|DUKUH)\.? [A-Z][A-Za-z]{2,20})/g
const word = /[\p{L}\p{M}][\p{L}\p{M}'’.-]{0,24}/uy
const between = / {0,3}[,.]? {0,3}/y
const tail =
  /^(?:kel|kelurahan|kec|kecamatan|kota|kab|kabupaten|desa|ds|prov|provinsi|kode|kodepos|telp|tlp|hp|wa|telepon|email|kontak|laporan|tiket|surat|nomor|no|rp|tarif|lingkungan|nasional|tol)$/i
/** These end it too, unless a capital makes them part of a name: "Tukad Yeh Aya", "Di Blang". */
const wordsBehind =
  /^(?:dan|yang|yg|atau|di|ke|dari|depan|dpn|dekat|dkt|deket|samping|seberang|belakang|menuju|menempuh|ditutup|dibuka|dialihkan|mulai|pukul|jam|ditetapkan|melalui|dengan|untuk|karena|sudah|udah|belum|tidak|rusak|berlubang|macet|banjir|gelap|licin|sempit|ini|itu|kami|saya|adalah|pelebaran|sekitar|arah|sejak|tahun|kan|ya|pada|oleh|terdapat|ada|bisa|akan|tinggal|seharga|kula|kulo|wonten|abdi|sy|gue|aya|teh)$/i
/** After a name in capitals, words in lower case that still belong to it. */
const within =
  /^(?:dalam|raya|ujung|timur|utara|selatan|barat|tengah|lama|baru|kecil|besar|atas|bawah|kulon|wetan|lor|kidul|permai|indah|asri|no|nomor|nmr|kav|kavling|unit|blok|blk|tower|lantai|lt|gedung|rt|rw|gg|gang|jl|jalan|perum|komplek|kompleks|dusun|kampung|kp|sektor|tahap|jalur|lorong|dan)$/
const labels = wordSet('alamat almt alamatnya alamatku domisili')
const owners = wordSet(
  'saya kami rumah tinggal lengkap asal domisili saat ini ktp sesuai di pemasangan pengiriman penagihan usaha penjemputan',
)
const longestBridge = 30
const offices = new Set([...notNames].map(hashWord))
/** Stalls and graves have blocks and numbers too. */
const noHomes = wordSet(
  'hotel puskesmas uptd kios los lapak kiosk gudang makam rak parkir parkiran slot gerai stan stand meja kelas ruang',
)
/** "Surat jalan no. 886" goes with goods. */
const surat = hashWord('surat')
/** Their dot ends no sentence. */
const abbreviation = /^(?:perum|komp|kompl|lingk|letjen|jend|mayjen|brigjen|kapt|gang|prof|blok|raden)$/i

/** "jalan menurut Permendagri Nomor 110" */
const ofRule = /\b(?:menurut|sesuai) (?:per|und|uu|pp)/i

/** Finds addresses. Starts at each word that opens one, and reads at most 170 characters on. */
export function findAddresses({ text, tokens, cells }: Reading): Finding[] {
  const findings: Finding[] = findMatches(text, communityFirst, 'ADDRESS')
  let floor = 0
  for (let i = 0; i < tokens.count; i++) {
    const hash = tokens.hash[i]!
    const isLabel = labels.has(hash)
    if (hash === rt) {
      const hamlet = hamletAddress(text, tokens, i, floor)
      if (hamlet) findings.push(hamlet)
      floor = hamlet?.end ?? floor
      continue
    }
    if (quick[hash >>> 16] === 0 && !isLabel) continue
    const start = tokens.start[i]!
    if (isLabel) {
      const named = labelledAddress(text, tokens, i)
      if (named && named.start >= floor) {
        findings.push({ ...named, type: 'ADDRESS' })
        floor = named.end
      }
      continue
    }
    const kind = kinds.get(hash)
    if (kind === undefined || start < floor) continue
    if (kind === 2 && i > 0 && noHomes.has(tokens.hash[i - 1]!)) continue
    if (kind === 1 && i > 0 && tokens.hash[i - 1] === surat) continue
    const end = addressEnd(text, tokens, i, kind, kind === 1 && isHome(text, cells, start))
    if (
      end < 0 ||
      isBareCommunity(text.slice(start, end)) ||
      isBlockAlone(text.slice(start, end)) ||
      ofRule.test(text.slice(start, end)) ||
      isFloorAlone(text.slice(start, end)) ||
      isStall(text, start)
    )
      continue
    findings.push({ start, end, type: 'ADDRESS' })
    floor = end
  }
  return findings
}

/** "Alamat: Jl. Veteran 7": elsewhere one digit is rather part of the name, and always is of a lane's: "Gang Mangga 3". */
const homeBefore =
  /\b(?:alamat\w{0,3}|beralamat|(?:ber)?domisili|tinggal|kediaman|rumah(?:ku|nya)?)\b["']?(?: (?:di|saya|lengkap|kami|ktp)){0,2} ?[:=]? ?["']?$/i

const isHome = (text: string, cells: Reading['cells'], at: number): boolean =>
  /^j/i.test(text.charAt(at)) &&
  (homeBefore.test(text.slice(Math.max(0, at - 40), at)) ||
    /alamat|domisili/.test(cellAt(cells, at)?.label ?? ''))

const rt = hashWord('rt')
const mostOfHamlet = 3
/** Where somebody lives: "di", in the languages that officers meet, and what else stands before a place. */
const wheres = wordSet(
  'di ning wonten saking rumah rumahnya griyane omahku alamat almt tinggal ke dari kos jemput',
)
const partsBefore = new Set<number>([
  gaps.line,
  gaps.paragraph,
  gaps.cell,
  gaps.slash,
  gaps.comma,
  gaps.open,
  gaps.colon,
])

/** "di Ngrawan RT 02 RW 09", "| Tegalsari RT 3 |": a hamlet without a word for it. Takes the token "RT". */
function hamletAddress(text: string, tokens: Tokens, at: number, floor: number): Finding | undefined {
  const { hash, shape, gap, start } = tokens
  let first = at
  while (
    first > 0 &&
    at - first < mostOfHamlet &&
    gap[first] === gaps.blank &&
    start[first - 1]! >= floor &&
    isOfPlace(text, tokens, first - 1, at - first)
  )
    first--
  const isApart =
    partsBefore.has(gap[first]!) || (gap[first] === gaps.blank && first > 0 && wheres.has(hash[first - 1]!))
  if (first === at || shape[first] === shapes.number || !isApart) return undefined
  const end = addressEnd(text, tokens, first, 3)
  return end > start[at]! ? { start: start[first]!, end, type: 'ADDRESS' } : undefined
}

/** A capitalised word that is no everyday one; right before "RT" perhaps a number. */
function isOfPlace(text: string, tokens: Tokens, at: number, back: number): boolean {
  const shape = tokens.shape[at]!
  if (shape === shapes.number) return back === 0
  if (shape !== shapes.capital && shape !== shapes.capitals) return false
  const hash = tokens.hash[at]!
  const kind = nameWords.kindIn(text, tokens.start[at]!, tokens.end[at]!, hash)
  return !offices.has(hash) && !kinds.has(hash) && !wheres.has(hash) && (kind & 31 & ~1) === 0
}

/** "Alamat saya Ngagel Tama Selatan IV/9", without a word for street: the label tells. */
function labelledAddress(
  text: string,
  tokens: Tokens,
  label: number,
): { start: number; end: number } | undefined {
  let head = label + 1
  while (head < label + 3 && head < tokens.count && owners.has(tokens.hash[head]!)) head++
  if (head >= tokens.count || tokens.start[head]! - tokens.end[label]! > longestBridge) return undefined
  const { gap, hash, shape } = tokens
  if (gap[head] === gaps.line || gap[head] === gaps.paragraph || shape[head] === shapes.number)
    return undefined
  if (kinds.has(hash[head]!) || noHomes.has(hash[head]!) || offices.has(hash[head]!)) return undefined
  if (shape[head] === shapes.lower && gap[head] !== gaps.colon) return undefined
  const end = addressEnd(text, tokens, head, 2)
  return end < 0 ? undefined : { start: tokens.start[head]!, end }
}

/** "Lingkungan RW 11": all who live there. */
const isBareCommunity = (address: string) => /^(?:lingkungan|warga|jalan|jl\.?) r[tw]\b/i.test(address)

/** "Blok A lantai 2" is a place in a market as often as a home. */
function isBlockAlone(address: string): boolean {
  return /^bl(?:o?k)\b/i.test(address) && !/\b(?:no|nomor|rt|kav)\b|\d[/-]\d/i.test(address)
}

/** "kios di Pasar Induk blok C nomor 14", "TPU Pracimaloyo blok Anggrek nomor 221": nobody lives there. */
const stalls = /\b(?:pasar|kios|los|lapak|tpu|makam|pemakaman|parkir)\b[^\n.,;\d]{0,32}$/i
function isStall(text: string, start: number): boolean {
  return (
    /^bl(?:o?k)\b/i.test(text.slice(start, start + 6)) &&
    stalls.test(text.slice(Math.max(0, start - 48), start))
  )
}

/** "Graha Kencana lantai 3" is an office; people live on a floor of flats. */
function isFloorAlone(address: string): boolean {
  if (/^(?:apart|rusun|asrama|mess|tower|residence)/i.test(address)) return false
  return /^\D*(?:lantai|lt)\.? {0,2}\d{1,2}\D*$/i.test(address)
}

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : -1
}

/** A home has a number, or a letter behind "Blok"; most streets that are spoken of have neither. */
const ofHouse = /\d|blo?k/i

/** Where the last number that tells a home ends, or -1. */
function addressEnd(text: string, tokens: Tokens, head: number, kind: number, isHome = false): number {
  const start = tokens.start[head]!
  const limit = Math.min(text.length, start + longest)
  if (!ofHouse.test(text.slice(start, limit))) return -1
  const capital = text.charCodeAt(start) < 96
  const isShort = tokens.end[head]! - start < 4
  let at = start
  let end = -1
  let words = 0
  let named: false | 'capital' | 'lower' = false
  let hasHouse = false
  /** Where a full stop behind a house is over. */
  let sentence = -1
  while (at < limit) {
    const found = Math.max(
      match(house, text, at),
      match(block, text, at),
      match(community, text, at),
      named && kind !== 3 ? match(unmarked, text, at) : -1,
    )
    if (found > at && (at > start || kind === 2)) {
      const isCommunity = match(community, text, at) === found
      if (named || kind === 2 || isCommunity === (kind === 3)) {
        // "Tower Emerald": no number yet.
        if (/\d/.test(text.slice(at, found)) || /^blo?k\.? {0,2}[a-z]{1,2}$/i.test(text.slice(at, found))) {
          end = found
          hasHouse = true
        }
        words = 0
        at = next(text, found)
        if (text.slice(found, at).includes('.')) sentence = at
        continue
      }
    }
    const beyond = named || hasHouse ? match(lane, text, at) : -1
    if (beyond > at) {
      if (hasHouse) end = beyond
      at = next(text, beyond)
      continue
    }
    if (kind === 1 && named && !hasHouse && (capital || isShort) && !kilometre.test(text.slice(at - 4, at))) {
      const number = match(bare, text, at)
      if (number > at && !isCell(text, at, number)) {
        // "Gang Mangga 3" is a lane of that name; "Jl. Melati 8 RT 05" and "Jl. Melati 118" are houses.
        if (number - at > 1 || isHome) end = number
        hasHouse = true
        words = 0
        at = next(text, number)
        continue
      }
    }
    const wordEnd = match(word, text, at)
    if (wordEnd < 0) {
      // "Gang 5 No. 3", "Griya Asri 2 Blok B No. 3", "Asrama Yonif 123 Blok G/7": a number may be part of the name.
      const number = !hasHouse && at > start ? match(/\d{1,3}(?:,\d)?(?=,? )/y, text, at) : -1
      if (number < 0) return end
      named ||= 'lower'
      at = next(text, number)
      continue
    }
    const part = text.slice(at, wordEnd).replace(/\.$/, '')
    if (at === sentence) return end
    if (at > start) {
      if (tail.test(part) || (wordsBehind.test(part) && (!isName(part) || named !== 'capital'))) return end
      if (
        !capital &&
        kind !== 1 &&
        (kinds.get(hashWord(part)) === 1 || (isCapital(text, at) && kinds.has(hashWord(part))))
      )
        return end
      if (++words > mostWords) return end
      const isUpper = isCapital(text, at)
      if (named === 'capital' && !isUpper && !within.test(part)) return end
      if (named !== 'capital') named = isUpper ? 'capital' : 'lower'
      if (
        text.charCodeAt(wordEnd - 1) === 46 &&
        part.length > 3 &&
        !part.includes('.') &&
        !abbreviation.test(part)
      )
        return end
    }
    at = next(text, wordEnd)
    if (at === wordEnd && at < limit && !/[.,\d]/.test(text.charAt(at - 1)) && text.charCodeAt(at) !== 47)
      return end
  }
  return end
}

/** "Jl. Melati,880,rusak": a table's next column. */
const isCell = (text: string, from: number, to: number) => text[from - 1] === ',' && text[to] === ','

/** "Km 5" tells where a lane turns off. */
const kilometre = /\bkm\.? {0,2}$/i

/** Capitalised, but not in capitals. */
const isName = (word: string) => /^\p{Lu}\p{Ll}/u.test(word)

function next(text: string, at: number): number {
  between.lastIndex = at
  between.test(text)
  return Math.max(at, between.lastIndex)
}

function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code > 64 && code < 91
}
