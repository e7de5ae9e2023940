// Addresses, birth dates and the rarer identifiers: what is hidden, and beside it what looks alike and stays.
import { describe, expect, it } from 'vitest'
import { redact } from '../../shared/redaction/index.ts'

const hidden = (text: string) => redact(text).text

describe.each<[kind: string, cases: [text: string, expected: string][]]>([
  [
    'an address, from the street to house number and RT/RW',
    [
      [
        'Saya tinggal di Jalan Melati Raya No. 12A RT 003/RW 007 Kelurahan Sukamelati.',
        'Saya tinggal di ⟦ALAMAT-1⟧ Kelurahan Sukamelati.',
      ],
      ['alamat: perum griya asri blok c2 no 5 rt 2 rw 11 desa sukamaju', 'alamat: ⟦ALAMAT-1⟧ desa sukamaju'],
      ['Kp. Rawa Bokor RT.04/03 Desa Kosambi', '⟦ALAMAT-1⟧ Desa Kosambi'],
      ['Komp. Puri Beta Blok B-3/12, Larangan', '⟦ALAMAT-1⟧, Larangan'],
      ['Apartemen Teratai Tower B Lt. 12 Unit 7, Kota Depok', '⟦ALAMAT-1⟧, Kota Depok'],
      ['rumah di jl kh ahmad fauzi gang mawar 3 no 21, tangerang', 'rumah di ⟦ALAMAT-1⟧, tangerang'],
      ['Gg Masjid Al-Huda No.7 dekat pos ronda.', '⟦ALAMAT-1⟧ dekat pos ronda.'],
      ['Blok F2 No 10', '⟦ALAMAT-1⟧'],
      [
        'rumah di Jl. Tjilik Riwut Km. 2,5 Gg. Manunggal No. 9, Palangka Raya',
        'rumah di ⟦ALAMAT-1⟧, Palangka Raya',
      ],
      ['Alamat : Jln. Pierre Tendean Lingk. IV No. 62, Kel. Wenang', 'Alamat : ⟦ALAMAT-1⟧, Kel. Wenang'],
      ['pemilik rumah Jalan Rajawali No. 201 RT 02 Lingkungan III, SHM', 'pemilik rumah ⟦ALAMAT-1⟧, SHM'],
      ['Alamat: Jalan Kendeng No. 220-A RT 01 RW 15, Sidanegara', 'Alamat: ⟦ALAMAT-1⟧, Sidanegara'],
      ['alamat Cluster Alamanda No. AL-09, RT 01/RW 15', 'alamat ⟦ALAMAT-1⟧'],
      ['ALAMAT : JL. MANYAR TIRTOASRI VII / 22', 'ALAMAT : ⟦ALAMAT-1⟧'],
      ['Griyane Ngrawan RT 02 RW 09 Madegondo', 'Griyane ⟦ALAMAT-1⟧ Madegondo'],
      ['dikirim ke Lorong Seulanga No. 6, Banda Aceh', 'dikirim ke ⟦ALAMAT-1⟧, Banda Aceh'],
      [
        'jalan masuk, bagasi 10 kg; tower 42 m; Ketua RT 02',
        'jalan masuk, bagasi 10 kg; tower 42 m; Ketua RT 02',
      ],
      ['Jl. Kenanga 103 RT 14/18 Kel. Bugis', '⟦ALAMAT-1⟧ Kel. Bugis'],
      ['Perum Griya Asri 2 Blok B No. 3, Depok', '⟦ALAMAT-1⟧, Depok'],
      ['Asrama Yonif 123 Blok G/7, telepon', '⟦ALAMAT-1⟧, telepon'],
      ['di Jl. Wonorejo Permai IV/22, onset', 'di ⟦ALAMAT-1⟧, onset'],
      ['Perumahan Bukit Cemara K5 No. 18. Guru', '⟦ALAMAT-1⟧. Guru'],
      ['Alamat saya Ngagel Tama Selatan IV/9', 'Alamat saya ⟦ALAMAT-1⟧'],
    ],
  ],
  [
    'no street without a number, no count behind a street, no RT/RW alone',
    [
      'Lampu di Jalan Melati Raya padam sejak 3 minggu.',
      'Perbaikan Jalan Kenanga sepanjang 300 meter.',
      'Jalan Merdeka 17 Agustus ramai.',
      'Jl. Sudirman KM 3 macet, Jalan Mawar 2 lajur ditutup.',
      'Gang 3 titik banjir, Jl. Ahmad Yani 5 kali banjir.',
      'Jalan Pahlawan 2026 diperlebar.',
      'Warga RT 03/RW 07 mengeluh.',
      'Pasar Anyar Blok A lantai 2 kios 14',
      'Data kios Blok C nomor 101 s.d. 148.',
      'Pengurus Rusunawa Jatinegara Kaum mengadukan penghuni unit 4.',
      'Lampu jalan RW 08 padam.',
      'Alamat kantor Dinas Perhubungan No. 5',
      'Jalan rusak 3 bulan, gang gelap 2 malam.',
    ].map((text) => [text, text]),
  ],
  [
    'a birth date, where label or sentence says so',
    [
      ['Lahir di Solo, 12 Maret 1980', 'Lahir di Solo, ⟦LAHIR-1⟧'],
      ['TTL: Bandung/01-02-1999', 'TTL: Bandung/⟦LAHIR-1⟧'],
      ['Tempat, Tanggal Lahir : Kota Baru, 7 Nopember 1975', 'Tempat, Tanggal Lahir : Kota Baru, ⟦LAHIR-1⟧'],
      ['tgl lahir 5/6/88', 'tgl lahir ⟦LAHIR-1⟧'],
      ['Date of birth: May 5, 1990', 'Date of birth: ⟦LAHIR-1⟧'],
      ['{"tanggal_lahir":"1990-05-12T00:00:00Z"}', '{"tanggal_lahir":"⟦LAHIR-1⟧T00:00:00Z"}'],
      ['Tanggal Lahir\n12-03-1980', 'Tanggal Lahir\n⟦LAHIR-1⟧'],
      ['Tgl lahir: 1 Djanuari 1944', 'Tgl lahir: ⟦LAHIR-1⟧'],
      [
        'kolom nama, tgl lahir, alamat:\nx 1-2-1990 y\nz 3-4-1991 w',
        'kolom nama, tgl lahir, alamat:\nx ⟦LAHIR-1⟧ y\nz ⟦LAHIR-2⟧ w',
      ],
      [
        'Tgl lahir di akta 3-3-1962, tapi di KK 13-5-1975',
        'Tgl lahir di akta ⟦LAHIR-1⟧, tapi di KK ⟦LAHIR-2⟧',
      ],
      ['3671014507880003 | 2-9-2010 | kawin', '⟦NIK-1⟧ | ⟦LAHIR-1⟧ | kawin'],
      ['T T L : Tarutung, l7 Agustus 1969', 'T T L : Tarutung, ⟦LAHIR-1⟧'],
      ['"3671014507880003","15 Jan 1975","P"', '"⟦NIK-1⟧","⟦LAHIR-1⟧","P"'],
      ['3671014507880003 TEGAL 2-9-1999 KAWIN', '⟦NIK-1⟧ TEGAL ⟦LAHIR-1⟧ KAWIN'],
      ['NIK 3671014507880003 2-9-2024 datang', 'NIK ⟦NIK-1⟧ 2-9-2024 datang'],
      ['TTL Wonogiri. l995-06-05', 'TTL Wonogiri. ⟦LAHIR-1⟧'],
    ],
  ],
  [
    'a number whose label stands farther off',
    [
      ['Passports: E5246186 and XC9234267.', 'Passports: ⟦PASPOR-1⟧ and ⟦PASPOR-2⟧.'],
      ['nomor paspornya XC6205635', 'nomor paspornya ⟦PASPOR-1⟧'],
      ['anak saya kirim uang via 9490637183', 'anak saya kirim uang via ⟦REKENING-1⟧'],
      ['bisa ditransfer ke 18188659934811 BCA', 'bisa ditransfer ke ⟦REKENING-1⟧ BCA'],
      ['mohon NOP-nya\nini: 827108000401944890', 'mohon NOP-nya\nini: ⟦NOP-1⟧'],
      ['stnk scoopy ag 9577 xd, atm', 'stnk scoopy ⟦PELAT-1⟧, atm'],
      ['Token lama: u4r_6tP6jNX-Ym2-haH3eN7a', 'Token lama: ⟦RAHASIA-1⟧'],
      [
        'Password ditolak. Dibuatkan Kota#727 oleh admin',
        'Password ditolak. Dibuatkan ⟦RAHASIA-1⟧ oleh admin',
      ],
    ],
  ],
  [
    'codes of cards, doors and phones, and records and accounts in longer forms',
    [
      ['CVV 318, puk 88271144', 'CVV ⟦RAHASIA-1⟧, puk ⟦RAHASIA-2⟧'],
      ['kode pintu belakang 7714#', 'kode pintu belakang ⟦RAHASIA-1⟧'],
      ['kunci 118204-552013-900471-336622', 'kunci ⟦RAHASIA-1⟧'],
      ['Sandi saya Padi&Kapas45', 'Sandi saya ⟦RAHASIA-1⟧'],
      ['DB_PASSWORD=t3rb4ng&tinggi', 'DB_PASSWORD=⟦RAHASIA-1⟧'],
      ['wifi lantai 2 apa paswordnya\nB: kelurahanMaju88', 'wifi lantai 2 apa paswordnya\nB: ⟦RAHASIA-1⟧'],
      ['kartu berobat 118-827', 'kartu berobat ⟦REKAM-1⟧'],
      ['No. RM: B-20417', 'No. RM: ⟦REKAM-1⟧'],
      ['briva 77777081244188277', 'briva ⟦REKENING-1⟧'],
      ['Kode bayar BRIVA : 54130662016', 'Kode bayar BRIVA : ⟦REKENING-1⟧'],
      ['meteran rusak. HP O813 7O64 5521', 'meteran rusak. HP ⟦TELEPON-1⟧'],
      ['NIK : 33L00127O9560009', 'NIK : ⟦NIK-1⟧'],
      ['Nopol DR\u200b 3382\u200b KM', 'Nopol ⟦PELAT-1⟧'],
      ['sdr Yoram mengendarai PB 2907 SD', 'sdr ⟦NAMA-1⟧ mengendarai ⟦PELAT-1⟧'],
      ['admin.andri@lubuklinggau.go.id, admin.siak@kota.go.id', '⟦EMAIL-1⟧, admin.siak@kota.go.id'],
      ['jawab ke lilik.zaini  @ gmail.com', 'jawab ke ⟦EMAIL-1⟧'],
      ['Kartu berobat untuk 250 warga', 'Kartu berobat untuk 250 warga'],
    ],
  ],
  [
    'no example, count or pump',
    [
      'contoh email: nama@instansi.go.id',
      'TD 90/60 N 104 S 38,9',
      'pompa PS-135E',
      'reset password e-office_2025',
      'A 123456 paspor',
    ].map((text) => [text, text]),
  ],
  [
    'a number with a slip at its end or between signs',
    [
      ['19860605 201701 Z 039', '⟦NIP-1⟧'],
      ['NIP 19770602-200302-1-01Z.', 'NIP ⟦NIP-1⟧.'],
      ['NPWP 56-437-102-8-B09-002', 'NPWP ⟦NPWP-1⟧'],
      ['hp 0858-674O-0912.', 'hp ⟦TELEPON-1⟧.'],
    ],
  ],
  [
    'a number that a line end breaks, where a label or the sentence announces it',
    [
      ['NIK saya 36710102\n03040005 mohon dicek', 'NIK saya ⟦NIK-1⟧ mohon dicek'],
      ['data atas 3671010203\n040005 itu', 'data atas ⟦NIK-1⟧ itu'],
      ['hubungi 0812-3456-\r\n7890 ya', 'hubungi ⟦TELEPON-1⟧ ya'],
      ['HP: 0812\n3456\n7890', 'HP: ⟦TELEPON-1⟧'],
      ['NIP. 19800101 200501\n1 002', 'NIP. ⟦NIP-1⟧'],
      ['rek BCA 12345\n67890', 'rek BCA ⟦REKENING-1⟧'],
      ['NPWP 09.254.294.3-\n407.000', 'NPWP ⟦NPWP-1⟧'],
      ['> NIK 36710102\n> 03040005', '> NIK ⟦NIK-1⟧'],
    ],
  ],
  [
    'no numbers that stand below each other',
    [
      'Jumlah:\n36710102\n03040005\n',
      '1. 12345678\n2. 87654321',
      'Kode 1.02.03\n04.05.06',
      'Realisasi 36710102\n99040005 unit',
    ].map((text) => [text, text]),
  ],
  [
    'no other date',
    [
      'Hari lahir Pancasila 1 Juni 1945.',
      'Akta kelahiran tanggal 3 Mei 2020.',
      'HUT Kota 28 Februari 1993. Tanggal terbit 12-03-2020.',
      'Gagasan ini lahir dari rapat tanggal 12 Mei 2020.',
    ].map((text) => [text, text]),
  ],
  [
    'the number of a medical record',
    [
      ['No. RM: 77-38-74-41', 'No. RM: ⟦REKAM-1⟧'],
      ['no rm pasien 88 77 66', 'no rm pasien ⟦REKAM-1⟧'],
      ['Nomor Rekam Medis 00123456', 'Nomor Rekam Medis ⟦REKAM-1⟧'],
      ['rekam medis 2024 dibuka lagi', 'rekam medis 2024 dibuka lagi'],
    ],
  ],
  [
    'certificates of land and objects of its tax',
    [
      ['SHM Nomor 00646', 'SHM Nomor ⟦SERTIFIKAT-1⟧'],
      ['Sertifikat Hak Milik (SHM) No. 1234/Karawaci', 'Sertifikat Hak Milik (SHM) No. ⟦SERTIFIKAT-1⟧'],
      ['NOP 36.71.001.002.003-0045.0', 'NOP ⟦NOP-1⟧'],
      ['"nop": "367100100200300450"', '"nop": "⟦NOP-1⟧"'],
      ['target 500 SHM tahun 2025', 'target 500 SHM tahun 2025'],
    ],
  ],
  [
    'licences and phone sets',
    [
      ['SIM B1 Umum 840512345678', 'SIM B1 Umum ⟦SIM-1⟧'],
      ['sim a 7106 1235 9226 jg ilang', 'sim a ⟦SIM-1⟧ jg ilang'],
      ['sim card 081234567890', 'sim card ⟦TELEPON-1⟧'],
      ['imei: 35 821317 284302 8', 'imei: ⟦IMEI-1⟧'],
    ],
  ],
  [
    'the coordinates of a home, not those of public works',
    [
      ['sharelok -6.178306,106.631889', 'sharelok ⟦KOORDINAT-1⟧'],
      ['rumah saya di 6°10\'41.9"S 106°37\'54.8"E', 'rumah saya di ⟦KOORDINAT-1⟧'],
      ['Titik rumah saya -5.686972. 112.0218S4', 'Titik rumah saya ⟦KOORDINAT-1⟧'],
      ['Lubang di ruas jalan ini: -6.178306, 106.631889', 'Lubang di ruas jalan ini: -6.178306, 106.631889'],
      ['nilai Rp 5.395.987.167.728', 'nilai Rp 5.395.987.167.728'],
    ],
  ],
  [
    'numbers with letters in place of digits, as scanners read them',
    [
      ['NIK 36710I45O9880OO3', 'NIK ⟦NIK-1⟧'],
      ['hp O812 5550 0142 atau 08l2-5550-0l42', 'hp ⟦TELEPON-1⟧ atau ⟦TELEPON-2⟧'],
      ['100l air, 5OO.OOO rupiah, kode 3O5', '100l air, 5OO.OOO rupiah, kode 3O5'],
    ],
  ],
  [
    'what stands in a table below a head that tells',
    [
      [
        'Nama Anak / Tgl Lahir / BB / Orang Tua\n1. Anak / 18-03-2023 / BB 16,7 kg / ortu',
        'Nama Anak / Tgl Lahir / BB / Orang Tua\n1. Anak / ⟦LAHIR-1⟧ / BB 16,7 kg / ortu',
      ],
      ['no;nik;no_kk\n1;3276052306030004;3276052705180043', 'no;nik;no_kk\n1;⟦NIK-1⟧;⟦KK-1⟧'],
      [
        'kode,no_hp,no_rm\nA,081255500142,112233\nB,081255500143,445566',
        'kode,no_hp,no_rm\nA,⟦TELEPON-1⟧,⟦REKAM-1⟧\nB,⟦TELEPON-2⟧,⟦REKAM-2⟧',
      ],
      ['No  No RM    Tgl\n1   001234   12-03-2026', 'No  No RM    Tgl\n1   ⟦REKAM-1⟧   12-03-2026'],
    ],
  ],
  [
    'a medical record in other words, further off, in a list, or before its label',
    [
      ['rmnya 123456', 'rmnya ⟦REKAM-1⟧'],
      ['no medrec 123456, No. CM 123457', 'no medrec ⟦REKAM-1⟧, No. CM ⟦REKAM-2⟧'],
      ['{"no_rekam_medis":"123456"}', '{"no_rekam_medis":"⟦REKAM-1⟧"}'],
      ['No. RM di RSUD Kota yaitu 123456', 'No. RM di RSUD Kota yaitu ⟦REKAM-1⟧'],
      ['No. RM :\n00-12-34-56', 'No. RM :\n⟦REKAM-1⟧'],
      ['no RM 123456 & 123457', 'no RM ⟦REKAM-1⟧ & ⟦REKAM-2⟧'],
      ['123456 (no RM)', '⟦REKAM-1⟧ (no RM)'],
      ['dana RM 120000000', 'dana RM 120000000'],
      ['biaya visa RM 1.200', 'biaya visa RM 1.200'],
      ['No. RM hilang, surat keterangan nomor 12345', 'No. RM hilang, surat keterangan nomor 12345'],
    ],
  ],
  [
    'a land certificate likewise, and no count or amount',
    [
      ['sawah, HM No. 2506', 'sawah, HM No. ⟦SERTIFIKAT-1⟧'],
      ['SHM atas nama orang tua saya nomor 01234', 'SHM atas nama orang tua saya nomor ⟦SERTIFIKAT-1⟧'],
      ['Sertifikat Hak Milik\nNomor : 01234', 'Sertifikat Hak Milik\nNomor : ⟦SERTIFIKAT-1⟧'],
      ['SHM No. 1234, 1235, dan 1236', 'SHM No. ⟦SERTIFIKAT-1⟧, ⟦SERTIFIKAT-2⟧, dan ⟦SERTIFIKAT-3⟧'],
      ['1234 (SHM)', '⟦SERTIFIKAT-1⟧ (SHM)'],
      ['01234 SHM', '⟦SERTIFIKAT-1⟧ SHM'],
      ['HGB;;Rp10.093.000;', 'HGB;;Rp10.093.000;'],
      ['target SHM 2500 bidang', 'target SHM 2500 bidang'],
      ['sertifikat tanah wakaf 1.234 bidang', 'sertifikat tanah wakaf 1.234 bidang'],
      [
        'hak milik menurut Peraturan Nomor 123 Tahun 2020',
        'hak milik menurut Peraturan Nomor 123 Tahun 2020',
      ],
    ],
  ],
  [
    'plates and passports in other words, misread, in a list, or before their label',
    [
      ['nopolnya b 1234 cde', 'nopolnya ⟦PELAT-1⟧'],
      ['nopol B I234 CDE', 'nopol ⟦PELAT-1⟧'],
      ['plat b 1234 cde dan f 4321 gh', 'plat ⟦PELAT-1⟧ dan ⟦PELAT-2⟧'],
      ['angkot b 1234 cd ngetem', 'angkot ⟦PELAT-1⟧ ngetem'],
      ['angkot b 12 lewat', 'angkot b 12 lewat'],
      ['b 1234 cde plat motor', '⟦PELAT-1⟧ plat motor'],
      ['{"noPaspor":"C1234567"}', '{"noPaspor":"⟦PASPOR-1⟧"}'],
      ['Passport: C1234S67', 'Passport: ⟦PASPOR-1⟧'],
      ['paspor WNA G12345678', 'paspor WNA ⟦PASPOR-1⟧'],
      ['C1234567 (paspor)', '⟦PASPOR-1⟧ (paspor)'],
      ['Gedung D 1203 AB', 'Gedung D 1203 AB'],
      ['KELAS A 1000 PNS', 'KELAS A 1000 PNS'],
      ['JALUR B 1500 MM', 'JALUR B 1500 MM'],
    ],
  ],
  [
    'coordinates with a label each; public places stay',
    [
      ['rumah saya lat: -6.2261234 long: 106.6512345', 'rumah saya lat: ⟦KOORDINAT-1⟧'],
      ['rumah: {"lat":-6.2261234,"lng":106.6512345}', 'rumah: {"lat":⟦KOORDINAT-1⟧}'],
      ['rumah S 6°13\'34.0" E 106°39\'04.4"', 'rumah ⟦KOORDINAT-1⟧'],
      ['pohon tumbang -6.2261234, 106.6512345', 'pohon tumbang -6.2261234, 106.6512345'],
      ['hiu dilepas pada -6.2261234, 106.6512345', 'hiu dilepas pada -6.2261234, 106.6512345'],
      [
        'survei NIK 3671014507880003, titik -6.2261234, 106.6512345',
        'survei NIK ⟦NIK-1⟧, titik ⟦KOORDINAT-1⟧',
      ],
      ['koordinat TPS liar -6.2261234, 106.6512345', 'koordinat TPS liar -6.2261234, 106.6512345'],
    ],
  ],
])('%s', (_kind, cases) => {
  it.each(cases)('%j', (text, expected) => {
    expect(hidden(text)).toBe(expected)
  })
})
