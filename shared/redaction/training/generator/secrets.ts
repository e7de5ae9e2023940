// Makes tokens as machines draw them, and passwords as people think them up; and varies what templates hold typed out.
import type { Chance } from './random.ts'

const letters = [...'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789']
const scramble = (random: Chance, count: number, extra: readonly string[] = []) =>
  Array.from({ length: count }, () =>
    random.pick(extra.length > 0 && random.often(0.06) ? extra : letters),
  ).join('')

export const token = (random: Chance) => `${scramble(random, random.int(18, 44), ['-', '_'])}7a`
export const jwt = (random: Chance) =>
  `eyJ${scramble(random, 30)}.eyJ${scramble(random, 44)}.${scramble(random, 38, ['-', '_'])}`

const words =
  'rahasia admin kota dinas bismillah merdeka melati kopi durian garuda sungai bintang pasar kantor lembayung cemara tamu petugas ' +
  'loket samudra rendang pempek gajah merapi sasando angkot sawah macan kakaktua kerupuk senja rembulan cendana bakso layang ' +
  'pelita kancil jagung ombak nangka kelapa satria pandawa srikandi anggrek harimau beringin tenun songket ketupat perahu'
const word = (random: Chance) => {
  const picked = random.pick(words.split(' '))
  return random.often(0.5) ? capital(picked) : picked
}
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const joint = (random: Chance) => random.pick(['-', '_', '.', '*', '!', '&', '@', '#', '+', ''])
const slipped: Readonly<Record<string, string>> = { a: '4', e: '3', i: '1', o: '0', s: '5' }

export const password = (random: Chance) =>
  random.pick([
    () => `${scramble(random, 5)}#${random.digits(3)}${scramble(random, 2)}`,
    () => `${scramble(random, 4)}-${scramble(random, 6)}${random.int(0, 9)}`,
    () => scramble(random, random.int(8, 14)),
    () =>
      `${word(random)}${joint(random)}${random.digits(random.int(1, 4))}${random.pick(['', '', '!', '#'])}`,
    () =>
      `${word(random)}${joint(random)}${word(random)}${random.often(0.5) ? joint(random) + random.digits(2) : ''}`,
    () =>
      word(random).replace(/[aeios]/g, (letter) => slipped[letter] ?? letter) + joint(random) + word(random),
    () => `${word(random)}${random.pick(['XII', 'OK', 'IND', 'ku', '2x'])}${word(random)}`,
  ])()

/** What a lock, a card or a short message asks for: digits, now and then in groups. */
export function pin(random: Chance): string {
  const digits = random.digits(random.pick([4, 4, 4, 5, 6, 6, 6, 6, 8])).split('')
  // A first 0 is as likely as another.
  if (random.often(0.1)) digits[0] = '0'
  const grouped = (size: number, sign: string) =>
    digits.join('').replace(/\B(?=(?:\d+)$)/g, (_, at: number) => (at % size === 0 ? sign : ''))
  return random.pick([
    () => digits.join(''),
    () => digits.join(''),
    () => digits.join(''),
    () => digits.join(''),
    () => grouped(digits.length % 3 === 0 ? 3 : 2, random.pick([' ', '-', ' '])),
    () => grouped(2, random.pick([' ', '-', '.'])),
    () => digits.join(random.pick([' ', '-', ' - '])),
  ])()
}

/**
 * Another value in the form of one that a template holds typed out, so that its signs are not learnt by heart. Takes what
 * is marked and as which type; numbers whose digits have an inner check stay as they are.
 */
export function varied(literal: string, type: string, random: Chance): string {
  if (!vary.has(type) || random.often(0.5)) return literal
  const isPassword = type === 'SECRET' && /^[^\s:/]{6,24}$/.test(literal) && /[a-z]/i.test(literal)
  return isPassword ? password(random) : literal.replace(/\d/g, () => String(random.int(0, 9)))
}

const vary = new Set(['SECRET', 'BANK_ACCOUNT', 'MEDICAL_RECORD', 'LAND_CERT', 'PASSPORT'])
