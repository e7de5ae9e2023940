// Forms of numbers that office texts of other authors had and the rules did not: each with what looks alike and stays.
import { describe, expect, it } from 'vitest'
import { redact } from '../../shared/redaction/index.ts'

const hidden = (text: string) => redact(text).text

describe.each<[kind: string, cases: [text: string, expected: string][]]>([
  [
    'a token without order, whatever stands before it',
    [
      ['APP_KEY=UlEy78G8Lr9Sd1dBUBsczpvhHFtmaDTmmlIaKEoR', 'APP_KEY=⟦RAHASIA-1⟧'],
      ['the staging key (GfcnDxpcw-eMkbrM-uQJd7a) was pasted', 'the staging key (⟦RAHASIA-1⟧) was pasted'],
      ['https://a.go.id/unduh?t=DPrxoAN3-YE8VjwDCL7a', 'https://a.go.id/unduh?t=⟦RAHASIA-1⟧'],
      ['password-nya 2eh4-3Kw7aq0. Jangan', 'password-nya ⟦RAHASIA-1⟧. Jangan'],
    ],
  ],
  [
    'no name of a file, of a setting or of a page',
    [
      'SuratKeluarNo12Th26Rev3-DinasKesehatan.pdf',
      'getUserProfileById2FromDataStore()',
      'https://jdih.go.id/unduh/Perwal-No12-Th2026-Lamp3-Rev2-Final',
      'location /unduh { proxy_pass http://10.1.1.5:8080; }',
      'password e-office2026 sudah diganti',
    ].map((text) => [text, text]),
  ],
  [
    'a phone by its area, and alone on a line',
    [
      ['Ruko, 0341 551 208 rumahnya', 'Ruko, ⟦TELEPON-1⟧ rumahnya'],
      ['Telepon 0431 – 86 33 17', 'Telepon ⟦TELEPON-1⟧'],
      ['Alamat : Blok C no 27\nTelp rumah : 0271160355', 'Alamat : ⟦ALAMAT-1⟧\nTelp rumah : ⟦TELEPON-1⟧'],
      ['Hormat kami,\n075163920129\n', 'Hormat kami,\n⟦TELEPON-1⟧\n'],
      ['Telepon rumah Bapak Khalid 02544026046', 'Telepon rumah Bapak ⟦NAMA-1⟧ ⟦TELEPON-1⟧'],
    ],
  ],
  [
    'an account that a sentence above the list announces',
    [
      [
        'Bank Sulteng menolak 3 transaksi berikut karena nama tidak sesuai:\n1. Siti Aminah - 3174442261\n2. Moh. Rifaldi - 0010202117754',
        'Bank Sulteng menolak 3 transaksi berikut karena nama tidak sesuai:\n1. ⟦NAMA-1⟧ - ⟦REKENING-1⟧\n2. ⟦NAMA-2⟧ - ⟦REKENING-2⟧',
      ],
      [
        'Nama Penerima    NIK    Rekening Bank NTB Syariah    Jumlah\nSiti Aminah    5203010107550045    002 22 01458 01 4    600.000',
        'Nama Penerima    NIK    Rekening Bank NTB Syariah    Jumlah\n⟦NAMA-1⟧    ⟦NIK-1⟧    ⟦REKENING-1⟧    600.000',
      ],
    ],
  ],
  [
    'a medical record in a list, and in its form where another is labelled',
    [
      ["WHERE no_rm IN ('618937', '58.80.00')", "WHERE no_rm IN ('⟦REKAM-1⟧', '⟦REKAM-2⟧')"],
      ['No. RM 618937\nSiti Aminah | 74.53.04', 'No. RM ⟦REKAM-1⟧\n⟦NAMA-1⟧ | ⟦REKAM-2⟧'],
      ['nomor rekam medisnya 195158', 'nomor rekam medisnya ⟦REKAM-1⟧'],
      ['No. RM 12-34-56, akun 52.10.03', 'No. RM ⟦REKAM-1⟧, akun 52.10.03'],
      ['No. RM 62.34.56, klasifikasi arsip 45.10.20', 'No. RM ⟦REKAM-1⟧, klasifikasi arsip 45.10.20'],
      ['Stok vaksin MR 210 vial', 'Stok vaksin MR 210 vial'],
      [
        'No. RM 618937, datang 08.30.15, kontrol 12.05.24',
        'No. RM ⟦REKAM-1⟧, datang 08.30.15, kontrol 12.05.24',
      ],
    ],
  ],
  [
    'a birth date that the NIK beside it holds, and one behind dots',
    [
      ['1271051201850002 - 12-01-1985 - laki-laki', '⟦NIK-1⟧ - ⟦LAHIR-1⟧ - laki-laki'],
      ['T.T.L : Kurima, 18.07.1984', 'T.T.L : Kurima, ⟦LAHIR-1⟧'],
      [
        'NIK 1271051201850002, kode lokasi 12.28.71.12.01.1985.00',
        'NIK ⟦NIK-1⟧, kode lokasi 12.28.71.12.01.1985.00',
      ],
    ],
  ],
  [
    'what a guest shows, and a plate below plates',
    [
      ['Guest: Siti Aminah – ID: XC4373773', 'Guest: ⟦NAMA-1⟧ – ID: ⟦PASPOR-1⟧'],
      ['B 4788 DUX / Siti\nbk1884afz / Rudi Hartono', '⟦PELAT-1⟧ / ⟦NAMA-1⟧\n⟦PELAT-2⟧ / ⟦NAMA-2⟧'],
    ],
  ],
  [
    'a tax number with a blank for its dash, and land that a village counts',
    [
      [
        'Pak Yulian: 08.346.004.6 428.000 sdh di golongan IV ya',
        'Pak ⟦NAMA-1⟧: ⟦NPWP-1⟧ sdh di golongan IV ya',
      ],
      ['objek SHM 1928/Kelurahan Gedongkiwo', 'objek SHM ⟦SERTIFIKAT-1⟧'],
      ['SHM 2024 yang terbit', 'SHM 2024 yang terbit'],
      ['Hubungi (022) 594-1695 (24 jam)', 'Hubungi ⟦TELEPON-1⟧ (24 jam)'],
      [
        'kode_aset;jenis;nopol;pemegang\nA-001;Avanza;D 490 ZB;Siti Aminah',
        'kode_aset;jenis;nopol;pemegang\nA-001;Avanza;⟦PELAT-1⟧;⟦NAMA-1⟧',
      ],
      ['Snack 75 dus, DP 500RB belum dicatat', 'Snack 75 dus, DP 500RB belum dicatat'],
    ],
  ],
  [
    'who is called so, at work too, and a name in a form though each word of it is ordinary',
    [
      ['Bendahara desa Pak Kihin Ong bilang begitu.', 'Bendahara desa Pak ⟦NAMA-1⟧ bilang begitu.'],
      ['ternyata Mbak Ramadan di loket bilang habis', 'ternyata Mbak ⟦NAMA-1⟧ di loket bilang habis'],
      ['Nama Lengkap Pemohon : RAMADAN JAYA', 'Nama Lengkap Pemohon : ⟦NAMA-1⟧'],
      ['Gang Pak Kihin banjir.', 'Gang Pak Kihin banjir.'],
      ['Kepada Bapak Pimpinan', 'Kepada Bapak Pimpinan'],
    ],
  ],
  [
    'a password or PIN that words announce from afar, and a key within an address',
    [
      ['MIDTRANS_SERVER_KEY=Mid-server-PTe0SCBSREvzCaFMEWdqCMcx', 'MIDTRANS_SERVER_KEY=⟦RAHASIA-1⟧'],
      ['SSID: SMPN3_GURU\nkunci: guruhebat2025', 'SSID: SMPN3_GURU\nkunci: ⟦RAHASIA-1⟧'],
      ['reset sandi menjadi Vpn-8812-kominfo, lalu', 'reset sandi menjadi ⟦RAHASIA-1⟧, lalu'],
      ['sandi akun bersama masih eoffice123, ganti', 'sandi akun bersama masih ⟦RAHASIA-1⟧, ganti'],
      ['curl -u operator:0p3rat0r!2025 https://a.go.id', 'curl -u operator:⟦RAHASIA-1⟧ https://a.go.id'],
      [
        'Komputer loket 2 login: loket2 / Pelayanan#2; printer',
        'Komputer loket 2 login: loket2 / ⟦RAHASIA-1⟧; printer',
      ],
      ['CCTV: admin / hik12345 di lobi', 'CCTV: admin / ⟦RAHASIA-1⟧ di lobi'],
      ['pin atm nya masih 271093 ya', 'pin atm nya masih ⟦RAHASIA-1⟧ ya'],
      ['PIN pencairan: 4418 7702 19', 'PIN pencairan: ⟦RAHASIA-1⟧'],
      [
        'https://deploy:ghp_X7f2jmu57Fa6HsgCihEm2N1L14hYQT14msZw@github.com/a/b.git',
        'https://deploy:⟦RAHASIA-1⟧/a/b.git',
      ],
      [
        'memperoleh sandi Matahari_2211 dan cookie session=FDntfrbmmMq28',
        'memperoleh sandi ⟦RAHASIA-1⟧ dan cookie session=⟦RAHASIA-2⟧',
      ],
      [
        'budi: wifi kantor passwordnya apa ya\nlilih: disdik-Juara2025',
        '⟦NAMA-1⟧: wifi kantor passwordnya apa ya\n⟦NAMA-2⟧: ⟦RAHASIA-1⟧',
      ],
      ['budi: passwordnya apa ya\nlilih: tanya umum', '⟦NAMA-1⟧: passwordnya apa ya\n⟦NAMA-2⟧: tanya umum'],
      ['https://simpeg.go.id/admin/user/123', 'https://simpeg.go.id/admin/user/123'],
      ['curl -u https://contoh.go.id/a', 'curl -u https://contoh.go.id/a'],
      ['PIN kegiatan: 4500 anak, PIN sasaran 4500', 'PIN kegiatan: 4500 anak, PIN sasaran 4500'],
      ['pin bros 250 buah, pin peta: 15810', 'pin bros 250 buah, pin peta: 15810'],
      ['sandi harus diganti menjadi lebih panjang', 'sandi harus diganti menjadi lebih panjang'],
    ],
  ],
  [
    'whose account is paid, and the other of two',
    [
      ['a) Siti Aminah, 310.02.04.508938-3, Rp62.150.000', 'a) ⟦NAMA-1⟧, ⟦REKENING-1⟧, Rp62.150.000'],
      ['Siti Aminah;6398 04 415910 15;Rp52.243.000;OK', '⟦NAMA-1⟧;⟦REKENING-1⟧;Rp52.243.000;OK'],
      [
        'Rek BRI 310020450893\n0931110353#A#00\n0327977815#B#76',
        'Rek BRI ⟦REKENING-1⟧\n⟦REKENING-2⟧#A#00\n⟦REKENING-3⟧#B#76',
      ],
      [
        'transfer Rp650.000 ke 1125722084016 (Mandiri) & sisanya',
        'transfer Rp650.000 ke ⟦REKENING-1⟧ (Mandiri) & sisanya',
      ],
      [
        'rekening 108-20-747804-7. Yang lama 108-20-289708-1 tutup',
        'rekening ⟦REKENING-1⟧. Yang lama ⟦REKENING-2⟧ tutup',
      ],
      ['Dari     SITI KHOLIFAH\n         0913 01 174283 50 8', 'Dari     ⟦NAMA-1⟧\n         ⟦REKENING-1⟧'],
      [
        'VA BNI 9882020539982378, nomor faktur 010.004-25.11870032',
        'VA BNI ⟦REKENING-1⟧, nomor faktur 010.004-25.11870032',
      ],
      ['Semen;6398044159;Rp52.000', 'Semen;6398044159;Rp52.000'],
    ],
  ],
  [
    'plates in small letters where vehicles are spoken of, phones with two IMEI, other papers',
    [
      ['rekap parkir langganan\nn 2214 yb, suwarno', 'rekap parkir langganan\n⟦PELAT-1⟧, ⟦NAMA-1⟧'],
      ['beat hitam b 4471 ngu', 'beat hitam ⟦PELAT-1⟧'],
      [
        'IMEI (slot 1): 357749-02-126221-8, slot 2: 359008-12-344341-8.',
        'IMEI (slot 1): ⟦IMEI-1⟧, slot 2: ⟦IMEI-2⟧.',
      ],
      ['nomor kepesertaan (25 0732 72894)', 'nomor kepesertaan (⟦BPJS-1⟧)'],
      ['my passport C4X88210, I live', 'my passport ⟦PASPOR-1⟧, I live'],
      ['Nomor dokumen perjalanan: A97810709', 'Nomor dokumen perjalanan: ⟦PASPOR-1⟧'],
      ['No. RM 116628 (Warno), 983747 (Darsih)', 'No. RM ⟦REKAM-1⟧ (⟦NAMA-1⟧), ⟦REKAM-2⟧ (⟦NAMA-2⟧)'],
      ['salinan buku tanah M.26652/Sukamulya', 'salinan buku tanah M.⟦SERTIFIKAT-1⟧/Sukamulya'],
      ['rumah warga: ?lat_rumah=-6.59099&long_rumah=106.64833', 'rumah warga: ?lat_rumah=⟦KOORDINAT-1⟧'],
      ['PB-UMKU 120900041287300010002; KBLI 56101', 'PB-UMKU 120900041287300010002; KBLI 56101'],
      [
        'STA 4+150 s.d. 4+275, koordinat -7.58834, 110.04127 (Bu Siti)',
        'STA 4+150 s.d. 4+275, koordinat -7.58834, 110.04127 (Bu ⟦NAMA-1⟧)',
      ],
      ['Tagihan lapak Juni', 'Tagihan lapak Juni'],
    ],
  ],
  [
    'no whole neighbourhood, no month, no room of a ward',
    [
      'Kepada seluruh Kepala Keluarga di lingkungan RW 11',
      'Dana BLT bulan April s.d. Juni belum kami terima.',
      'Dawis Melati sudah, ruang Cempaka penuh.',
    ].map((text) => [text, text]),
  ],
  [
    'cells beside bars, which are no ones that a scanner misread',
    [
      [
        'id|nama|plat|no_sim|denda\n1|Rachmat Kartolo|D 1981 VBN|880712304415|250000',
        'id|nama|plat|no_sim|denda\n1|⟦NAMA-1⟧|⟦PELAT-1⟧|⟦SIM-1⟧|250000',
      ],
      [
        'RM|Pasien|BPJS|Diagnosa\n81-95-48|Sukaesih Setiana|0003611240443|I10',
        'RM|Pasien|BPJS|Diagnosa\n⟦REKAM-1⟧|⟦NAMA-1⟧|⟦BPJS-1⟧|I10',
      ],
      ['NIK 337414|107790002', 'NIK ⟦NIK-1⟧'],
    ],
  ],
  [
    'letters in other clothes, and slips beside them',
    [
      ['Paspor saya Ｃ３３４８８１９ salah', 'Paspor saya ⟦PASPOR-1⟧ salah'],
      ['RM 41-O8-77 BPJS O００１７７２８４０９３１', 'RM ⟦REKAM-1⟧ BPJS ⟦BPJS-1⟧'],
      ['SIM nya jatuh, a.n Baharuddin, nomor ٧٤٠٩١٩٢٨٤٤١٠.', 'SIM nya jatuh, a.n ⟦NAMA-1⟧, nomor ⟦SIM-1⟧.'],
      ['SlM C 73O6 1422 O318', 'SlM C ⟦SIM-1⟧'],
    ],
  ],
  [
    'a plate beside a vehicle',
    [
      ['jatuah dari onda BA 3817 LT. Tolong', 'jatuah dari onda ⟦PELAT-1⟧. Tolong'],
      ['meluncur naik unit BK 9012 X.', 'meluncur naik unit ⟦PELAT-1⟧.'],
      ['dk 5520 fbj beat hitam', '⟦PELAT-1⟧ beat hitam'],
      ['STNK AE 62I8 KF', 'STNK ⟦PELAT-1⟧'],
      ['Motor sy B 3471 sdh dijual', 'Motor sy ⟦PELAT-1⟧ sdh dijual'],
      ['GEDUNG B 1203 LT 3', 'GEDUNG B 1203 LT 3'],
      ['Format: B 1234 XXX', 'Format: B 1234 XXX'],
    ],
  ],
  [
    'a passport of another country, and of who crossed the border',
    [
      ['My passport is 561902773, issued', 'My passport is ⟦PASPOR-1⟧, issued'],
      [
        'no,nama,negara,paspor\n3,Lucas,Belanda,NX7K41D82',
        'no,nama,negara,paspor\n3,⟦NAMA-1⟧,Belanda,⟦PASPOR-1⟧',
      ],
      ['Log pelintasan 14/02: A7719340', 'Log pelintasan 14/02: ⟦PASPOR-1⟧'],
      ['Nomor seri alat A7719340', 'Nomor seri alat A7719340'],
    ],
  ],
  [
    'what opens an account, where accounts are handed over',
    [
      [
        'Serah terima akun\n1. Website – admindesa – Karangmojo*Jaya45\n2. Siskeudes – bendahara – b3nd4h4r4',
        'Serah terima akun\n1. Website – admindesa – ⟦RAHASIA-1⟧\n2. Siskeudes – bendahara – ⟦RAHASIA-2⟧',
      ],
      ['Daftar akun\n1. Server – ruang B12', 'Daftar akun\n1. Server – ruang B12'],
      ['User anggaran03, pass Rahasia@36. Laptop', 'User anggaran03, pass ⟦RAHASIA-1⟧. Laptop'],
      ['consid 18273, secret 7kQ2vXf9Lm', 'consid 18273, secret ⟦RAHASIA-1⟧'],
      ['user_key 4c1f0e9ab27d5538e6a2b9f17c30d841', 'user_key ⟦RAHASIA-1⟧'],
      [
        'https://sso.go.id/aktivasi?kode=9f8a7c6b5d4e3f2a1b0c9d8e',
        'https://sso.go.id/aktivasi?kode=⟦RAHASIA-1⟧',
      ],
      ['PIN  NAMA  HADIR  TELAT\n0012  Fitriani  19  2', 'PIN  NAMA  HADIR  TELAT\n0012  ⟦NAMA-1⟧  19  2'],
    ],
  ],
  [
    'a record in two groups, and land by its programme',
    [
      ['No RM ayah 118 204. Hubungi', 'No RM ayah ⟦REKAM-1⟧. Hubungi'],
      ['mengambil sertifikat PTSL nomor 02871', 'mengambil sertifikat PTSL nomor ⟦SERTIFIKAT-1⟧'],
    ],
  ],
  [
    'nothing that programs count, no form of a number, no code to pay by',
    [
      'job=sync batch=7371202503110001 checksum=3273060411900012',
      'NPWP format lama 99.999.999.9-999.999',
      'nomor RM, formatnya 00-00-00.',
      'Kode bayar 2171 0503 8812 0094 tidak bisa dipakai',
      'Anjuran nomor 567/118/Nakertrans.',
      'Nama;KPJ;NIK;Upah',
    ].map((text) => [text, text]),
  ],
  [
    'a birth date, and not when the next message was written',
    [
      [
        'salah tanggal lahir\n[26/04/26 15:30] basiran: ok',
        'salah tanggal lahir\n[26/04/26 15:30] ⟦NAMA-1⟧: ok',
      ],
    ],
  ],
  [
    'a number in its own cell beside a NIK, though no head says what it is',
    [
      [
        'Data masuk:\n3605166209540008;SWIE HOK ADHINATA;9209193326\n7501022308550007;YANE MANNAN;4674186136',
        'Data masuk:\n⟦NIK-1⟧;⟦NAMA-1⟧;⟦REKENING-1⟧\n⟦NIK-2⟧;⟦NAMA-2⟧;⟦REKENING-2⟧',
      ],
      ['Barang;Jumlah\nSemen;9209193326', 'Barang;Jumlah\nSemen;9209193326'],
    ],
  ],
  [
    'accounts as banks and payers write them',
    [
      [
        '03/05 TRSF E-BANKING DB HENNY KURNIASIH 36654589745 250.000,00',
        '03/05 TRSF E-BANKING DB ⟦NAMA-1⟧ ⟦REKENING-1⟧ 250.000,00',
      ],
      ['minta tf ke BLU 240368135837126', 'minta tf ke BLU ⟦REKENING-1⟧'],
      ['Kolekte via LinkAja 666.8457802.0107', 'Kolekte via LinkAja ⟦REKENING-1⟧'],
      ['saldo di BRI 18207999562 habis', 'saldo di BRI ⟦REKENING-1⟧ habis'],
      ['saldo di BRI 5.200.000 habis', 'saldo di BRI 5.200.000 habis'],
      [
        '06/05/25 09:05 - Halo BRI: sebutkan nomor rekening\n06/05/25 09:10 - Parngadi: 41150382632597',
        '06/05/25 09:05 - Halo BRI: sebutkan nomor rekening\n06/05/25 09:10 - ⟦NAMA-1⟧: ⟦REKENING-1⟧',
      ],
      ['VA BNI be1iau 9882020539982378', 'VA BNI be1iau ⟦REKENING-1⟧'],
    ],
  ],
  [
    'odd words where an account, a network or a key is spoken of',
    [
      ['sandi sementara Lubuak-Basuang_07.', 'sandi sementara ⟦RAHASIA-1⟧.'],
      ['Kode pagar 4471#. Wifi melatiputih99.', 'Kode pagar ⟦RAHASIA-1⟧. Wifi ⟦RAHASIA-2⟧.'],
      ['Akunnya sudah jadi, masuk pakai Kota#727x', 'Akunnya sudah jadi, masuk pakai ⟦RAHASIA-1⟧'],
      [
        'Nomor resi LKS476080530, tiket TKT-25144588, SK 800/2024',
        'Nomor resi LKS476080530, tiket TKT-25144588, SK 800/2024',
      ],
      ['Akun git, commit 4f2a91c3d', 'Akun git, commit 4f2a91c3d'],
      ['MAIL_FROM=dpriyanto@kukarkab.go.id', 'MAIL_FROM=⟦EMAIL-1⟧'],
      ['Kirim ke disdukcapil@kukarkab.go.id', 'Kirim ke disdukcapil@kukarkab.go.id'],
    ],
  ],
  [
    'a passport where travellers are spoken of, whatever its form',
    [
      ['WNA: 1) Liu Jianhua - RRT - EJ4471023 - masuk', 'WNA: 1) ⟦NAMA-1⟧ - RRT - ⟦PASPOR-1⟧ - masuk'],
      ['I lost my passport (567204918, USA)', 'I lost my passport (⟦PASPOR-1⟧, USA)'],
      ['Turis, kode booking A58820134', 'Turis, kode booking A58820134'],
    ],
  ],
  [
    'records and land by what stands around them',
    [
      [
        "INSERT INTO pasien (no_rm,nama,hp) VALUES ('009650','Tukiran Khoiriyah','081234567890',);",
        "INSERT INTO pasien (no_rm,nama,hp) VALUES ('⟦REKAM-1⟧','⟦NAMA-1⟧','⟦TELEPON-1⟧',);",
      ],
      [
        'Bed | Pasien | DPJP\n1 | Nurhasni / 007463 | dr. Tiah',
        'Bed | Pasien | DPJP\n1 | ⟦NAMA-1⟧ / ⟦REKAM-1⟧ | dr. ⟦NAMA-2⟧',
      ],
      ['sertifikatnya nomor 00871. Tidak', 'sertifikatnya nomor ⟦SERTIFIKAT-1⟧. Tidak'],
      [
        'sertifikat nomor 1333 diblokir karena sengketa',
        'sertifikat nomor ⟦SERTIFIKAT-1⟧ diblokir karena sengketa',
      ],
      ['hak no. 04490 -- NIB 12.05', 'hak no. ⟦SERTIFIKAT-1⟧ -- NIB 12.05'],
      ['sertifikat pelatihan nomor 01333', 'sertifikat pelatihan nomor 01333'],
      ['nomor sertifikat TKDN 4471/SJ', 'nomor sertifikat TKDN 4471/SJ'],
      ['membawa SPPT 650514000702041540', 'membawa SPPT ⟦NOP-1⟧'],
    ],
  ],
  [
    'plates in small letters, between dashes, beside what drives',
    [
      ['itu ab 4417 xn padahal', 'itu ⟦PELAT-1⟧ padahal'],
      ['PEMILIK TRUK F 9114 UD DAN F 9127 UD', 'PEMILIK TRUK ⟦PELAT-1⟧ DAN ⟦PELAT-2⟧'],
      ['Rumah A4 = Ci Lina = R 9108 SD', 'Rumah A4 = Ci ⟦NAMA-1⟧ = ⟦PELAT-1⟧'],
      ['F. Melati - N 3524 MM - SIM', '⟦NAMA-1⟧ - ⟦PELAT-1⟧ - SIM'],
      ['Truk pengangkut AA-7222-RW, surat', 'Truk pengangkut ⟦PELAT-1⟧, surat'],
      ['sekitar b 2024 di kota, a 1234 kg, DP 500RB', 'sekitar b 2024 di kota, a 1234 kg, DP 500RB'],
    ],
  ],
  [
    'a scan that has noughts for half of its digits, and a class before the number',
    [
      ['NIK : 327l O65O O788 OOO4', 'NIK : ⟦NIK-1⟧'],
      ['wa O823  - 61178762', 'wa ⟦TELEPON-1⟧'],
      ['SIM B1 8205 7545 0233 15,', 'SIM B1 ⟦SIM-1⟧,'],
    ],
  ],
  [
    'the coordinates of a house, and not of a pole',
    [
      ['Jalan Hayam Wuruk No 41, koordinat -7.49172, 125.31583', '⟦ALAMAT-1⟧, koordinat ⟦KOORDINAT-1⟧'],
      [
        'dekat tiang pln nomor 681822685, koordinat -8.43852,112.009694',
        'dekat tiang pln nomor 681822685, koordinat -8.43852,112.009694',
      ],
    ],
  ],
  [
    'numbers that their neighbours tell',
    [
      [
        'Peserta Jamsostek nelayan\n21007743018 Baharuddin NIK 7371031408740001\n21007743026 Saharia NIK 7371035904790006',
        'Peserta Jamsostek nelayan\n⟦BPJS-1⟧ ⟦NAMA-1⟧ NIK ⟦NIK-1⟧\n⟦BPJS-2⟧ ⟦NAMA-2⟧ NIK ⟦NIK-2⟧',
      ],
      [
        'KPJ tenaga kebersihan yang belum aktif:\nKarmin 18044772013\nSaniah 18044772021',
        'KPJ tenaga kebersihan yang belum aktif:\n⟦NAMA-1⟧ ⟦BPJS-1⟧\n⟦NAMA-2⟧ ⟦BPJS-2⟧',
      ],
      [
        'RSUD, balas: NAMA#RM#TGL\n> ENCEP MULYANA#445120#12-05-2026',
        'RSUD, balas: NAMA#RM#TGL\n> ⟦NAMA-1⟧#⟦REKAM-1⟧#12-05-2026',
      ],
    ],
  ],
  [
    'land, a licence and a phone by their form',
    [
      ['"cert":"11.01.12.03.1.02219"', '"cert":"⟦SERTIFIKAT-1⟧"'],
      ['My Indonesian licence is 8112-3174-003388', 'My Indonesian licence is ⟦SIM-1⟧'],
      ['kalo yg satunya 356564 46 486679 2', 'kalo yg satunya ⟦IMEI-1⟧'],
      ['telepon IMEI 3 5 4 0 3 8 3 2 2 7 2 4 6 9 3.', 'telepon IMEI ⟦IMEI-1⟧.'],
      ['Kode 1.02.03.04.1.02219, wilayah 11.01.12.2003', 'Kode 1.02.03.04.1.02219, wilayah 11.01.12.2003'],
      ['Software licence 8199-3174-003388', 'Software licence 8199-3174-003388'],
    ],
  ],
  [
    'coordinates of a home in two lines, and with letters before them',
    [
      [
        'Rumah pemohon\nlintang : -2.574410\nBujur : 140.516022',
        'Rumah pemohon\nlintang : ⟦KOORDINAT-1⟧\nBujur : ⟦KOORDINAT-2⟧',
      ],
      ['Rumah Koordinat: S 9,93412 E 120,67705', 'Rumah Koordinat: ⟦KOORDINAT-1⟧'],
      ['Tugu batas provinsi di S 9,93412 E 120,67705', 'Tugu batas provinsi di S 9,93412 E 120,67705'],
    ],
  ],
  [
    'passports of Germany and Russia, in lists',
    [
      [
        'Manifest kapal cepat\n1. Lena Hoffmann – C/CFGJ7K20R – seat 11A',
        'Manifest kapal cepat\n1. ⟦NAMA-1⟧ – C/⟦PASPOR-1⟧ – seat 11A',
      ],
      [
        'Nama / Kebangsaan / Paspor\nOlga Petrova / Rusia / 76 4418820',
        'Nama / Kebangsaan / Paspor\n⟦NAMA-1⟧ / Rusia / ⟦PASPOR-1⟧',
      ],
    ],
  ],
  [
    'secrets of programs, and of a network when somebody asks',
    [
      ['SMTP_PASS=qzxv pkle mmtr ybwa\n', 'SMTP_PASS=⟦RAHASIA-1⟧\n'],
      ['hp=081338447209 csrf=5f3c9a7e21bd48c0 → 500', 'hp=⟦TELEPON-1⟧ csrf=⟦RAHASIA-1⟧ → 500'],
      [
        'Bu Saroh: password wifi berapa nak?\nRafi: annur1446h umi',
        'Bu ⟦NAMA-1⟧: password wifi berapa nak?\n⟦NAMA-2⟧: ⟦RAHASIA-1⟧ umi',
      ],
      ['Kades: Pak Sekdes, siapa saja?\nSekdes: besok', 'Kades: Pak Sekdes, siapa saja?\nSekdes: besok'],
    ],
  ],
  [
    'columns after an announcement, accounts in dots, an answer to who asks',
    [
      [
        '2023 Setoran kolektif, format: no_rek|nama|nominal\n3100884215|Mentari Suci|350000',
        '2023 Setoran kolektif, format: no_rek|nama|nominal\n⟦REKENING-1⟧|⟦NAMA-1⟧|350000',
      ],
      ['ke rek. Bank Kalsel 001.03.01.24417.6.', 'ke rek. Bank Kalsel ⟦REKENING-1⟧.'],
      ['kode rekening 5.1.02.01.01.0024', 'kode rekening 5.1.02.01.01.0024'],
      [
        'Hamid: kalau pakai VA?\n04/06/24, 07.30 Salim: 9001 0077 4183 2205',
        '⟦NAMA-1⟧: kalau pakai VA?\n04/06/24, 07.30 ⟦NAMA-2⟧: ⟦REKENING-1⟧',
      ],
    ],
  ],
  [
    'licences, members, patients and travellers by what stands beside them',
    [
      ['Masdiana ..... KB 5517 WL ..... 840207150048', '⟦NAMA-1⟧ ..... ⟦PELAT-1⟧ ..... ⟦SIM-1⟧'],
      ['SIM B1U 690225210893 / 085221190347', 'SIM B1U ⟦SIM-1⟧ / ⟦TELEPON-1⟧'],
      [
        'Jamsostek macet 14 bulan. No kartu peserta 21044893376',
        'Jamsostek macet 14 bulan. No kartu peserta ⟦BPJS-1⟧',
      ],
      ['yg 146826 ny Warijan stabil', 'yg ⟦REKAM-1⟧ ny ⟦NAMA-1⟧ stabil'],
      ['GET /api/rekam-medis/0044182?x=1', 'GET /api/rekam-medis/⟦REKAM-1⟧?x=1'],
      ['rekam medis PL-003817', 'rekam medis ⟦REKAM-1⟧'],
      ['Bed 4 RM brp?\nNers Yoga: 0281774 dok', 'Bed 4 RM brp?\nNers ⟦NAMA-1⟧: ⟦REKAM-1⟧ dok'],
      [
        "WHERE no_rm = '618937'\nhasil:\nSITI AMINAH | 35193799",
        "WHERE no_rm = '⟦REKAM-1⟧'\nhasil:\n⟦NAMA-1⟧ | ⟦REKAM-2⟧",
      ],
      ['{"rm":"0098123"}', '{"rm":"⟦REKAM-1⟧"}'],
      ['rekam medis 31\u200b-07\u200b-55.', 'rekam medis ⟦REKAM-1⟧.'],
      [
        'Lalu Zainuri; 5203121107830001; C4418027; tujuan Malaysia',
        '⟦NAMA-1⟧; ⟦NIK-1⟧; ⟦PASPOR-1⟧; tujuan Malaysia',
      ],
      ['Registrasi alat: 3174052209180007', 'Registrasi alat: 3174052209180007'],
      ['pola AA 9999 AAA, batch M7731A', 'pola AA 9999 AAA, batch M7731A'],
    ],
  ],
  [
    'codes to recover an account, and what a program logs in with',
    [
      ['kode pemulihan: 4QFX-9KTP-22LM-7WZD', 'kode pemulihan: ⟦RAHASIA-1⟧'],
      ['login("adm_desa", "tegal_L4ka-laka")', 'login("adm_desa", "⟦RAHASIA-1⟧")'],
      ['PIN akun sementara: 7Hk-Jebres-22', 'PIN akun sementara: ⟦RAHASIA-1⟧'],
      ['minta pin aplikasi e-kinerja saya: 774120', 'minta pin aplikasi e-kinerja saya: ⟦RAHASIA-1⟧'],
      ['token bot 7104418823:AAHk2mQ9xWvZr81TnLp0yBdEc.', 'token bot ⟦RAHASIA-1⟧.'],
    ],
  ],
  [
    'accounts in a list of who is paid, and before their bank',
    [
      [
        '1. Rosdiana 340201018844531 Rp3.581.350\n2. Ramlan 340201022017509 Rp. 1.085.400,-',
        '1. ⟦NAMA-1⟧ ⟦REKENING-1⟧ Rp3.581.350\n2. ⟦NAMA-2⟧ ⟦REKENING-2⟧ Rp. 1.085.400,-',
      ],
      [
        'ahli waris Hannah | 416693634402690 BRI | 21 ribu',
        'ahli waris ⟦NAMA-1⟧ | ⟦REKENING-1⟧ BRI | 21 ribu',
      ],
      [
        'Transfer saya malah masuk ke 7522174788 a.n. Haidar',
        'Transfer saya malah masuk ke ⟦REKENING-1⟧ a.n. ⟦NAMA-1⟧',
      ],
      ['sertifikat nomor 12387 cepat selesai', 'sertifikat nomor ⟦SERTIFIKAT-1⟧ cepat selesai'],
      ['password wifi apa? — tanyaAjaKeOB2025 — oke', 'password wifi apa? — ⟦RAHASIA-1⟧ — oke'],
      ['08:12:02 va=8810781233904471 holder', '08:12:02 va=⟦REKENING-1⟧ holder'],
      ['Nomor ini: "( 0 2 2 ) 7 3 1 0 4 4 9"', 'Nomor ini: "⟦TELEPON-1⟧"'],
      ['Paspor milik Uripah XC 3141008.', 'Paspor milik ⟦NAMA-1⟧ ⟦PASPOR-1⟧.'],
      ['Semen 340201022017509 Rp50.000', 'Semen 340201022017509 Rp50.000'],
    ],
  ],
  [
    'what sentences with stops and dates bring',
    [
      ['Titik rumah 8,797214 LS; 121,218530 BT.', 'Titik rumah ⟦KOORDINAT-1⟧.'],
      [
        'Nomor rekam medis di RSUD Dr. Soetomo 12.88.40.17.',
        'Nomor rekam medis di RSUD Dr. Soetomo ⟦REKAM-1⟧.',
      ],
      ['Kendaraan DB 1I42 CK bukan', 'Kendaraan ⟦PELAT-1⟧ bukan'],
      ['RM 00-31-77-25, jadwal 2024-05-14', 'RM ⟦REKAM-1⟧, jadwal 2024-05-14'],
      ['Kios di Pasar Induk blok C nomor 14 disegel', 'Kios di Pasar Induk blok C nomor 14 disegel'],
      ['Rumah saya di blok C nomor 14', 'Rumah saya di ⟦ALAMAT-1⟧'],
    ],
  ],
  [
    'answers to what somebody asked, and lists below what they are of',
    [
      ['Rini: pin IKD yg dicoba?\nwarga: 250391', '⟦NAMA-1⟧: pin IKD yg dicoba?\nwarga: ⟦RAHASIA-1⟧'],
      ['Kode verifikasi LAPOR Anda 771 402. Jangan', 'Kode verifikasi LAPOR Anda ⟦RAHASIA-1⟧. Jangan'],
      ['minta kode OTP. terlanjur sy kirim 550913.', 'minta kode OTP. terlanjur sy kirim ⟦RAHASIA-1⟧.'],
      [
        'Budi: sama rekeningnya bu, bank jateng kan\nSiti: iya 2034117765',
        '⟦NAMA-1⟧: sama rekeningnya bu, bank jateng kan\n⟦NAMA-2⟧: iya ⟦REKENING-1⟧',
      ],
      [
        'Koordinat rumah penerima (menyatu)\n01 -9.86012,124.28441\n02 -9.86107,124.28502',
        'Koordinat rumah penerima (menyatu)\n01 ⟦KOORDINAT-1⟧\n02 ⟦KOORDINAT-2⟧',
      ],
      [
        'Antrean SIM, 11 Juni\n08.20 hilang, lama 790130226690',
        'Antrean SIM, 11 Juni\n08.20 hilang, lama ⟦SIM-1⟧',
      ],
      ["Kolom rekening:\nSiti Aminah\t'077934014140726", "Kolom rekening:\n⟦NAMA-1⟧\t'⟦REKENING-1⟧"],
      ['nomor 00982/Kel. Anduonohu', 'nomor ⟦SERTIFIKAT-1⟧/Kel. Anduonohu'],
      ['rumah S 3 58 22.1 E 122 30 47.9', 'rumah ⟦KOORDINAT-1⟧'],
    ],
  ],
  [
    'no date of issue, no serial number, no post',
    [
      ['KK terbit 14/08/2019, KK 3276051408190003', 'KK terbit 14/08/2019, KK ⟦KK-1⟧'],
      ['Serial token OTP FT0088120417', 'Serial token OTP FT0088120417'],
      ['akun, sn printer vnb3k04417', 'akun, sn printer vnb3k04417'],
    ],
  ],
  [
    'no amount, date, program, measure or letter number where such things are spoken of',
    [
      'Biaya visa tenaga kerja asing Rp 1500000 per orang',
      'Tarif visa kunjungan: Rp1500000',
      'Bahasa asing nilai A 123456, rekening belanja di 51020100',
      'Manifest kapal KM 12345678',
      'KITAS indeks E28A2026',
      'Honor admin Rp1500000 per bulan',
      'Database penduduk per 31Des2026',
      'Login ke Office365, akses Windows11 dan PostgreSQL16',
      'Admin PPID menjawab PPID2026a, Form-A1b, Baca1Tulis1',
      'Akses internet 50Mbps-100Mbps, kunci Avanza1300cc',
      'Admin p2tp2a dan dp3ap2kb',
      'Kata sandi wajib diganti mulai Januari2026, tahun2025',
      'Sandi morse pramuka regu01 dan regu02',
      'Kode pagar 2024 sudah dicat',
      'Hak normatif 125 pekerja, hak nonton 250 tiket',
      'Sertifikat elektronik untuk 250 ASN, sertifikat PTSL sebanyak 1500',
      'Surat Nomor M.123/SETDA/2025',
      'Surat nomor 470/Desa Sukamaju/2026, undangan 145/Kel. Mawar/2026',
      'Kode barang 12.01.02.03.1.00001',
      'Kartu berobat untuk 250 warga',
      'Jenis Pasien;Jumlah;Ket\nUmum / 125000;12;-',
      'BI-FAST biaya 2500000000 1.000,00',
      'Total a 1500 gr tepung',
      'Lokasi embung\nlintang : -2.574410\nbujur : 140.516022',
    ].map((text) => [text, text]),
  ],
  [
    'names behind a slash, in a form on one line, and phones behind a letter',
    [
      ['1/Siti Aminah', '1/⟦NAMA-1⟧'],
      ['RT 03/RW 05/Siti Aminah', 'RT 03/RW 05/⟦NAMA-1⟧'],
      ['3671014507880003/Siti Aminah/081234567890', '⟦NIK-1⟧/⟦NAMA-1⟧/⟦TELEPON-1⟧'],
      ['Lintang: siap pak', '⟦NAMA-1⟧: siap pak'],
      ['Nama;Siti Aminah;Alamat;Bogor', 'Nama;⟦NAMA-1⟧;Alamat;Bogor'],
      ['T081234567890', 'T⟦TELEPON-1⟧'],
      ['Kode bayar 1234 5678 9012 0812 3456 7890', 'Kode bayar 1234 5678 9012 ⟦TELEPON-1⟧'],
      ['NIK hash: 3671014507880003', 'NIK hash: ⟦NIK-1⟧'],
    ],
  ],
])('%s', (_, cases) => {
  it.each(cases)('%j', (text, expected) => {
    expect(hidden(text)).toBe(expected)
  })
})

describe('where one thing ends and the next begins', () => {
  it.each([
    // A number on the line of a plate, without letters before it, once hid all from the text's begin.
    [
      'Plat\tPemilik\tAlamat\nL 1511 FPP\tKhoirul Ramadhan\tJl Gotong Royong no. 54/2\nL 6767 ER\tIstiqomah\tBlok D/48, RT 009/RW 003',
      'Plat\tPemilik\tAlamat\n⟦PELAT-1⟧\t⟦NAMA-1⟧\t⟦ALAMAT-1⟧\n⟦PELAT-2⟧\t⟦NAMA-2⟧\t⟦ALAMAT-2⟧',
    ],
    [
      'SIM C no 921108300751\n3. ATM 4539 1488 0343 6467\n4. kunci',
      'SIM C no ⟦SIM-1⟧\n3. ATM ⟦KARTU-1⟧\n4. kunci',
    ],
    [
      'Yang membuat,\n   ROHENDI NURHIDAYAT R.                 LING LING KAILA',
      'Yang membuat,\n   ⟦NAMA-1⟧.                 ⟦NAMA-2⟧',
    ],
    ['Kontak: Wildan Arsyad wildan.arsyad@mail.example', 'Kontak: ⟦NAMA-1⟧ ⟦EMAIL-1⟧'],
    [
      'ALAMAT: DUSUN KARANG TENGAH RT 017 RW 002. DASAR HUKUM PERWAL NO. 149',
      'ALAMAT: ⟦ALAMAT-1⟧. DASAR HUKUM PERWAL NO. 149',
    ],
    [
      '13/07/25 17:28 Rina: kode ditolak\n13/07/25 17:30 CS: coba scan lagi',
      '13/07/25 17:28 ⟦NAMA-1⟧: kode ditolak\n13/07/25 17:30 CS: coba scan lagi',
    ],
    ['Nomor haknya 07.05.000009.1.01147, NOP', 'Nomor haknya ⟦SERTIFIKAT-1⟧, NOP'],
    ['owner=x dest=BPDBALI/0110202338471 amt=1850', 'owner=x dest=BPDBALI/⟦REKENING-1⟧ amt=1850'],
    ['wali murid ananda amser al-attas kelas 4b', 'wali murid ananda ⟦NAMA-1⟧ kelas 4b'],
    ['No. Paspor :  E2207 418\nAlamat', 'No. Paspor :  ⟦PASPOR-1⟧\nAlamat'],
    ['Alamat Pemasangan,Jl. Sutoyo No. 16 RT 30', 'Alamat Pemasangan,⟦ALAMAT-1⟧'],
    ['gelang RS: pasien RM 118.204. keluarga', 'gelang RS: pasien RM ⟦REKAM-1⟧. keluarga'],
    [
      'pemohon;surat_tanah;nop\nBulan Bening;8071;647304001103010690',
      'pemohon;surat_tanah;nop\n⟦NAMA-1⟧;⟦SERTIFIKAT-1⟧;⟦NOP-1⟧',
    ],
    ['bayar lewat 071 935 7703 986 (Bank NTT), tapi', 'bayar lewat ⟦REKENING-1⟧ (Bank NTT), tapi'],
    [
      'berpulang ke Rahmatullah ayahanda dari Bapak Amrizal Sikumbang',
      'berpulang ke Rahmatullah ayahanda dari Bapak ⟦NAMA-1⟧',
    ],
    ['DT / lot 677077401545382 / wali: Benjamin Rangga', 'DT / lot 677077401545382 / wali: ⟦NAMA-1⟧'],
  ])('%j', (text, expected) => expect(hidden(text)).toBe(expected))

  it.each([
    'SURAT JALAN No. 886.8/1848',
    'Buku "Surya Kencana", ISBN 978-602-5707-38-5, 312 halaman',
    'INFO cron job=sinkron_bpjs rows=18422\n2025-02-07 03:07:55 WARN retry=2',
    '3204-017,Jl. Kapten Tendean,880,rusak ringan',
    'Regards,\nProcurement Section',
    'saringan udara P/N 600-185-4100.',
    'Nomor sertifikat mengikuti format 000/BKPSDM/TAHUN.',
    'TAMAN SARI DITETAPKAN CAGAR BUDAYA MELALUI PERMEN NO. 125',
    'nomor paspor satu huruf tujuh angka (contoh A0000000); plat nomor ditulis L 1234 XX.',
    'P: Siang kak, mau ambil hasil lab',
    'Dana RM 118.204 dipakai untuk belanja',
    'Nomor permohonan contoh di layar: 5271-20250611-0093. Kode reservasi 609754704',
    'tahun,pengunjung,paspor,sim,ktp\n2021,38914,2210,5102,9877\n2022,61277,4418,7093,12004',
    'Arsip rujukan: koran edisi 21 Mei 1998 dan majalah edisi khusus 3 Mei 1987',
    'Foto kegiatan di folder 2025/09_September/HUT_Kota',
    'atas nama RM Sederhana, KBLI 56102, risiko rendah',
    'Pak Wali, bu Camat, tolong dong lapangan bola',
    'Sidang isbat menetapkan 1 Syawal, Bulan Syawal jam kerja berubah',
    'genset 5 kVA no. mesin GX390-1187264, pompa',
    'begal di Jalan Periuk, 18/06/2024. Motor hilang',
    'Nomr pengaduan : TKT-12317727',
    '| No. Polisi | SIM B1 | Status |',
    'Titik kumpul evakuasi: -6.01114, 119.034515 (lapangan)',
    'nomor polisi BG, nomor inventaris 02.03.01.05.0007.',
    'Pemenang lelang: Ayam Goreng Ny. Darmawati Mangontan.',
    'Pemohon,\nSubbag Kepegawaian, ext. 214',
    'Di gang kami ada kos-kosan putri yg malamnya ramai',
    '| Kecamatan | Wajib KTP | Rekam |\n|---|---|---|\n| Coblong | 60.114 | 59.870 |',
    'IMUNISASI BIAS SDN Pedurungan Kidul 03 - 2027-04-01',
    'TPS|DPT|Hadir|Rusak\n01|300|243|79\n002|274|209|80',
    'A1 (Islam) | 936 | 64 | 36 | 203 | 60.000/3 th\nB2 (Kristen) | 367 | 50 | 12 | 70 | 80.000/3 th',
    'babad menyebut hari lahir bandar ini 3 April 1619',
    'Data uji: nama A, tgl lahir tetap 01/01/1900. Keluaran CSV',
    'Cutoff kelahiran: 1 Juli 2019; jarak terjauh 740 m',
    'kolom tgl lahir terisi tgl SK (2023-09-16), mohon diperbaiki',
    '"tgl_lahir" null\n19.01.2019 14:00 INFO job worker selesai',
    'Bikin regex untuk nopol. Format contoh: B 1234 XYZ, huruf depan satu',
    'peserta lari 5K memakai BIB A001 dst.',
    'password: ENC(diisi saat deploy)\nMINIO_SECRET=/run/secrets/minio\nDB_PASSWORD=changeme_di_vault',
    'Passphrase diubah masing-masing.',
    'ISO 45001:2018, sertifikat QSC 01447 milik kantor',
    '| Jenis sertifikat | SHM terbit |\n|---|---|\n| Kluster 3.1 | 2.087 |',
    'RM baru: 112\nRM lama: 518',
    'jml 4 rm, kembali 19.04.2025',
    'tarif_paspor.xlsx;97 KB;5;1.1;d6f0359c',
    'nama pemohon A, B, C; HP 0800-0000-0000; keluaran JSON',
    'jgn lupa tag @diskominfo.info yaa',
    'infak ke rekening kas, a.n. Baznas Kota, bukan pribadi',
  ])('nothing in %j', (text) => expect(hidden(text)).toBe(text))
})
