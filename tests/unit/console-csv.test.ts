// A list of offices as spreadsheets write it, read for the gateway's import.
import { describe, expect, it } from 'vitest'
import { readOffices, textOfFile } from '../../gateway/console/csv.ts'

const only = (text: string) => readOffices(text).offices.map(({ office }) => office)

describe('a list of offices', () => {
  it.each([
    ['semicolons, as Excel in Indonesian writes', 'kode;nama\r\ndinkes;Dinas Kesehatan\r\n'],
    ['commas and English heads', 'id,name\ndinkes,Dinas Kesehatan'],
    ['tabs, as pasted from a spreadsheet', 'Kode\tNama Instansi\ndinkes\tDinas Kesehatan'],
    ['a byte order mark', '\uFEFFkode;nama\ndinkes;Dinas Kesehatan'],
    ['columns in another order, with blanks', ' Nama ; KODE \n Dinas Kesehatan ; dinkes '],
    ['quotes', 'id,name\n"dinkes","Dinas Kesehatan"'],
  ])('is read with %s', (_, text) => {
    expect(only(text)).toEqual([{ id: 'dinkes', name: 'Dinas Kesehatan' }])
  })

  it('keeps a comma within a name apart from the one between columns', () => {
    expect(only('id,name\ndispora,"Dinas Pendidikan, Pemuda, dan Olahraga"')).toEqual([
      { id: 'dispora', name: 'Dinas Pendidikan, Pemuda, dan Olahraga' },
    ])
    expect(only('kode;nama\ndispora;Dinas Pendidikan, Pemuda, dan Olahraga')).toEqual([
      { id: 'dispora', name: 'Dinas Pendidikan, Pemuda, dan Olahraga' },
    ])
  })

  it('reads caps: digits, groups of three, none; what is no number stays for the gateway to refuse', () => {
    const list =
      'kode;nama;kuota per hari;kuota per bulan;token per bulan;rupiah per bulan\na;A;500;20.000;tanpa batas;1,5 juta\nb;B;;;;'
    expect(only(list)).toEqual([
      {
        id: 'a',
        name: 'A',
        limits: {
          actionsPerDay: 500,
          actionsPerMonth: 20_000,
          tokensPerMonth: null,
          rupiahPerMonth: '1,5 juta',
        },
      },
      { id: 'b', name: 'B' },
    ])
  })

  it('counts rows as the spreadsheet does, empty ones too', () => {
    const { offices } = readOffices('kode;nama\na;A\n;\n\nb;B\n')
    expect(offices.map(({ line, id }) => [line, id])).toEqual([
      [2, 'a'],
      [5, 'b'],
    ])
  })

  it('names what it lacks and what it does not use', () => {
    expect(readOffices('kode;alamat\na;Jalan Contoh')).toMatchObject({
      missing: ['name'],
      ignored: ['alamat'],
    })
    expect(readOffices('').missing).toEqual(['id', 'name'])
  })

  it('is read from a file of Windows too', () => {
    expect(textOfFile(Uint8Array.from([0x44, 0x69, 0x6e, 0x61, 0x73, 0x20, 0xe9]).buffer)).toBe('Dinas é')
    expect(textOfFile(new TextEncoder().encode('Dinas é').buffer as ArrayBuffer)).toBe('Dinas é')
  })
})
