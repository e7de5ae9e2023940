// Writes dates and times in the ways people do.
import type { Chance } from './random.ts'

const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
  ' ',
)
const shortMonths = 'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des'.split(' ')
const englishMonths =
  'January February March April May June July August September October November December'.split(' ')

export const two = (n: number) => String(n).padStart(2, '0')

interface Day {
  day: number
  month: number
  year: number
}
const dayIn = (random: Chance, from: number, to: number): Day => ({
  day: random.int(1, 28),
  month: random.int(1, 12),
  year: random.int(from, to),
})

function writeDay(random: Chance, { day, month, year }: Day): string {
  return random.pick([
    () => `${day} ${months[month - 1]} ${year}`,
    () => `${two(day)}-${two(month)}-${year}`,
    () => `${day} ${months[month - 1]} ${year}`,
    () => `${two(day)}/${two(month)}/${year}`,
    () => `${day}-${month}-${year}`,
    () => `${two(day)} ${shortMonths[month - 1]} ${year}`,
    () => `${year}-${two(month)}-${two(day)}`,
    () => `${two(day)}.${two(month)}.${year}`,
    () => `${two(day)} ${months[month - 1]?.toUpperCase()} ${year}`,
  ])()
}

export const birthDate = (random: Chance) => writeDay(random, dayIn(random, 1942, 2022))
export const birthDateIso = (random: Chance) => {
  const { day, month, year } = dayIn(random, 1942, 2022)
  return `${year}-${two(month)}-${two(day)}`
}
export const englishBirthDate = (random: Chance) => {
  const { day, month, year } = dayIn(random, 1942, 2012)
  return random.pick([
    `${day} ${englishMonths[month - 1]} ${year}`,
    `${englishMonths[month - 1]} ${day}, ${year}`,
  ])
}
export const eventDate = (random: Chance) => writeDay(random, dayIn(random, 2019, 2027))
/** Of decrees, foundations, deaths: as long ago as births are. */
export const oldDate = (random: Chance) => writeDay(random, dayIn(random, 1928, 2018))
export const clock = (random: Chance) =>
  `${two(random.int(6, 20))}${random.pick(['.', ':'])}${random.pick(['00', '15', '30', '45', '10'])}`
export const chatStamp = (random: Chance) =>
  `${two(random.int(1, 28))}/${two(random.int(1, 12))}/${random.pick(['24', '25', '26', '2025', '2026'])}${random.pick([' ', ', '])}${clock(random)}`
