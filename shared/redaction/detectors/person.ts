// Names of persons, where a clear cue announces them; then the same names wherever else they stand in the text.
import type { Finding } from '../finding.ts'
import { placeHeads } from '../lexicon/person-words.ts'
import { readName, type Name, type NameCase } from '../name.ts'
import { findRepeats } from './person-repeats.ts'
import { findSignatures } from './person-signatures.ts'

interface Cue {
  /** Ends where the name begins. Every repetition in it is bounded: time stays linear on any text. */
  pattern: RegExp
  nameCase: NameCase
  /** Fewest words that make a name here; weak cues ask for two. */
  fewestWords: number
}

const bearer =
  '(?:lengkap|anak|ibu|ayah|bapak|suami|istri|ibu kandung|pelapor|terlapor|pemohon|pengadu|orang ?tua|wali|pasien|peserta|siswa|pemilik|penerima|pegawai)'
const people =
  '(?:pelapor|terlapor|pemohon|pengadu|pengirim|dari|from|name|ortu|orang tua|wali(?: kelas| murid| nikah)?|ahli waris|keluarga|kader|pasien|emergency contact|notulis|pimpinan|pembimbing|narahubung|kontak|saksi|korban|kuasa|penerima|penanggung jawab)'
const kin = '\\b(?:ibu|bapak|ayah|istri|suami|anak|adik|kakak|tetangga) (?:saya|kami|sy)'
const colon = '["\']?[ \\t\\u00a0]{0,20}[:=;][ \\t\\u00a0]{0,8}["\']?'

const cues: readonly Cue[] = [
  // "Nama Lengkap : …", "Nama/NIM : …", "nama_lengkap": "…", "Nama - …", "N a m a : …"
  {
    pattern: new RegExp(
      `(?:\\bnama(?:[ _]${bearer})?(?:/\\w{2,6})?|\\bn a m a)(?:${colon}|[ \\t]{1,8}- )`,
      'gi',
    ),
    nameCase: 'any',
    fewestWords: 1,
  },
  // "Pelapor: …", "Dari: …"
  { pattern: new RegExp(`\\b${people}${colon}`, 'gi'), nameCase: 'capitalised', fewestWords: 1 },
  // "nama saya …", "nama sy …", "nama ayahku …"
  {
    pattern:
      /\bnama (?:saya|sy|aku|gue|gw|(?:ayah|ibu|bapak|suami|istri|anak)(?:ku| saya| sy))(?: adalah|,)? /gi,
    nameCase: 'any',
    fewestWords: 1,
  },
  // "a.n. …", "an. …" · "atas nama …" · "an …", which is English too
  { pattern: /\ba\.n\.? {0,2}|\ban\. {1,2}/gi, nameCase: 'any', fewestWords: 1 },
  { pattern: /\batas nama {1,2}/gi, nameCase: 'capitalised', fewestWords: 1 },
  { pattern: /\ban {1,2}/gi, nameCase: 'capitalised', fewestWords: 2 },
  // "Bapak …", "Sdr. …", "Ny. …"; titles only with their dot, for "dr" is short for "dari" as well
  {
    pattern:
      /\b(?:bapak|ibu|pak|bu|bpk|sdri?|saudara|saudari|tn|ny|nn|tuan|nyonya|mas|mbak|kak|bang|ananda)(?:\. {0,2}| {1,2})|\b(?:hj?|kh|drg?|drs|dra|ir)\. {0,2}/gi,
    nameCase: 'capitalised',
    fewestWords: 1,
  },
  // "Istri saya, …", "Ibu saya …"
  { pattern: new RegExp(`${kin}, `, 'gi'), nameCase: 'capitalised', fewestWords: 1 },
  { pattern: new RegExp(`${kin} `, 'gi'), nameCase: 'capitalised', fewestWords: 2 },
  // "Saya Puspita Puspitasari, NIK …"
  { pattern: /\bsaya,? /gi, nameCase: 'capitalised', fewestWords: 2 },
]

/** "RSUD Dr. Soetomo", "Jl. Ir. H. Juanda": the honorific belongs to a place, perhaps behind others. */
const placeBefore = new RegExp(
  `\\b(?:${[...placeHeads].join('|')})\\.? {0,2}(?:(?:dr|ir|h|hj|kh|drs|prof)\\.? ){0,3}$`,
  'i',
)

/** Finds names behind cues, signatures, and every repetition of what was found. */
export function findPersons(text: string): Finding[] {
  const names = [...cues.flatMap((cue) => namesBehind(text, cue)), ...findSignatures(text)]
  if (names.length === 0) return []
  const seen = new Set<number>()
  const found = names.filter(({ start }) => !seen.has(start) && seen.add(start))
  const findings = found.map(({ start, end }): Finding => ({ start, end, type: 'PERSON' }))
  return [...findings, ...findRepeats(text, found)]
}

function namesBehind(text: string, { pattern, nameCase, fewestWords }: Cue): Name[] {
  const names: Name[] = []
  for (const match of text.matchAll(pattern)) {
    if (placeBefore.test(text.slice(Math.max(0, match.index - 32), match.index))) continue
    const name = readName(text, match.index + match[0].length, nameCase)
    if (name && name.words.length >= fewestWords) names.push(name)
  }
  return names
}
