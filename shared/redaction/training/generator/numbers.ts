// Makes the numbers of invented persons, in the forms in which people write them. Inner checks hold: dates, Luhn.
import { two } from './dates.ts'
import type { Chance } from './random.ts'

const provinces =
  '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 94 96'.split(
    ' ',
  )
const area = (random: Chance) =>
  `${random.pick(provinces)}${two(random.pick([1, 2, 3, 4, 5, 6, 8, 71, 72, 73, 74, 75, 76]))}${two(random.int(1, 20))}`

/** Groups digits by sizes; "-" or " " or "." between. */
function group(digits: string, sizes: readonly number[], sign: string): string {
  const out: string[] = []
  let at = 0
  for (const size of sizes) {
    out.push(digits.slice(at, at + size))
    at += size
  }
  if (at < digits.length) out.push(digits.slice(at))
  return out.filter(Boolean).join(sign)
}

export function nik(random: Chance): string {
  const day = random.int(1, 28) + (random.often(0.5) ? 40 : 0)
  const digits = `${area(random)}${two(day)}${two(random.int(1, 12))}${two(random.int(40, 109) % 100)}${String(random.int(1, 30)).padStart(4, '0')}`
  return asCard(random, digits)
}

export function kk(random: Chance): string {
  return asCard(
    random,
    `${area(random)}${two(random.int(1, 28))}${two(random.int(1, 12))}${two(random.int(4, 25))}${String(random.int(1, 200)).padStart(4, '0')}`,
  )
}

function asCard(random: Chance, digits: string): string {
  if (random.often(0.78)) return digits
  const sizes = random.pick([
    [4, 4, 4, 4],
    [6, 6, 4],
    [2, 4, 6, 4],
    [6, 10],
  ])
  return random.often(0.08)
    ? [...digits].join(' ')
    : group(digits, sizes, random.pick([' ', '.', '-', ' ', ' - ']))
}

export function npwp(random: Chance): string {
  const digits = `${two(random.int(1, 99))}${random.digits(6)}${random.int(0, 9)}${random.int(400, 999)}${random.pick(['000', '000', '001', '002'])}`
  if (random.often(0.25)) return digits
  if (random.often(0.15)) return `0${digits}`
  if (random.often(0.7))
    return `${digits.slice(0, 2)}.${digits.slice(2, 5)}.${digits.slice(5, 8)}.${digits.slice(8, 9)}-${digits.slice(9, 12)}.${digits.slice(12)}`
  return group(digits, [2, 3, 3, 1, 3, 3], random.pick([' ', '.', '-']))
}

export function nip(random: Chance): string {
  const birth = random.int(1962, 1998)
  const digits = `${birth}${two(random.int(1, 12))}${two(random.int(1, 28))}${Math.min(2025, birth + random.int(20, 32))}${random.often(0.2) ? '21' : two(random.int(1, 12))}${random.int(1, 2)}${String(random.int(1, 40)).padStart(3, '0')}`
  return random.often(0.5) ? digits : group(digits, [8, 6, 1, 3], random.pick([' ', ' ', '.', '-']))
}

export const bpjs = (random: Chance) =>
  group(`000${random.digits(10)}`, random.often(0.8) ? [13] : [4, 4, 5], ' ')
export const kpj = (random: Chance) => `${two(random.int(1, 23))}${random.digits(9)}`

export function passport(random: Chance): string {
  return `${random.pick(['A', 'B', 'C', 'E', 'X', 'XC', 'AT'])}${random.often(0.15) ? ' ' : ''}${random.digits(random.pick([7, 7, 7, 6]))}`
}

export function sim(random: Chance): string {
  const digits = `${two(random.int(50, 99))}${two(random.int(1, 12))}${random.digits(random.pick([8, 8, 10]))}`
  return random.often(0.7) ? digits : group(digits, [4, 4, 4], random.pick([' ', '-']))
}

const operators =
  '811 812 813 814 815 816 817 818 819 821 822 823 828 831 832 833 838 851 852 853 855 856 857 858 859 877 878 879 881 882 883 887 888 889 895 896 897 898 899'.split(
    ' ',
  )

export function phone(random: Chance): string {
  const rest = random.digits(random.pick([7, 8, 8, 8, 9, 6]))
  const national = `0${random.pick(operators)}${rest}`
  if (random.often(0.45)) return national
  if (random.often(0.25))
    return `${random.pick(['+62', '+62 ', '62', '+62-', '(+62) '])}${random.often(0.5) ? national.slice(1) : group(national.slice(1), [3, 4, 4], random.pick(['-', ' ']))}`
  return group(
    national,
    random.pick([
      [4, 4, 5],
      [4, 3, 5],
      [4, 4, 4],
      [3, 4, 5],
      [4, 8],
    ]),
    random.pick(['-', '-', ' ', ' ', '.', ' - ']),
  )
}

export function landline(random: Chance): string {
  const code = random.pick([
    '021',
    '022',
    '024',
    '031',
    '0251',
    '0254',
    '0274',
    '0271',
    '0341',
    '0361',
    '0411',
    '0561',
    '0751',
    '061',
    '0711',
  ])
  const rest = random.digits(random.pick([6, 7, 7, 8]))
  return random.pick([
    `(${code}) ${rest}`,
    `${code}-${rest}`,
    `${code} ${rest}`,
    `${code}${rest}`,
    `(${code}) ${rest.slice(0, 3)}-${rest.slice(3)}`,
  ])
}

export function plate(random: Chance): string {
  const head = random.pick(
    'B B B D F A AB AD AA AE AG BK BM BA BG DK DD DR E H G K KB KT L M N P R S T W Z'.split(' '),
  )
  const tail = Array.from({ length: random.int(2, 3) }, () =>
    random.pick([...'ABCDEFGHJKLMNPQRSTUVWXYZ']),
  ).join('')
  const digits = random.digits(random.pick([4, 4, 4, 3]))
  return random.pick([
    `${head} ${digits} ${tail}`,
    `${head} ${digits} ${tail}`,
    `${head}${digits}${tail}`,
    `${head}-${digits}-${tail}`,
  ])
}

export function account(random: Chance): string {
  const digits = `${random.int(0, 9)}${random.digits(random.pick([9, 9, 10, 12, 13, 14]))}`
  if (random.often(0.75)) return digits
  return group(
    digits,
    random.pick([
      [3, 3, 4],
      [4, 4, 4, 4],
      [3, 7],
      [4, 2, 6, 2, 1],
    ]),
    random.pick([' ', '-', '.']),
  )
}

export function card(random: Chance): string {
  const head = `${random.pick(['4', '51', '52', '53', '54', '55'])}${random.digits(14)}`.slice(0, 15)
  let sum = 0
  for (const [at, digit] of [...head].entries()) {
    const doubled = at % 2 === 0 ? Number(digit) * 2 : Number(digit)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return group(
    `${head}${(10 - (sum % 10)) % 10}`,
    random.often(0.35) ? [16] : [4, 4, 4, 4],
    random.pick([' ', '-', ' ']),
  )
}

export function imei(random: Chance): string {
  const head = `35${random.digits(12)}`
  let sum = 0
  for (const [at, digit] of [...head].entries()) {
    const doubled = at % 2 === 1 ? Number(digit) * 2 : Number(digit)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return group(
    `${head}${(10 - (sum % 10)) % 10}`,
    random.often(0.8)
      ? [15]
      : random.pick([
          [2, 6, 6, 1],
          [6, 2, 6, 1],
        ]),
    random.pick([' ', '-']),
  )
}

export function nop(random: Chance): string {
  const digits = `${random.pick(provinces)}${two(random.pick([1, 3, 5, 71, 73, 75]))}${String(random.int(1, 16) * 10).padStart(3, '0')}${String(random.int(1, 14)).padStart(3, '0')}${String(random.int(1, 40)).padStart(3, '0')}${random.digits(4)}0`
  if (random.often(0.4)) return digits
  return random.often(0.6)
    ? `${group(digits.slice(0, 13), [2, 2, 3, 3, 3], '.')}${random.pick(['-', '.'])}${digits.slice(13, 17)}.${digits.slice(17)}`
    : group(digits, [2, 2, 3, 3, 3, 4, 1], random.pick([' ', '.', '-']))
}

export const landCertificate = (random: Chance) =>
  random.pick([
    () => String(random.int(12, 9999)).padStart(5, '0'),
    () => random.digits(random.pick([3, 4, 5])),
    () => `${random.digits(8)}${random.digits(6)}`,
    () =>
      `${random.pick(provinces)}.${two(random.int(1, 20))}.${two(random.int(1, 20))}.${two(random.int(1, 12))}.1.${random.digits(5)}`,
  ])()

export const medicalRecord = (random: Chance) =>
  random.pick([
    () => random.digits(6),
    () => random.digits(8),
    () => `00${random.digits(4)}`,
    () => group(random.digits(6), [2, 2, 2], random.pick(['-', '.'])),
    () => group(random.digits(8), [2, 2, 2, 2], random.pick(['-', '.'])),
    () => `RM-${random.digits(6)}`,
    () => `RM${random.digits(6)}`,
  ])()

export function coordinates(random: Chance): string {
  const lat = (-(random.next() * 9 + 0.2)).toFixed(random.int(4, 6))
  const lng = (random.next() * 40 + 96).toFixed(random.int(4, 6))
  const dms = (value: number, sign: string) =>
    `${Math.floor(value)}°${random.int(1, 59)}'${(random.next() * 59).toFixed(1)}"${sign}`
  return random.pick([
    () => `${lat}, ${lng}`,
    () => `${lat},${lng}`,
    () => `${lat}, ${lng}`,
    () => `${lat.replace('.', ',')}; ${lng.replace('.', ',')}`,
    () => `${dms(Math.abs(Number(lat)), 'S')} ${dms(Number(lng), 'E')}`,
    () => `${dms(Math.abs(Number(lat)), ' LS')}, ${dms(Number(lng), ' BT')}`,
  ])()
}
