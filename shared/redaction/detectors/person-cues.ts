// The cues that announce a name. To add one: an entry in the list, and the words that follow it but are no name in the
// lexicon. Every repetition in a pattern is bounded: time stays linear on any text.
import type { NameCase } from '../name.ts'

export interface Cue {
  /** Ends where the name begins. */
  pattern: RegExp
  /** 'capitalised' unless told. */
  nameCase?: NameCase
  /** Fewest words that make a name here: 1 unless told; weak cues ask for two. */
  fewestWords?: number
  /** What must follow the name; sticky. */
  followedBy?: RegExp
}

/** They announce a name even alone on their line; "Kontak" and "Dari" are also links and heads of columns. */
const roles =
  '(?:full |your )?name|reporter|applicant|sender|patient|contact person|pelapor|terlapor|pemohon|pengadu|pengirim|narahubung|pasien|saksi|korban|ahli waris|penanggung jawab'
const people = `(?:${roles}|dari|from|ortu|orang tua|wali(?: kelas| murid| nikah)?|keluarga|kader|emergency contact|notulis|pimpinan|pembimbing|kontak|kuasa|penerima)`
const nama = `nama(?:[ _](?:${roles}|lengkap|anak|ibu(?: kandung)?|ayah|bapak|suami|istri|orang ?tua|wali|peserta(?: didik)?|siswa|mahasiswa|pemilik|pemegang hak|penerima|pegawai|pelanggan|kepala keluarga|wajib pajak|kontak|panggilan))?`
/** A required field, a hint: "Nama *", "Nama Lengkap (sesuai KTP)". */
const mark = '(?: ?\\([^)\\n]{0,30}\\)| ?[*_]{1,2})?'
const anyLabel = `(?:${nama}|${people})${mark}`
const kin = '\\b(?:ibu|bapak|ayah|istri|suami|anak|adik|kakak|tetangga) (?:saya|kami|sy)'
const englishKin =
  '\\b(?:my|our) (?:husband|wife|son|daughter|father|mother|brother|sister|neighbou?r|friend|child)'

const blank = '[ \\t\\u00a0]'
/** Also a cell of its own, "| Pelapor | : | …", and behind a label in bold. */
const colon = `["'*_]{0,3}${blank}{0,20}(?:\\|${blank}{0,4})?[:=;：]["'*_]{0,2}${blank}{0,8}(?:\\|${blank}{0,4})?["'*_]?`
const cellStart = `(?:^|\\|)[ \\t\\u00a0>*•-]{0,6}(?:\\d{1,2}[.)]?[ \\t|]{1,4})?`
/** The cell is the last one, or data follow: "Nama | Jabatan | Alamat" are heads of columns. */
const cellEnd =
  /[ \t\u00a0]{0,20}(?:[,(][^\n|\t]{0,60})?(?:\|?[ \t]{0,8}(?:$|\r?\n(?![|: \t]{0,4}--))|[|\t][^\n]{0,200}?[\d:@])/y

/** How people go on after their name. */
const particulars = /,? (?:dari|warga|umur|usia|tinggal di|rt|rw)\b/iy
const birthOrAge = /,? (?:tgl|ttl|tanggal lahir|nik|umur|usia)\b/iy

/** Several cues in one pass: the earlier one wins where two begin at the same place. */
const either = (...alternatives: string[]) => new RegExp(alternatives.join('|'), 'gim')

export const cues: readonly Cue[] = [
  {
    pattern: either(
      // "Nama Lengkap : …", "Nama/NIM : …", "nama_lengkap": "…", "Nama - …", "N a m a : …"
      `(?:\\b${nama}(?:/\\w{2,6})?${mark}|\\bn a m a)(?:${colon}|[ \\t]{1,8}[-–—] )`,
      // "nama saya …", "nama sy …", "nama ayahku …"
      '\\bnama (?:saya|sy|aku|gue|gw|(?:ayah|ibu|bapak|suami|istri|anak)(?:ku| saya| sy))(?: adalah|,)? ',
      // "a.n. …", "an. …"
      '\\ba\\.n\\.? {0,2}|\\ban\\. {1,2}',
    ),
    nameCase: 'any',
  },
  {
    pattern: either(
      // "Pelapor: …", "Dari: …"
      `\\b${people}${colon}`,
      // "Istri saya, …", "my wife, …"
      `(?:${kin}|${englishKin}), `,
      '\\batas nama {1,2}',
      '\\bperkenalkan,? saya ',
      '\\bmy name is |\\b(?:mr|mrs|ms)\\.? {1,2}',
      // "Bapak …", "Sdr. …", "Ny. …"; "pak." ends a sentence
      '\\b(?:bapak|ibu|pak|bu|saudara|saudari|tuan|nyonya|mas|mbak|kak|bang|teh|koh|ananda) {1,2}',
      '\\b(?:bpk|sdri?|tn|ny|nn)(?:\\. {0,2}| {1,2})',
      // titles only with their dot, for "dr" is short for "dari" as well
      '\\b(?:hj?|kh|drg?|drs|dra|ir)\\. {0,2}',
    ),
  },
  {
    // "Ibu saya …", "my son …" · "Saya Puspita Puspitasari, NIK …" · "an …", which is English too
    pattern: either(`(?:${kin}|${englishKin}) `, '\\bsaya,? ', '\\ban {1,2}'),
    fewestWords: 2,
  },
  // "Pak. Budi Santoso", but "dong pak. Kejadiannya barusan" ends a sentence
  { pattern: /\b(?:Bapak|Ibu|Pak|Bu|Mas|Mbak)\. {0,2}/g, fewestWords: 2 },
  {
    pattern: either(
      // "Pelapor - …"
      `${cellStart}${people}[ \\t]{1,8}[-–—] {1,2}`,
      // the label alone on its line, the name on the next one
      `${cellStart}(?:(?:${nama}|${roles})${mark}|${anyLabel} {0,8}[:：][*_]{0,2})[ \\t|]{0,8}(?:\\r?\\n${blank}{0,20}){1,3}(?:[:：|] {0,2})?`,
      // "Nama | …", and with a tab
      `${cellStart}${anyLabel} {0,8}[|\\t][ \\t|]{0,8}`,
    ),
    followedBy: cellEnd,
  },
  // "nama budi santoso tgl lahir …"
  { pattern: /\bnama /gi, nameCase: 'any', fewestWords: 2, followedBy: birthOrAge },
  // "saya Rudi dari RT 02"
  {
    pattern: /\b[Ss]aya,? (?=[A-Z][a-z]{2})/g,
    followedBy: particulars,
  },
  // "[07/07/26 11.20] Rudi: …", a chat as it is exported
  {
    pattern: /^\[\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[.:][\d.:]{2,5}\] (?:~ ?)?/gm,
    followedBy: /:| </y,
  },
]
