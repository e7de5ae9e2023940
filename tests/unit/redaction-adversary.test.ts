import { describe, expect, it } from 'vitest'
import { detect, redact, restore, sameValue, withoutHiddenSigns } from '../../shared/redaction/index.ts'

/** What a text looks like when it leaves the device; and it must come back. */
function hidden(text: string): string {
  const redacted = redact(text)
  expect(restore(redacted.text, redacted.map)).toBe(text)
  return redacted.text
}

describe('names behind a label, as the page reader writes forms and tables', () => {
  it.each([
    ['Nama | Budi Santoso', 'Nama | ⟦NAMA-1⟧'],
    ['Pelapor | : | Siti Aminah', 'Pelapor | : | ⟦NAMA-1⟧'],
    ['Nama Lengkap | : Joko Susilo', 'Nama Lengkap | : ⟦NAMA-1⟧'],
    ['| Nama Ibu | Rina Marlina |\n| NIK | - |', '| Nama Ibu | ⟦NAMA-1⟧ |\n| NIK | - |'],
    ['Nama | Budi Santoso | NIK | 3273016605500005', 'Nama | ⟦NAMA-1⟧ | NIK | ⟦NIK-1⟧'],
    ['1 | Pemohon | Kosim', '1 | Pemohon | ⟦NAMA-1⟧'],
    ['Nama Pelapor\nRina Marlina', 'Nama Pelapor\n⟦NAMA-1⟧'],
    ['Nama Pasien\r\n\r\n  Rina Marlina\r\nUsia', 'Nama Pasien\r\n\r\n  ⟦NAMA-1⟧\r\nUsia'],
    ['Pengirim\nKosim, S.Pd.\n', 'Pengirim\n⟦NAMA-1⟧, S.Pd.\n'],
    ['Nama:\n\nBudi Santoso\nUsia: 40', 'Nama:\n\n⟦NAMA-1⟧\nUsia: 40'],
    ['Dari :\nBudi Santoso', 'Dari :\n⟦NAMA-1⟧'],
    ['| Nama Anak |\n| Rina Marlina |', '| Nama Anak |\n| ⟦NAMA-1⟧ |'],
    ['longsor pa. nama hesti mulyani tgl lhr 12-5-1951', 'longsor pa. nama ⟦NAMA-1⟧ tgl lhr ⟦LAHIR-1⟧'],
    ['Nama Ibu Kandung | Siti Aminah', 'Nama Ibu Kandung | ⟦NAMA-1⟧'],
    ['Nama Lengkap (sesuai KTP) : budi', 'Nama Lengkap (sesuai KTP) : ⟦NAMA-1⟧'],
    ['Nama *\nBudi', 'Nama *\n⟦NAMA-1⟧'],
    ['Kontak | Siti Aminah', 'Kontak | ⟦NAMA-1⟧'],
    ['Nama\n: Budi Santoso', 'Nama\n: ⟦NAMA-1⟧'],
    ['Nama：Budi Santoso', 'Nama：⟦NAMA-1⟧'],
    ['Pelapor\tSiti Aminah', 'Pelapor\t⟦NAMA-1⟧'],
    ['Pelapor - Siti Aminah', 'Pelapor - ⟦NAMA-1⟧'],
    ['Nama Ayah – Joko Susilo', 'Nama Ayah – ⟦NAMA-1⟧'],
    ['**Nama:** Joko Susilo', '**Nama:** ⟦NAMA-1⟧'],
    ['Name: Hannah Brueckner\nFrom: Thomas Lindqvist', 'Name: ⟦NAMA-1⟧\nFrom: ⟦NAMA-2⟧'],
    ['[07/07/26 11.21] Tohari: siap', '[07/07/26 11.21] ⟦NAMA-1⟧: siap'],
  ])('%j', (text, expected) => {
    expect(hidden(text)).toBe(expected)
  })

  it.each([
    'Nama | Jabatan | Alamat',
    '| Nama | Peran |\n|---|---|',
    'Nama\nJabatan\nAlamat',
    'Nama Pelapor\nTanggal Masuk : 5 Mei 2026',
    'Beranda\nKontak\nTentang Kami',
    'Pelapor | Dinas Sosial',
    'Nama :\nTempat, Tgl Lahir :\nPekerjaan :',
    'Pelapor: Dirahasiakan',
    'Pelapor : DIRAHASIAKAN',
    'Pelapor | anonim',
    'Pelapor\nAnonim',
    'Pelapor: -',
    'Pelapor: tidak disebut',
    'Nama: tidak disebut',
    'identitas saya DIRAHASIAKAN',
    'Nama saya jangan disebut',
    'nama saya tolong disembunyikan',
    'pencemaran nama baik keluarga dari desa',
    'nama kelompok tani dari Desa Makmur',
    'Nama Pelapor |\nJabatan |',
    'Dari:\nKe:',
    'Nama\nWajib Diisi',
    'Pelapor\nMenunggu Verifikasi',
    'Pasien\nRawat Inap',
    'Pelapor: Hamba Allah',
    '01/02/2025 10.30 - Rapat: hasil',
    'Nama:\nNIK:',
  ])('but nobody in %j', (text) => {
    expect(detect(text)).toEqual([])
  })
})

describe('names in sentences', () => {
  it.each([
    ['My name is Thomas Lindqvist. I am Swedish', 'My name is ⟦NAMA-1⟧. I am Swedish'],
    ['with my wife, Ayu Larasati, who', 'with my wife, ⟦NAMA-1⟧, who'],
    ['Our daughter, Elsa Kirana Lindqvist, was', 'Our daughter, ⟦NAMA-1⟧, was'],
    ['my husband Joko Susilo said', 'my husband ⟦NAMA-1⟧ said'],
    ['Kind regards,\nHannah Brueckner', 'Kind regards,\n⟦NAMA-1⟧'],
    ['Sincerely,\n\nHannah Brueckner', 'Sincerely,\n\n⟦NAMA-1⟧'],
    ['Permisi Pak/Bu, saya Yanti dari RT 05', 'Permisi Pak/Bu, saya ⟦NAMA-1⟧ dari RT 05'],
    ['Pagi kak saya Rudi warga Cibodas', 'Pagi kak saya ⟦NAMA-1⟧ warga Cibodas'],
    ['Bpk. Ahmad dan Sdr. Kosim', 'Bpk. ⟦NAMA-1⟧ dan Sdr. ⟦NAMA-2⟧'],
    ['kepada Pak. Budi Santoso', 'kepada Pak. ⟦NAMA-1⟧'],
  ])('%j', (text, expected) => {
    expect(hidden(text)).toBe(expected)
  })

  it.each([
    'pagi pak. Sama mau nanya, sama seperti kemarin',
    'tolong dong pak. Kejadiannya barusan',
    'saya Senin dari kantor, saya Mohon dari Bapak, saya Warga dari RT 02',
    'SAYA PINDAH DARI DEPOK',
    'my wife KITAS expired',
    'Kind regards,\nDinas Sosial',
  ])('but nobody in %j', (text) => {
    expect(detect(text)).toEqual([])
  })
})

describe('numbers in the clothes that people and adversaries give them', () => {
  it.each([
    ['a landline with a cue', 'Narahubung: 021-5550-1390', 'Narahubung: ⟦TELEPON-1⟧'],
    ['a stay permit', 'permit (KITAS) number is 2C21JE5550-W and', 'permit (KITAS) number is ⟦PASPOR-1⟧ and'],
    ['a label and a word glued on', 'NIK3374144107790002Nama', 'NIK⟦NIK-1⟧Nama'],
    ['a label glued on', 'nik3374144107790002', 'nik⟦NIK-1⟧'],
    ['a file name', 'data_3374144107790002_file.pdf', 'data_⟦NIK-1⟧_file.pdf'],
    ['digits behind a NIK', 'no 33741441077900020812345', 'no ⟦NIK-1⟧'],
    ['a digit too many', 'no 33741441077900021', 'no ⟦NIK-1⟧'],
    ['a NIK in a longer run', '99993374144107790002', '⟦NIK-1⟧'],
    ['a line end', 'NIK: 33741441\n07790002', 'NIK: ⟦NIK-1⟧'],
    ['a line end of Windows', 'NIK: 3374 1441\r\n  0779 0002 ya', 'NIK: ⟦NIK-1⟧ ya'],
    ['no 0', 'wa 81234567890', 'wa ⟦TELEPON-1⟧'],
    ['no 0, in groups', 'hp 812-3456-7890', 'hp ⟦TELEPON-1⟧'],
    ['no 0, behind "no"', 'no 81234567890', 'no ⟦TELEPON-1⟧'],
    ['slashes', '0812/3456/7890', '⟦TELEPON-1⟧'],
    ['underscores', 'ke 0812_3456_7890', 'ke ⟦TELEPON-1⟧'],
    ['middle dots', '0812·3456·7890', '⟦TELEPON-1⟧'],
    ['tabs', '0812\t3456\t7890', '⟦TELEPON-1⟧'],
    ['a label and a currency', 'NIK Rp 3374144107790002', 'NIK Rp ⟦NIK-1⟧'],
    ['direction marks', '3374\u202e1441\u202c0779\u20660002', '⟦NIK-1⟧'],
    ['signs without width', '3374\u034f\ufe0f1441\u180e\u20610779\u20640002', '⟦NIK-1⟧'],
    ['tag characters', '3374\u{e0033}\u{e0037}\u{e0033}\u{e0037}14410779\u{e0041}0002', '⟦NIK-1⟧'],
    ['many invisible signs', `3374${'\u200b'.repeat(50)}144107790002`, '⟦NIK-1⟧'],
    ['an e-mail with invisible signs', 'ke bu\u202edi@gma\u2061il.c\u{e0041}om ya', 'ke ⟦EMAIL-1⟧ ya'],
    ['an e-mail with blanks in brackets', 'budi [ at ] gmail.com', '⟦EMAIL-1⟧'],
    ['an e-mail with (a)', 'budi(a)gmail.com', '⟦EMAIL-1⟧'],
    ['an e-mail in a link', '?m=budi%40gmail.com', '?m=⟦EMAIL-1⟧'],
    ['placeholders', '⟦NIK-337414⟧⟦NIK-410779⟧⟦NIK-0002⟧ ⟦NIK-7⟧', '⟦LAIN-1⟧⟦LAIN-2⟧⟦LAIN-3⟧ ⟦NIK-7⟧'],
  ])('%s', (_, text, expected) => {
    expect(hidden(text)).toBe(expected)
  })

  it.each([
    ['money', 'Rp 3374144107790002'],
    ['an amount behind a cue', 'hp 812.345.678'],
    ['letter numbers and dates', '800/3456/7890, 08/12/2025, 08/1234/2025, 0812/2025'],
    ['a list of points', 'Pasal 3 (a) dan.huruf (b)'],
    ['numbers below each other', 'Kode: 33741441\n07790002'],
    ['a long number that holds no NIK', '99999999999999999999'],
    ['an emoji beside a sign of an address', '🐀@🐀 a@🐀'],
  ])('but not %s', (_, text) => {
    expect(detect(text)).toEqual([])
  })
})

it('tells which spellings are one value', () => {
  expect(sameValue('0812-3456 7890', '081234567890')).toBe(true)
  expect(sameValue('BUDI santoso', 'Budi\u200b Santoso')).toBe(true)
  expect(sameValue('-', '')).toBe(false)
  expect(sameValue('081234567890', '081234567891')).toBe(false)
})

it('removes hidden signs, and leaves emoji and scripts whole', () => {
  expect(withoutHiddenSigns('a\u{e0041}b\u202ec\u2066d\u2060e\u2064f\u180eg')).toBe('abcdefg')
  const whole = '👨‍👩‍👧 ❤️ می‌خواهم \ud800 \udc41 🐀'
  expect(withoutHiddenSigns(whole)).toBe(whole)
})
