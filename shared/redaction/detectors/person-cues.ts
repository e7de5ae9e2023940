// The labels that announce a name so surely that it is taken in any letters: "nama: budi", "a.n. budi santoso". All other
// cues are left to the tagger, which weighs them against what stands around.
import { readName, type Name } from '../name.ts'
import { kindOfWord } from '../names/name-words.ts'
import { matchesOf } from '../matches.ts'

const roles =
  '(?:full |your )?name|reporter|applicant|sender|patient|contact person|pelapor|terlapor|pemohon|pengadu|pengirim|narahubung|pasien|saksi|korban|ahli waris|penanggung jawab'
const nama = `nama(?:[ _]lengkap)?(?:[ _](?:${roles}|lengkap|anak|ibu(?: kandung)?|ayah|bapak|suami|istri|orang ?tua|wali|peserta(?: didik)?|siswa|mahasiswa|pemilik|pemegang hak|penerima|pegawai|pelanggan|kepala keluarga|wajib pajak|kontak|panggilan))?`
/** A required field, a hint: "Nama *", "Nama Lengkap (sesuai KTP)". */
const mark = '(?: ?\\([^)\\n]{0,30}\\)| ?[*_]{1,2})?'
const blank = '[ \\t\\u00a0]'
/** Also a cell of its own, "| Nama | : | …", and behind a label in bold. */
const colon = `["'*_]{0,3}${blank}{0,20}(?:\\|${blank}{0,4})?[:=;：]["'*_]{0,2}${blank}{0,8}(?:\\|${blank}{0,4})?["'*_]?`

/** Every repetition is bounded: time stays linear on any text. */
const label = new RegExp(
  [
    // "Nama Lengkap : …", "Nama/NIM : …", "nama_lengkap": "…", "Nama - …", "N a m a : …"
    `(?:\\b${nama}(?:/\\w{2,6})?${mark}|\\bn a m a)(?:${colon}|[ \\t]{1,8}[-–—] )`,
    // "nama saya …", "nama ayahku …"
    '\\bnama (?:saya|sy|aku|gue|gw|(?:ayah|ibu|bapak|suami|istri|anak)(?:ku| saya| sy))(?: adalah|,)? ',
    // "a.n. …", "an. …"
    '\\ba\\.n\\.? {0,2}|\\ban\\. {1,2}',
  ].join('|'),
  'gi',
)

/** Finds the names behind such labels. */
export function findLabelledNames(text: string): Name[] {
  return matchesOf(text, label)
    .map((match) => readName(text, match.index + match[0].length, 'any'))
    .filter((name) => name !== undefined)
    .filter((name) => !isOfThing(text, name) && !isNextHead(text, name))
}

/** "Nama;Stok", "nama; b. alamat": the head of the next column, what else a paper tells. */
const isNextHead = (text: string, { start, words: [word = '', ...more] }: Name): boolean =>
  (text.charAt(start - 1) === ';' && more.length === 0 && !(kindOfWord(word.toLowerCase()) & 1)) ||
  text.slice(start - 2, start).endsWith('; ')

/** "Nama: Jembatan Ahmad Yani" */
const placeWord =
  /^(?:jembatan|halte|stasiun|masjid|musala|gereja|gedung|pasar|terminal|puskesmas|rsud|rs|klinik|toko|warung|hotel|taman|stadion|yayasan|koperasi|saluran|embung|waduk|universitas|sd|sdn|smpn|sman|smkn|jalan|posyandu)$/i

/** {"nama": "Indeks Kepuasan Masyarakat"}: nothing but everyday words; a word alone may be one outside of data. */
const isOfThing = (text: string, { start, words }: Name): boolean =>
  (words.length > 1 && placeWord.test(words[0]!)) ||
  ((words.length > 1 || /["']/.test(text.charAt(start - 1))) &&
    words.every((word) => (kindOfWord(word.toLowerCase()) & 3) === 2))
