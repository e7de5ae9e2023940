// Templates of lists and sentences that name things or persons in the same ways. Half of all things are called by what is a
// person's name elsewhere: what kind of thing it is and what is said of it tell them apart, never the word.
import type { Chance } from './random.ts'

/** What is named, as people call it; and what they say of one. */
type Kind = readonly [words: string, details: string]

const things: readonly Kind[] = [
  [
    'ruang rapat|ruang|aula|kelas|bangsal|paviliun|kamar|gedung|wisma|asrama|studio|lab|balai',
    'kapasitas <n1>|AC mati|lantai <n1>|khusus vicon|kosong|<n1> bed|direnovasi|terpakai sampai <time>|bocor|kursi <n>',
  ],
  [
    'posyandu|kelompok tani|KWT|karang taruna|regu|PAUD|majelis taklim|koperasi|bank sampah|dasawisma|KUBE|sanggar|klub|tim',
    '<n1> kader|<n> anggota|RW <n1>|belum lapor|juara <n1>|<n> balita|kas <rp>|dibentuk <year>|aktif',
  ],
  [
    'kapal|KM|KMP|kereta|KA|bus|perahu|mobil damkar|ambulans|kapal riset|armada',
    'berangkat <time>|tertunda <n1> jam|<n> penumpang|docking|jadwal <date>|mogok|sandar di dermaga <n1>',
  ],
  [
    'siklon tropis|badai|topan|bibit siklon',
    'terpantau di selatan <city>|melemah|kecepatan <n> km/jam|punah <date>',
  ],
  [
    'varietas padi|bibit|sapi kurban|gajah|harimau|orangutan|kucing kantor|durian|anggrek|pohon',
    'bobot <n> kg|sehat|umur <n1> bulan|panen <n> kg|dilepasliarkan <date>|stok <n>|Rp<n>.000 per kg',
  ],
  [
    'toko|warung|rumah makan|salon|bengkel|apotek|UD|CV|katering|kedai|batik|keripik|sambal|merek',
    'nota <rp>|buka <time>|pesan <n> kotak|penawaran <rp>|izin sampai <date>|laku <n> bungkus|NIB lengkap',
  ],
  [
    'novel|film|lagu|majalah|tari|komik|sandiwara|legenda|dongeng|puisi',
    'tayang <date>|<n> halaman|<n1> eksemplar|karya siswa|diputar <time>|durasi <n1> menit',
  ],
  [
    'server|printer|komputer|modul|aplikasi|router|drone|pompa|genset|satelit|kamera',
    'down|error <n>|versi <n1>|disk <pct>|restart <time>|tinta habis|online|kode <code>',
  ],
  [
    'program|gerakan|lomba|piala|operasi|pos|inovasi|jurus|posko',
    'diluncurkan <date>|anggaran <rp>|capaian <pct>|berakhir <year>|tahap <n1>|peserta <n>',
  ],
  [
    'perumahan|kompleks|gang|dusun|blok|pasar|jembatan|bendungan|taman|lapangan|sungai|pulau|pantai|makam|halte|embung',
    '<n> rumah|banjir <n> cm|jalan rusak|panjang <n> m|dekat <kel>|ditutup sampai <date>|retribusi <rp>|sampah menumpuk',
  ],
  [
    'kategori|rasa|warna|motif|tipe|paket|grup|kelompok|map|boks',
    '<n> pcs|habis|favorit|<rp>|stok <n>|nomor <n1>|rak <n1>',
  ],
]
const persons: readonly Kind[] = [
  [
    'peserta|anggota|penerima|kader|guru|pegawai|pasien|warga|saksi|panitia|siswa|tamu|petugas piket|pemohon|ahli waris|relawan|sopir|satpam|nelayan|petani',
    'hadir|izin|sakit|ketua|bendahara|sudah lunas|<n1> tahun|belum ttd|dirawat|ikut rapat|pindah tugas|cuti sampai <date>|baru|absen|pulang duluan|terima <rp>|bawa KTP|belum rekam|menangis',
  ],
]

/** @returns the text of a template; two in three name things alone */
export function namingTemplate(random: Chance): string {
  const ofPersons = random.often(0.35)
  const [words, details] = random.pick(ofPersons ? persons : things)
  const word = random.pick(words.split('|'))
  const form = random.pick(['', '', 'f', 'f', 'u', 'l'])
  const named = (at: number) =>
    ofPersons
      ? `<P${at}${form && `.${form}`}>`
      : random.pick(['<PN>', '<PN>', '<PN>', '<flower>', '<streetname>'])
  const detail = () => random.pick(details.split('|'))
  const capital = word.charAt(0).toUpperCase() + word.slice(1)
  const three = () => `${named(1)}, ${named(2)}, [dan|serta|sama|&|] ${named(3)}`
  const mark = random.pick(['- ', '* ', '<N>. ', '<N>) ', '', '• '])
  const sign = random.pick([';', '|', '\t', ',', ' | ', ' - ', ': '])
  return random.pick([
    () =>
      `${random.pick(['Nama', 'Daftar', 'Rekap', 'Data', 'Cek'])} ${word}:\n*2-5* ${mark}${named(1)} (${detail()})`,
    () =>
      `${capital} [lantai <n1>|kita|yang ada|<dept>|<date>|]:\n${mark.replace('<N>', '1')}${named(1)} (${detail()})\n${mark.replace('<N>', '2')}${named(2)} (${detail()})\n${mark.replace('<N>', '3')}${named(3)}`,
    () =>
      `${capital}${sign}${random.pick(['Ket', 'Status', 'Catatan', 'Jumlah'])}\n*2-5* ${named(1)}${sign}${detail()}`,
    () => `${word} ${three()} ${detail()}`,
    () => `[Tolong|Mohon|tlg] [buatkan|rapikan|cek] ${word} ${three()}; <words>`,
    () => `${word} yg ${named(1)} ${detail()}, <words>`,
    () => `<Words> ${word} ${named(1)} (${detail()}) <words>.`,
    () => `${detail()} di ${word} ${named(1)}. <Sentence>`,
    () => `${named(1)} [itu|adalah|ini] ${word}, ${detail()}`,
    () => `${capital} ${named(1)} ${detail()}; ${named(2)} ${detail()}; ${named(3)} ${detail()}.`,
    () => `sebut ${three()} sebagai ${word}`,
    () => `<Sentence> ${capital} bernama ${named(1)} ${detail()}.`,
    () => `${word}: ${named(1)} <n1>, ${named(2)} <n1>, ${named(3)} <n1>`,
    () => `${named(1)} = ${detail()}\n${named(2)} = ${detail()}\n(${word} <date>)`,
  ])()
}
