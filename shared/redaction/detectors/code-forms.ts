// Medical records, land certificates, accounts and the like that stand without a label: their form tells, or another one like it.
import type { Finding, FindingType } from '../finding.ts'
import { bankNames } from '../lexicon/banks.ts'
import type { Reading } from '../reading.ts'
import { topics } from '../topics.ts'
import { findInLinesAbout } from './stretches.ts'
import { matchesOf } from '../matches.ts'

/** "12-34-56", "12.34.56.78" */
const inPairs = '\\d\\d(?<sign>[.-])\\d\\d\\k<sign>\\d\\d(?:\\k<sign>\\d\\d)?'

interface Form {
  type: FindingType
  /** The number is its first group, at the end of the match unless it begins it. */
  pattern: RegExp
  /** What stands before it where it numbers something else. */
  unless?: RegExp
}

/** Their word stands before them. */
const worded: readonly Form[] = [
  // "R.M. 331092", "rm 33/10/92", "norm331092"
  {
    type: 'MEDICAL_RECORD',
    pattern:
      /\b(?:r\. ?m\.?|no\.? ?r ?m|rm nomor|norm|med-?rec|(?<!\d ?)cm|drm)(?: no\.?)?[ :./]{0,3}(\d{5,8}|\d\d([ .-])\d\d\2\d\d|\d\d\/\d\d\/\d\d(?:\/\d\d)?)(?![\d/]|[.,-]\d)/gi,
  },
  { type: 'MEDICAL_RECORD', pattern: /\brm ?:? ((?:3[2-9]|[4-9]\d)\/\d\d\/\d\d)(?![\d/])/gi },
  // "px 33-10-92 plan: rujuk", "status pasien no 22.01.93"
  {
    type: 'MEDICAL_RECORD',
    pattern: new RegExp(`\\b(?:px|pasien no(?:mor|\\.)?) ?(${inPairs})(?![\\d/]|[.,-]\\d)`, 'gi'),
  },
  // "RM: PKM-112", "MR tujuan: MR/2025/00912", "No RM: A1122334"
  {
    type: 'MEDICAL_RECORD',
    pattern:
      /\b(?:[Nn]o\.? ?)?(?:RM|MR|NRM|[Rr]m)(?: (?:asal|tujuan|lama|baru|awal))?(?: ?[:.] ?| (?:[Nn]o\.? )?)((?:[A-Z]{1,5}[-./]){1,2}(?:20\d\d\/)?\d{2,8}(?:[-.]\d{2,4}){0,3}|[A-Z]\d{4,8}|(?<=: ?)[A-Z]{2,5} \d{3,6})(?![\d/]|[.,-]\d)/g,
    unless: /\b(?:rupiah|ringgit|harga)\b[^\n]{0,24}$/i,
  },
  {
    type: 'MEDICAL_RECORD',
    pattern: /\bmr (?:awal|lama|baru|asal|tujuan)[ :]{1,3}(\d[\d.-]{4,12}\d)(?![\d/])/gi,
  },
  // "RM123456" is one word.
  { type: 'MEDICAL_RECORD', pattern: /(\bRM-?\d{4,8}|\brm-?\d{5,8})\b/g },
  // "Bed 4 RM brp?", and somebody writes: "Yoga: 0281774 dok".
  {
    type: 'MEDICAL_RECORD',
    pattern: new RegExp(
      `\\b(?:rm|rekam medis)\\b[^\\n\\d]{0,30}\\?[^\\n]{0,40}\\n[^\\n]{0,60}?[a-z]: (\\d{6,8}|${inPairs})` +
        '(?!\\d| ?(?:lembar|buah|orang|pasien|kasus|berkas))',
      'gi',
    ),
  },
  // A landline without its area code: "telp rumah 5523456"
  {
    type: 'PHONE',
    pattern:
      /\b(?:tel[pf]?|tlp|te?lpo?n|tele[pf]on|phone|fax)(?:nya)?\b(?: (?:rumah|kantor|saya|sy|no(?:mor)?|ke)\b){0,2}[ .:]{1,4}([2-9]\d{5,7}|[2-9]\d\d[ -]\d{3,4})(?![\d/]|[.,: -]\d| (?:kali|menit|detik|panggilan|juta|ribu))/gi,
  },
  // Paid for without a certificate, as Riau has it: "SKGR No. 593/41/TAS/2009"
  {
    type: 'LAND_CERT',
    pattern: /\bskgr ?(?:no(?:mor|\.)?)?[ :.]{0,3}(\d[\w./-]{2,30}\d)/gi,
  },
  // Of small banks: "norek 12345678 BPR", "nomor buku tabungan 00123451"
  {
    type: 'BANK_ACCOUNT',
    pattern: new RegExp(
      `\\b(?:no(?:mor|\\.)? ?rek(?:ening)?|norek|no(?:mor|\\.)? (?:buku )?tabungan|rek(?:ening)?\\.? (?:bank )?(?:${bankNames.join('|')}))(?: [a-z]{2,12}){0,3}[ :.]{1,3}(\\d{7,8})(?![\\d/]|[.,-]\\d)`,
      'gi',
    ),
    unless: /\b(?:belanja|kegiatan|kode)\b[^\n]{0,24}$/i,
  },
  // Before 2009 they had nine digits.
  {
    type: 'NIP',
    pattern:
      /\bnip\b(?: ?\(?(?:lama|9 digit)\)?(?: ?\/ ?baru)?)?[ :.]{1,4}(\d{9}|\d{3} \d{3} \d{3})(?![\d/]|[.,-]\d)/gi,
  },
  // With a letter, as branches once gave them out: "KPJ 12J90001234"
  { type: 'BPJS', pattern: /\b(?:kpj|jamsostek)\b[^\d\n]{0,12}(\d{1,2}[A-Z]\d{6,9})(?!\w)/gi },
  // "SHM No. 45/Sukamaju", "SHM nomor 85 atas nama Budi": a village has few before long.
  {
    type: 'LAND_CERT',
    pattern:
      /\b(?:shm|s?hgb|hgu|hak (?:milik|pakai|guna bangunan|guna usaha))\.? ?(?:no(?:mor|\.)?)? ?(\d{1,2})(?=\/(?!20)(?:(?:kel|desa|ds)\.? ?)?[a-z]{4}| (?:a\.?n\b|atas nama))/gi,
  },
  // "S.H.M. No. 345", "SHMno.345", "shm00345", "SHMSRS No. 1234/II/A", "sertifikat wakaf W.12"
  {
    type: 'LAND_CERT',
    pattern:
      /\b(?:s(?:\. ?| )h(?:\. ?| )m\.? ?(?:no(?:mor|\.)?)?|shm(?:no\.)?(?! )|shmsrs ?(?:no(?:mor|\.)?)?|sertifikat wakaf w\.)[ :]{0,2}(?!(?:19|20)\d\d\b)(\d{2,5}(?:\/[IVX]{1,4}\/[A-Z]\b)?)(?![\d-]|[.,]\d| ?(?:orang|berkas|bidang|buah))/gi,
    unless: /\d[ .]?$/,
  },
  // "Sertifikatnya nomor berapa?", and somebody answers: "no 345 th 1998"; "nomor 345 itu sertifikat rumah ibu"
  {
    type: 'LAND_CERT',
    pattern:
      /\bsert(?:if|ip)ikat\w{0,3}\b[^\n\d?]{0,30}\?[^\n\d]{0,20}\n[^\n:]{1,40}: (?:no(?:mor|mer|\.)? ?)?(\d{3,5})(?![\d/-]|[.,]\d| ?(?:orang|berkas|lembar|buah))/gi,
  },
  {
    type: 'LAND_CERT',
    pattern:
      /\bno(?:mor|mer|\.)? ?(\d{3,5})(?=,? (?:itu|adalah) (?:nomor )?(?:sert(?:if|ip)ikat (?:rumah|tanah|sawah|kebun)|shm)\b)/gi,
  },
  // With its branch, of 22 digits.
  { type: 'NPWP', pattern: /\bnitku\b[^\d\n]{0,12}(\d(?:[ .]?\d){21})(?!\d)/gi },
  // "NIK 3275 / 0656 / 0173 / 0002"
  { type: 'NIK', pattern: /\b(?:nik|ktp|kk)\b[^\d\n]{0,12}(\d{4}(?: ?[/|,] ?\d{4}){3})(?![\d/])/gi },
  {
    type: 'NOP',
    pattern: /\bnop\b[^\d\n]{0,12}(\d\d ?[/|] ?\d\d(?: ?[/|] ?\d{3}){3} ?[/|] ?\d{4} ?[/|] ?\d)(?![\d/])/gi,
  },
]

/** Their form alone tells. */
const bare: readonly Form[] = [
  // "12-65-20 Siti 45 P" on a line of its own
  {
    type: 'MEDICAL_RECORD',
    pattern: new RegExp(
      `^(${inPairs}) (?=[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20})? \\d{1,2}(?: ?th)? ?[LP]\\b)`,
      'gm',
    ),
  },
  // "146826 ny Warijan"
  {
    type: 'MEDICAL_RECORD',
    pattern: new RegExp(
      `(?<![\\d.,/-])(\\d{6}|\\d{3}-\\d{3}|${inPairs}) {1,2}(?=(?:tn|ny|nn|by)\\.? [A-Z][a-z])`,
      'g',
    ),
  },
  // Province, regency, district, village, kind of right, number, as the books of land have it: nothing else is so formed.
  {
    type: 'LAND_CERT',
    pattern:
      /(?<![\d.,/-])((?:1[1-9]|2[1-9]|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])(?:\.\d\d){3}\.[1-8]\.\d{5})(?![\d/]|[.,-]\d)/g,
    unless: /\b(?:kode|barang|lokasi|aset|rekening)\b[^\n\d]{0,24}$/i,
  },
  // As the electronic land book numbers them: "07.05.000009.1.01147"
  { type: 'LAND_CERT', pattern: /(?<![\d.,/-])(\d\d\.\d\d\.\d{6}\.[1-8]\.\d{5})(?![\d/]|[.,-]\d)/g },
  // "IBAN DE89 3704 0044 0532 0130 00"
  {
    type: 'BANK_ACCOUNT',
    pattern:
      /\b[Ii](?:BAN|ban)(?:-?nya)?[ :]{1,3}([A-Z]{2}\d\d(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?)(?!\w)/g,
  },
  // "BPDBALI/0110202338471"
  {
    type: 'BANK_ACCOUNT',
    pattern: new RegExp(
      `[/:](?<=\\b(?:${bankNames.join('|')})[a-z]{0,10}[/:])(\\d{10,16})(?![\\d/.-])`,
      'gi',
    ),
  },
  // The number of the paper that an electronic one is printed on
  {
    type: 'LAND_CERT',
    pattern:
      /\bserti[fp]ikat[- ]el(?:ektronik)?(?: (?:no(?:mor|\.)?(?: seri)?|seri))?[ :.]{1,3}([A-Z]{2} ?\d{6,8})(?![\w/])/gi,
  },
  // "sertipikat rumah saya 509 ditahan notaris"
  {
    type: 'LAND_CERT',
    pattern:
      /\bserti[fp]ikat(?:nya)?(?: [a-z]{2,12}){0,2} (\d{3,5})(?=,? (?:a\.?n\b|atas nama|ditahan|hilang|dipegang|digadai|dijaminkan|diblokir))/gi,
  },
  // As scanners and spreadsheets have them: "06,035,202,1-503,000", "06. 035. 202. 1 - 503. 000"
  {
    type: 'NPWP',
    pattern:
      /(?<![\d.,])((?!99|00.000)\d\d[.,] ?\d{3}[.,] ?\d{3}[.,] ?\d ?[-–.,] ?\d{3}[.,] ?\d{3})(?![\d/]|[.,-]\d)/g,
  },
  {
    type: 'NOP',
    pattern:
      /(?<![\d.,])(?!00|99.99)(\d\d[.,] ?\d\d[.,] ?\d{3}[.,] ?\d{3}[.,] ?\d{3}[-.,] ?\d{4}[.,] ?\d)(?![\d/]|[.,-]\d)/g,
  },
  // "nomor 00982/Kel. Anduonohu"
  {
    type: 'LAND_CERT',
    pattern:
      /(?<![\d.,/-])(\d{3,5})(?=\/(?:Kel|Desa|Ds)\b\.? ?[A-Z][a-z]{2,20}(?![a-z/]| [A-Z][a-z]{2,20}\/))/g,
  },
  // "M.1234/Sukamaju", "HM. 1234/Sukamaju": ownership, by village.
  {
    type: 'LAND_CERT',
    pattern: /\bH?M\. ?(\d{2,5})(?=\/(?:(?:Kel|Desa|Ds)\b\.? ?)?[A-Z][A-Za-z]{3,20}(?![\w/]))/g,
  },
]

/** Takes the codes that a label told: where records are spoken of, more may stand in their form alone. */
export function findCodeForms(reading: Reading, labelled: readonly Finding[]): Finding[] {
  const { digits } = reading
  const findings = [
    ...findInLinesAbout({ ...reading, text: digits }, { topic: topics.paper }, (lines) =>
      findForms(lines, worded),
    ),
    ...findForms(digits, bare),
  ]
  return [...findings, ...recordsBelow(digits), ...unlabelledRecords(digits, [...labelled, ...findings])]
}

function findForms(text: string, forms: readonly Form[]): Finding[] {
  return forms.flatMap(({ type, pattern, unless }) =>
    findFirstGroup(text, pattern, type).filter(
      ({ start }) => !unless?.test(text.slice(Math.max(0, start - 40), start)),
    ),
  )
}

function findFirstGroup(text: string, pattern: RegExp, type: FindingType): Finding[] {
  return matchesOf(text, pattern).map(({ index, 0: whole, 1: written = '' }) => {
    const start = index + whole.lastIndexOf(written)
    return { start, end: start + written.length, type }
  })
}

const recordList =
  /\b(?:rm|rekam medi[sk])\b[^\n]{0,120}:[ \t]*$|\b(?:register|daftar|buku) pasien\b[^\n]{0,80}$/gim
const listedRecord =
  /^[ \t]{0,4}(?:[-*•] ?|\d{1,2}[.)] )?(\d{6,8}|\d\d([.-])\d\d\2\d\d(?:\2\d\d)?)(?= +[A-Za-z]|[ \t]*$)/

const longestLine = 160
/** A list may be long; lines that open further lists must not be read again for each. */
const mostListed = 200

/** The lines below one that speaks of records and ends with a colon, as long as each begins with such a number. */
function recordsBelow(text: string): Finding[] {
  const findings: Finding[] = []
  for (const { index, 0: head } of matchesOf(text, recordList)) {
    let start = index + head.length + 1
    for (let count = 0; count < mostListed && start < text.length; count++) {
      const end = text.indexOf('\n', start)
      const line = text.slice(start, end < 0 ? text.length : end)
      const found = line.length < longestLine ? listedRecord.exec(line) : null
      if (!found && !/^[ \t]{0,4}(?:[-*•] ?)?rm/i.test(line)) break
      const number = found?.[1]
      if (number) {
        const at = start + found[0].lastIndexOf(number)
        findings.push({ start: at, end: at + number.length, type: 'MEDICAL_RECORD' })
      }
      start += line.length + 1
    }
  }
  return findings
}

const otherPart = /\b(?:akun|kode|klasifikasi|rekening|arsip|nomor|no)\b[^\n\d]{0,24}$/i

const pairs = /(?<![\d.,/-])(\d\d)([.-])(\d\d)\2(\d\d)(?:\2(\d\d))?(?![\d.,/-]\d|\d)/g

/** Where one is labelled, others may stand in its form alone, unless it is a date, a time or the code of something else. */
function unlabelledRecords(digits: string, labelled: readonly Finding[]): Finding[] {
  const signs = new Set(
    labelled
      .filter(({ type }) => type === 'MEDICAL_RECORD')
      .map(({ start, end }) => /[.-]/.exec(digits.slice(start, end))?.[0]),
  )
  if (signs.size === 0) return []
  return matchesOf(digits, pairs)
    .filter(
      ([, first, sign, second, , fourth]) =>
        (signs.has(sign) || signs.has(undefined)) &&
        (fourth !== undefined ||
          Number(first) > 31 ||
          Number(second) > 59 ||
          (Number(first) > 23 && Number(second) > 12)),
    )
    .filter(({ index }) => !otherPart.test(digits.slice(Math.max(0, index - 40), index)))
    .map(({ index, 0: written }) => ({
      start: index,
      end: index + written.length,
      type: 'MEDICAL_RECORD' as const,
    }))
}
