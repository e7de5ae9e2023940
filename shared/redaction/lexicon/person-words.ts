// Words around names, in lower case: what announces a name, and what looks like one but is not.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Titles that may stand between a cue and the name ("Bapak H. Ahmad", "dr. Tarno"). */
export const titles = words(`
  bapak ibu pak bu bpk sdr sdri saudara saudari tn ny nn tuan nyonya mas mbak kak kakak bang abang teh koh cik
  h hj kh k.h ust ustadz ustaz ustadzah haji hajah dr drg drs dra ir prof ananda almarhum almarhumah alm`)

/**
 * Posts, offices and ordinary words after "Pak", "Ibu" or a label: "Pak Camat", "Ibu Kota", "Dari : Lurah". A name never
 * starts with one, and ends before one.
 */
export const notNames = words(`
  camat lurah kepala kadis kabid kasi kasubag kabag sekda sekcam sekel sekdes sekwan kadus kasun kaur kasie kanit kuwu
  perbekel bayan modin babin bhabin waka amil lebe ulis raksabumi pambakal pembakal sanitarian dewan asda sintua pandeta
  pandita imum sek lebai promkes bikor korlap danpos danton danki pasi kapok danru kapos jubir sekjen ketum waketum
  bendum katu kasubbagtu wadek kasatgas kaban kabiro itko rp sesdit dirtek kakan kadisnaker kadistaru kadisbudpar kadinkop kadinperkim
  irban irbansus sekpri prakom barjas pasiter korkot faskel nutrisionis epid nahkoda syahbandar khatib muadzin naib
  seklur jfu koseka kenek kasatpel ogah ojek ojol cilok bubur becak galon parkir kaling klian keuchik geuchik kepsek
  wakasek kasek katim dirut kacab kapus sekretaris wali walikota wakil bupati gubernur presiden menteri ketua anggota
  direktur manajer admin administrator operator petugas staf pegawai bendahara kasubbag kades kapolsek kapolres danramil
  babinsa babinkamtibmas bhabinkamtibmas inspektur asisten ajudan pejabat pelaksana plt plh pj pengelola pranata analis
  penyuluh guru dosen dokter bidan perawat rt rw pkk ppk pptk kpa pns asn pppk dprd opd kader pelapor terlapor pemohon
  pengadu pengirim penerima warga masyarakat penduduk tetangga pemilik penghuni pedagang pimpinan hakim jaksa polisi
  satpam sopir kurir tukang pasien peserta pembina koordinator panitia tim rekan sekalian dinas badan kantor bagian
  bidang seksi sekretariat inspektorat kecamatan kelurahan kel kec desa dusun kota kabupaten kab provinsi prov pemerintah
  pemkot pemkab kementerian lembaga unit upt uptd puskesmas rsud rs klinik sekolah sdn smpn sman universitas fakultas pt
  cv ud toko warung pasar bank koperasi yayasan masjid gereja jalan jl jln gang gg blok komplek perumahan gedung terminal
  stasiun stadion taman kantin hotel restoran apotek hamil menyusui pertiwi negara yth yang dengan dan atau di ke dari
  untuk pada dalam ini itu tersebut adalah ialah tidak tdk tak gak ga nggak bukan belum blm sudah sdh udah telah akan
  sedang masih ada saja juga jg lagi lg ya dong kok sih nya saya sy aku kami kita anda kamu dia mereka mohon tolong
  terima terimakasih demikian hormat salam wassalam assalamualaikum selamat pagi siang sore malam perihal hal lampiran
  nomor no tanggal tgl tgllahir alamat almt nik kk ktp hp telp telepon wa email npwp nip umur usia lahir tempat
  tempat/tgl agama pekerjaan jenis status keterangan lengkap sesuai ditulis dicatut disebut tercantum terdaftar dipakai
  dihapus diganti diubah hilang salah muncul masuk keluar kosong ganda harus terus pernah selalu seluruh semua segenap
  para sebagai agar supaya karena krn kalau klo jika bila mau ingin minta punya sendiri senin selasa rabu kamis jumat
  sabtu minggu januari februari maret april mei agustus september oktober november desember rahasia anonim umum biasa
  segera penting usaha produk program kegiatan aplikasi barang instansi perusahaan ibukota cs subbag subbagian kos
  kos-kosan kosan kost dekan rektor ttl section department desk division jangan identitas hamba anonymous tanpa kandung
  tiri menunggu selesai wajib diisi rawat verifikasi diproses diterima ditolak kejadian baru aktif team baik jabatan
  jumlah kelamin pangkat golongan satuan harga volume aksi paraf ttd pesan subjek komentar judul kategori isi kirim
  kepada lihat detail tambah ubah cari pilih ajukan hubungan kontak tentang orang pensiunan lulusan mahasiswa mahasiswi
  karyawan alumni pelajar pindah kecewa kenapa bagaimana kapan apakah bisa boleh perlu biar ternyata malah terhapus
  tertulis tertera sama forum paguyuban komunitas ormas lsm ikatan persatuan perkumpulan pmi baznas lazismu kitas kitap
  stnk bpkb skck wni wna kartu pendek celsius kios tanta kaka sekre mimin satgas support customer care redaksi kuasa
  rakyat netizen wong pelanggan pengurus helpdesk korban fulan wiraswasta swasta paspor passport bpjs rekening norek
  nopol plat imei nama rohani jasmani sekdis narsum nisn the and for to of about mana is are was we you they not please
  siapa apa kartu pendek panjang nasional`)

/** Ordinary or shared words that stay readable where a name's single part would hide them: "6 Juni", "Jalan Merdeka". */
export const sharedParts = words(`
  januari februari maret april juni juli agustus september oktober november desember merdeka bangsa indonesia nusantara
  kota jaya raya utama mulia negara timur barat utara selatan tengah bulan cahaya`)

/** A name right behind one of these belongs to a place, firm or street. */
export const placeHeads = words(`
  toko pt cv ud jalan jl jln gang gg rsud rs rsu rumah sdn smpn sman sd smp sma klinik masjid musala mushola gereja
  universitas hotel pasar terminal puskesmas stadion kota kabupaten kab kelurahan kel kecamatan kec desa kampung kp bank
  perumahan komplek gedung yayasan koperasi apotek warung bengkel salon pondok pesantren taman jembatan dusun apartemen hari`)

/** Short forms inside a name whose dot does not end a sentence. */
export const nameAbbreviations = words('abd abdl moh mohd muh muhd mhd md st rr rd ahm n')
/** Lower-case words that may link two parts of a name. */
export const nameLinks = words('bin binti al el van der da de dos')
