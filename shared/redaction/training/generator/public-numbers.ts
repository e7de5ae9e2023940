// Makes the numbers that single out nobody, and so must stay: amounts, letters, budgets, tickets, regulations.
import { two } from './dates.ts'
import type { Chance } from './random.ts'

export function amount(random: Chance): string {
  const value = String(random.int(12, 98_000) * random.pick([1000, 1000, 500, 50_000]))
  const dotted = value.replace(/\B(?=(?:\d{3})+$)/g, '.')
  return random.pick([
    `Rp${dotted}`,
    `Rp ${dotted}`,
    `Rp. ${dotted},-`,
    `Rp${dotted},00`,
    `Rp ${random.int(2, 900)} juta`,
    `${random.int(2, 900)} ribu`,
    `IDR ${dotted.replaceAll('.', ',')}`,
  ])
}

const units =
  'DISHUB DINKES BKPSDM SETDA DISDIK DPUPR BAPENDA DLH DISKOMINFO KEC.CBD Kel.NRM UM PEM INSPEKTORAT'.split(
    ' ',
  )
const roman = 'I II III IV V VI VII VIII IX X XI XII'.split(' ')
export const letterNumber = (random: Chance) =>
  random.pick([
    () =>
      `${random.int(100, 900)}.${random.int(1, 9)}.${random.int(1, 9)}/${random.digits(random.int(2, 4))}-${random.pick(units)}/${random.int(2020, 2026)}`,
    () =>
      `${random.int(100, 900)}/${random.digits(3)}/${random.pick(units)}/${random.pick(roman)}/${random.int(2020, 2026)}`,
    () =>
      `${random.pick(['B', 'S', 'ND', 'UND', 'SKET'])}-${random.digits(3)}/${random.pick(units)}/${random.int(2020, 2026)}`,
    () => `${random.int(100, 900)}.${random.int(1, 30)}/${random.digits(4)}`,
  ])()

export const budgetCode = (random: Chance) =>
  random.pick([
    () =>
      `5.${random.int(1, 2)}.0${random.int(1, 5)}.0${random.int(1, 4)}.0${random.int(1, 9)}.${String(random.int(1, 80)).padStart(4, '0')}`,
    () =>
      `${random.int(1, 7)}.0${random.int(1, 9)}.0${random.int(1, 9)}.2.0${random.int(1, 9)}.${two(random.int(1, 20))}`,
  ])()

/** Of accounts, archives, things in store: groups of two digits, as medical records have them too. */
export const dottedCode = (random: Chance) =>
  Array.from({ length: random.int(3, 5) }, () => random.digits(2)).join(random.pick(['.', '.', '.', '-']))

export const ticket = (random: Chance) =>
  random.pick([
    () => `LAPOR-${random.int(2022, 2026)}-${random.digits(6)}`,
    () => `#${random.digits(7)}`,
    () => random.digits(8),
    () => `ADU/${random.int(2022, 2026)}/${two(random.int(1, 12))}/${random.digits(5)}`,
    () => `TKT-${random.digits(8)}`,
    () => `LKS${random.digits(9)}`,
    () => `JL${random.digits(10)}`,
  ])()

export const nib = (random: Chance) => `${random.pick(['91', '81', '12', '02', '13'])}${random.digits(11)}`
export const percent = (random: Chance) =>
  `${random.int(1, 99)},${random.digits(2)}${random.pick(['%', ' %', ' persen'])}`
export const year = (random: Chance) => String(random.int(2019, 2027))
export const count = (random: Chance) =>
  random.often(0.7) ? String(random.int(2, 900)) : `${random.int(1, 90)}.${random.digits(3)}`
export const serial = (random: Chance) =>
  `${random.pick(['SN', 'LY', 'ZQ', 'CN', 'MX'])}${random.digits(random.int(8, 10))}`
export const longCode = (random: Chance) => random.digits(random.pick([9, 10, 11, 12, 13, 13, 14, 15]))
export const isbn = (random: Chance) =>
  `978-${random.pick(['602', '623', '979'])}-${random.digits(4)}-${random.digits(2)}-${random.int(0, 9)}`
export const regulation = (random: Chance) => {
  const kind = random.pick([
    'UU',
    'Undang-Undang',
    'PP',
    'Peraturan Pemerintah',
    'Perpres',
    'Permendagri',
    'Peraturan Menteri Dalam Negeri',
    'Perda',
    'Perwal',
    'Peraturan Wali Kota',
    'Keputusan Wali Kota',
    'Permenkes',
    'Permen PUPR',
  ])
  const number = random.int(1, 160)
  return random.pick([
    `${kind} Nomor ${number} Tahun ${random.int(1999, 2026)}`,
    `${kind} No. ${number} Tahun ${random.int(1999, 2026)}`,
    `${kind} No. ${number}/${random.int(1999, 2026)}`,
  ])
}
