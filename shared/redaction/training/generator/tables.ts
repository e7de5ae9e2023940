// Templates of tables in which columns, heads, signs between and what stands above are drawn by lot: people arrange them in
// more ways than authors think of, and nothing but its head tells what a column holds.
import type { Chance } from './random.ts'

/** Heads of a column and what stands below; the personal ones are marked by their slot. */
type Column = readonly [heads: string, slot: string]

const name: Column = [
  'Nama|Nama Lengkap|nama|Nama Penerima|Pasien|Pemilik|Nama Pegawai|nm_pemohon|Peserta|Wajib Pajak',
  '<P1>',
]
const personal: readonly Column[] = [
  ['NIK|No KTP|no_ktp|nik|No. Identitas', '<NIK>'],
  ['KK|No KK|no_kk|No. Kartu Keluarga', '<KK>'],
  ['NPWP|npwp|No. NPWP', '<NPWP>'],
  ['NIP|nip|NIP/NRP', '<NIP>'],
  ['BPJS|No BPJS|noka|No. Peserta|No Kartu JKN', '<BPJS>'],
  ['KPJ|No KPJ|kpj', '<KPJ>'],
  ['Paspor|No Paspor|passport_no|No. Paspor', '<PASSPORT>'],
  ['SIM|No SIM|no_sim', '<SIM>'],
  ['Nopol|No Polisi|plat|No. Pol|nomor kendaraan', '<PLATE>'],
  ['HP|No HP|telp|Kontak|WA|No. Telepon|phone', '<PHONE>'],
  ['Rekening|No Rek|norek|No. Rekening|rek tujuan|No Rekening Bank', '<ACCOUNT>'],
  ['No Kartu|card_no|Kartu Kredit', '<CARD>'],
  ['IMEI|imei|No IMEI', '<IMEI>'],
  ['NOP|nop|No Objek Pajak', '<NOP>'],
  ['SHM|No SHM|No Sertipikat|no_hak|No. Sertifikat', '<SHM>'],
  ['RM|No RM|no_rm|NORM|MR|No. Rekam Medis|No CM', '<RM>'],
  ['Password|sandi|pass|kata sandi|pwd', '<PASSWORD>'],
  ['Email|email|Surel', '<EMAIL>'],
  ['Tgl Lahir|TTL|Tanggal Lahir|dob|tgl_lahir', '<DOB>'],
  ['Alamat|alamat|Alamat Rumah', '<ADDRESS>'],
  ['Koordinat|titik rumah', '<COORD>'],
]
const ordinary: readonly Column[] = [
  ['Jumlah|nominal|Nilai|Bantuan|Harga|Tagihan|Pagu', '<rp>'],
  ['Tanggal|tgl|Tgl Daftar|Masuk|Jatuh Tempo', '<date>'],
  ['TMT|Tgl SK|Tgl Terbit|Diresmikan|Tgl Meninggal|Tgl Nikah', '<olddate>'],
  ['Klasifikasi|Kode Akun|Kode Lokasi|Rak', '<dotted>'],
  ['Jam|Pukul|waktu', '<time>'],
  ['Status|Ket|Keterangan|ket.', '[lunas|aktif|-|proses|OK|belum|lengkap|cair|valid|ditolak]'],
  ['Desa|Kelurahan|kel', '<kel>'],
  ['Kecamatan|kec|Wilayah', '<kec>'],
  ['Poli|Layanan|Jenis', '[Gigi|Umum|KIA|Anak|KTP-el|Pindah|Akta]'],
  ['Bank|bank', '[BRI|BCA|BNI|BSI|Mandiri|BJB]'],
  ['Jml|Qty|Umur|Usia|Luas', '<n>'],
  ['No Tiket|Resi|No Aduan|id_tiket', '<ticket>'],
  ['Kode Rekening|Kode Kegiatan|kode', '<budget>'],
  ['No Surat|Dasar', '<letterno>'],
  ['Kode Barang|SN|No Seri|ID Aset', '<serial>'],
  ['ID|Kode|id_unit|Ref', '<code>'],
  ['NIB|nib', '<nib>'],
  ['Tahun|Thn|Angkatan', '<year>'],
  ['Uraian|Kegiatan|Barang', '<Words>'],
  ['Nama Barang|Item|Material|Produk|Obat', '<product>'],
  ['Nama Barang|Barang|Bahan', '[Semen|Pasir|Cat|Paku|Kabel|Beras|Minyak|Kertas|Tinta|Kursi|Lampu|Pipa]'],
  ['Instansi|Unit Kerja|OPD', '<office>'],
  ['Faskes|RS', '<hospital>'],
  ['Persen|Capaian', '<pct>'],
]
const signs = [',', ';', '|', '\t', '   ', '      ', ' | ', '; ', ' / ', '~', ' - ', ', ', ' ~ ', '#']
const titles = [
  '',
  '',
  'Data berikut:',
  'Rekap <service>',
  'Tolong rapikan tabel ini',
  'Daftar <dept>',
  '<Sentence>',
  'REKAPITULASI <WORDS>',
  'ini datanya ya [bu|pak|kak]',
]
const ends = ['', '', '', 'Jumlah: <n>', 'Mengetahui, <post>', 'mohon dicek lagi', 'sumber: <office>']

/** @returns the text of a template: perhaps a title, heads in a line or a sentence or none, and rows; one in four holds nothing personal */
export function tableTemplate(random: Chance): string {
  const isNegative = random.often(0.25)
  const columns = shuffled(random, [
    ...(isNegative || random.often(0.08) ? [] : [name]),
    ...some(random, personal, isNegative ? 0 : random.int(1, 3)),
    ...some(random, ordinary, isNegative ? random.int(2, 5) : random.int(0, 3)),
  ])
  const isNumbered = random.often(0.6)
  const isUpper = random.often(0.35)
  const sign = random.pick(signs)
  const heads = columns
    .map(([written]) => random.pick(written.split('|')))
    .map((head) => (isUpper ? head.toUpperCase() : head))
  const quote = [',', ';'].includes(sign) && random.often(0.25) ? '"' : ''
  const cells = columns.map(([, slot]) => `${quote}${slot === '<P1>' && isUpper ? '<P1.u>' : slot}${quote}`)
  const lines = [
    random.pick(titles),
    headLine(random, heads, sign, isNumbered),
    `*2-6* ${isNumbered ? `<N>${random.pick(['', '.', ')'])}${sign}` : ''}${cells.join(sign)}`,
    random.pick(ends),
  ]
  return lines.filter(Boolean).join('\n')
}

function headLine(random: Chance, heads: readonly string[], sign: string, isNumbered: boolean): string {
  const listed = heads.join(', ')
  const written = random.often(0.9) ? sign : random.pick(signs)
  const row = heads.join(written)
  const number = random.pick(['No', 'NO.', 'no', 'No.', '#'])
  return random.pick([
    () => (isNumbered ? `${number}${written}${row}` : row),
    () => (isNumbered ? `${number}${written}${row}` : row),
    () => (isNumbered ? `${number} ${row}` : row),
    () => `${random.pick(['Urutan kolom:', 'kolom =', 'format:', 'Kolomnya'])} ${listed}`,
    () => `(${heads.join(random.pick([', ', '/', ' | ']))})`,
    () => (random.often(0.5) ? '' : `Kolom ${listed} sebagai berikut`),
  ])()
}

function some(random: Chance, columns: readonly Column[], count: number): Column[] {
  return shuffled(random, columns).slice(0, count)
}

function shuffled<Item>(random: Chance, items: readonly Item[]): Item[] {
  const left = [...items]
  for (let at = left.length - 1; at > 0; at--) {
    const other = random.int(0, at)
    ;[left[at], left[other]] = [left[other]!, left[at]!]
  }
  return left
}
