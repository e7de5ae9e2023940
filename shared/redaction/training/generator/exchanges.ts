// Templates of what is asked and answered, named and told later, or listed below a heading: a number stands bare, and only
// words farther off say whose it is. Subjects, wordings and signs between are drawn by lot.
import type { Chance } from './random.ts'

/** What is spoken of, in the words that people have for it, and what is told. */
type Subject = readonly [names: string, slot: string]

const personal: readonly Subject[] = [
  ['NIK|nik|no KTP|nomor KTP|nomor induk kependudukan|no. identitas|KTP', '<NIK>'],
  ['no KK|nomor kartu keluarga|KK|nomor KK', '<KK>'],
  ['NPWP|npwp|nomor pajak|nomor NPWP', '<NPWP>'],
  ['NIP|nip|nomor induk pegawai', '<NIP>'],
  ['BPJS|no bpjs|nomor kartu JKN|noka|nomor kepesertaan|kartu BPJS|KIS', '<BPJS>'],
  ['KPJ|nomor BPJS Ketenagakerjaan|no jamsostek|kartu Jamsostek', '<KPJ>'],
  ['paspor|nomor paspor|no. paspor|passport', '<PASSPORT>'],
  ['SIM|nomor SIM|no SIM|SIM C|SIM A', '<SIM>'],
  ['plat|nopol|nomor polisi|plat motor|nomor kendaraan|plat mobil', '<PLATE>'],
  ['no HP|nomor WA|telepon|kontak|nomor yang bisa dihubungi|nomor aktif|no telp', '<PHONE>'],
  ['rekening|no rek|norek|nomor rekening|rekening tujuan|rek bank', '<ACCOUNT>'],
  ['nomor kartu kredit|kartu kredit|nomor kartu debit|no. kartu', '<CARD>'],
  ['IMEI|nomor IMEI|imei hp', '<IMEI>'],
  ['NOP|nomor objek pajak|NOP PBB|SPPT', '<NOP>'],
  ['nomor sertifikat|SHM|sertipikat tanah|nomor hak|sertifikat rumah', '<SHM>'],
  ['rekam medis|no RM|nomor RM|nomor kartu berobat|nomor pasien|RM|kartu berobat', '<RM>'],
  ['password|kata sandi|sandi|sandi wifi|password email|kata kunci', '<PASSWORD>'],
  [
    'PIN|pin|kode OTP|OTP|kode verifikasi|kode dari SMS|kode masuk|sandi angka|kode pintu|kombinasi gembok|kunci layar|kode brankas|kode akses|PUK|kode keamanan|passcode|kode yang masuk|kunci kombinasi|kode undangan rahasia',
    '<PIN>',
  ],
  ['tanggal lahir|tgl lahir|lahir|TTL', '<DOB>'],
  ['alamat rumah|alamat|tinggal di mana', '<ADDRESS>'],
  ['titik rumah|koordinat rumah|lokasi rumah', '<COORD>'],
]
const ordinary: readonly Subject[] = [
  ['nomor antrean|no antrian|antrean', '[<n>|A-<n>|B0<n1>|<n1>]'],
  ['nomor tiket|no aduan|kode laporan|nomor pengaduan|id tiket', '<ticket>'],
  ['resi|nomor resi|kode booking|nomor pesanan|kode registrasi|nomor pendaftaran', '<code>'],
  ['kode pos|kodepos', '[15111|40132|61256|90245|25117|72113|50241]'],
  ['jumlahnya|total|jumlah peserta|jumlah KK|berapa orang', '<n>'],
  ['biaya|nominal|harga|pagu|retribusi|tagihan', '<rp>'],
  ['tahun anggaran|tahun|angkatan', '<year>'],
  ['jam|pukul|jam buka|waktunya', '<time>'],
  ['tanggal acara|tanggal|jadwal|tgl rapat', '<date>'],
  ['nomor surat|no surat|dasar surat', '<letterno>'],
  ['kode rekening belanja|kode kegiatan|mata anggaran|kode akun', '<budget>'],
  ['NIB|nomor induk berusaha', '<nib>'],
  ['nomor seri|SN|serial number|kode barang|nomor inventaris', '<serial>'],
  ['nomor ruang|loket|meja|lantai|kode ruang', '<n1>'],
  ['kode wilayah|kode desa|kode kecamatan', '[36.71.01|3671|36.71.02.1003|367102|32.73]'],
  ['klasifikasi arsip|kode klasifikasi|kode lokasi', '<dotted>'],
  ['stand meter|angka meteran|volume|daya', '[<n>|0<n>|<n> kWh|<n> VA]'],
  ['kode error|pesan galat|kode respons', '[500|404|ERR-<n>|0x80070005|E<n1>02|<n>]'],
  ['kode faskes|NPSN|kode satker|kode OPD', '[<n>|20607<n>|0<n>12]'],
  ['luas|panjang|lebar', '<n> [m2|meter|m|ha]'],
]
const courtesies = '[|ya|kak|pak|bu|min|nggih|dong|bang|a|teh|mas|mbak]'

/** @returns the text of a template; one in three holds nothing personal but who speaks */
export function exchangeTemplate(random: Chance): string {
  const isNegative = random.often(0.35)
  const subject = () => {
    const [names, slot] = random.pick(isNegative || random.often(0.2) ? ordinary : personal)
    return { name: written(random, random.pick(names.split('|'))), slot }
  }
  const shape = random.pick([chat, chat, chat, bot, sentence, sentence, list, message])
  return shape(random, subject)
}

interface Drawn {
  name: string
  slot: string
}
type Draw = () => Drawn

/** Puts what is spoken of, {x}, and what is told, {v}, into a wording. */
const worded = (wording: string, { name, slot }: Drawn) =>
  wording.replaceAll('{x}', name).replaceAll('{v}', slot)

const written = (random: Chance, name: string) =>
  random.pick([
    name,
    name,
    name.toLowerCase(),
    name.charAt(0).toUpperCase() + name.slice(1),
    name.toUpperCase(),
  ])

const asks = [
  'boleh minta {x}nya',
  '{x} nya berapa',
  '{x}?',
  'sebutkan {x} [anda|Bapak/Ibu|dulu|]',
  'kirim {x} [ya|dulu|sekarang|]',
  'mohon informasikan {x} [Saudara|Anda|beliau|almarhum|]',
  '{x} brp',
  'minta {x} [pak|bu|om|kak]',
  'bisa dibantu {x}-nya',
  'saya butuh {x} [beliau|orangnya|anaknya|suaminya]',
  '{x} yg [lama|baru|aktif|satunya] apa',
  'tolong {x}',
  'sudah ada {x}?',
  'lupa {x}, [apa ya|berapa ya|ada yg catat]?',
  '{x} [apa|mana|brp] sih',
  'ketik {x}',
  'what is the {x}?',
  'tanya {x} nya [bu|pak] <P3.f>',
  'kasih tau {x} biar saya [cek|proses|input]',
  '{x}ne piro',
  '{x} na sabaraha',
  'nyuwun {x}',
]
const answers = [
  '{v}',
  '{v}',
  '{v}',
  '{v} [kak|pak|bu|min|ya|nggih|makasih]',
  'ini [kak|pak|]: {v}',
  'ini {v}',
  'ketemu, {v}. <words>',
  '[sebentar|bentar|siap|ok|oke] {v}',
  'punya saya {v}',
  'kalo ga salah {v}',
  '{v} atas nama <P4>',
  '<P4>, {v}',
  'yg [lama|baru] {v}',
  'iya {v}, <words>',
  'barusan dapat {v}',
  '*{v}*',
  '"{v}"',
  'eh salah, {v}',
  'tertulis {v} di [situ|berkas|layar|amplop]',
]
const chatter = [
  '<words>',
  'oke',
  'sebentar ya',
  'td saya cari dulu',
  '<Sentence>',
  'nggih',
  'ok siap',
  '🙏',
  'expired, ulang lagi',
]
const headers = [
  '<stamp> - {w}: ',
  '[<stamp>] {w}: ',
  '{w}: ',
  '{w} (<time>): ',
  '<stamp> {w}: ',
  '{w}: ',
  '<time> {w} > ',
  '<{w}> ',
  '- {w}: ',
  '',
]

function chat(random: Chance, draw: Draw): string {
  const header = random.pick(headers)
  const roles = random.often(0.35)
    ? [
        random.pick(['Petugas', 'Admin', 'CS', 'Operator', 'A', 'loket 3', 'pendaftaran']),
        random.pick(['Warga', 'Pemohon', 'B', 'Pelapor', 'pasien']),
      ]
    : ['<P1.f>', '<P2.f>']
  const say = (who: number, text: string) => header.replace('{w}', roles[who] ?? '') + text
  const lines: string[] = random.often(0.4) ? [say(random.int(0, 1), random.pick(chatter))] : []
  for (let left = random.int(1, 3); left > 0; left--) {
    const drawn = draw()
    lines.push(say(0, `${worded(random.pick(asks), drawn)} ${courtesies}`.trim()))
    if (random.often(0.15)) lines.push(say(1, random.pick(chatter)))
    lines.push(say(1, worded(random.pick(answers), drawn)))
    if (random.often(0.3)) lines.push(say(0, random.pick(chatter)))
  }
  return lines.join('\n')
}

function bot(random: Chance, draw: Draw): string {
  const [ours, theirs] = random.pick([
    ['BOT: ', 'USER: '],
    ['Bot <time>: ', '<PHONE1>: '],
    ['out "', 'in "'],
    ['> ', '< '],
    ['Q: ', 'A: '],
    ['T: ', 'J: '],
    ['[sistem] ', '[warga] '],
  ])
  const end = ours.endsWith('"') ? '"' : ''
  return Array.from({ length: random.int(1, 4) }, () => {
    const drawn = draw()
    const ask = random.pick([
      'Masukkan {x}',
      'Silakan ketik {x}',
      '{x}:',
      'Balas dengan {x}',
      '{x} Anda?',
      'Isi {x} yang terdaftar',
      'Konfirmasi {x}',
    ])
    return worded(`${ours}${ask}${end}\n${theirs}{v}${end}`, drawn)
  }).join('\n')
}

/** Named, and told some words later, or in the next sentence. */
function sentence(random: Chance, draw: Draw): string {
  const drawn = draw()
  const told = random.pick([
    '{x} waktu itu {v}',
    '{x} yang [saya pakai|terdaftar|tercetak|dicatat petugas|tertera di map|ditempel di meja] {v}',
    '{x} saya [dicatat ya|tolong dicek|kok ditolak], {v}',
    '{x} sudah diganti [jadi|menjadi|ke] {v}',
    'Kalau {x}, {v}. <Sentence>',
    '{x} itu kan {v}',
    'Soal {x} tadi: <words>. Jawabnya {v}.',
    '{x} ada dua, {v} dan {v}',
    '{x} bukan {v} tapi {v}',
    '<Words> mengirim {x} ke saya, isinya {v}',
    '{v}, itu {x} [nya|saya|beliau|punya <P1.f>]',
    '{v} ({x})',
    '{x} pertama {v}, <words>, yang kedua {v}',
    'untuk {x} pakai {v} [saja|dulu|sementara]',
    '{x} kami sampaikan sebagai berikut, yaitu {v}',
    '<Sentence> Perihal {x}: tercatat {v} pada <date>.',
    '{x} = {v}; <words>',
    'cek {x} dong, punyaku {v} [bener|valid] ga',
    '{x} [ku|gue|saya] {v}, <words>',
    '{x} yg dikasih [bu|pak] <P2.f> {v}',
    '{x} <P1>: <words> ({v})',
    '<P1> datang membawa {x}, {v}, <words>',
  ])
  return worded(random.pick([told, told, `<Sentence> ${told}`, `${told}. <Sentence>`]), drawn)
}

/** A heading, and below it nothing but values. */
function list(random: Chance, draw: Draw): string {
  const drawn = draw()
  const head = random.pick([
    '{x}:',
    'Daftar {x}',
    '{x} warga RT <n1>',
    'berikut {x} yang [belum cocok|ditolak|valid|perlu dicek]',
    'DATA {x}',
    '{x} peserta',
    'tlg cek {x} ini',
  ])
  const row = random.pick([
    '<N>. {v}',
    '- {v}',
    '{v}',
    '<N>) {v} - <P1>',
    '<P1> {v}',
    '<P1>: {v}',
    '* {v} <words>',
    '<N> {v} (<P1>)',
  ])
  return worded(`${head}\n*2-6* ${row}`, drawn)
}

/** What a machine sends. */
function message(random: Chance, draw: Draw): string {
  const drawn = draw()
  const wording = random.pick([
    '{x} [Layanan <Words>|<service>|Anda|akun Anda] {v}. [Rahasiakan.|JANGAN berikan kepada siapa pun.|Berlaku 5 menit.|Terima kasih.]',
    '{v} adalah {x} Anda. [Jangan dibagikan|Berlaku 10 menit].',
    '<stamp> SMS ke <PHONE>: "{x} {v}"',
    'Your {x} is {v}. Do not share it.',
    'from=<n1> to=<PHONE> msg="{x} <Words> Anda {v}. <Words>."',
    '[INFO] {x}={v} status=[ok|gagal|200]',
    'Notifikasi: {x} untuk <P1> telah [dibuat|diperbarui|dikirim]. Nilai: {v}',
    '{"{x}": "{v}", "waktu": "<time>"}',
    'Pemohon <P1> | {x} | {v} | [valid|ditolak]',
  ])
  return worded(wording, drawn)
}
