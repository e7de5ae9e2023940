// Values as people speak of them, found open by an attack: passwords that are words, codes that were sent, land, records, papers.
import { describe, expect, it } from 'vitest'
import { redact } from '../../shared/redaction/index.ts'

const hidden = (text: string) => redact(text).text

describe('passwords that are words, or stand behind others', () => {
  it.each([
    ['Password : bismillah', 'Password : ⟦RAHASIA-1⟧'],
    ['Username: kec01\nPassword: sejahtera', 'Username: kec01\nPassword: ⟦RAHASIA-1⟧'],
    ['PASSWORD: GARUDA', 'PASSWORD: ⟦RAHASIA-1⟧'],
    ['pass = merdeka', 'pass = ⟦RAHASIA-1⟧'],
    ['"passwd":"mawar"', '"passwd":"⟦RAHASIA-1⟧"'],
    ['password=indonesia', 'password=⟦RAHASIA-1⟧'],
    ['JWT_SECRET=kotacerdas', 'JWT_SECRET=⟦RAHASIA-1⟧'],
    ["password-nya 'bismillah'", "password-nya '⟦RAHASIA-1⟧'"],
    ['user: admin, sandi: admin', 'user: admin, sandi: ⟦RAHASIA-1⟧'],
    ['passwordnya kalo ga salah sukabumi01', 'passwordnya kalo ga salah ⟦RAHASIA-1⟧'],
    ['passwordnya td sy ganti sukabumi01', 'passwordnya td sy ganti ⟦RAHASIA-1⟧'],
    ['passwordnya pake sukabumi01', 'passwordnya pake ⟦RAHASIA-1⟧'],
    ['passwordnya coba sukabumi01 atau sukabumi02', 'passwordnya coba ⟦RAHASIA-1⟧ atau ⟦RAHASIA-2⟧'],
    ['pswd: rejotangan77', 'pswd: ⟦RAHASIA-1⟧'],
    ['psw simpeg rejo7788', 'psw simpeg ⟦RAHASIA-1⟧'],
    ['pasword ku rejo7788', 'pasword ku ⟦RAHASIA-1⟧'],
    ['passwordny merdeka17', 'passwordny ⟦RAHASIA-1⟧'],
    ['paswot: merdeka17', 'paswot: ⟦RAHASIA-1⟧'],
    ['pasword e rembang11', 'pasword e ⟦RAHASIA-1⟧'],
    ['sandine rembang11', 'sandine ⟦RAHASIA-1⟧'],
    ['sandina bogor11', 'sandina ⟦RAHASIA-1⟧'],
    ['pinne 442211', 'pinne ⟦RAHASIA-1⟧'],
    ['kata kuncinya bogor11', 'kata kuncinya ⟦RAHASIA-1⟧'],
    ['pass nya 12qwaszx', 'pass nya ⟦RAHASIA-1⟧'],
    ['pw nya 12qwaszx', 'pw nya ⟦RAHASIA-1⟧'],
    ['passnya 123qwe', 'passnya ⟦RAHASIA-1⟧'],
    ['password excelnya 2024data', 'password excelnya ⟦RAHASIA-1⟧'],
    ['MAIL_PASSWORD="abcd efgh ijkl mnop"', 'MAIL_PASSWORD="⟦RAHASIA-1⟧"'],
    ["SMTP_PASS='xkzq wplm nvbt hrty'", "SMTP_PASS='⟦RAHASIA-1⟧'"],
    ['Passwordnya: "Semangat Pagi 45"', 'Passwordnya: "⟦RAHASIA-1⟧"'],
    ['Password: Bandung Juara', 'Password: ⟦RAHASIA-1⟧'],
    ['akun simda = keuangan / simda2023!', 'akun simda = keuangan / ⟦RAHASIA-1⟧'],
    ['kredensial: adm:merdeka17', 'kredensial: adm:⟦RAHASIA-1⟧'],
    ['kec01/gaji2024 (user/password)', 'kec01/⟦RAHASIA-1⟧ (user/password)'],
    ['login dengan cimahi01 sebagai password', 'login dengan ⟦RAHASIA-1⟧ sebagai password'],
    ['masukin gaji2024 di kolom password', 'masukin ⟦RAHASIA-1⟧ di kolom password'],
    ['file dikunci pake gaji2024', 'file dikunci pake ⟦RAHASIA-1⟧'],
    ['U: admin\nP: padang77', 'U: admin\nP: ⟦RAHASIA-1⟧'],
  ])('%j', (text, expected) => {
    expect(hidden(text)).toBe(expected)
  })

  it.each([
    'Password: lupa',
    'password: wajib diisi',
    'Sandi : belum diganti',
    'Password: salah, coba lagi',
    '"password": "required"',
  ])('and nothing in %j', (text) => {
    expect(hidden(text)).toBe(text)
  })
})

describe('codes that were sent', () => {
  it.each([
    ['kodenya 442211 bu, cepat masukin', 'kodenya ⟦RAHASIA-1⟧ bu, cepat masukin'],
    ['masukkan kode 559123 ke aplikasi', 'masukkan kode ⟦RAHASIA-1⟧ ke aplikasi'],
    [
      'jangan lupa masukkan kode 5591 yang dikirim lewat sms',
      'jangan lupa masukkan kode ⟦RAHASIA-1⟧ yang dikirim lewat sms',
    ],
    ['Jangan berikan kode ini ke siapa pun: 559123', 'Jangan berikan kode ini ke siapa pun: ⟦RAHASIA-1⟧'],
    ['Gunakan 559123 untuk masuk ke akun Tokopedia', 'Gunakan ⟦RAHASIA-1⟧ untuk masuk ke akun Tokopedia'],
    ['Kode WhatsApp Anda: 442-211', 'Kode WhatsApp Anda: ⟦RAHASIA-1⟧'],
    ['Kode SIGNAL anda: 442211', 'Kode SIGNAL anda: ⟦RAHASIA-1⟧'],
    ['kode verif 019233', 'kode verif ⟦RAHASIA-1⟧'],
    ['kode verif: 0192', 'kode verif: ⟦RAHASIA-1⟧'],
    ['442211 OTP nya bu', '⟦RAHASIA-1⟧ OTP nya bu'],
    ['G-604821 is your Google verification code.', '⟦RAHASIA-1⟧ is your Google verification code.'],
    ['442211 is your Instagram code', '⟦RAHASIA-1⟧ is your Instagram code'],
    ['5591 is your OTP', '⟦RAHASIA-1⟧ is your OTP'],
    ['Use 559123 to verify your account', 'Use ⟦RAHASIA-1⟧ to verify your account'],
    ['your code: 559-123', 'your code: ⟦RAHASIA-1⟧'],
    ['Login code: 44221.', 'Login code: ⟦RAHASIA-1⟧.'],
    ['2FA 559123', '2FA ⟦RAHASIA-1⟧'],
    ['cvv nya 123', 'cvv nya ⟦RAHASIA-1⟧'],
    ['kode cvv belakang: 123', 'kode cvv belakang: ⟦RAHASIA-1⟧'],
    [
      'https://app.kota.go.id/verify?email=x@yahoo.co.id&code=91283',
      'https://app.kota.go.id/verify?email=⟦EMAIL-1⟧&code=⟦RAHASIA-1⟧',
    ],
  ])('%j', (text, expected) => {
    expect(hidden(text)).toBe(expected)
  })

  it.each(['kode aduan 559123', 'masukkan kode 5.1.02 ke aplikasi', '2024 is your year'])(
    'and nothing in %j',
    (text) => {
      expect(hidden(text)).toBe(text)
    },
  )
})

describe('keys and sessions', () => {
  it.each([
    ['Kunci API: 0a2b3c4d5e6f99', 'Kunci API: ⟦RAHASIA-1⟧'],
    ['api keynya 0a2b3c4d5e6f99', 'api keynya ⟦RAHASIA-1⟧'],
    ['DEBUG sess=0a2b3c4d5e6f99 user=lurah', 'DEBUG sess=⟦RAHASIA-1⟧ user=lurah'],
    ['login ok uid=88 sess:77ab12ff90', 'login ok uid=88 sess:⟦RAHASIA-1⟧'],
    ['cookie sid:0a2b3c4d5e6f99', 'cookie sid:⟦RAHASIA-1⟧'],
    ['token login: 7H2K-99QP-LM31', 'token login: ⟦RAHASIA-1⟧'],
    ['kode aktivasi akun Coretax 88KL2M', 'kode aktivasi akun Coretax ⟦RAHASIA-1⟧'],
    ['redis://:r3disKota@10.0.0.3:6379', 'redis://:⟦RAHASIA-1⟧@10.0.0.3:6379'],
    ['root:merdeka17@10.1.2.3', 'root:⟦RAHASIA-1⟧@10.1.2.3'],
    [
      '<input type="hidden" name="csrf_token" value="8d7f6a5s4d3f2g1h">',
      '<input type="hidden" name="csrf_token" value="⟦RAHASIA-1⟧">',
    ],
  ])('%j', (text, expected) => {
    expect(hidden(text)).toBe(expected)
  })
})

describe('plates of any letters', () => {
  it.each([
    ['Parkir depan toko: B 5532 AA dari tadi', 'Parkir depan toko: ⟦PELAT-1⟧ dari tadi'],
    ['Parkir depan toko: B 5532 KM dari tadi', 'Parkir depan toko: ⟦PELAT-1⟧ dari tadi'],
    ['Tilang: DK 1234 AA', 'Tilang: ⟦PELAT-1⟧'],
    ['08.15 DK 1234 AA masuk, 08.20 DK 5512 BB keluar', '08.15 ⟦PELAT-1⟧ masuk, 08.20 ⟦PELAT-2⟧ keluar'],
    ['Jam;Plat\n07.15;B 4412 AA\n07.16;B 4412 CG', 'Jam;Plat\n07.15;⟦PELAT-1⟧\n07.16;⟦PELAT-2⟧'],
    ['nopol=D_3412_ABX', 'nopol=⟦PELAT-1⟧'],
    ['TNKB: B.1234.XYZ', 'TNKB: ⟦PELAT-1⟧'],
    ['plat saya D 3412 ABX, istri D 2211 AA', 'plat saya ⟦PELAT-1⟧, istri ⟦PELAT-2⟧'],
  ])('%j', (text, expected) => {
    expect(hidden(text)).toBe(expected)
  })

  it.each(['format N 1234 XX', 'kapasitas L 2000 KG'])('and nothing in %j', (text) => {
    expect(hidden(text)).toBe(text)
  })
})

describe('certificates of land', () => {
  it.each([
    [
      'sertifikat nomor 456 tahun 1998 atas nama kakek',
      'sertifikat nomor ⟦SERTIFIKAT-1⟧ tahun 1998 atas nama kakek',
    ],
    ['sertipikat No 456/1998 desa Cibeber', 'sertipikat No ⟦SERTIFIKAT-1⟧/1998 desa Cibeber'],
    ['Sertipikat No. 2231/Sekaran', 'Sertipikat No. ⟦SERTIFIKAT-1⟧'],
    ['sertifikat sawah bapak nomor 2231 hilang', 'sertifikat sawah bapak nomor ⟦SERTIFIKAT-1⟧ hilang'],
    ['sertifikat kebun nomor 2231', 'sertifikat kebun nomor ⟦SERTIFIKAT-1⟧'],
    ['sertifikat lahan nomor 2231', 'sertifikat lahan nomor ⟦SERTIFIKAT-1⟧'],
    ['hasil PTSL nomor 2231', 'hasil PTSL nomor ⟦SERTIFIKAT-1⟧'],
    ['sertipikat atas nama ibu no 2231', 'sertipikat atas nama ibu no ⟦SERTIFIKAT-1⟧'],
    ['surat tanah nomor 2231', 'surat tanah nomor ⟦SERTIFIKAT-1⟧'],
    ['sertifikat ruko nomor 2231', 'sertifikat ⟦SERTIFIKAT-1⟧'],
    ['SHM no 345 bukan 354', 'SHM no ⟦SERTIFIKAT-1⟧ bukan ⟦SERTIFIKAT-2⟧'],
    ['shm no 345 salah, mestinya 354', 'shm no ⟦SERTIFIKAT-1⟧ salah, mestinya ⟦SERTIFIKAT-2⟧'],
    ['SHM no 345\neh salah 354', 'SHM no ⟦SERTIFIKAT-1⟧\neh salah 354'],
    ['SHM lama 345 baru 1345', 'SHM lama ⟦SERTIFIKAT-1⟧ baru ⟦SERTIFIKAT-2⟧'],
    [
      'SHM induk 345 dipecah menjadi 1345, 1346',
      'SHM induk ⟦SERTIFIKAT-1⟧ dipecah menjadi ⟦SERTIFIKAT-2⟧, ⟦SERTIFIKAT-3⟧',
    ],
    ['SHM Karto 345, Tukijo 346', 'SHM Karto ⟦SERTIFIKAT-1⟧, ⟦NAMA-1⟧ ⟦SERTIFIKAT-2⟧'],
    ['nomor 345 itu sertifikat rumah ibu', 'nomor ⟦SERTIFIKAT-1⟧ itu sertifikat rumah ibu'],
    [
      'SHM kakek hilang sejak banjir, di buku tanah tercatat no 345',
      'SHM kakek hilang sejak banjir, di buku tanah tercatat no ⟦SERTIFIKAT-1⟧',
    ],
    ['S.H.M. No. 345', 'S.H.M. No. ⟦SERTIFIKAT-1⟧'],
    ['S H M no 345', 'S H M no ⟦SERTIFIKAT-1⟧'],
    ['SHMno.345', 'SHMno.⟦SERTIFIKAT-1⟧'],
    ['shm00345', 'shm⟦SERTIFIKAT-1⟧'],
    ['SHP 00012', 'SHP ⟦SERTIFIKAT-1⟧'],
    ['Sertf. 00345', 'Sertf. ⟦SERTIFIKAT-1⟧'],
    ['sertivikat tanah no 345', 'sertivikat tanah no ⟦SERTIFIKAT-1⟧'],
    ['sertifikat tnh nmr 00345', 'sertifikat tnh nmr ⟦SERTIFIKAT-1⟧'],
    ['sertifikat dg nomor: 02231 hilang', 'sertifikat dg nomor: ⟦SERTIFIKAT-1⟧ hilang'],
    ['HGB 12/Gambir, HGB 13/Gambir', 'HGB ⟦SERTIFIKAT-1⟧/Gambir, HGB ⟦SERTIFIKAT-2⟧/Gambir'],
    ['SHMSRS No. 1234/II/A', 'SHMSRS No. ⟦SERTIFIKAT-1⟧'],
    ['luas 120 m2, SHM01234', 'luas 120 m2, SHM⟦SERTIFIKAT-1⟧'],
    ['M. 1234 Cigadung a.n. Rohim', 'M. ⟦SERTIFIKAT-1⟧ Cigadung a.n. ⟦NAMA-1⟧'],
    ['NIB tanah 10.15.05.02.01234', 'NIB tanah ⟦SERTIFIKAT-1⟧'],
    ['Sertifikat Wakaf W.12', 'Sertifikat Wakaf W.⟦SERTIFIKAT-1⟧'],
  ])('%j', (text, expected) => {
    expect(hidden(text)).toBe(expected)
  })

  it.each(['sertifikat pelatihan nomor 2231', 'SHM 2024 yang terbit', 'sertifikat halal no 12345'])(
    'and nothing in %j',
    (text) => {
      expect(hidden(text)).toBe(text)
    },
  )
})

describe('medical records', () => {
  it.each([
    ['R.M. 331092', 'R.M. ⟦REKAM-1⟧'],
    ['eRM 331092 tidak bisa dibuka di SIMRS', 'eRM ⟦REKAM-1⟧ tidak bisa dibuka di SIMRS'],
    ['331092 rm nya', '⟦REKAM-1⟧ rm nya'],
    ['norm331092', 'norm⟦REKAM-1⟧'],
    ['no reg pasien: 331092', 'no reg pasien: ⟦REKAM-1⟧'],
    ['nomer pasien kulo 331092', 'nomer pasien kulo ⟦REKAM-1⟧'],
    ['KIB 331092', 'KIB ⟦REKAM-1⟧'],
    ['nomor RMK 331092', 'nomor RMK ⟦REKAM-1⟧'],
    ['Chart no. 331092', 'Chart no. ⟦REKAM-1⟧'],
    ['No. Index pasien 10293', 'No. Index pasien ⟦REKAM-1⟧'],
    [
      'tolong carikan status pasien no 22.01.93 poli gigi',
      'tolong carikan status pasien no ⟦REKAM-1⟧ poli gigi',
    ],
    ['px 33-10-92 plan: rujuk', 'px ⟦REKAM-1⟧ plan: rujuk'],
    ['nomor kartu pasien 0012345', 'nomor kartu pasien ⟦REKAM-1⟧'],
    ['CM: 123456', 'CM: ⟦REKAM-1⟧'],
    ['nomor indeks pasien 12345', 'nomor indeks pasien ⟦REKAM-1⟧'],
    [
      '12-65-20 Siti 45 P Hipertensi\n64-27-92 Joko 50 L DM',
      '⟦REKAM-1⟧ Siti 45 P Hipertensi\n⟦REKAM-2⟧ Joko 50 L DM',
    ],
    ['No. RM 33/10/92', 'No. RM ⟦REKAM-1⟧'],
    ['RM 33/10/92', 'RM ⟦REKAM-1⟧'],
    ['RM/BPJS/NIK 331092/0001234567891/3578014507920003', 'RM/BPJS/NIK ⟦REKAM-1⟧/⟦BPJS-1⟧/⟦NIK-1⟧'],
  ])('%j', (text, expected) => {
    expect(hidden(text)).toBe(expected)
  })
})

describe('papers, cards and accounts', () => {
  it.each([
    ['8277087812345678 nomor virtual account', '⟦REKENING-1⟧ nomor virtual account'],
    ['nomor virtual 8277087812345678', 'nomor virtual ⟦REKENING-1⟧'],
    ['NIP lama: 131234567', 'NIP lama: ⟦NIP-1⟧'],
    ['nip 131 876 543 a.n. Sukirman', 'nip ⟦NIP-1⟧ a.n. ⟦NAMA-1⟧'],
    ['nip lama 510123456 baru 197805122005011004', 'nip lama ⟦NIP-1⟧ baru ⟦NIP-2⟧'],
    ['kartu kredit 4365020199887712 (mungkin salah ketik)', 'kartu kredit ⟦KARTU-1⟧ (mungkin salah ketik)'],
    ['visa 4365 0201 9988 7712', 'visa ⟦KARTU-1⟧'],
    ['kpj saya 0H123456789', 'kpj saya ⟦BPJS-1⟧'],
    ['peserta KPJ: 12J90001234', 'peserta KPJ: ⟦BPJS-1⟧'],
    ['paspor C12 34 509', 'paspor ⟦PASPOR-1⟧'],
    ['paspor C 123-4509', 'paspor ⟦PASPOR-1⟧'],
    ['PASPOR NOMOR : C 1 2 3 4 5 6 7', 'PASPOR NOMOR : ⟦PASPOR-1⟧'],
    ['paspornyaC1234509', 'paspornya⟦PASPOR-1⟧'],
    ['paspor C123\n4509', 'paspor ⟦PASPOR-1⟧'],
    ['John Smith (UK) pp 548812345', '⟦NAMA-1⟧ (UK) pp ⟦PASPOR-1⟧'],
    ['IMEI/SV 8654320451238701', 'IMEI/SV ⟦IMEI-1⟧'],
    ['simc 910814098812', 'simc ⟦SIM-1⟧'],
    ['lisensi mengemudi 910814098812', 'lisensi mengemudi ⟦SIM-1⟧'],
    ['budi88 et gmail dot com', '⟦EMAIL-1⟧'],
    ['email budi88@gmailcom', 'email ⟦EMAIL-1⟧'],
    ['hp 0857•1122•3344', 'hp ⟦TELEPON-1⟧'],
    ['norek1234567890bca', 'norek⟦REKENING-1⟧bca'],
  ])('%j', (text, expected) => {
    expect(hidden(text)).toBe(expected)
  })

  it.each([
    'Surat tilang E1234567 atas nama',
    'Telah hilang BPKB no N01234567',
    'SIM-RS error kode 123456789012',
    'kartu KIP nomor 6013 0112 3456',
    'nomor porsi 1000123456',
  ])('and nothing in %j', (text) => {
    expect(hidden(text)).toBe(text)
  })
})

describe('landlines without their area code', () => {
  it.each([
    ['Telp 5523456', 'Telp ⟦TELEPON-1⟧'],
    ['telp rumah 5523456', 'telp rumah ⟦TELEPON-1⟧'],
    ['Tlp. 421234', 'Tlp. ⟦TELEPON-1⟧'],
    ['telepon rumah: 421 234', 'telepon rumah: ⟦TELEPON-1⟧'],
    ['telpon ke 7654321 aja', 'telpon ke ⟦TELEPON-1⟧ aja'],
    ['telp kantor 5523456 ext 12', 'telp kantor ⟦TELEPON-1⟧ ext 12'],
  ])('%j', (text, expected) => {
    expect(hidden(text)).toBe(expected)
  })

  it.each(['telepon 3 kali', 'telp 20 menit'])('and nothing in %j', (text) => {
    expect(hidden(text)).toBe(text)
  })
})

describe('what is masked already stays', () => {
  it.each(['rm 3310xx', 'shm 022xx', 'imei 8654320451238xx', 'bpjs 00012345678xx', 'hp lama 0857 1122 33xx'])(
    'and nothing in %j',
    (text) => {
      expect(hidden(text)).toBe(text)
    },
  )
})
