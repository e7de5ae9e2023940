// A summary taken apart: what stands under which heading, and of what kind the answer takes the text to be.
import type { Kind } from './set.ts'

export interface Row {
  /** In small letters; empty for lines before the first heading. */
  name: string
  value: string
}

/** Where a field of a label may stand. A request in the form of a question is a request. */
const places: Record<Kind, Record<string, RegExp>> = {
  complaint: {
    masalah: /^pokok masalah$/,
    lokasi: /^lokasi$/,
    waktu: /^waktu/,
    permintaan: /^(?:permintaan|pertanyaan)$/,
  },
  letter: {
    asal: /^(?:dari|asal)$/,
    nomor: /^nomor/,
    tanggal: /^(?:nomor dan )?tanggal(?: surat)?$/,
    hal: /^(?:hal|perihal)$/,
    diminta: /^(?:yang diminta|permintaan|pertanyaan)$/,
    acara: /^(?:tenggat|acara)/,
  },
  email: {
    perihal: /^(?:hal|perihal)$/,
    diminta: /^(?:yang diminta|permintaan|pertanyaan)$/,
    tenggat: /^tenggat/,
  },
  minutes: { keputusan: /^(?:keputusan|yang diputuskan)/, tindak_lanjut: /^tindak lanjut/ },
  regulation: { diatur: /diatur$/, pasal: /./ },
  news: {
    apa: /^(?:apa|peristiwa|kejadian)/,
    siapa: /^siapa/,
    kapan: /^(?:kapan|waktu)/,
    di_mana: /^(?:di ?mana|lokasi|tempat)/,
  },
  // The label counts totals too.
  budget: { kolom: /kolom/, terbesar: /terbesar|^jumlah/ },
  general: { inti: /^/ },
}

/** The first that fits. */
const signs: [Kind, RegExp][] = [
  ['complaint', /^pokok masalah$/m],
  ['letter', /^nomor dan tanggal$|^dari$(?=[^]*^hal$)/m],
  ['minutes', /^keputusan|^tindak lanjut/m],
  ['regulation', /diatur$|^(?:sanksi|siapa wajib|yang wajib|pasal rujukan)/m],
  ['budget', /kolom|terbesar/m],
  ['news', /^(?:apa|siapa|kapan|di ?mana|peristiwa|sikap|menyangkut|perlu tanggapan)/m],
  ['email', /^(?:hal|perihal)$(?=[^]*^(?:inti|yang diminta|pertanyaan|nada)$)/m],
]

const heading = /^(?:\d{1,2}[.)]\s)?[-*•#\s]{0,4}(\p{L}[\p{L}\p{N} /,()-]{0,40}?)\**\s?:\**(?:\s+|$)(.*)$/u
const known =
  /^(?:pokok masalah|lokasi|waktu.{0,16}|permintaan|pertanyaan|kerahasiaan|urgensi|rincian|klasifikasi.{0,8}|dugaan .{0,24}|data (?:kurang|spesifik)|bukti.{0,12}|tanggal.{0,24}|tenggat.{0,16}|acara|dari|asal|nomor.{0,16}|hal|perihal|inti|yang .{0,16}|nada|sifat.{0,12}|lampiran|dasar|keputusan.{0,12}|tindak lanjut.{0,24}|hal terbuka|siapa.{0,16}|sanksi|pasal.{0,16}|apa.{0,20}|diatur|kapan|di ?mana|mengapa|bagaimana|peristiwa|sikap.{0,24}|perlu .{0,16}|.{0,8}kolom.{0,12}|.{0,16}terbesar|selisih.{0,16}|tempat|baris|jumlah.{0,12}|tentang|rapat|menyangkut .{0,16}|mengapa.{0,12}|kutipan.{0,16}|keterangan|usulan.{0,16})$/

/** @returns the lines under their headings, in order */
export function rowsOf(answer: string): Row[] {
  const rows: Row[] = [{ name: '', value: '' }]
  for (const line of answer.split(/\n| · /)) {
    const [, name = '', value = ''] = heading.exec(line) ?? []
    if (known.test(name.toLowerCase())) rows.push({ name: name.toLowerCase(), value })
    else rows.at(-1)!.value += `\n${line}`
  }
  return rows.filter(({ name, value }) => name || value.trim())
}

/** @returns the kind whose headings the answer has; without any it is general */
export function kindOfAnswer(answer: string): Kind {
  const names = rowsOf(answer)
    .map(({ name }) => name)
    .join('\n')
  return signs.find(([, sign]) => sign.test(names))?.[0] ?? 'general'
}

/** @returns what stands where the field belongs, lines and all; null where there is no such heading */
export function fieldOf(answer: string, kind: Kind, field: string): string | null {
  const place = places[kind][field]
  if (kind === 'general' || place === undefined) return answer.trim() || null
  const found = rowsOf(answer).filter(({ name }) => name && place.test(name))
  return found.length === 0 ? null : found.map(({ value }) => value.trim()).join('\n')
}

/** @returns whether the answer leaves open what the text does not say; a question asked is no request made up */
export function leavesOpen(answer: string, kind: Kind, field: string): boolean {
  const place = places[kind][field]
  const found = rowsOf(answer).filter(({ name }) => name !== 'pertanyaan' && place?.test(name))
  return kindOfAnswer(answer) === kind && found.every(({ value }) => saysNothing(value))
}

function saysNothing(value: string): boolean {
  return /^(?:[-–—.\s]*|tidak (?:di)?sebut(?:kan)?|tidak ada)\.?$/i.test(value.trim())
}
