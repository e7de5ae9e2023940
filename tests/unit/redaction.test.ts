import { describe, expect, it } from 'vitest'
import { detect, redact } from '../../shared/redaction/index.ts'

/** What a text looks like when it leaves the device. */
const hidden = (text: string) => redact(text).text
/** Type and wording of each finding. */
const found = (text: string) =>
  detect(text).map(({ start, end, type }) => `${type} ${text.slice(start, end)}`)

describe('identifiers are hidden', () => {
  it.each([
    ['a NIK', 'NIK saya 3273016605500005', 'NIK saya ⟦NIK-1⟧'],
    ['a NIK without a label', 'ini 3273016605500005 ya', 'ini ⟦NIK-1⟧ ya'],
    ['a NIK in groups', 'KTP: 3374 1441 0779 0002', 'KTP: ⟦NIK-1⟧'],
    ['a NIK with a slip, because of its label', 'NIK 9973019999500005', 'NIK ⟦NIK-1⟧'],
    ['a NIK between other numbers', '2 3273016605500005 3', '2 ⟦NIK-1⟧ 3'],
    ['a NIK in full-width digits', 'NIK ３２０４ ３４２４ ０１９８ ０００４', 'NIK ⟦NIK-1⟧'],
    ['a NIK with invisible signs', 'NIK 32\u200d7101\u200d-5609\u200d60-00\ufeff05', 'NIK ⟦NIK-1⟧'],
    [
      'a family card beside a NIK',
      'KK 3673060608050017 dan NIK 3673064506950006',
      'KK ⟦KK-1⟧ dan NIK ⟦NIK-1⟧',
    ],
    ['an NPWP with dots', 'NPWP 09.300.035.4-432.000', 'NPWP ⟦NPWP-1⟧'],
    ['an NPWP of 16 digits', 'npwp: 0010159853416000', 'npwp: ⟦NPWP-1⟧'],
    ['a NIP', '198006252014032012', '⟦NIP-1⟧'],
    ['a NIP in groups', 'NIP. 19760204 199804 2 016', 'NIP. ⟦NIP-1⟧'],
    ['the NIP of contract staff', 'ada 199001012023211005', 'ada ⟦NIP-1⟧'],
    ['a health insurance number', 'peserta 0003189266267', 'peserta ⟦BPJS-1⟧'],
    ['a labour insurance number', 'KPJ 05134922719', 'KPJ ⟦BPJS-1⟧'],
    ['a passport', 'Passport No.: X 4748711', 'Passport No.: ⟦PASPOR-1⟧'],
    ['a plate', 'mobil B 4788 DUX parkir', 'mobil ⟦PELAT-1⟧ parkir'],
    ['a plate in lower case, because of its label', 'kendaraan: p 6597 mlh', 'kendaraan: ⟦PELAT-1⟧'],
    ['a mobile', 'WA 0812-3456-789', 'WA ⟦TELEPON-1⟧'],
    ['a mobile with country code', 'Hub +62 813 2163 1001', 'Hub ⟦TELEPON-1⟧'],
    ['a mobile in a link', 'wa.me/6281234567890', 'wa.me/⟦TELEPON-1⟧'],
    ['a mobile in Arabic-Indic digits', 'HP ٠٨٢٣-٨٨٢٠-٩١٥', 'HP ⟦TELEPON-1⟧'],
    ['a landline in brackets', 'rumah (021) 5551234', 'rumah ⟦TELEPON-1⟧'],
    ['two phones in a row', '081234567890/081398765432', '⟦TELEPON-1⟧/⟦TELEPON-2⟧'],
    ['an e-mail address', 'ke budi_setiadi23@gmail.com.', 'ke ⟦EMAIL-1⟧.'],
    ['an e-mail address spelled out', 'user=dede[at]contoh.co.id ip', 'user=⟦EMAIL-1⟧ ip'],
    ['a colleague at go.id', 'cc neneng.sopiah @ tangerangkota.go.id', 'cc ⟦EMAIL-1⟧'],
    ['a bank account', 'ke rekening Bank Muamalat 925 691 1319', 'ke rekening Bank Muamalat ⟦REKENING-1⟧'],
    [
      'a bank account in a CSV row',
      'Ida,Bank BRI,073542237867820,4365299',
      '⟦NAMA-1⟧,Bank BRI,⟦REKENING-1⟧,4365299',
    ],
    ['a payment card', 'kartu kredit 5264-2763-2001-4513', 'kartu kredit ⟦KARTU-1⟧'],
    [
      'a token in a link',
      'https://a.go.id/r?uid=7&token=V6Z3ZyD5nH48 ya',
      'https://a.go.id/r?uid=7&token=⟦RAHASIA-1⟧ ya',
    ],
    [
      'a password in a sentence',
      'Password sementara: M0gl-gQKGZKd# tidak bisa',
      'Password sementara: ⟦RAHASIA-1⟧ tidak bisa',
    ],
    ['a bearer token', 'Authorization: Bearer abc123def456', 'Authorization: Bearer ⟦RAHASIA-1⟧'],
  ])('%s', (_, text, expected) => {
    expect(hidden(text)).toBe(expected)
  })
})

describe('what an answer needs stays readable', () => {
  it.each([
    ['a letter number', 'Nomor 800.1.3.2/123-BKPSDM/2025'],
    ['a budget account', 'kode rekening 5.1.02.01.01.0024'],
    ['amounts', 'Rp 62.845.123.456,00 dan Rp 3.273.010.908.900.001,-'],
    ['a regulation', 'Pasal 42 ayat (3) UU Nomor 25 Tahun 2009'],
    ['date and time', '08-12-2025 10.30 WIB, pukul 08.15 - 12.15'],
    ['ticket numbers', 'LAPOR-2026-045372, #5483496, ADU/2025/04/09196'],
    ['a NIB', 'NIB 9891781780168'],
    ['hotlines', '112, 110, 119, 1500-400'],
    ['the mailbox of a unit', 'diskominfo@tangerangkota.go.id, ppid@bandung.go.id'],
    ['a UUID', '550e8400-e29b-41d4-a716-446655440000'],
    ['a meeting', 'Zoom Meeting ID: 849 7737 3988'],
    ['an empty form', 'Nama : \nNIK : ________\nAlamat :'],
    ['a heading in capitals', 'TAHAP B 2024 DI KOTA'],
    ['an ordinary word after a cue', 'password: salah terus, token: habis'],
    ['a handle', '@antara70 sudah DM'],
  ])('%s', (_, text) => {
    expect(detect(text)).toEqual([])
  })
})

describe('names are hidden after a clear cue', () => {
  it.each([
    ['Nama Lengkap : Budi Santoso\nNIK', 'Nama Lengkap : ⟦NAMA-1⟧\nNIK'],
    ['nama: nyimas sopiah', 'nama: ⟦NAMA-1⟧'],
    ['{"nama_lengkap": "Sri Hastuti"}', '{"nama_lengkap": "⟦NAMA-1⟧"}'],
    ['Pelapor: Salamah Syarifah, warga', 'Pelapor: ⟦NAMA-1⟧, warga'],
    ['Dari: Siti Aminah\nKepada: Camat', 'Dari: ⟦NAMA-1⟧\nKepada: Camat'],
    ['berkas a.n. Nurul Fadilah untuk', 'berkas a.n. ⟦NAMA-1⟧ untuk'],
    ['nama saya budi santoso umur 40', 'nama saya ⟦NAMA-1⟧ umur 40'],
    ['nama: putu dwi untung', 'nama: ⟦NAMA-1⟧'],
    ['berkas an. Robert menanyakan biaya', 'berkas an. ⟦NAMA-1⟧ menanyakan biaya'],
    ['Bapak H. Subur Setiadi, S.Sos.', 'Bapak H. ⟦NAMA-1⟧, S.Sos.'],
    ['Sdri. Suparti tetangga', 'Sdri. ⟦NAMA-1⟧ tetangga'],
    ['Saudara M. Ali Topan', 'Saudara ⟦NAMA-1⟧'],
    ['[07/07/26 11.20] wartinem joyo: sudah', '[07/07/26 11.20] ⟦NAMA-1⟧: sudah'],
    ['7/7/2026, 11.20 - wartinem: sudah', '7/7/2026, 11.20 - ⟦NAMA-1⟧: sudah'],
    ['Hormat saya,\r\n\r\nSiti Aminah', 'Hormat saya,\r\n\r\n⟦NAMA-1⟧'],
    ['Camat,\n\n\nSuharti, S.H.\nPenata (III/c)\nNIP', 'Camat,\n\n\n⟦NAMA-1⟧, S.H.\nPenata (III/c)\nNIP'],
  ])('%s', (text, expected) => {
    expect(hidden(text)).toBe(expected)
  })

  it.each([
    'Pak Camat dan Ibu Lurah',
    'Bapak/Ibu Pelapor Yth.',
    'Ibu Kepala Dinas Sosial',
    'Ibu Kota Nusantara',
    'a.n. WALI KOTA',
    'Dari : Lurah Cibodas',
    'Nama Kegiatan : Jalan Sehat',
    'atas nama seluruh warga',
    'saya dr Bandung, this is an apple',
    'nama saya tidak tercantum',
    'nama sy jgn disebut',
    'satu lagi a.n. suami (belum lunas)',
    'beli di Warung Nasi Ibu Wartini',
    'kopi bubuk merek Wartini Jaya',
    '[07/07/26 11.20] Admin Kelurahan: sudah dibuka',
    '08.00 Pembukaan: menyanyikan lagu',
    'RSUD Dr. Soetomo di Jl. H. Juanda',
    'Hormat saya,\nKepala Dinas',
  ])('but not a post, office or place: %s', (text) => {
    expect(detect(text)).toEqual([])
  })

  it('and then wherever else they stand in the text', () => {
    const text = 'Pak Agus Waluyo lapor. AGUS WALUYO menunggu, kata Agus. Toko Waluyo tutup.'
    expect(found(text)).toEqual(['PERSON Agus Waluyo', 'PERSON AGUS WALUYO', 'PERSON Agus'])
  })

  it('but parts of a name that are ordinary words in lower case stay', () => {
    expect(hidden('Nama: Melati Sejati. Bunga melati yang sejati.')).toBe(
      'Nama: ⟦NAMA-1⟧. Bunga melati yang sejati.',
    )
  })
})

describe('the officer has the last word', () => {
  it('keeps a value readable everywhere, however it is spelled', () => {
    const text = 'WA 0812 3456 7890 atau 081234567890, NIK 3273016605500005'
    expect(redact(text, { keep: ['081234567890'] }).text).toBe(
      'WA 0812 3456 7890 atau 081234567890, NIK ⟦NIK-1⟧',
    )
  })

  it('hides a value everywhere', () => {
    const { text, map, findings } = redact('kasus merah, si merah', { hide: ['merah', ''] })
    expect(text).toBe('kasus ⟦LAIN-1⟧, si ⟦LAIN-1⟧')
    expect({ ...map }).toEqual({ '⟦LAIN-1⟧': 'merah' })
    expect(findings).toEqual([
      { start: 6, end: 11, type: 'LAIN' },
      { start: 16, end: 21, type: 'LAIN' },
    ])
  })
})

describe('placeholders', () => {
  it('are one for one value of one type, and never shared', () => {
    const text = 'NIK 3273016605500005, 3273016605500005, 3273014107900002'
    expect(hidden(text)).toBe('NIK ⟦NIK-1⟧, ⟦NIK-1⟧, ⟦NIK-2⟧')
  })

  it('of the device are left alone at the gateway, and their numbers are not used again', () => {
    const { text, map } = redact('⟦NIK-1⟧ Nama: ⟦NAMA-1⟧, NIK 3273016605500005', { hide: ['NIK-1', 'NAMA'] })
    expect(text).toBe('⟦NIK-1⟧ Nama: ⟦NAMA-1⟧, NIK ⟦NIK-2⟧')
    expect({ ...map }).toEqual({ '⟦NIK-2⟧': '3273016605500005' })
  })

  it('do not shelter a number that only begins like one', () => {
    expect(hidden('[KARTU 5264 2763 2001 4513]')).toBe('[KARTU ⟦KARTU-1⟧]')
  })

  it('are kept in a map without a prototype', () => {
    expect(Object.getPrototypeOf(redact('NIK 3273016605500005').map)).toBeNull()
  })
})
