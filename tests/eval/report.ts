// The figures as plain text: a column for each who answered, a row for each measure.
import { failures, type FailureKind } from './answerer.ts'
import { partsOf, type Share, type Shares } from './marks.ts'
import type { Scored } from './run.ts'
import type { EvalSet, Kind } from './set.ts'

const none = '–'

const kindNames: Record<Kind, string> = {
  complaint: 'aduan',
  letter: 'surat',
  email: 'e-mail',
  minutes: 'notula',
  regulation: 'regulasi',
  news: 'berita',
  budget: 'anggaran',
  general: 'umum',
}

const failureNames: Record<FailureKind, string> = {
  empty: 'jawaban kosong',
  refused: 'ditolak',
  busy: 'server sibuk',
  timeout: 'waktu habis',
  cutOff: 'terpotong',
  unreachable: 'tidak terhubung',
  malformed: 'tidak terbaca',
}

const lostNames = {
  term: 'istilah resmi',
  number: 'angka atau tanggal',
  placeholder: 'penanda',
  lines: 'baris',
  language: 'bahasa',
}

const checkNames: Record<string, string> = {
  question: 'pertanyaan tidak dijawab',
  status_date: 'status tanpa tanggal',
  actor: 'tindakan tanpa pelaku',
  vague: 'kalimat samar',
  promise: 'janji di luar wewenang',
  blame: 'menyalahkan',
  personal: 'data pribadi',
  contact: 'tanpa unit atau kontak',
  length: 'terlalu panjang',
  spelling: 'ejaan',
  number: 'angka atau tanggal berbeda',
}

const faultNames: Record<string, string> = {
  locked: 'istilah resmi',
  number: 'angka',
  placeholder: 'penanda',
  date: 'tanggal',
  layout: 'susunan',
  language: 'bahasa',
}

/** The first column is what a row is about, or a heading alone. */
type Line = string[]

export function comparison(scored: readonly Scored[]): string {
  const row = (name: string, cell: (one: Scored) => string): Line => [name, ...scored.map(cell)]
  const right = (name: string, measure: string) => row(name, ({ shares }) => shareText(shares.get(measure)))
  const wrong = (name: string, measure: string) => row(name, ({ shares }) => countText(shares.get(measure)))
  const lines: Line[] = [
    ['', ...scored.map(({ name }) => name)],
    ['RINGKASAN'],
    right('jenis teks dikenali', 'kind'),
    right('isian benar', 'field'),
    right('  di antara jenis yang dikenali', 'knownField'),
    right('fakta terjaga', 'kept'),
    wrong('angka atau tanggal karangan', 'invented'),
    wrong('kata di luar sumber', 'strange'),
    wrong('hal terlarang muncul', 'forbidden'),
    right('teks polos', 'plain'),
    right('berbahasa Indonesia', 'indonesian'),
    ['BALASAN'],
    right('kalimat kerangka lengkap', 'frame'),
    wrong('isian petugas ditebak', 'guessed'),
    wrong('kata isian di luar sumber', 'replyStrange'),
    right('pertanyaan diberi isian jawaban', 'question'),
    right('muat 300 karakter', 'fits'),
    wrong('angka atau tanggal karangan', 'replyInvented'),
    wrong('hal terlarang muncul', 'replyForbidden'),
    right('teks polos, berbahasa Indonesia', 'replyPlain'),
    ...(scored.some(({ translates }) => translates) ? translationLines(scored) : []),
  ]
  return table(lines)
}

function translationLines(scored: readonly Scored[]): Line[] {
  const share = (measure: string) => (one: Scored) =>
    one.translates ? shareText(one.shares.get(measure)) : none
  const lost = (kind: string) => (one: Scored) =>
    one.translates ? String(one.shares.get(`lost/${kind}`)?.of ?? 0) : none
  const row = (name: string, cell: (one: Scored) => string): Line => [name, ...scored.map(cell)]
  return [
    ['TERJEMAHAN'],
    row('tanpa kehilangan', share('translated')),
    ...Object.entries(lostNames).map(([kind, name]) => row(`  hilang: ${name}`, lost(kind))),
    row('yang wajib sama tetap sama', share('mustKeep')),
    row('teks polos', share('translatedPlain')),
  ]
}

/** What it takes: tokens, money, time, and what went wrong on the way. */
export function serviceTable(scored: readonly Scored[]): string {
  const asked = scored.filter(({ translates }) => translates)
  const row = (name: string, cell: (service: Scored['service']) => string): Line => [
    name,
    ...asked.map(({ service }) => cell(service)),
  ]
  return table([
    ['LAYANAN', ...asked.map(({ name }) => name)],
    row('tindakan', ({ acts }) => String(acts)),
    row('diminta dua kali', ({ askedAgain }) => String(askedAgain)),
    ...failures.map((kind) => row(`  gagal: ${failureNames[kind]}`, (one) => String(one.failures[kind]))),
    row('token masuk', ({ tokensIn }) => whole(tokensIn)),
    row('token keluar', ({ tokensOut }) => whole(tokensOut)),
    row('biaya per 100 tindakan', ({ rupiahPer100 }) =>
      rupiahPer100 === null ? none : `Rp${whole(rupiahPer100)}`,
    ),
    row('detik, median', ({ medianSeconds }) => seconds(medianSeconds)),
    row('detik, 95 % di bawah', ({ p95Seconds }) => seconds(p95Seconds)),
  ])
}

export function kindTables(scored: readonly Scored[]): string {
  const names = scored.map(({ name }) => name)
  const rows = (measure: string, name: (part: string) => string): Line[] =>
    [...new Set(scored.flatMap(({ shares }) => partsOf(shares, measure).map(([part]) => part)))].map(
      (part) => [name(part), ...scored.map(({ shares }) => shareText(shares.get(`${measure}/${part}`)))],
    )
  const kindName = (part: string) => kindNames[part as Kind]
  const fieldName = (part: string) => {
    const [kind = '', field = ''] = part.split('.')
    return `${kindName(kind)}: ${field.replaceAll('_', ' ')}`
  }
  const foreign = scored.map(({ shares }) => shareText(shares.get('foreignKind')))
  return [
    table([['JENIS DIKENALI', ...names], ...rows('kind', kindName), ['(bahasa lain saja)', ...foreign]]),
    table([['ISIAN PER JENIS', ...names], ...rows('field', fieldName)]),
    table([['FAKTA TERJAGA', ...names], ...rows('kept', kindName)]),
  ].join('\n\n')
}

export function ruleTables(rules: Shares): string {
  const checks = [
    ...new Set([...partsOf(rules, 'recall'), ...partsOf(rules, 'precision')].map(([part]) => part)),
  ]
  const both = (suffix: string) => ['recall', 'precision'].map((name) => shareText(rules.get(name + suffix)))
  const only = (name: string, measure: string): Line => [name, shareText(rules.get(measure))]
  return [
    table([
      ['PEMERIKSA BALASAN', 'ditemukan', 'tepat'],
      ...checks.map((check) => [checkNames[check] ?? check, ...both(`/${check}`)]),
      ['semua', ...both('')],
      only('draf baik dibiarkan', 'clean'),
    ]),
    table([
      ['PEMERIKSA TERJEMAHAN'],
      only('terjemahan baik dibiarkan', 'goodUntouched'),
      ...partsOf(rules, 'badFound').map(([fault, share]) => [
        `cacat ditemukan: ${faultNames[fault] ?? fault}`,
        shareText(share),
      ]),
    ]),
    table([
      ['NAMA KARANGAN', 'ditemukan', 'tepat'],
      ['semua', ...['namesFound', 'namesRight'].map((name) => shareText(rules.get(name)))],
      only('draf tanpa nama karangan dibiarkan', 'namesClean'),
    ]),
    table([['ATURAN'], only('kategori aduan tepat', 'category'), only('tenggat tepat', 'deadline')]),
  ].join('\n\n')
}

export function setLine({ texts, checks, deadlines, translations }: EvalSet): string {
  return `Set uji rekaan: ${texts.length} teks, ${checks.length} draf periksa, ${deadlines.length} tenggat, ${translations.length} terjemahan (tests/fixtures/eval).`
}

/** What an engine that only quotes must never do. */
const inventions = ['invented', 'strange', 'replyInvented', 'guessed', 'replyStrange']

export function inventionsOf({ shares }: Scored): { count: number; misses: string[] } {
  const found = inventions.flatMap((measure) => shares.get(measure) ?? [])
  return {
    count: found.reduce((sum, { wrong }) => sum + wrong, 0),
    misses: found.flatMap(({ misses }) => misses),
  }
}

export function verdict(offline: Scored): string {
  const { count, misses } = inventionsOf(offline)
  return [...misses, `fakta karangan: ${count} (${offline.name})`].join('\n')
}

/** Ids of what is not right, a line each measure. */
export function missesText(name: string, shares: Shares): string {
  const lines = [...shares].flatMap(([measure, { misses }]) =>
    measure.includes('/') || misses.length === 0 ? [] : [`${name} · ${measure}: ${misses.join('; ')}`],
  )
  return lines.join('\n')
}

function shareText(share: Share | undefined): string {
  if (share === undefined || share.of === 0) return none
  return `${share.right}/${share.of} ${String(Math.floor((share.right / share.of) * 100)).padStart(3)} %`
}

function countText(share: Share | undefined): string {
  return share === undefined ? none : String(share.wrong)
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('id-ID')
}

function seconds(value: number): string {
  return value.toLocaleString('id-ID', { maximumFractionDigits: 2, minimumFractionDigits: 2 })
}

/** The first column on the left, figures on the right. */
export function table(lines: readonly Line[]): string {
  const columns = Math.max(...lines.map((line) => line.length))
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(...lines.map((line) => (line[at] ?? '').length), at === 0 ? 34 : 12),
  )
  const laidOut = lines.map((line) =>
    line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]! + 2))).join(''),
  )
  return laidOut.map((line) => line.trimEnd()).join('\n')
}
