import { describe, expect, it } from 'vitest'
import { growth, linear } from './growth.ts'
import { classify, createRestorer, redact, restore } from '../../shared/redaction/index.ts'

// Whoever sends a text can choose it. Each shape breaks some usual pattern; none may cost more than its length.
const half = 50_000
const map = { '⟦NIK-1⟧': '3273016605500005' }

const repeated = [
  '1',
  '.',
  '1 ',
  '1-',
  '1.',
  '1\u00ad',
  '0 8 1 ',
  '0812 ',
  '+62',
  'B 1234 ',
  '12-12-2025 ',
  '-6.123,',
  'a',
  'a.',
  '@',
  'a@',
  'a@b.id ',
  '[at]',
  '[',
  '⟦NIK-',
  '⟦NIK-1',
  '⟦NIK-1⟧',
  '[NIK_1] ',
  '<<',
  '\\[',
  '\u0301',
  '\u200b',
  '１',
  '\ud800',
  '👨‍👩‍👧',
  ' ',
  '\n',
  ' \r\n',
  'Jl. Merdeka Raya ',
  'Jl. Merdeka No. 5 RT 01/02, ',
  'Nama : ',
  'NIK : ',
  'NIK 3671\n',
  '1234\n',
  'TTL:',
  'a.n. ',
  'Bapak ',
  'Pak Budi ',
  'Nama: Budi Santoso\n',
  'bin ',
  'S.H., ',
  'rekening BCA ',
  '(nama, nik, hp)\n1) Budi ~ 1 ~ 2\n',
  "('a', 'b',\n",
  'Budi (08.33): kirim nomornya\n',
  '[07/07/26 11.20] Budi: ',
  'RT 3 RW 1 ',
  ', tgl lahir',
  ' NIP',
  '1. Budi - RT 5\n',
  'tgl lahir di akta 1-2-1990, tapi di KK ',
  '3671014507880003 | ',
  'token=&',
  'password: ',
  'Bearer x ',
  'eyJ',
  'eyJ-',
  'a,b,"c",',
  'Hormat saya\n\n',
  '\n\nNIP 1',
  'Sifat\n',
  'R A H A S I A ',
  '3273016605500005 ',
  'Nama |',
  'Nama | Budi ',
  '|',
  'Nama\n',
  'Nama:\r\n\r\n',
  'Pelapor\t',
  '1 | Nama',
  'nama budi santoso ',
  'saya Budi dari ',
  'my wife, Ayu ',
  'Regards\n',
  '[07/07/26 11.20] ',
  'NIK 3374\n',
  'NIK 3\n3\n',
  '0812/3456/',
  '0812_3456_7890',
  '2C21JE5550-',
  '\u202e',
  '1\u202e',
  '\u{e0041}',
  '1\u{e0041}',
  'a\u{e0041}@',
  '[ at ]',
  'a(a)',
  '%40',
  '⟦NIK-337414⟧',
  'NIK3374144107790002Nama',
  'Jl. Mawar ',
  'Jl. Mawar No. ',
  'Blok A ',
  'lahir ',
  'lahir di ',
  'SHM ',
  'No. RM ',
  '-6.1234, ',
  '7° 3',
  'nama,nik\n',
  'nama,nik,hp\nBudi,1,2\n',
  'Budi Santoso, ',
  'Budi ',
  'budi ',
  'BUDI ',
  'O8',
  '1O',
  'Ibu-ibu ',
  'imei1 ',
  '<td>a</td>',
  'a@b . ',
  'a@\n',
  'agmail.com',
  'password',
  'pass lama ',
  'PIN ATM ',
  '://a:',
  '12345678:AA',
  '-----BEGIN PRIVATE KEY-----',
  '/reset/',
  'SHM 1234, ',
  'SHM\n1234\n',
  'no RM di ',
  '1234 no RM ',
  '-6.1234 long ',
  'plat B 1',
  'B 1234 CD dan ',
  'paspor A1',
  'Nama;No. HP 1\n',
  'nik,hp\n1, 2,3\n',
]

const shapes: [string, (length: number) => string][] = [
  ...repeated.map((piece): [string, (length: number) => string] => [
    JSON.stringify(piece),
    (length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length),
  ]),
  ['one digit and invisible signs', (length) => '1' + '\u200b'.repeat(length)],
  ['digits that hold no NIK', (length) => '9'.repeat(length)],
  ['one capital word', (length) => 'A'.repeat(length)],
  ['a long word and a long number', (length) => 'a'.repeat(length / 2) + '1'.repeat(length / 2)],
  ['a long name and many signs of e-mail', (length) => 'a.'.repeat(length / 4) + '@'.repeat(length / 2)],
  ['blanks before a closing', (length) => ' '.repeat(length) + 'Hormat saya'],
  ['many names that differ', (length) => numbered(length, (n) => `Pak Budi X${letters(n)} `)],
  ['many addresses that differ', (length) => numbered(length, (n) => `a${n}@b.id `)],
  [
    'many numbers taken by look-alikes',
    (length) => numbered(length, (n) => `[NIK-${n}] 32730166055${10_000 + n} `),
  ],
]

function numbered(length: number, piece: (n: number) => string): string {
  let text = ''
  for (let n = 0; text.length < length; n++) text += piece(n)
  return text
}

function letters(n: number): string {
  return [...String(n)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('')
}

function everything(text: string): void {
  const redacted = redact(text)
  restore(redacted.text, redacted.map)
  classify(text)
  const restorer = createRestorer(map)
  for (let at = 0; at < text.length; at += 50) restorer.push(text.slice(at, at + 50))
  restorer.flush()
}

describe('twice the text takes about twice the time', () => {
  it.each(shapes)('%s', (_, shape) => {
    expect(growth(everything, shape, half)).toBeLessThan(linear)
  })
})
