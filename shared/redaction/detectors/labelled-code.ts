// Numbers that only their label tells: medical records and land certificates, some of four digits.
import type { Finding, FindingType } from '../finding.ts'
import { wordSet } from '../tokens.ts'
import { cellAt, type Reading } from '../reading.ts'
import { findCodeForms } from './code-forms.ts'
import { labelBefore } from './label.ts'

interface Kind {
  type: FindingType
  /** Stands before the number, in the form of labels; some words may stand between. */
  near: RegExp
  /** So sure, or ending in a word for number, that a sentence may stand between: "no RM a.n. Siti di RSUD 123456". */
  far: RegExp
  /** A form of number that a shorter label is enough for. */
  form?: { label: RegExp; number: RegExp }
  /** Number and the words between it and a label behind it: "123456 (no RM)"; and how that label begins. */
  behind: RegExp
  opening: RegExp
  /** The head of a column. */
  head: RegExp
}

const record =
  '(?:rekam[ -]?medi[sk](?:nya)?|rekamedi[sk]|catatan medi[sk]|patient id|(?:id|kode|registrasi) pasien|rek\\.? ?med(?:is)?|med(?:ical)? ?rec(?:ord)?|med ?rek)\\b'
const land = [
  '\\bshm\\b',
  '\\bno(?:mor)? h(?:ak|m)\\b',
  '\\balas hak\\b(?! no)',
  '\\bhak no(?:mor)?\\.?(?=[ :.]{0,4}$)',
  '\\bland certificate(?= ?(?:no|number|#))',
  '\\bcertificate of title',
  '\\bshgb\\b',
  '\\bhgb\\b',
  '\\bhgu\\b',
  '\\bhak (?:milik|pakai)\\b',
  '\\bhak guna bangunan\\b',
  '\\bnibel\\b',
  '\\bs ?h ?m(?=[ .]{0,2}no)',
  '\\bsh[pw]\\b',
  '\\bshm-?ku\\b',
  '\\bnib (?:tanah|bidang)\\b',
  '\\bbuku tanah(?= (?:tercatat|no|$))',
  '\\bsurat tanah\\b',
  '\\bptsl(?= no)',
  'sert(?:if|ip|iv)ikat (?:tanah|tnh|sawah|kebun|ladang|lahan|pekarangan|ruko|kios|kavling|hak \\w+|shm|hgb|rumah|hm|(?:ptsl|prona|elektronik)(?=[^\\d\\n]{0,16}\\bno(?:mor)?\\b))',
  'bukti (?:shm|hak)',
].join('|')
const oneOf = (...patterns: string[]) => new RegExp(patterns.join('|'))
const recordNumber = `\\bno(?:mor|mer)?[. ]{0,2}(?:(?:reg/)?rm(?:/reg)?\\b|rmk\\b|pasien(?:e|ku)\\b|(?:reg(?:istrasi|ister)?\\.?|inde[kx]s?|kartu) pasien\\b|kartu (?:puskesmas|rs|rsud)\\b|reg(?:istrasi)?\\.? (?:rs|rsud)\\b|pasien\\b|mr\\b(?! (?:peng|lapor|surat|tiket|regis|agenda))|cm\\b|${record})|(?<![./])\\bn\\.?o?rm\\b`
const kinds: readonly Kind[] = [
  {
    type: 'MEDICAL_RECORD',
    // RM also is "rupiah murni", a source of funds.
    near: oneOf(
      '(?:rekam-medis|\\bno\\.? ?rm)\\/$',
      '\\bmr(?:\\.| )? ?(?:no|number)[ .:#="]{0,5}$',
      '\\bnama ?\\/ ?(?:no\\.? ?)?rm(?: ?\\/ ?\\w{2,8}){0,2} ?:[^\\d\\n/]{0,40} ?\\/ ?$',
      // "Nama/RM: Siti / 123456", "Pasien (nama/umur/RM): Siti / 45 th / 123456"
      '\\/ ?rm\\) ?:[^\\d\\n/]{0,40} \\/ (?:\\d{1,3} ?\\w{0,3} \\/ )?$',
      '\\/ ?rm {0,3}:[^\\d\\n/]{0,40} \\/ $',
      `(?:${recordNumber}|${record}|medical record number|\\bno(?:mor)?\\.? rekam(?= ?:)|\\bmrn\\b|(?<!dana)(?:^|[\\s(,;|."'-])rm\\b|\\bkartu berobat(?:nya|(?= ?:| no)))[^\\d\\n/]{0,16}$`,
      '\\bkartu berobat(?: (?:saya|sy|ibu|bapak))?(?: no(?:mor|\\.)?)?[ :]{1,3}$',
      '\\bkartu (?:pasien|puskesmas|rumah sakit)(?: [a-z]{2,12}){0,2} no(?:mor|\\.)?[ :]{1,3}(?:[a-z]-)?$',
      '\\bmr card\\b[^\\d\\n]{0,60}$',
      '\\b(?:kib|erm|e-rm|chart no\\.?) ?[:.]? ?$',
      '(?:^|[(,;] ?)cm ?: $',
      // "RM/BPJS/NIK 123456/…"
      '\\brm ?\\/ ?(?:no\\.? ?)?(?:bpjs|jkn|reg|nik|hp)(?: ?\\/ ?(?:no\\.? ?)?[a-z]{2,8}){0,2} ?:? ?$',
      '(?<!(?:vaksin|imunisasi|campak|suntik|batch|bets) )\\bmr(?:-?nya| rs)?[ .:=]{0,3}$',
    ),
    far: new RegExp(`(?:${recordNumber})(?!/)([^\\d\\n]{0,64})$`),
    behind: /(?<![\d.,/-])(\d{5,8}|\d\d-\d\d-\d\d(?:-\d\d)?)[ ,(]{0,3}(?:no(?:mor)?\.? ?)?$/,
    opening: /^(?:rm|mr|rek|med)/,
    head: /^(?:(?:id|kode|no(?:mor)?(?: (?:kartu|indeks?))?) pasien|patient (?:id|no|number)|medical record(?: (?:no|number))?)$|^(?:(?:no(?:mor)?|id) )?(?:rm|rekam|rekam medi[sk]|rekmed|med ?re[ck]|mr|norm|mrn)(?: pasien)?$|^no cm$/,
  },
  {
    type: 'LAND_CERT',
    near: oneOf(
      `(?:${land}|no(?:mor)?\\.? (?:sert(?:if|ip)ikat(?! tkdn| iso| halal| pelatihan| mutu| pendidik| kompetensi| profesi| vaksin)|shm))[^\\d\\n/]{0,24}$`,
      '\\b(?:shm\\/|hm=)$',
      '\\bhm[. ]{1,2}(?:(?:kedua|pertama|ketiga|lama|baru|induk) )?(?:no(?:mor)?[. :]{0,3})?$',
    ),
    far: new RegExp(`(?:${land})(?!/)([^\\d\\n/]{0,64}no(?:mor)?[. :]{0,3})$`),
    // NIB, as on electronic certificates; a training's certificate has no such number.
    form: {
      label: /sert(?:if|ip)ikat[^\d\n/]{0,24}$/,
      number: /^\d{14}$|^\d\d(?:\.\d\d){3}\.\d\.\d{5}$/,
    },
    behind: /(?<![\d.,/-])(0\d{3,5} {0,2}|\d{3,5}(?= ?\()|\d{14}(?= ?\()) ?[(]?(?:no(?:mor)?\.? ?)?$/,
    opening: /^shm/,
    head: /sert(?:if|ip)ikat|^(?:no(?:mor)? )?surat tanah$|\bshm\b|\bhgb\b|(?:^|jenis )no(?:mor)? hak$/,
  },
]
/** Digits with dots or dashes between, perhaps behind "RM-". */
const code =
  /\d{2}(?: \d{2}){2,4}(?!\d)|\d{3} \d{3}(?![.,]?\d)|\d[\d.\-\u200b\u2060\ufeff\u00ad]{1,30}\d(?!\d)/y
const cues = wordSet(
  'rm ber-rm rmnya rm-nya norm mr mr-nya nomr nrm mrn cm rekam medis rekam-medis medik record rekmed medrec medrek rec berobat berobatnya rekamedis pasien patient catatan norekammedis nomorrekammedis nomorrm medicalrecordnumber kib erm e-rm chart rmk ' +
    'shm shgb shp hgb hgu hm hak milik pakai bangunan nibel shw sertifikat sertif sertpikat sertikat sertifkat shm-ku sertivikat sertf sert ptsl sertifikatnya sertipikat sertipikatnya bersertifikat ' +
    'bersertipikat certificate tanah noshm nomorshm nosertifikat nomorsertifikat nosertipikat nomorsertipikat nohgb nomorhgb hak',
)
const farthest = 72
/** A sentence that ends, or another thing that has a number: then the label holds no longer. */
const otherThing =
  /[;|\t]|(?<!a\.n|\bdr|\bh)\. |\b(?:tel\w*|tlp|hp|wa|nik|kk|npwp|nop|bpjs|rek|rekening|surat|keputusan|s[ke]|uu|per(?:[dmw]|pres|pu)\w*|peraturan|j(?:l|alan)|r[tw]|blok|tanggal|tgl|umur|usia|lahir|sebanyak|sejumlah|target)\b/
/** "1234, 1235, dan 1236", "1. 123456 2. 123457", "'123456', '58.80.00'", "123456, bapak 123457"; or alone on the next line. */
const joint =
  /\/(?=\d{5,8}(?!\d))|(?:,|;| ?&| dan| serta)(?: dan)? [Nn]o(?:mor)?\.? ?(?=\d)|(?:[,;]? |\r?\n)\(?\d{1,2}[.)] ?(?=\d{4})|,? (?:bukan|(?:salah,? )?(?:mestinya|harusnya|seharusnya)|salah|ganti|baru|dipecah menjadi|menjadi|jadi|,? ?sekarang) (?=\d{3})|(?:,|;| ?&| ?\/| dan| sama| s\.?d\.?| s\/d)(?: dan)? (?:(?:[A-Za-z][a-z]{1,10} )?(?=\d{3})|(?=(?:\d\d[.-]){2}\d\d))|["'], ?["'](?=\d)| \([^)\d\n]{2,30}\),? ?(?=\d{5})|\r?\n(?:- )?(?=\d[\d.-]{2,24}\r?(?:\n|$))/y

/** Finds them: at each word of a label, the digits that follow or lead; and the cells below such a head. */
export function findLabelledCodes(reading: Reading): Finding[] {
  const { digits, tokens, cells } = reading
  const findings: Finding[] = []
  for (let i = 0; i < tokens.count; i++) {
    if (!cues.has(tokens.hash[i]!)) continue
    const from = tokens.end[i]!
    const at = behindOrdinal(digits, firstDigit(digits, from))
    for (const finding of leading(digits, tokens.start[i]!, at)) findings.push(finding)
    if (at < 0 || (i + 1 < tokens.count && cues.has(tokens.hash[i + 1]!) && tokens.start[i + 1]! < at))
      continue
    for (const finding of labelled(reading, at)) findings.push(finding)
  }
  for (const { start, end, label } of cells) {
    const kind = kinds.find(({ head }) => head.test(label))
    const at = kind ? firstDigit(digits, start) : -1
    const stop = at < 0 || at >= end ? -1 : isDigits(digits, at, end) ? end : codeEnd(digits, at)
    if (kind && stop > 0 && stop <= end && !isMeasure(digits, at, stop, label))
      findings.push({ start: at, end: stop, type: kind.type })
  }
  return [...findings, ...findCodeForms(reading, findings)].filter(
    ({ start }) =>
      !/luas|harga|jumlah|tahun|jenis(?! nomor)|terbit|target|status|pelatihan|nilai$/.test(
        cellAt(cells, start)?.label ?? '',
      ),
  )
}

/** The number at a place, if its label stands before it, and those that are listed behind it. */
function labelled({ text, digits, cells }: Reading, at: number): Finding[] {
  const before = labelBefore(digits, cells, at).replace(ordinalBefore, '')
  const end = codeEnd(digits, at)
  const written = end < 0 ? '' : digits.slice(at, end)
  const kind = written
    ? (kinds.find((each) => isLabel(each, before, written)) ?? landByContext(digits, at, before))
    : undefined
  if (kind?.type === 'MEDICAL_RECORD' && written.length <= mostCounted && !numberWord.test(before)) return []
  if (
    !kind ||
    isMeasure(digits, at, end, before) ||
    (counted.test(before) && !numberWord.test(before)) ||
    ofRule.test(before) ||
    (isYear(written, before, owner.test(digits.slice(end, end + 8))) && !isOfVillage(digits, end))
  )
    return []
  const findings: Finding[] = [
    {
      start: prefixStart(text, at),
      end: kind.type === 'LAND_CERT' ? villageEnd(digits, end) : recordEnd(digits, at, end),
      type: kind.type,
    },
  ]
  for (let last = end; ;) {
    joint.lastIndex = last
    const next = joint.test(digits) ? joint.lastIndex : -1
    const stop = next < 0 ? -1 : codeEnd(digits, next)
    const isAlike =
      Math.abs(digitsIn(digits, next, stop) - digitsIn(digits, at, end)) < (isQuoted(digits, next) ? 3 : 2) &&
      !isYear(digits.slice(next, stop), '')
    if (stop < 0 || !isAlike || isMeasure(digits, next, stop, '')) return findings
    findings.push({ start: next, end: stop, type: kind.type })
    last = stop
  }
}

const isQuoted = (text: string, at: number) => /["']/.test(text.charAt(at - 1))

const digitsIn = (text: string, from: number, to: number) => text.slice(from, to).replace(/\D/g, '').length

const bareCertificate =
  /\b(?:(?:ber)?sert(?:if|ip|iv)ikat(?:nya)?|sertf?\.|sertif|sertp?ikat|sertifkat)(?: wakaf| tanah| asli| induk| lama| baru| dg| dengan| (?:a\.n\.|atas nama) [a-z]{2,12})?(?: no(?:mor|\.)?| nmr| bernomor| (?:yang|yg) nomornya| prona| redis)?(?: no(?:mor|\.)?)?[ :("']{1,4}$/
const landMatter =
  /\b(?:sert(?:ip|iv)ikat\w*|kakek|nenek|ibu|bapak|ayah|almarhum|alm|tanah|pengukuran|sengketa|blokir|diblokir|bpn|kantah|pertanahan|lahan|pekarangan|sawah|bidang|roya|balik nama|kredit|jaminan|agunan|penggugat|tergugat|kepemilikan|pemecahan|penggabungan|alas hak|nop|jual beli|dijual|lt|lb|hibah|harta|ahli waris|notaris|ppat|shm|hak milik)\b/i
/** What else is certified. */
export const otherMatter =
  /\b(?:pendidik|predikat|narasumber|kalibrasi|bnsp|sbu|layak huni|peserta pelatihan|profesi|pelatihan|diklat|kursus|kompetensi|keahlian|lulus|seminar|webinar|vaksin\w*|halal|iso|akreditasi|imunisasi|laik|mutu|sni|iec|qsc)\b/i
const reachOfMatter = 240

/** What is counted or paid, rather than numbered: "target SHM 4500", "biaya SHM 2500000", "jumlah rekam medis: 12450" */
const counted =
  /\b(?:target|realisasi|biaya|pungli|tarif|bphtb|jumlah|total|capaian|kuota|rekap\w*|tabel \d*|penerbitan|pagu|belanja|cetak|anggaran|sebanyak)\b[^\d\n;,.]{0,24}$/
/** "hak pakai menurut perpres no. 102/2011" */
const ofRule = /\b(?:perpres|perda|perbup|perwal|permen\w*|uu|pp|peraturan)\b[^\d\n]{0,16}$/
/**
 * "sertifikat nomor 1333 diblokir karena sengketa": courses give certificates too, so the matter must tell; five digits are
 * land's.
 */
function landByContext(digits: string, at: number, before: string): Kind | undefined {
  if (!bareCertificate.test(before)) return undefined
  const around = digits.slice(Math.max(0, at - reachOfMatter), at + reachOfMatter)
  const isLand =
    /^\d{2,5}\/(?:(?:Kel|Desa|Ds)\.? ?)?[A-Z][a-z]{3}/.test(digits.slice(at, at + 20)) ||
    landMatter.test(around) ||
    /^0?\d{5}(?!\d)|^\d{2,4}\/19\d\d/.test(digits.slice(at, at + 6))
  return isLand && !otherMatter.test(around) ? kinds.find(({ type }) => type === 'LAND_CERT') : undefined
}

function isLabel({ near, far, form }: Kind, before: string, written: string): boolean {
  if (near.test(before) || (form?.label.test(before) && form.number.test(written))) return true
  const between = written.length > 3 ? far.exec(before)?.[1] : undefined
  return between !== undefined && !otherThing.test(between)
}

/** "no RM: 1. 407182 2. 918273" */
const ordinal = /^\d{1,2}[.)] ?(?=\d{4})/
const ordinalBefore = /\(?\d{1,2}[.)] ?$/

const behindOrdinal = (text: string, at: number) =>
  at < 0 ? at : at + (ordinal.exec(text.slice(at, at + 8))?.[0].length ?? 0)

/** The number right before a label, unless the label has one behind it. */
function leading(digits: string, start: number, next: number): Finding[] {
  if (next >= 0 && next < start + 20) return []
  const from = Math.max(0, start - 28)
  const near = digits.slice(from, start).toLowerCase()
  if (!/\d/.test(near)) return []
  const word = digits.slice(start, start + 12).toLowerCase()
  const kind = kinds.find(({ opening }) => opening.test(word))
  const found = kind?.behind.exec(near)
  if (!kind || !found) return []
  const at = from + found.index
  return [{ start: at, end: at + found[1]!.trimEnd().length, type: kind.type }]
}

/** "RM-123456", "PL-003817", "B-20417": the letters belong to it. */
function prefixStart(text: string, at: number): number {
  return at - (/\b(?:rm-?|[A-Z]{1,5}-|[A-Z]\.)$/i.exec(text.slice(Math.max(0, at - 7), at))?.[0].length ?? 0)
}

/** On the same line, or on the next one. */
function firstDigit(text: string, from: number): number {
  let lines = 0
  for (let at = from; at < from + farthest && at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign > 47 && sign < 58) return at
    if (sign === 10 && ++lines > 1) return -1
  }
  return -1
}

function codeEnd(text: string, at: number): number {
  code.lastIndex = at
  return code.test(text) ? code.lastIndex : -1
}

/** In its own cell a number of two digits is one too. */
const isDigits = (text: string, at: number, end: number) => /^\d{2,3}$/.test(text.slice(at, end))

const numberWord = /\bno(?:mor|mer)?(?:nya)?\b[^\d]{0,24}$/

/** "rekam medis 2024", "500 SHM tahun 2025": only a word for number makes a code of it. */
function isYear(written: string, before: string, isOwned = false): boolean {
  return (
    /^(?:19[6-9]|20[0-3])\d$/.test(written) &&
    !isOwned &&
    !numberWord.test(before) &&
    !/[:#=/] ?$|shm-$/.test(before)
  )
}

/** "RM baru: 112" counts them. */
const mostCounted = 3
/** "HM 1983 a.n. Olih" */
const owner = /^ a\.?n\.? /i
const fewestOfRecord = 6
const moreOfRecord = /(?:(?:[ \u00a0]{1,2}| ?[-/_·] ?)\d{2,5}(?!\d|[.,:/]\d)){1,2}/y

/** "No. RM 8172 2875" */
function recordEnd(text: string, at: number, end: number): number {
  moreOfRecord.lastIndex = end
  return digitsIn(text, at, end) < fewestOfRecord && moreOfRecord.test(text) ? moreOfRecord.lastIndex : end
}

/** "SHM 1928/Gedongkiwo": the village belongs to the number. */
function villageEnd(text: string, end: number): number {
  const village = /^\/(?:(?:kelurahan|kel\.?|desa|ds\.?) )?[a-z]{3,20}(?! ?\d)/i.exec(
    text.slice(end, end + 36),
  )
  return village ? end + village[0].length : end
}

/** Numbers of land are counted by village. */
const isOfVillage = (text: string, end: number) => /^\/[A-Z][a-z]/.test(text.slice(end, end + 3))

/** No more than this is counted; "RM 77-20-14-05 pasien Siti" and "SHM 00511 berkas lengkap" are numbers. */
const count = /^[1-9]\d{0,4}$|^[1-9]\d{0,2}(?:\.\d{3})+$/
const unit =
  /^ ?(?:m2|m²|(?:ha|hektar|bidang|persil|unit|lembar|buah|vial|dosis|ampul|botol|berkas|pasien|orang|kk|ribu|rb|juta|jt|rupiah)\b)/i

/** "Gelang RS: Taryana RM 118.204": no ringgit, and no source of funds. */
const ward =
  /\/ ?rm {0,3}:.*\/ $|\b(?:pasien|rs|rsud|gelang|(?:di)?rawat|igd|ugd|poli|bangsal|klinik|ners)\b.*\brm $/

/** Money, counts of things, and what only shows a form: "00-00-00". */
function isMeasure(text: string, at: number, end: number, before: string): boolean {
  const written = text.slice(at, end)
  if (
    /^(?:00[-.]?)+$|^0+(?:\/|$)|^(?:19|20)\d\d-[01]\d-[0-3]\d$|^[0-3]?\d[-.][01]?\d[-.]20\d\d$/.test(written)
  )
    return true
  if (/\b(?:rp|idr)[. ]{0,2}$/.test(before)) return true
  if (/^\d{1,3}(?:\.000)+$|^[1-9]\d{0,4}0{4,}$|^((?:19|20)\d\d)-(?:19|20)\d\d$/.test(written)) return true
  if (/^[1-9]\d{0,2}(?:\.\d{3})+$/.test(written) && !numberWord.test(before) && !ward.test(before))
    return true
  return count.test(written) && !numberWord.test(before) && unit.test(text.slice(end, end + 9))
}
