// Places, houses and goods that are called after people: "RSUD Dr. Soetomo", "Gang Pak Kihin", "Kue Kak Ros".
import { placeHeads } from '../lexicon/person-words.ts'
import { gaps, hashWord, shapes } from '../tokens.ts'
import type { Candidates } from './context.ts'
import { isCalled, titlesBefore, titlesBetween } from './honorifics.ts'

const [rumah, sakit] = [hashWord('rumah'), hashWord('sakit')]
const placesNamed = new Set(
  [
    ...placeHeads,
    ...'sdit tk warteg dapur kantin panggung bazar bimbel lksa tpq lapangan fotokopi notaris perpustakaan makam majelis sanggar grosir gki flyover underpass rsup rsia gor aula bandara waduk pelabuhan museum kos kos-kosan kosan kost kontrakan laundry penjahit catering kafe paguyuban ponpes poltekkes politeknik bmt rm sate bakso soto nasi bidan farma smk smkn sman mts mtsn musholla musolla langgar slb stt stikes tk paud rsj muhammadiyah mushalla graha wisma piala galeri butik pabrik'.split(
      ' ',
    ),
  ].map(hashWord),
)
/** What stands behind these names a thing. */
for (const word of 'merek merk brand varietas kultivar spesies maskot berjudul bertajuk'.split(' '))
  placesNamed.add(hashWord(word))
for (const word of ['rumah', 'hari', 'bank', 'kota', 'bidan']) placesNamed.delete(hashWord(word))
/** Rooms and groups of a ward; one that belongs to somebody has an honorific between. */
const rooms = new Set('ruang bangsal paviliun dawis dasawisma'.split(' ').map(hashWord))
/** Where people work or live: "bendahara desa Pak Kihin" is a person, "Gang Pak Kihin" a street. */
const people = new Set(
  'desa kelurahan kel kecamatan kec kampung kp dusun kota kabupaten kab sd sdn smp smpn sma sman smk smkn mts mtsn puskesmas rsud rs posyandu dawis pasar terminal bank koperasi yayasan'
    .split(' ')
    .map(hashWord),
)
const mostTitles = 3
const mostParts = 3

/** Food and trades that are sold under a name: "Sambal Cumi Bu Noer", "Toko Emas Haji Umar". */
const trades = new Set(
  'kupi kopi mi martabak seblak batagor rujak es jus kerupuk ombus-ombus lontong ketupat pempek siomay dawet cendol pisang tahu tempe ikan cumi telur dodol lemang tegal gomak dimsum kios swalayan grosir minimarket angkringan lapak makan katering catering keripik kripik abon sambal gudeg bakpia kue roti ayam bebek mie pecel rawon rendang soto sate bakso nasi gado toko warung kedai depot bengkel salon'
    .split(' ')
    .map(hashWord),
)
const sellers = new Set(
  'kak inang uda wak mak ceu om tante ibu bapak bu pak mas mbak cak mbok yu haji bang mpok kang ci koh ny'
    .split(' ')
    .map(hashWord),
)

/** What a shop or house is for, or called besides: "toko bangunan", "rumah makan", "koperasi simpan pinjam", "RS Bunda". */
const subtypes = new Set(
  'bangunan makan padang simpan pinjam notaris goreng bakar sumber putra putri bunda taklim karya nurul raya sinar berkah usaha jaya sembako emas buku islam negeri adat tani'
    .split(' ')
    .map(hashWord),
)

/** "RSUD Dr. Soetomo", "Gang H. Sidik", "Masjid H. Abdul Malik": the name is that of a place. */
export function namesPlace(context: Candidates, first: number): boolean {
  const { hash, gap, shape } = context.tokens
  let at = firstPart(context, first)
  if (isTradeName(context, at)) return true
  if (at > 0 && gap[at] === gaps.blank && rooms.has(hash[at - 1]!)) return true
  let learned = true
  let called = false
  for (let count = 0; count <= mostTitles && at > 0; count++) {
    if (gap[at] !== gaps.blank && gap[at] !== gaps.dot) return false
    if (placesNamed.has(hash[at - 1]!)) return !called || !people.has(hash[at - 1]!)
    if (at > 1 && hash[at - 1] === sakit && hash[at - 2] === rumah) return true
    // "SMAN 1 Dr. Wahidin"; but "guru SMAN 1 Pak Wahid" is a person.
    if (at > 1 && count > 0 && learned && shape[at - 1] === shapes.number && placesNamed.has(hash[at - 2]!))
      return true
    if (!titlesBetween.has(hash[at - 1]!) && !subtypes.has(hash[at - 1]!)) return false
    learned &&= titlesBefore.has(hash[at - 1]!)
    called ||= isCalled.has(hash[at - 1]!)
    at--
  }
  return false
}

/** Back over the words of a name that were not taken for parts of it. */
function firstPart({ tokens, known, runStart }: Candidates, first: number): number {
  let at = first
  while (
    at > Math.max(runStart[first]!, first - mostParts) &&
    tokens.gap[at] === gaps.blank &&
    known[at - 1] !== 2 &&
    !titlesBetween.has(tokens.hash[at - 1]!)
  )
    at--
  return at
}

function isTradeName({ tokens, known }: Candidates, first: number): boolean {
  const { hash, gap, shape } = tokens
  if (first < 2 || (gap[first] !== gaps.blank && gap[first] !== gaps.dot) || !sellers.has(hash[first - 1]!))
    return false
  for (let at = first - 1; at > 0 && first - at <= mostTitles; at--) {
    if (gap[at] !== gaps.blank || shape[at - 1] === shapes.lower) return false
    if (trades.has(hash[at - 1]!)) return true
    if (!(known[at - 1]! & 2)) return false
  }
  return false
}
