// Layouts that an attack found badly read: tables of two columns, SQL, lists below a label, links, numbers sent in pieces.
import { describe, expect, it } from 'vitest'
import { redact } from '../../shared/redaction/index.ts'

const hidden = (text: string) => redact(text).text

describe.each<[string, [string, string][]]>([
  [
    'tables whose other column is unknown',
    [
      ['No RM;Umur\n00449100;45\n00339691;51', 'No RM;Umur\n⟦REKAM-1⟧;45\n⟦REKAM-2⟧;51'],
      [
        'ID Pasien | Nama\n567113 | Rani\n278179 | Toni',
        'ID Pasien | Nama\n⟦REKAM-1⟧ | ⟦NAMA-1⟧\n⟦REKAM-2⟧ | ⟦NAMA-2⟧',
      ],
      [
        'Patient ID | Name | Ins. No\n567113 | Rani | 0001849340021\n278179 | Toni | 0001849340022',
        'Patient ID | Name | Ins. No\n⟦REKAM-1⟧ | ⟦NAMA-1⟧ | ⟦BPJS-1⟧\n⟦REKAM-2⟧ | ⟦NAMA-2⟧ | ⟦BPJS-2⟧',
      ],
      ['SHM\tNama\n1234\tRohim\n88\tTuti', 'SHM\tNama\n⟦SERTIFIKAT-1⟧\t⟦NAMA-1⟧\n⟦SERTIFIKAT-2⟧\t⟦NAMA-2⟧'],
      [
        'No SHM | Kode Desa\n75334 | 12\n75639 | 13',
        'No SHM | Kode Desa\n⟦SERTIFIKAT-1⟧ | 12\n⟦SERTIFIKAT-2⟧ | 13',
      ],
      [
        'No KK | Jumlah Jiwa\n6101012611090113 | 4\n3273012611090113 | 5',
        'No KK | Jumlah Jiwa\n⟦KK-1⟧ | 4\n⟦KK-2⟧ | 5',
      ],
      ['No RM | No Urut\n00421040 | 12\n00654671 | 13', 'No RM | No Urut\n⟦REKAM-1⟧ | 12\n⟦REKAM-2⟧ | 13'],
      [
        'No HP | Kode OTP\n081298344417 | 482011\n081298344418 | 482012',
        'No HP | Kode OTP\n⟦TELEPON-1⟧ | ⟦RAHASIA-1⟧\n⟦TELEPON-2⟧ | ⟦RAHASIA-2⟧',
      ],
      ['HP;Kode\n085764542841;A1\n085764542842;A2', 'HP;Kode\n⟦TELEPON-1⟧;A1\n⟦TELEPON-2⟧;A2'],
      [
        'No Rek | Kode Bank\n2009442597 | 002\n2009442598 | 014',
        'No Rek | Kode Bank\n⟦REKENING-1⟧ | 002\n⟦REKENING-2⟧ | 014',
      ],
      ['No Rekening;ID\n2009442597;1\n2009442598;2', 'No Rekening;ID\n⟦REKENING-1⟧;1\n⟦REKENING-2⟧;2'],
      ['No SHM | Tiket\n1234 | 77\n1235 | 78', 'No SHM | Tiket\n⟦SERTIFIKAT-1⟧ | 77\n⟦SERTIFIKAT-2⟧ | 78'],
      [
        'NAMA TK;NO KPJ;UPAH\nROHIM;18062731222;3000000\nTUTI;18062731223;3100000',
        'NAMA TK;NO KPJ;UPAH\n⟦NAMA-1⟧;⟦BPJS-1⟧;3000000\n⟦NAMA-2⟧;⟦BPJS-2⟧;3100000',
      ],
      [
        'Nama TK | NIK | KPJ\nRohim | 3273012611090113 | 18062731222',
        'Nama TK | NIK | KPJ\n⟦NAMA-1⟧ | ⟦NIK-1⟧ | ⟦BPJS-1⟧',
      ],
    ],
  ],
  [
    'tables of secrets',
    [
      [
        'SSID | Password\nKANTOR-LT1 | melayani1\nKANTOR-LT2 | melayani2',
        'SSID | Password\nKANTOR-LT1 | ⟦RAHASIA-1⟧\nKANTOR-LT2 | ⟦RAHASIA-2⟧',
      ],
      [
        'akun\tpassword\nSIPD\tbersatu\nSIAK\tkita2024',
        'akun\tpassword\nSIPD\t⟦RAHASIA-1⟧\nSIAK\t⟦RAHASIA-2⟧',
      ],
      [
        'Nama;Username;Password\nSari;sari.w;melati\nBowo;bowo.s;mawar',
        'Nama;Username;Password\n⟦NAMA-1⟧;sari.w;⟦RAHASIA-1⟧\n⟦NAMA-2⟧;bowo.s;⟦RAHASIA-2⟧',
      ],
      [
        'OTP|MSISDN\n482011|085298765411\n482012|085298765412',
        'OTP|MSISDN\n⟦RAHASIA-1⟧|⟦TELEPON-1⟧\n⟦RAHASIA-2⟧|⟦TELEPON-2⟧',
      ],
      [
        'Kode OTP | Nama\n482011 | Sari\n019283 | Bowo',
        'Kode OTP | Nama\n⟦RAHASIA-1⟧ | ⟦NAMA-1⟧\n⟦RAHASIA-2⟧ | ⟦NAMA-2⟧',
      ],
      [
        'Instansi | API Key\nDinkes | 9f8e7d6c5b\nDisdik | 1a2b3c4d5e',
        'Instansi | API Key\nDinkes | ⟦RAHASIA-1⟧\nDisdik | ⟦RAHASIA-2⟧',
      ],
      [
        'OPD | Client ID | Client Secret\nDinkes | din01 | 9f8e7d6c5b',
        'OPD | Client ID | Client Secret\nDinkes | din01 | ⟦RAHASIA-1⟧',
      ],
      ['instansi|token\nDinkes|9f8e7d6c5b', 'instansi|token\nDinkes|⟦RAHASIA-1⟧'],
      ['SESSION_ID\tLOGIN\nf3a9c1d2e4b5\t08:00', 'SESSION_ID\tLOGIN\n⟦RAHASIA-1⟧\t08:00'],
      [
        'session,user,ip\n9f8e7d6c5b4a,budi,10.0.0.1\n0a2b3c4d5e6f,sari,10.0.0.2',
        'session,user,ip\n⟦RAHASIA-1⟧,⟦NAMA-1⟧,10.0.0.1\n⟦RAHASIA-2⟧,⟦NAMA-2⟧,10.0.0.2',
      ],
      ['card,exp,cvv\n4216 9880 7518 0248,08/27,123', 'card,exp,cvv\n⟦KARTU-1⟧,08/27,⟦RAHASIA-1⟧'],
      [
        'No | Kartu Kredit | Exp | CVV\n1 | 4216 9880 7518 0248 | 08/27 | 123',
        'No | Kartu Kredit | Exp | CVV\n1 | ⟦KARTU-1⟧ | 08/27 | ⟦RAHASIA-1⟧',
      ],
      ['{"pan":"4216988075180248","cvv2":"123"}', '{"pan":"⟦KARTU-1⟧","cvv2":"⟦RAHASIA-1⟧"}'],
      ['{"cvc":"123"}', '{"cvc":"⟦RAHASIA-1⟧"}'],
      [
        'Nama | Token Aktivasi\nSari | A8F299\nBowo | A8F300',
        'Nama | Token Aktivasi\n⟦NAMA-1⟧ | ⟦RAHASIA-1⟧\n⟦NAMA-2⟧ | ⟦RAHASIA-2⟧',
      ],
    ],
  ],
  [
    'rows of SQL',
    [
      [
        "INSERT INTO users (username,password) VALUES ('admin','kota2024'),('op1','desa2024');",
        "INSERT INTO users (username,password) VALUES ('admin','⟦RAHASIA-1⟧'),('op1','⟦RAHASIA-2⟧');",
      ],
      [
        "INSERT INTO users (email,password) VALUES ('a@yahoo.com','kota2024'),('b@yahoo.com','desa2024'),('c@yahoo.com','camat2024');",
        "INSERT INTO users (email,password) VALUES ('⟦EMAIL-1⟧','⟦RAHASIA-1⟧'),('⟦EMAIL-2⟧','⟦RAHASIA-2⟧'),('⟦EMAIL-3⟧','⟦RAHASIA-3⟧');",
      ],
      ["ALTER USER simpeg IDENTIFIED BY 'kota2024';", "ALTER USER simpeg IDENTIFIED BY '⟦RAHASIA-1⟧';"],
      [
        "INSERT INTO paspor (no,nama) VALUES ('B2038129','Sari'),('B2038130','Bowo');",
        "INSERT INTO paspor (no,nama) VALUES ('⟦PASPOR-1⟧','⟦NAMA-1⟧'),('⟦PASPOR-2⟧','⟦NAMA-2⟧');",
      ],
    ],
  ],
  [
    'a code on the line above speaks of itself alone',
    [
      ['Kode aduan A-12\n082139888244', 'Kode aduan A-12\n⟦TELEPON-1⟧'],
      ['Kode: A-12\n081398765123', 'Kode: A-12\n⟦TELEPON-1⟧'],
      ['No. Invoice INV/2024/12\n085298765411', 'No. Invoice INV/2024/12\n⟦TELEPON-1⟧'],
    ],
  ],
  [
    'lists below one label',
    [
      [
        'Daftar nopol:\n1. B 12 AB\n2. D 4 CC\n3. AG 812 B',
        'Daftar nopol:\n1. ⟦PELAT-1⟧\n2. ⟦PELAT-2⟧\n3. ⟦PELAT-3⟧',
      ],
      [
        'Nomor Polisi | Jenis\nAG 12 B | Ambulans\nD 33 E | Pikap',
        'Nomor Polisi | Jenis\n⟦PELAT-1⟧ | Ambulans\n⟦PELAT-2⟧ | Pikap',
      ],
      ['"nopol":["B1234AA","D 5 Z"]', '"nopol":["⟦PELAT-1⟧","⟦PELAT-2⟧"]'],
      ['No RM:\n1. 112233\n2. 223355\n3. 334466', 'No RM:\n1. ⟦REKAM-1⟧\n2. ⟦REKAM-2⟧\n3. ⟦REKAM-3⟧'],
      ['RM yang dicari:\n1. 112233\n2. 223355', 'RM yang dicari:\n1. ⟦REKAM-1⟧\n2. ⟦REKAM-2⟧'],
    ],
  ],
  [
    'coordinates with their labels, and as links have them',
    [
      [
        'Nama,Longitude,Latitude\nSari,107.609810,-6.914744\nBowo,107.609811,-6.914745',
        'Nama,Longitude,Latitude\n⟦NAMA-1⟧,⟦KOORDINAT-1⟧\n⟦NAMA-2⟧,⟦KOORDINAT-2⟧',
      ],
      [
        '{"longitude":107.609810,"latitude":-6.914744,"alamat_rumah":"Jl. Mawar 3"}',
        '{"longitude":⟦KOORDINAT-1⟧,"alamat_rumah":"Jl. Mawar 3"}',
      ],
      ['Longitude rumah: 107.609810, Latitude rumah: -6.914744', 'Longitude rumah: ⟦KOORDINAT-1⟧'],
      [
        'X: 107.60981\nY: -6.91474\nKet: rumah penerima BSPS a.n. Sari',
        'X: ⟦KOORDINAT-1⟧\nKet: rumah penerima BSPS a.n. ⟦NAMA-1⟧',
      ],
      ['{"lokasi_rumah":{"x":107.609810,"y":-6.914744}}', '{"lokasi_rumah":{"x":⟦KOORDINAT-1⟧}}'],
      [
        'Latitude rumah : -6.914744\nLongitude rumah : 107.609810',
        'Latitude rumah : ⟦KOORDINAT-1⟧\nLongitude rumah : ⟦KOORDINAT-2⟧',
      ],
      [
        'Garis lintang rumah: -6.914744\nGaris bujur rumah: 107.609810',
        'Garis lintang rumah: ⟦KOORDINAT-1⟧\nGaris bujur rumah: ⟦KOORDINAT-2⟧',
      ],
      [
        'Latitude\n-6.914744\nLongitude\n107.609810\nNama pemilik rumah\nEnung',
        'Latitude\n⟦KOORDINAT-1⟧\nLongitude\n⟦KOORDINAT-2⟧\nNama pemilik rumah\n⟦NAMA-1⟧',
      ],
      [
        'Latitude -6.914744\nLongitude 107.609810\nAltitude 700m rumah Sari',
        'Latitude ⟦KOORDINAT-1⟧\nLongitude ⟦KOORDINAT-2⟧\nAltitude 700m rumah ⟦NAMA-1⟧',
      ],
      ['<lat>-6.914744</lat><lon>107.609810</lon> rumah Sari', '<lat>⟦KOORDINAT-1⟧</lon> rumah ⟦NAMA-1⟧'],
      [
        'EXIF foto rumah: GPSLatitude=6 deg 54\' 53.10" S, GPSLongitude=107 deg 36\' 35.30" E',
        'EXIF foto rumah: GPSLatitude=⟦KOORDINAT-1⟧',
      ],
      [
        'rumah saya https://maps.google.com/maps?q=-6.914744%2C107.609810',
        'rumah saya https://maps.google.com/maps?q=⟦KOORDINAT-1⟧',
      ],
      [
        'rumah saya https://www.google.com/maps/search/?api=1&query=-6.914744%2C107.609810',
        'rumah saya https://www.google.com/maps/search/?api=1&query=⟦KOORDINAT-1⟧',
      ],
      [
        "https://www.google.com/maps/place/6%C2%B054'53.1%22S+107%C2%B036'35.3%22E rumah saya",
        'https://www.google.com/maps/place/⟦KOORDINAT-1⟧ rumah saya',
      ],
    ],
  ],
  [
    'numbers and answers over several messages',
    [
      [
        'A: sertifikat nomor berapa?\nB: no 345 th 1998',
        'A: sertifikat nomor berapa?\nB: no ⟦SERTIFIKAT-1⟧ th 1998',
      ],
      ['A: sertifikatnya no?\nB: 2231', 'A: sertifikatnya no?\nB: ⟦SERTIFIKAT-1⟧'],
      ['A: rekening bu?\nB: mandiri ya\nB: 1410012345678', 'A: rekening bu?\nB: mandiri ya\nB: ⟦REKENING-1⟧'],
      ['A: rekening mana?\nB: bca\nB: 1234567890', 'A: rekening mana?\nB: bca\nB: ⟦REKENING-1⟧'],
      [
        'A: bank apa?\nB: bri\nA: nomornya?\nB: 345601023456534',
        'A: bank apa?\nB: bri\nA: nomornya?\nB: ⟦REKENING-1⟧',
      ],
      ['A: norek?\nB: rek bca 12345\nB: 67890', 'A: norek?\nB: rek bca ⟦REKENING-1⟧\nB: ⟦REKENING-2⟧'],
      ['A: nik?\nB: 35780145\nB: 07920003', 'A: nik?\nB: ⟦NIK-1⟧\nB: ⟦NIK-2⟧'],
      ['A: No. HP?\nB: 0857\nB: 11223344', 'A: No. HP?\nB: ⟦TELEPON-1⟧\nB: ⟦TELEPON-2⟧'],
      ['A: norek?\nB: 77889\nB: 90011', 'A: norek?\nB: ⟦REKENING-1⟧\nB: ⟦REKENING-2⟧'],
      ['A: kk?\nB: 3578012509120004', 'A: kk?\nB: ⟦KK-1⟧'],
    ],
  ],
])('%s', (_, cases) => {
  it.each(cases)('%j', (text, expected) => {
    expect(hidden(text)).toBe(expected)
  })
})

describe.each<[string, string[]]>([
  [
    'tables whose other column is unknown',
    ['Jenis | Jumlah\nMotor | 12\nMobil | 7', 'Kode | Uraian\n5.1.02.01 | Belanja\n5.1.02.02 | Jasa'],
  ],
  ['tables of secrets', ['Password | Keterangan\nwajib | minimal 8 karakter\nbelum diisi | hubungi admin']],
  [
    'coordinates with their labels, and as links have them',
    [
      'koordinat jembatan gantung -6.200112, 106.816667 lebar 3 m',
      'Koordinat stasiun pompa: lat -6.200112, long 106.816667',
    ],
  ],
])('nothing is hidden: %s', (_, texts) => {
  it.each(texts)('%j', (text) => {
    expect(hidden(text)).toBe(text)
  })
})
