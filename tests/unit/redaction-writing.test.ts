// One number in all the ways that people write it, behind its label: none of them may let a digit through.
import { describe, expect, it } from 'vitest'
import { nameWordKind, redact } from '../../shared/redaction/index.ts'
import { isFormOf } from '../../shared/redaction/names/inflection.ts'
import { hashWord } from '../../shared/redaction/tokens.ts'

const hidden = (text: string) => redact(text).text

const grouped = (size: number, sign: string) => (digits: string) =>
  digits.replace(new RegExp(`(.{${size}})(?=.)`, 'g'), `$1${sign}`)

const writings = {
  'in one piece': (digits: string) => digits,
  'digit by digit': grouped(1, ' '),
  'digit by digit, with dots': grouped(1, '.'),
  'as it is said, digit by digit': grouped(1, ', '),
  'as it is said, two at a time': grouped(2, ', '),
  'in pairs with dots': grouped(2, '.'),
  'in threes with dashes': grouped(3, '-'),
  'in fours': grouped(4, ' '),
  'in fours with commas': grouped(4, ', '),
  'in fours with wide dashes': grouped(4, ' - '),
  'in fours with blanks that do not break': grouped(4, '\u00a0'),
  'on two lines': (digits: string) => `${digits.slice(0, 8)}\n${digits.slice(8)}`,
  'in full width': (digits: string) =>
    digits.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  'on the dots of a form': (digits: string) => `.......${digits}.......`,
} satisfies Record<string, (digits: string) => string>

describe.each([
  ['NIK', '3671014509880003'],
  ['No. KK', '3671012003150021'],
  ['NPWP', '091234567402000'],
  ['NIP', '198803152011012004'],
  ['nomor kartu BPJS', '0001234567891'],
  ['No. SIM', '88031504120377'],
  ['IMEI', '490154203237518'],
  ['kartu kredit', '4539578763621486'],
  ['NOP', '367101000700412030'],
  ['WA', '081255500142'],
])('%s', (label, digits) => {
  it.each(Object.entries(writings))('%s', (_, write) => {
    const text = hidden(`Mohon dicek ${label} ${write(digits)} sudah lama`)
    expect(text).toMatch(/⟧(?:\.{7})? sudah lama$/)
    expect(text.replace(/⟦.*?⟧/g, '')).not.toMatch(/[\d０-９]/)
  })
})

describe.each<[kind: string, cases: [text: string, expected: string][]]>([
  [
    'what has fewer digits, in groups',
    [
      ['No. RM 8172 2875', 'No. RM ⟦REKAM-1⟧'],
      ['rekam medis 0072 - 83 sudah lama', 'rekam medis ⟦REKAM-1⟧ sudah lama'],
      ['No. RM 4471 (2 kali)', 'No. RM ⟦REKAM-1⟧ (2 kali)'],
      ['rekening BCA 035.679.846.499.314', 'rekening BCA ⟦REKENING-1⟧'],
      ['norek 36.57.45.30.65.91.60', 'norek ⟦REKENING-1⟧'],
      ['Nopol: .......B 945 TH.......', 'Nopol: .......⟦PELAT-1⟧.......'],
      ['No. Paspor .......C 5095631........', 'No. Paspor .......⟦PASPOR-1⟧........'],
      ['pemegang SKGR No. 593/41/TAS/2009, luas', 'pemegang SKGR No. ⟦SERTIFIKAT-1⟧, luas'],
    ],
  ],
  [
    'a code that was sent, some words behind what it is called',
    [
      [
        'Kode verifikasi Jaga Warga Anda 77120. Rahasiakan.',
        'Kode verifikasi Jaga Warga Anda ⟦RAHASIA-1⟧. Rahasiakan.',
      ],
      ['kode verifikasi dikirim ke 1500 orang', 'kode verifikasi dikirim ke 1500 orang'],
      ['OTP per tahun 2025 sebanyak 1200 kali', 'OTP per tahun 2025 sebanyak 1200 kali'],
      ['DB_PASS="${DB_PASS:?belum diset}"', 'DB_PASS="${DB_PASS:?belum diset}"'],
    ],
  ],
  [
    'numbers with commas between that are a list of numbers',
    [
      ['nilai 80, 75, 90, 85, 88, 92 dan 100', 'nilai 80, 75, 90, 85, 88, 92 dan 100'],
      ['loket 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11', 'loket 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11'],
      ['RT 01, 02, 03, 04, 05, 06, 07, 08', 'RT 01, 02, 03, 04, 05, 06, 07, 08'],
    ],
  ],
  [
    'birth dates that are nobody’s',
    [
      [
        "WHERE tgl_lahir BETWEEN '1965-01-01' AND '1980-12-31'",
        "WHERE tgl_lahir BETWEEN '1965-01-01' AND '1980-12-31'",
      ],
      ["WHERE tgl_lahir < '2007-01-01'", "WHERE tgl_lahir < '2007-01-01'"],
      ['Daerah ini lahir pada tanggal 4 Juli 1959', 'Daerah ini lahir pada tanggal 4 Juli 1959'],
      ['Siti lahir pada tanggal 4 Juli 1959', '⟦NAMA-1⟧ lahir pada tanggal ⟦LAHIR-1⟧'],
    ],
  ],
])('%s', (_, cases) => {
  it.each(cases)('%j', (text, expected) => {
    expect(hidden(text)).toBe(expected)
  })
})

describe('the coordinates of a home', () => {
  it.each([
    '-6.178306, 106.631972',
    '6.1783° S, 106.6319° E',
    '1.508861 N, 124.905220 E',
    'LS 6.178306 BT 106.631972',
    '6.178306LS 106.631972BT',
    'S6.1783 E106.6319',
    'S6°10.700 E106°37.900',
    '6°10\'42" LS, 106°37\'54" BT',
    '06° 10′ 42″ LS – 106° 37′ 54″ BT',
    '6°10\'42" Lintang Selatan dan 106°37\'54" Bujur Timur',
    '6d10m42s S 106d37m54s E',
    'lintang -6.178306 bujur 106.631972',
    '{"latitude": -6.178306, "longitude": 106.631972}',
    'lat=-6.178306&lng=106.631972',
    '-6,178306; 106,631972',
    '-6.178306 | 106.631972',
    '-6.178306\n106.631972',
    '106.631972, -6.178306',
    'X 106.631972 Y -6.178306',
    'POINT(106.631972 -6.178306)',
  ])('%j', (written) => {
    const text = hidden(`Titik rumah pelapor Bu Siti Aminah: ${written}`)
    expect(text).toContain('⟦KOORDINAT-1⟧')
    expect(text.replace(/⟦.*?⟧/g, '')).not.toMatch(/\d/)
  })

  it('are found in a cell', () => {
    expect(hidden(`nama,lahir,titik\nSiti Aminah,1979-07-10,0°44'0.3"S 110°3'36.9"E`)).toContain(
      '⟦KOORDINAT-1⟧',
    )
  })

  it('are told from amounts and versions', () => {
    const text = 'Rumah Bu Siti: luas 6.125, 106.450; versi 6.1783 dan 120.4512'
    expect(hidden(text)).toBe(text.replace('Siti', '⟦NAMA-1⟧'))
  })
})

describe('forms of a word that a list has', () => {
  const list = new Set(['aspal', 'sapu', 'kirim', 'pukul', 'tulis', 'jalan', 'terang'].map(hashWord))
  const isForm = (word: string) => isFormOf(word, 0, word.length, (hash) => list.has(hash))

  it.each(
    'pengaspalannya menyapu KIRIMAN mengirimkannya dipukuli penulis perjalanan jalankanlah keterangan'.split(
      ' ',
    ),
  )('%s is one', (word) => expect(isForm(word)).toBe(true))

  it.each('aspal jalani salin pengasuh sapuk'.split(' '))('%s is none', (word) => {
    expect(isForm(word)).toBe(false)
  })

  it('makes them ordinary where the names’ list says nothing of them', () => {
    expect(nameWordKind('dimutakhirkannya')).toBe('ordinary')
    expect(nameWordKind('wulandari')).toBe('name')
  })
})
