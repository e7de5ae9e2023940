// The label tells what a number is, wherever people put it; and numbers side by side stay what they are.
import { describe, expect, it } from 'vitest'
import { redact } from '../../shared/redaction/index.ts'

const hidden = (text: string) => redact(text).text

describe.each<[kind: string, cases: [text: string, expected: string][]]>([
  [
    'a label in the forms of chats, programs and exports',
    [
      ['reknya 7310284495', 'reknya ⟦REKENING-1⟧'],
      ['nohp 81234567890', 'nohp ⟦TELEPON-1⟧'],
      ['A/C 164-00-0293847-5', 'A/C ⟦REKENING-1⟧'],
      ['{"nomor_rekening":"7310284495"}', '{"nomor_rekening":"⟦REKENING-1⟧"}'],
      ['<noRekening>7310284495</noRekening>', '<noRekening>⟦REKENING-1⟧</noRekening>'],
      ['<td>No. Rekening</td><td>7310284495</td>', '<td>No. Rekening</td><td>⟦REKENING-1⟧</td>'],
      ['{"noHp":"81234567890"}', '{"noHp":"⟦TELEPON-1⟧"}'],
      ['norek%3D7310284495', 'norek%3D⟦REKENING-1⟧'],
      ['Nomor Pokok Wajib Pajak : 092542943407123', 'Nomor Pokok Wajib Pajak : ⟦NPWP-1⟧'],
    ],
  ],
  [
    'a label behind the number',
    [
      ['trf ke 7310284495 bca', 'trf ke ⟦REKENING-1⟧ bca'],
      ['034101029384537 rek BRI', '⟦REKENING-1⟧ rek BRI'],
      ['12012345678 (KPJ)', '⟦BPJS-1⟧ (KPJ)'],
      ['0251-8321234 (telp rumah)', '⟦TELEPON-1⟧ (telp rumah)'],
      ["('3671014507880003','7310284495','BCA')", "('⟦NIK-1⟧','⟦REKENING-1⟧','BCA')"],
    ],
  ],
  [
    'one label for several numbers',
    [
      ['rek BCA 7310284495 dan 7310284459', 'rek BCA ⟦REKENING-1⟧ dan ⟦REKENING-2⟧'],
      ['no kpj: 12012345678, 13012345678', 'no kpj: ⟦BPJS-1⟧, ⟦BPJS-2⟧'],
      ['No Rekening:\n- 7310284495\n- 7310284459', 'No Rekening:\n- ⟦REKENING-1⟧\n- ⟦REKENING-2⟧'],
      ['KPJ:\n1. 12012345678\n2. 12012345679', 'KPJ:\n1. ⟦BPJS-1⟧\n2. ⟦BPJS-2⟧'],
      ['nik: 3671014507880003-3671012305110004', 'nik: ⟦NIK-1⟧-⟦NIK-2⟧'],
    ],
  ],
  [
    'a label further off: above, behind a branch, an owner or a mark of quotation',
    [
      ['Bank : BRI\nNomor : 034101029384537', 'Bank : BRI\nNomor : ⟦REKENING-1⟧'],
      ['Nama Bank\nBCA\nNomor\n7310284495', 'Nama Bank\nBCA\nNomor\n⟦REKENING-1⟧'],
      ['> Rekening:\n> 7310284495', '> Rekening:\n> ⟦REKENING-1⟧'],
      [
        'rekening BCA cabang Ciledug a.n. ibu saya 7310284495',
        'rekening BCA cabang Ciledug a.n. ibu saya ⟦REKENING-1⟧',
      ],
      ['Rekening 1: 7310284495', 'Rekening 1: ⟦REKENING-1⟧'],
      ['IMEI 1 35 678901 234567 9', 'IMEI 1 ⟦IMEI-1⟧'],
    ],
  ],
  [
    'the message above, to which a number is the answer',
    [
      [
        'ketua (08.33): sim masih hidup kan? kirim nomornya\nanggota (08.40): 840512345678',
        'ketua (08.33): sim masih hidup kan? kirim nomornya\nanggota (08.40): ⟦SIM-1⟧',
      ],
      [
        'bendahara: no rek bri mana\nanggota: 034101029384537',
        'bendahara: no rek bri mana\nanggota: ⟦REKENING-1⟧',
      ],
    ],
  ],
  [
    'a number that ends where it ends',
    [
      [
        'No\tNama Bank\tRekening\tJumlah\n1\tBCA\t7310284495\t600000',
        'No\tNama Bank\tRekening\tJumlah\n1\tBCA\t⟦REKENING-1⟧\t600000',
      ],
      ['BCA 7310284495 600.000', 'BCA ⟦REKENING-1⟧ 600.000'],
      ['hp 081234567890 15 November', 'hp ⟦TELEPON-1⟧ 15 November'],
      ['1. 081234567890 2. 085678901234', '1. ⟦TELEPON-1⟧ 2. ⟦TELEPON-2⟧'],
      ['3671014507880003.0,081234567890', '⟦NIK-1⟧.0,⟦TELEPON-1⟧'],
      ['3671014507880003|081234567890', '⟦NIK-1⟧|⟦TELEPON-1⟧'],
    ],
  ],
  [
    'a NIP that only seems to stand behind a label of something else',
    [
      [
        'Perbarui rekening pegawai. Contoh punya saya: 19800727 200008 2 005.',
        'Perbarui rekening pegawai. Contoh punya saya: ⟦NIP-1⟧.',
      ],
    ],
  ],
  [
    'slips of a scanner, several in a row',
    [
      ['NIK: 36710145O788OOO3', 'NIK: ⟦NIK-1⟧'],
      ['NIP l98807O52O11O12OO3', 'NIP ⟦NIP-1⟧'],
      ['NPWP 09.254.294.3-407.OOO', 'NPWP ⟦NPWP-1⟧'],
      ['rek BRI O341-O1-O29384-53-l', 'rek BRI ⟦REKENING-1⟧'],
      ['Kartu Kredit 4556 7375 8689 98SS', 'Kartu Kredit ⟦KARTU-1⟧'],
    ],
  ],
  [
    'phones as pages and families abroad write them',
    [
      ['hp&nbsp;0812&nbsp;3456&nbsp;7890', 'hp&nbsp;⟦TELEPON-1⟧'],
      ['hp 0812*3456*7890', 'hp ⟦TELEPON-1⟧'],
      ['telp suami di arab +966 55 123 4567', 'telp suami di arab ⟦TELEPON-1⟧'],
      ['hp 08-1234-567-890', 'hp ⟦TELEPON-1⟧'],
    ],
  ],
  [
    'what only its place, its form or a rarer label tells',
    [
      ['12.30 – 0751 143847 – iseng', '12.30 – ⟦TELEPON-1⟧ – iseng'],
      ['Kontak darurat: adik, 0251-339450', 'Kontak darurat: adik, ⟦TELEPON-1⟧'],
      ['rekening kas BLUD (2241162959751)', 'rekening kas BLUD (⟦REKENING-1⟧)'],
      ['Kas kini di Bank Muamalat 0411829063863', 'Kas kini di Bank Muamalat ⟦REKENING-1⟧'],
      ['Kas kini di Bank Muamalat 7310284495', 'Kas kini di Bank Muamalat ⟦REKENING-1⟧'],
      ['Kas kini di Bank Muamalat 7.310.284.495', 'Kas kini di Bank Muamalat 7.310.284.495'],
      ['tanah bersertifikat 35.20.11.05.1.58716', 'tanah bersertifikat ⟦SERTIFIKAT-1⟧'],
      ['<sertipikat>80633127752768</sertipikat>', '<sertipikat>⟦SERTIFIKAT-1⟧</sertipikat>'],
      ['{"acct":"8731389340","amount":350000}', '{"acct":"⟦REKENING-1⟧","amount":350000}'],
      ['Siti Aminah; Martapura, 23-9-1949; NIK kosong', '⟦NAMA-1⟧; Martapura, ⟦LAHIR-1⟧; NIK kosong'],
      ['login simpeg admin.umpeg / 7GjN-9KnSXW4', 'login simpeg admin.umpeg / ⟦RAHASIA-1⟧'],
      ['wifi tamu: 7uwDb#9229i', 'wifi tamu: ⟦RAHASIA-1⟧'],
      ['wifi tamu: lantai 2, login SIPD: lewat menu 3', 'wifi tamu: lantai 2, login SIPD: lewat menu 3'],
      ['session.start sid=jnqo7TDvv_M7RFLB nik=kosong', 'session.start sid=⟦RAHASIA-1⟧ nik=kosong'],
    ],
  ],
  [
    'no pipe before a firm, no epicentre, no counted week, no unit’s mailbox',
    [
      'pipa DN 600 PT Wavin pecah',
      'episentrum -8.0311, 102.3448',
      'Koordinat TKP: -3.08708, 128.465111',
      'kendaraan laik jalan minggu ke-14',
      'ptsp@contoh.go.id',
      'sertifikat pelatihan 1234',
    ].map((text) => [text, text]),
  ],
  [
    'no money, no codes of budgets and offices, no dates, no meters',
    [
      'Dana Desa 1.234.567.890',
      'Kas di Bank 12.345.678.901,00',
      'penyertaan modal Bank Banten 65.000.000.000',
      'saldo bank: 1234567890',
      'dana 65.000.000.000 rupiah',
      'SKPD 1.03.1.04.0.00.01.0000 Dinas PUPR',
      'kode barang 1.3.2.05.02.01.003.0012',
      'kode lokasi 12.28.71.05.01.2020.00',
      'No. Registrasi 202611030000001',
      'kode rek 5 1 02 01 01 0024',
      '12-01-2026 08.27 10.20',
      '12\t125.000\t1.500.000\t7.000',
      'daya 900 VA idpel 536612345678',
      'rekening listrik 536612345678',
      'NTB 0001234567890',
    ].map((text) => [text, text]),
  ],
])('%s', (_, cases) => {
  it.each(cases)('%j', (text, expected) => {
    expect(hidden(text)).toBe(expected)
  })
})
