// Which lines are the heads of a table, and what they tell of the cells below.
import { describe, expect, it } from 'vitest'
import { redact } from '../../shared/redaction/index.ts'
import { readTables } from '../../shared/redaction/tables.ts'

const hidden = (text: string) => redact(text).text

describe('a line of heads tells what stands below', () => {
  it.each([
    [
      'digits in a head',
      'No\tNama Warga\tNo. HP 1\tNIK (16 digit)\n1\t-\t81234567890\t-',
      'No\tNama Warga\tNo. HP 1\tNIK (16 digit)\n1\t-\t⟦TELEPON-1⟧\t-',
    ],
    [
      'an account of who rents, though another column holds codes',
      'Kode\tPenyewa Kios\tPlat\tRekening\nKG-01\t-\t-\t1380014477209',
      'Kode\tPenyewa Kios\tPlat\tRekening\nKG-01\t-\t-\t⟦REKENING-1⟧',
    ],
    ['tildes', 'nama~norek~kel\n-~7310284495~Benda', 'nama~norek~kel\n-~⟦REKENING-1⟧~Benda'],
    [
      'a head for the number of the row that hangs on the next one',
      'NO. NAMA        REKENING          JUMLAH\n1.  -     2306752523141     Rp 230.000',
      'NO. NAMA        REKENING          JUMLAH\n1.  -     ⟦REKENING-1⟧     Rp 230.000',
    ],
    [
      'columns named in a sentence',
      'Urutan kolom: nama, no rekening, desa.\nx / 7310284495 / Benda',
      'Urutan kolom: nama, no rekening, desa.\nx / ⟦REKENING-1⟧ / Benda',
    ],
    [
      'passwords of words, where others are clearly some',
      'username;password\na;Kopi#Pahit7\nb;bayam kangkung\nc;belum ada',
      'username;password\na;⟦RAHASIA-1⟧\nb;⟦RAHASIA-2⟧\nc;belum ada',
    ],
    ['two columns', 'NORM,NAMA\n123456,-', 'NORM,NAMA\n⟦REKAM-1⟧,-'],
    ['an account and its sum', 'norek,nominal\n7310284495,600000', 'norek,nominal\n⟦REKENING-1⟧,600000'],
    [
      'a number beside a bank',
      'No\tNama\tBank\tNomor\n1\t-\tBRI\t034101029384537',
      'No\tNama\tBank\tNomor\n1\t-\tBRI\t⟦REKENING-1⟧',
    ],
    [
      'a title between the rows',
      'No;Jenis;Norek\nKecamatan Curug\n1;A;7310284495',
      'No;Jenis;Norek\nKecamatan Curug\n1;A;⟦REKENING-1⟧',
    ],
    [
      'a comma in a cell',
      'username,unit,password\nuser02,Bidang A, S.Kom.,Rahasia@196',
      'username,unit,password\nuser02,Bidang A, S.Kom.,⟦RAHASIA-1⟧',
    ],
    ['a plate', 'No\tPemilik\tNopol\n1\t-\tb 1234 cde', 'No\tPemilik\tNopol\n1\t-\t⟦PELAT-1⟧'],
    ['tildes', 'nama ~ rekening ~ unit\n- ~ 7310284495 ~ 5', 'nama ~ rekening ~ unit\n- ~ ⟦REKENING-1⟧ ~ 5'],
    [
      'dashes',
      'Nama - Tgl Lahir - HP\nA - 2-9-1999 - 81234567890',
      'Nama - Tgl Lahir - HP\nA - ⟦LAHIR-1⟧ - ⟦TELEPON-1⟧',
    ],
    [
      'a digit within a word of a head',
      'Tgl | SP2D | Penerima | Bank/Rek\n- | 55 | - | 7310284495',
      'Tgl | SP2D | Penerima | Bank/Rek\n- | 55 | - | ⟦REKENING-1⟧',
    ],
    [
      'columns named in brackets',
      'Calon penerima (nama, NIM, IPK, rekening):\n1) - ~ 12 ~ 3,45 ~ 7310284495\n2) - ~ 13 ~ 3,20 ~ 7310284459',
      'Calon penerima (nama, NIM, IPK, rekening):\n1) - ~ 12 ~ 3,45 ~ ⟦REKENING-1⟧\n2) - ~ 13 ~ 3,20 ~ ⟦REKENING-2⟧',
    ],
    [
      'columns named in brackets, the number of the row among them',
      '(kolom: urut, nama, norek)\n1) A ; 7310284495\n2) B ; 7310284459',
      '(kolom: urut, nama, norek)\n1) A ; ⟦REKENING-1⟧\n2) B ; ⟦REKENING-2⟧',
    ],
    [
      'heads parted by another sign than the rows, which are numbered',
      'Nama / NISN / Tgl lahir / HP ortu\n1.  A  0071  2-9-1999  81234567890',
      'Nama / NISN / Tgl lahir / HP ortu\n1.  A  0071  ⟦LAHIR-1⟧  ⟦TELEPON-1⟧',
    ],
    [
      'an INSERT, commas within quotes',
      "INSERT INTO a (nama, nik, norek, paspor) VALUES\n('-, S.E.', NULL, '7310284495', 'XC1234567'),",
      "INSERT INTO a (nama, nik, norek, paspor) VALUES\n('-, S.E.', NULL, '⟦REKENING-1⟧', '⟦PASPOR-1⟧'),",
    ],
    [
      'an account of a budget, not of a bank',
      'Rekening\tUraian\tJumlah\n510201010024\tATK\t12500000',
      'Rekening\tUraian\tJumlah\n510201010024\tATK\t12500000',
    ],
    [
      'no code of a budget, where somebody is paid',
      'Rekening\tUraian\tPenerima\n7310284495\tATK\t-',
      'Rekening\tUraian\tPenerima\n⟦REKENING-1⟧\tATK\t-',
    ],
  ])('%s', (_, text, expected) => {
    expect(hidden(text)).toBe(expected)
  })

  it('reads no sentence below columns in brackets as a row, though it has as many parts', () => {
    const { cells } = readTables('Siapkan berkas (nama, nik, hp).\nKami tunggu, mohon datang, terima kasih.')
    expect(cells).toEqual([])
  })

  it.each([
    ['prose', 'nama, alamat\nSaya mengadu, tolong'],
    ['a form', 'Nama Pelapor | Pegawai\nAlamat | Curug'],
    ['a row with a number', 'Budi\tpetugas\t081234567890\nA\tB\tC'],
    ['a log', '{"pelapor":"A","email":"b"}\n1,2'],
  ])('but not %s', (_, text) => {
    expect(readTables(text).heads).toEqual([])
  })
})
