// What a complaint is about. Every text is made up; each is here for what its neighbours don't show.
import { describe, expect, it } from 'vitest'
import { categories } from '../../shared/content/index.ts'
import { categoryOf, findCategory } from '../../shared/cases/index.ts'
import { growth, linear } from './growth.ts'

const idOf = (text: string, labelled?: string) => findCategory(text, labelled)?.id ?? null

describe('a complaint is about', () => {
  it.each([
    ['pju', 'Lampu jalan di Gang Mawar padam sejak Senin, warga takut lewat malam hari.'],
    ['pju', 'MIN LAMPU DEPAN MUSALA MATI UDAH SEMINGGU GELAP BANGET!!!'],
    ['pju', 'Penerangan di sepanjang tepi danau sangat kurang, rawan begal kalau malam.'],
    ['pju', 'Lampu PJU nomor tiang 12 kedip-kedip terus dan kabelnya terbuka.'],
    ['pju', 'Lampuna pareum tos tilu peuting di payuneun masigit, poek pisan.'],
    ['pju', 'Lampu ing prapatan gang kula mboten murup, peteng ndhedhet.'],
    ['pju', 'The street lights along the canal have been out for two weeks and it is very dark.'],
    ['jalan', 'Jalan Kenari berlubang besar dan sering makan korban.'],
    ['jalan', 'jln kampung kami ancur bgt pak, lobang dimana2, motor sering jatoh'],
    ['jalan', 'Jembatan gantung ke Kampung Baru sudah keropos, papannya banyak yang hilang.'],
    ['jalan', 'Bekas galian kabel di bahu jalan tidak ditutup kembali, aspal jadi bergelombang.'],
    ['jalan', 'Trotoar depan pasar pecah-pecah, kursi roda tidak bisa lewat.'],
    ['jalan', 'Jalan ka arah sakola raruksak pisan, mun hujan leueur.'],
    ['jalan', 'Dalane bolong-bolong kabeh, wingi ana bocah tiba saka pit.'],
    ['jalan', 'Huge potholes on Jalan Anggrek, my scooter got damaged yesterday.'],
    ['drainase', 'Setiap hujan deras rumah kami kebanjiran karena selokan tidak dikeruk.'],
    ['drainase', 'got depan rumah mampet penuh lumpur, baunya ampun'],
    ['drainase', 'Gorong-gorong di pertigaan ambles dan air meluap ke rumah warga.'],
    ['drainase', 'Caah deui caah deui, solokan pinuh ku leutak, iraha dikeruk?'],
    ['drainase', 'Our street is flooded every time it rains, the drain is completely blocked.'],
    ['sampah', 'Sampah di TPS belakang pasar menumpuk sudah empat hari, banyak lalat.'],
    ['sampah', 'truk sampah ga dateng2 min padahal iuran bayar terus'],
    ['sampah', 'Ada yang buang sampah di lahan kosong samping rumah saya setiap malam.'],
    ['sampah', 'Runtah di sisi walungan teu diangkut, bau pisan.'],
    ['sampah', 'Garbage has not been collected in our cluster for a week.'],
    ['pembakaran', 'Tetangga bakar sampah tiap sore, asapnya masuk ke kamar bayi saya.'],
    ['pembakaran', 'Ada pembakaran kabel bekas di lapak rongsok, asap hitam pekat dan menyengat.'],
    ['pembakaran', 'Unggal sonten aya nu ngaduruk runtah, haseupna asup ka imah.'],
    ['pembakaran', 'Somebody keeps burning plastic waste behind the school, the smoke is awful.'],
    ['pohon', 'Pohon mahoni di Jalan Melati sudah miring dan rantingnya menyentuh kabel listrik.'],
    ['pohon', 'Mohon dipangkas pohon yang terlalu rindang di depan gerbang perumahan.'],
    ['pohon', 'ADA POHON TUMBANG NUTUP JALAN DEKAT KANTOR LURAH TOLONG CEPAT'],
    ['pohon', 'Tangkal badag rungkad di sisi jalan, kabelna katindihan.'],
    ['pohon', 'A large tree branch fell on the fence after the storm, please trim the tree.'],
    ['parkir', 'Mobil parkir sembarangan di depan pagar rumah saya setiap hari kerja.'],
    ['parkir', 'Lampu merah di perempatan tugu mati sejak pagi, kendaraan saling serobot.'],
    ['parkir', 'macettt tiap sore gara2 angkot ngetem depan stasiun'],
    ['parkir', 'Truk tanah lewat jam sekolah, ngebut pula.'],
    ['parkir', 'Tukang parkir di minimarket memaksa minta 5 ribu padahal ada tulisan parkir gratis.'],
    ['parkir', 'Cars are illegally parked on both sides, ambulances cannot pass.'],
    ['pkl', 'Pedagang kaki lima menutup seluruh badan jalan sampai tengah malam.'],
    ['pkl', 'Suara karaoke di ruko sebelah keras sekali sampai jam tiga pagi, tidak bisa tidur.'],
    ['pkl', 'Remaja tawuran lagi di bawah flyover, mohon patroli Satpol PP.'],
    ['pkl', 'Street vendors have taken over the whole pavement in front of the station.'],
    ['kependudukan', 'KTP saya sudah tiga bulan belum jadi, katanya blangko habis.'],
    ['kependudukan', 'Bagaimana cara mengurus akta kelahiran anak yang terlambat?'],
    ['kependudukan', 'Nama ibu saya salah ketik di kartu keluarga, bolak balik ke kelurahan tidak selesai.'],
    ['kependudukan', 'Abdi bade ngadamel KK anyar, naon wae saratna?'],
    ['kependudukan', 'How long does it take to get a birth certificate for my daughter?'],
    ['akun', 'Tidak bisa login ke Tangerang LIVE, kode OTP tidak pernah masuk.'],
    ['akun', 'aplikasi ikd error terus pas scan wajah'],
    ['akun', 'Lupa kata sandi akun layanan kota dan tautan pengaturan ulang kedaluwarsa.'],
    ['pendidikan', 'Anak saya tidak lolos SPMB jalur domisili padahal rumah 300 meter dari sekolah.'],
    ['pendidikan', 'Atap ruang kelas SDN Sukamaju 2 bocor, siswa belajar di bawah terpal.'],
    ['pendidikan', 'Ijazah anak saya ditahan sekolah karena tunggakan SPP.'],
    ['kesehatan', 'Antre di puskesmas dari jam enam, baru dipanggil siang, dokternya cuma satu.'],
    ['kesehatan', 'BPJS saya tiba-tiba nonaktif waktu mau kontrol ke rumah sakit.'],
    ['kesehatan', 'Sudah tiga anak di RT kami kena demam berdarah, kapan ada fogging?'],
    ['kesehatan', 'My mother waited six hours at the hospital and no doctor came.'],
    ['bansos', 'Saya janda tiga anak tidak pernah dapat bantuan, yang kaya malah dapat PKH.'],
    ['bansos', 'kenapa nama bapak saya dicoret dari penerima bpnt'],
    ['bansos', 'Mohon dijelaskan desil saya di DTSEN, kok naik padahal baru di-PHK.'],
    ['sosial', 'Ada ODGJ tanpa busana berkeliaran di terminal dan melempari orang.'],
    ['sosial', 'Seorang kakek telantar tidur di emperan toko sudah seminggu, tampak sakit.'],
    ['sosial', 'Anak tetangga sering dipukuli ayah tirinya, tolong dicek diam-diam.'],
    ['sosial', 'There is a homeless man lying in the underpass, he looks very weak.'],
    ['hewan', 'ULAR MASUK DAPUR TOLONG DAMKAR'],
    ['hewan', 'Sarang tawon besar di plafon TK, anak-anak takut disengat.'],
    ['hewan', 'Anjing liar di kompleks kami menggigit dua orang minggu ini.'],
    ['hewan', 'Aya oray asup ka imah, punten enggal bantosan.'],
    ['air', 'Air PDAM keruh dan bau sudah seminggu di Blok C.'],
    ['air', 'air dirumah ga ngalir dari kemaren, mau mandi susah'],
    ['air', 'Pipa bocor di pinggir jalan, air bersih terbuang banyak sejak pagi.'],
    ['air', 'Banyune ora mili wis telung dina, arep masak piye?'],
    ['air', 'No water from the tap since Tuesday, the pressure is zero.'],
    ['perizinan', 'Permohonan PBG saya berhenti di tahap verifikasi sejak Agustus.'],
    ['perizinan', 'Tetangga membangun ruko tiga lantai tanpa izin dan merusak tembok saya.'],
    ['perizinan', 'NIB sudah ada tapi izin usaha saya ditolak tanpa penjelasan di OSS.'],
    ['ketenagakerjaan', 'Pabrik belum membayar gaji kami dua bulan dan THR hanya setengah.'],
    ['ketenagakerjaan', 'di phk sepihak, pesangon ga dikasih'],
    ['ketenagakerjaan', 'Kapan ada job fair lagi? Saya sudah punya kartu kuning.'],
    ['pajak', 'SPPT PBB saya naik tiga kali lipat tahun ini, ke mana mengajukan keberatan?'],
    ['pajak', 'Retribusi pasar ditarik dua kali sehari, mana yang resmi?'],
    ['pungli', 'Waktu ambil KTP di kelurahan saya dimintai uang 100 ribu untuk administrasi.'],
    ['pungli', 'Oknum pegawai minta uang rokok supaya berkas cepat naik.'],
    ['pungli', 'Petugas loket membentak ibu saya yang sudah sepuh.'],
    ['pungli', 'An officer asked for money to speed up my id card, is that normal?'],
    ['aspirasi', 'Kami mengusulkan pembangunan taman bermain di lahan kosong RW 05.'],
    ['aspirasi', 'Usul, bagaimana kalau tiap Minggu ada car free day di jalan protokol?'],
    ['aspirasi', 'saran aja min, tolong dibuatkan jalur sepeda ke arah kampus'],
    ['apresiasi', 'Terima kasih kepada petugas kebersihan, sampah di gang kami sudah diangkut semua.'],
    ['apresiasi', 'Salut buat tim damkar, sarang tawon di rumah saya beres dalam sejam!'],
    ['apresiasi', 'Thanks to the crew who fixed our street light so fast, great job.'],
    ['apresiasi', 'Hatur nuhun ka petugas PJU, lampu di lembur abdi tos hurung deui.'],
    ['lainnya', 'Kabel internet menjuntai rendah di mulut gang, hampir menjerat leher anak saya.'],
    ['lainnya', 'Sejak subuh listrik padam satu kelurahan, PLN tidak bisa dihubungi.'],
  ])('%s: %s', (id, text) => {
    expect(idOf(text)).toBe(id)
  })
})

describe('where a text names two matters, it is about the one complained of', () => {
  it.each([
    ['drainase', 'Terima kasih lampu jalan sudah bagus. Tapi sekarang selokan mampet dan rumah kami banjir.'],
    ['sampah', 'Sampah menumpuk di depan puskesmas sampai menutup jalan.'],
    ['pungli', 'Saat mengurus surat pindah anak sekolah, pegawai minta uang pelicin.'],
    ['pju', 'Lampu penerangan depan sekolah mati, anak-anak pulang mengaji lewat jalan gelap.'],
    ['jalan', 'Jalan depan puskesmas rusak parah, ambulans susah lewat.'],
    ['parkir', 'Truk parkir di trotoar depan SMP sampai siswa berjalan di tengah jalan.'],
    ['jalan', 'Bukan soal sampah, pak. Jalan menuju TPS yang berlubang dan belum ditambal.'],
    ['pju', 'Kami rajin bayar pajak tapi lampu jalan padam dibiarkan saja.'],
    [
      'jalan',
      'Terima kasih atas perhatiannya. Jalan di RT 3 masih rusak, mohon segera diperbaiki. Terima kasih.',
    ],
  ])('%s: %s', (id, text) => {
    expect(idOf(text)).toBe(id)
  })
})

describe('a word that means something else there is no cue', () => {
  it.each([
    'Ibu saya sampai keluar air mata menceritakan hal ini.',
    'Mohon dicarikan jalan keluar yang adil bagi semua pihak.',
    'Jangan dikira kami ini pohon uang.',
    'Toko saya sedang banjir pesanan, apakah ada pelatihan pembukuan?',
    'Antrean mengular sampai ke luar gedung.',
    'Kami sudah bayar pajak, tolong didengar.',
    'Mohon izin bertanya, Pak.',
    'Rumah saya di belakang sekolah, nomor 5.',
  ])('%s', (text) => {
    expect(idOf(text)).toBeNull()
  })
})

it('takes no word from a placeholder of redaction', () => {
  expect(idOf('Nama ⟦NAMA-1⟧, nomor ⟦BPJS-1⟧, ⟦NPWP-1⟧. Sampah menumpuk di gang kami.')).toBe('sampah')
})

describe('nothing is said of', () => {
  it.each([
    '',
    'P',
    'Selamat pagi, apakah ada orang?',
    'Kapan ditindaklanjuti???',
    '请问如何办理？',
    '12345 !!!',
  ])('%j', (text) => {
    expect(findCategory(text)).toBeNull()
  })
})

describe("the portal's own category", () => {
  it.each([
    ['pju', 'Penerangan Jalan Umum (PJU)'],
    ['jalan', 'Jalan dan Jembatan'],
    ['kependudukan', 'Administrasi Kependudukan'],
    ['parkir', 'Lalu Lintas'],
    ['sampah', 'Persampahan'],
    ['pkl', 'KETERTIBAN UMUM'],
    ['kesehatan', 'Kesehatan'],
    ['bansos', 'Bantuan Sosial'],
    ['pungli', 'Pungutan Liar'],
    ['air', 'Air Minum'],
  ])('wins where it names %s: %s', (id, labelled) => {
    expect(findCategory('Mohon segera ditindaklanjuti, banjir lagi.', labelled)).toEqual({
      id,
      because: labelled,
    })
  })

  it.each(['Infrastruktur', 'Pekerjaan Umum', 'Lainnya', 'Umum', ''])(
    'leaves it to the text where it says nothing: %j',
    (labelled) => {
      expect(idOf('Jalan Kenari berlubang besar.', labelled)).toBe('jalan')
    },
  )

  it('"Lainnya" is taken where the text tells nothing', () => {
    expect(idOf('Mohon bantu kami.', 'Lainnya')).toBe('lainnya')
  })
})

it('says by which words it was told', () => {
  expect(findCategory('Selamat pagi. Lampu di gang kami sudah mati lama.')).toEqual({
    id: 'pju',
    because: 'Lampu di gang kami sudah mati',
  })
  expect(findCategory('Ada sarang tawon di plafon.')).toEqual({ id: 'hewan', because: 'sarang tawon' })
})

it('knows its questions and its sentence', () => {
  expect(categoryOf('pju')?.ask).toContain('jumlah titik yang padam')
  expect(categoryOf('tidakada')).toBeUndefined()
  expect(categories.categories.map(({ id }) => categoryOf(id)?.id)).not.toContain(undefined)
})

it.each(['lampu ', 'lampu jalan rusak ', 'a', 'jalan… ', 'dipemper', '. ', 'terima kasih\n', 'ááá '])(
  'takes linear time on many %j',
  (piece) => {
    expect(growth(findCategory, (length) => piece.repeat(length / piece.length))).toBeLessThan(linear)
  },
)
