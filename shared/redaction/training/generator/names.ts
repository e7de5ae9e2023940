// Makes persons: a name in the way of one people or another, honorific, titles, degrees. Names are split by a hash of
// the word into those the tagger may learn and those held out for the test.
import { readFileSync } from 'node:fs'
import type { Chance } from './random.ts'

export type Split = 'train' | 'heldout'

export interface Person {
  /** As written on an identity card, in ordinary case. */
  full: string
  /** How people call them. */
  call: string
  woman: boolean
  honorific: string
  title: string
  degrees: string
}

type Part = 'm' | 'f' | 's'
const parts = new Map<string, string[]>()

/** The first ones of each list are so common that any list of names has them: they are always learnt. */
const alwaysLearnt = 12
const heldoutShare = 20

for (const section of readFileSync(new URL('../names/names.txt', import.meta.url), 'utf8')
  .split(/^## /m)
  .slice(1)) {
  const [head = '', ...lines] = section.split('\n')
  const names = lines.join(' ').split(/\s+/).filter(Boolean)
  parts.set(head.trim(), [...new Set([...(parts.get(head.trim()) ?? []), ...names])])
}

function isHeldOut(name: string): boolean {
  let hash = 7
  for (const sign of name.toLowerCase()) hash = (Math.imul(hash, 31) + sign.charCodeAt(0)) >>> 0
  return (hash >>> 4) % heldoutShare === 0
}

const wordsOf = (name: string) =>
  name
    .toLowerCase()
    .split(/[ _]/)
    .filter((word) => word.length > 2)

/** Words of the names of several peoples, men, women or families: "Siti", "Abdul". */
const shared = new Set<string>()
const seen = new Set<string>()
for (const names of parts.values())
  for (const word of new Set(names.flatMap(wordsOf))) (seen.has(word) ? shared : seen).add(word)

/** A name that is common among one people, or known to several, is learnt, also where another people has it. */
const common = new Set([...parts.values()].flatMap((names) => names.slice(0, alwaysLearnt)))
const isCommon = (name: string) => common.has(name) || shared.has(name.toLowerCase())
const bySplit = new Map<string, string[]>()
for (const [head, names] of parts) {
  const isLearnt = (name: string) => isCommon(name) || !isHeldOut(name)
  const write = (name: string) => name.replaceAll('_', ' ')
  bySplit.set(`train ${head}`, names.filter(isLearnt).map(write))
  bySplit.set(`heldout ${head}`, names.filter((name) => !isLearnt(name)).map(write))
}

/** Every word of the names that may be learnt, in lower case: the gazetteer of the tagger. */
export function learntNameWords(): string[] {
  const namesOf = (split: Split) =>
    [...bySplit].filter(([head]) => head.startsWith(`${split} `)).flatMap(([, names]) => names)
  const heldout = new Set(namesOf('heldout').flatMap(wordsOf))
  return [...new Set(namesOf('train').flatMap(wordsOf))]
    .filter((word) => shared.has(word) || !heldout.has(word))
    .sort()
}

function part(random: Chance, split: Split, origin: string, which: Part): string {
  const known = bySplit.get(`train ${origin} ${which}`) ?? []
  const unknown = bySplit.get(`heldout ${origin} ${which}`) ?? []
  if (split === 'heldout' && unknown.length > 0 && random.often(0.5)) return random.pick(unknown)
  return random.pick(known)
}

const origins: readonly [string, number][] = [
  ['javanese', 22],
  ['sundanese', 13],
  ['batak', 9],
  ['balinese', 4],
  ['minang', 6],
  ['bugis', 4],
  ['malay', 4],
  ['betawi', 5],
  ['chinese', 7],
  ['arabic', 11],
  ['christian', 6],
  ['modern', 13],
  ['banjar', 2],
  ['dayak', 1],
  ['foreign', 2],
  ['wordy', 6],
]
const total = origins.reduce((sum, [, weight]) => sum + weight, 0)

export function makePerson(random: Chance, split: Split): Person {
  let at = random.next() * total
  const origin = origins.find(([, weight]) => (at -= weight) < 0)?.[0] ?? 'javanese'
  const woman = random.often(0.5)
  const given = part(random, split, origin, woman ? 'f' : 'm')
  const full = respell(random, wholeName(random, split, origin, woman, given))
  return { full, call: callName(random, full, origin), woman, ...dress(random, woman, origin) }
}

function wholeName(random: Chance, split: Split, origin: string, woman: boolean, given: string): string {
  const second = () =>
    part(
      random,
      split,
      random.often(0.85) ? origin : random.pick(['javanese', 'arabic', 'modern']),
      random.often(0.25) ? (woman ? 'f' : 'm') : 's',
    )
  if (origin === 'balinese') {
    const order = random.pick(['Wayan', 'Made', 'Nyoman', 'Ketut', 'Putu', 'Kadek', 'Komang', 'Gede', 'Luh'])
    const rank = random.pick(
      woman
        ? ['Ni', 'Ni', 'Ida Ayu', 'Anak Agung Ayu', 'Desak', 'I Gusti Ayu']
        : ['I', 'I', 'I', 'Ida Bagus', 'Anak Agung', 'Dewa', 'I Gusti', 'Ngurah'],
    )
    const own = part(random, split, origin, woman ? 'f' : 'm')
    return rank.length > 2
      ? `${rank} ${own}`
      : `${rank} ${order} ${own}${random.often(0.4) ? ` ${part(random, split, origin, woman ? 'f' : 'm')}` : ''}`
  }
  if (given.split(' ').length > 2) return random.often(0.3) ? `${given} ${second()}` : given
  if (['javanese', 'sundanese', 'betawi'].includes(origin) && random.often(0.28)) return given
  if (origin === 'batak' || origin === 'foreign')
    return `${given} ${random.often(0.12) ? `${part(random, split, origin, woman ? 'f' : 'm')} ` : ''}${second()}`
  if (origin === 'arabic' && !woman && random.often(0.1))
    return `${given} bin ${part(random, split, origin, 'm')}`
  if (origin === 'arabic' && woman && random.often(0.06))
    return `${given} binti ${part(random, split, origin, 'm')}`
  const name = `${given} ${second()}`
  return random.often(0.27) ? `${name} ${second()}` : name
}

/** Old spelling, short forms, and doubled letters, as registers have them. */
function respell(random: Chance, name: string): string {
  if (name.startsWith('Muhammad') && random.often(0.5))
    return name.replace(
      'Muhammad',
      random.pick(['M.', 'Muh.', 'Moh.', 'Mochamad', 'Mohammad', 'Mohamad', 'Muhamad', 'Much.', 'Mhd']),
    )
  if (name.startsWith('Abdul ') && random.often(0.3))
    return name.replace('Abdul', random.pick(['Abd.', 'Abd', 'Abdoel']))
  if (name.startsWith('Siti ') && random.often(0.15))
    return name.replace('Siti', random.pick(['St.', 'Sitti', 'Siti']))
  if (random.often(0.03)) return name.replace(/u(?=[a-z])/, 'oe')
  if (random.often(0.02)) return name.replace(/^Su/, 'Soe')
  const words = name.split(' ')
  if (words.length > 2 && random.often(0.08))
    return [...words.slice(0, -1), `${words.at(-1)?.charAt(0)}.`].join(' ')
  if (words.length === 2 && random.often(0.025)) return `${words[0]?.charAt(0)}. ${words[1]}`
  return name
}

function callName(random: Chance, full: string, origin: string): string {
  const words = full
    .split(' ')
    .filter((word) => word.length > 2 && !word.endsWith('.') && !/^(?:bin|binti|ida|anak)$/i.test(word))
  if (origin === 'balinese') return random.pick(words.length > 0 ? words : [full])
  const second = words[1]
  if (
    /^(?:Siti|Muhammad|Mochamad|Mohammad|Abdul|Nur|Sri|Cut|Andi)$/.test(words[0] ?? '') &&
    second &&
    random.often(0.7)
  )
    return second
  if (second && random.often(0.1)) return second
  return words[0] ?? full
}

const degreesOf = [
  'S.H.',
  'S.E.',
  'S.Sos.',
  'S.Kom.',
  'S.T.',
  'S.Pd.',
  'S.IP.',
  'S.STP.',
  'S.Ak',
  'S.Farm',
  'A.Md.',
  'A.Md.Keb',
  'S.Kep.',
  'S.KM.',
  'S.S.',
  'S.Hum',
  'SH',
  'SE',
  'ST',
  'S.Ag',
  'S.Psi',
  'S.I.Kom',
]
const higher = [
  'M.Si.',
  'M.M.',
  'M.H.',
  'M.T.',
  'M.Pd.',
  'M.Kom.',
  'MM',
  'M.AP',
  'M.Kes.',
  'MH',
  'M.Sc.',
  'Ph.D.',
  'M.Eng',
  'Sp.A',
  'Sp.PD',
]

function dress(
  random: Chance,
  woman: boolean,
  origin: string,
): Pick<Person, 'honorific' | 'title' | 'degrees'> {
  const honorific = random.pick(
    woman
      ? [
          'Ibu',
          'Ibu',
          'Bu',
          'Bu',
          'Sdri.',
          'Saudari',
          'Ny.',
          'Mbak',
          'Teh',
          'Hj.',
          'Kak',
          'Nyonya',
          'Ny',
          'Sdri',
          'Ustazah',
          'Ceu',
          'Mpok',
          'Uni',
          'Nona',
          'Ci',
        ]
      : [
          'Bapak',
          'Bapak',
          'Pak',
          'Pak',
          'Sdr.',
          'Saudara',
          'Tn.',
          'Mas',
          'Kang',
          'H.',
          'Bang',
          'Bpk.',
          'Bpk',
          'Sdr',
          'Ustadz',
          'Mang',
          'Om',
          'Uda',
          'Koh',
          'Tuan',
          'Lae',
        ],
  )
  const title = random.pick(
    woman
      ? ['Hj.', 'Dr.', 'dr.', 'Dra.', 'drg.', 'Prof.', 'Ir.', 'Hj.']
      : ['H.', 'Dr.', 'dr.', 'Drs.', 'Ir.', 'KH.', 'Prof. Dr.', 'H.', 'Drs. H.'],
  )
  const first = random.pick(degreesOf)
  const degrees = random.often(0.4) ? `${first}, ${random.pick(higher)}` : first
  return { honorific: origin === 'foreign' ? (woman ? 'Ms.' : 'Mr.') : honorific, title, degrees }
}
