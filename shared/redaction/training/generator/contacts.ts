// Makes what reaches a person: an e-mail address in the way people choose them, and a home's address.
import type { Piece } from './fill.ts'
import type { Person } from './names.ts'
import type { Chance } from './random.ts'

export const mailCity = (random: Chance) =>
  `${random.pick(['tangerang', 'bandung', 'semarang', 'bogor', 'serang', 'malang', 'padang'])}${random.pick(['kota', 'kab', ''])}`

export function email(random: Chance, person: Person): string {
  const words = person.full
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .split(' ')
    .filter(Boolean)
  const number = random.often(0.5) ? random.digits(random.int(2, 4)) : ''
  const local = random.pick([
    words.join('.'),
    words.join(''),
    words.join('_'),
    `${words[0]}${number}`,
    `${words.at(-1)}.${words[0]}${number}`,
    `${words.join('')}${number}`,
  ])
  const domain = random.pick([
    'gmail.com',
    'gmail.com',
    'yahoo.com',
    'yahoo.co.id',
    'outlook.com',
    'icloud.com',
    'hotmail.com',
    `${mailCity(random)}.go.id`,
    'kemendagri.go.id',
    'student.ui.ac.id',
    'contoh.co.id',
    'proton.me',
  ])
  const sign = random.often(0.92) ? '@' : random.pick(['[at]', ' @ ', '(at)', ' [at] ', '{at}'])
  const address = `${local}${sign}${domain}`
  return random.often(0.05) ? address.toUpperCase() : address
}

/**
 * From street, estate or hamlet to RT/RW; then the neutral tail. Form s: no tail; u: capitals; l: lower case.
 * `entry` gives an entry of words/slots.txt.
 */
export function address(random: Chance, entry: (name: string) => string, forms: string): Piece[] {
  const number = random.pick([
    () => random.int(1, 240),
    () => `${random.int(1, 99)}${random.pick(['A', 'B', 'C'])}`,
    () => `${random.int(1, 60)}/${random.int(1, 40)}`,
  ])()
  const street = `${random.pick(['Jl.', 'Jl.', 'Jalan', 'Jl', 'Jln.', 'Jln', 'JL.'])} ${entry('streetname')}${random.often(0.15) ? ` ${random.pick(['Gg.', 'Gang'])} ${entry('flower')}` : ''}`
  const house = `${random.pick([' No. ', ' No.', ' no. ', ' No ', ' Nomor ', ' '])}${number}`
  const block = `${random.pick([' Blok ', ' Blok ', ' Blk. ', ', Blok '])}${random.pick([...'ABCDEFGHJK'])}${random.pick(['', random.int(1, 22)])}${random.pick([' No. ', '/', ' No.', '-', ' no '])}${random.int(1, 60)}`
  const rtNumber = () => String(random.int(1, 18)).padStart(random.pick([1, 2, 3]), '0')
  const [rt, rw] = [rtNumber(), rtNumber()]
  const community = random.pick([
    `RT ${rt}/RW ${rw}`,
    `RT.${rt}/RW.${rw}`,
    `RT ${rt} RW ${rw}`,
    `RT ${rt}/${rw}`,
    `RT. ${rt} RW. ${rw}`,
    `RT/RW ${rt}/${rw}`,
    `RT${rt}/RW${rw}`,
    `rt ${rt} rw ${rw}`,
    `Rt. ${rt}/Rw. ${rw}`,
  ])
  const hasCommunity = random.often(0.6)
  const core = random.pick([
    () => street + house,
    () => street + house,
    () => street + house,
    () => `${entry('estate')}${block}`,
    () => `${entry('estate')}${block}`,
    () =>
      `${entry('flat')} ${random.pick(['Tower', 'Lantai', 'Lt.'])} ${random.int(1, 20)} ${random.pick(['No.', 'Unit'])} ${random.int(1, 40)}${random.pick(['', 'A', 'B'])}`,
    () => `${random.pick(['Gg.', 'Gang', 'Gg'])} ${entry('streetname')}${house}`,
    () => `${street}, ${entry('estate')}${block}`,
    () => `${entry('hamlet')} ${community}`,
    () => `${entry('hamlet')}${random.pick([' ', ', '])}${community}`,
  ])()
  const whole =
    hasCommunity && !core.includes(community) ? `${core}${random.pick([', ', ' ', ', '])}${community}` : core
  const up = forms.includes('u')
  const low = forms.includes('l')
  const write = (text: string) => (up ? text.toUpperCase() : low ? text.toLowerCase() : text)
  const pieces: Piece[] = [{ text: write(whole), mark: 'ADDRESS' }]
  if (forms.includes('s') || random.often(0.35)) return pieces
  const tail = random.pick([
    () => `, Kelurahan ${entry('kel')}, Kecamatan ${entry('kec')}`,
    () => `, Kel. ${entry('kel')} Kec. ${entry('kec')}${random.often(0.5) ? `, Kota ${entry('city')}` : ''}`,
    () => ` Kel. ${entry('kel')}, Kec. ${entry('kec')}`,
    () => `, ${entry('kel')}, ${entry('city')}`,
    () => `, Desa ${entry('kel')}, Kab. ${entry('city')} ${random.digits(5)}`,
    () => `, ${entry('kel')}, Kota ${entry('city')} ${random.digits(5)}`,
    () => `, Kota ${entry('city')}`,
  ])()
  return [...pieces, { text: write(tail), mark: 'neutral' }]
}
