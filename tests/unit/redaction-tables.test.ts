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

  it.each([
    ['prose', 'nama, alamat\nSaya mengadu, tolong'],
    ['a form', 'Nama Pelapor | Pegawai\nAlamat | Curug'],
    ['a row with a number', 'Budi\tpetugas\t081234567890\nA\tB\tC'],
    ['a log', '{"pelapor":"A","email":"b"}\n1,2'],
  ])('but not %s', (_, text) => {
    expect(readTables(text).heads).toEqual([])
  })
})
