// Fills a template and keeps the marks. The language of templates:
//   [a|b|]      one of these, perhaps nothing; may be nested
//   *3-7* line  the line 3 to 7 times, with other persons and numbers in each
//   <P1.ht>     person 1: h honorific, t title, d degrees, f first name only, u capitals, l lower case, i initial
//   <NIK>       a marked value (see `values`); <NIK2> the same one wherever it stands in the document
//   <city>      an entry of words/slots.txt, not marked; <city2> the same one again
//   {{…}}       what is inside is neutral: hiding it is neither right nor wrong
//   ⟪PERSON Ana⟫  this very text, marked; for training, some numbers and secrets with other signs (secrets.ts)
import { address, email, mailCity } from './contacts.ts'
import { makePerson, type Person, type Split } from './names.ts'
import * as dates from './dates.ts'
import * as numbers from './numbers.ts'
import * as publicNumbers from './public-numbers.ts'
import type { Chance } from './random.ts'
import * as secrets from './secrets.ts'
import { slots, vocabulary } from './words.ts'

export interface Piece {
  text: string
  /** A type of finding, or 'neutral'. */
  mark?: string
}

/** Of the Indonesian words of a text. */
const everydayShare = 0.5

type Make = (random: Chance) => string

/** Values that must be hidden: slot, type, maker. */
const values: Readonly<Record<string, readonly [string, Make]>> = {
  NIK: ['NIK', numbers.nik],
  KK: ['KK', numbers.kk],
  NPWP: ['NPWP', numbers.npwp],
  NIP: ['NIP', numbers.nip],
  BPJS: ['BPJS', numbers.bpjs],
  KPJ: ['BPJS', numbers.kpj],
  PASSPORT: ['PASSPORT', numbers.passport],
  SIM: ['SIM', numbers.sim],
  PHONE: ['PHONE', numbers.phone],
  HOMEPHONE: ['PHONE', numbers.landline],
  PLATE: ['PLATE', numbers.plate],
  ACCOUNT: ['BANK_ACCOUNT', numbers.account],
  CARD: ['CREDIT_CARD', numbers.card],
  IMEI: ['IMEI', numbers.imei],
  NOP: ['NOP', numbers.nop],
  SHM: ['LAND_CERT', numbers.landCertificate],
  RM: ['MEDICAL_RECORD', numbers.medicalRecord],
  COORD: ['COORD', numbers.coordinates],
  TOKEN: ['SECRET', secrets.token],
  JWT: ['SECRET', secrets.jwt],
  PASSWORD: ['SECRET', secrets.password],
  PIN: ['SECRET', secrets.pin],
  DOB: ['DOB', dates.birthDate],
  DOBISO: ['DOB', dates.birthDateIso],
  DOBEN: ['DOB', dates.englishBirthDate],
}

/** Values that must stay. */
const ordinary: Readonly<Record<string, Make>> = {
  date: dates.eventDate,
  olddate: dates.oldDate,
  time: dates.clock,
  stamp: dates.chatStamp,
  rp: publicNumbers.amount,
  letterno: publicNumbers.letterNumber,
  budget: publicNumbers.budgetCode,
  ticket: publicNumbers.ticket,
  nib: publicNumbers.nib,
  pct: publicNumbers.percent,
  year: publicNumbers.year,
  n: publicNumbers.count,
  n1: (random) => String(random.int(1, 19)),
  serial: publicNumbers.serial,
  code: publicNumbers.longCode,
  dotted: publicNumbers.dottedCode,
  isbn: publicNumbers.isbn,
  reg: publicNumbers.regulation,
  coordpublic: numbers.coordinates,
}

export interface Filling {
  random: Chance
  split: Split
  persons: Map<string, Person>
  known: Map<string, Piece[]>
}

export function newFilling(random: Chance, split: Split): Filling {
  return { random, split, persons: new Map(), known: new Map() }
}

export function fill(template: string, filling: Filling): Piece[] {
  const lines = choose(template, filling.random).split('\n')
  const pieces: Piece[] = []
  for (const [at, line] of lines.entries()) {
    if (at > 0) pieces.push({ text: '\n' })
    const rows = /^\*(\d+)-(\d+)\* ?(.*)$/s.exec(line)
    if (!rows) {
      pieces.push(...fillLine(line, filling, ''))
      continue
    }
    const times = filling.random.int(Number(rows[1]), Number(rows[2]))
    for (let row = 1; row <= times; row++) {
      if (row > 1) pieces.push({ text: '\n' })
      // Alternatives were chosen once for all rows, so a table's columns stay alike; <N> counts.
      pieces.push(...fillLine((rows[3] ?? '').replaceAll('<N>', String(row)), filling, `row ${at}.${row} `))
    }
  }
  return pieces
}

const innermost = /\[([^[\]\n]*\|[^[\]]*)\]/

function choose(template: string, random: Chance): string {
  let text = template
  for (let match = innermost.exec(text); match; match = innermost.exec(text)) {
    const choice = random.pick((match[1] ?? '').split('|'))
    text = text.slice(0, match.index) + choice + text.slice(match.index + match[0].length)
  }
  return text
}

const slot = /<([A-Za-z]+?)(\d*)(?:\.([a-z]+))?>|\{\{(.*?)\}\}|⟪([A-Z_]+) ([^⟫]*)⟫/g

function fillLine(line: string, filling: Filling, scope: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of line.matchAll(slot)) {
    pieces.push({ text: line.slice(at, match.index) })
    at = match.index + match[0].length
    const [written, name = '', index = '', forms = '', neutral, mark, literal = ''] = match
    if (mark)
      pieces.push({
        text: filling.split === 'train' ? secrets.varied(literal, mark, filling.random) : literal,
        mark,
      })
    else if (neutral !== undefined)
      pieces.push({ text: plainText(fillLine(neutral, filling, scope)), mark: 'neutral' })
    else pieces.push(...(fillSlot(name, index, forms, filling, scope) ?? [{ text: written }]))
  }
  pieces.push({ text: line.slice(at) })
  return pieces
}

const plainText = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('')

/** Slots without a number are new each time. With one, they are the same in the document, or in the row. */
function fillSlot(
  name: string,
  index: string,
  forms: string,
  filling: Filling,
  scope: string,
): Piece[] | undefined {
  if (name === 'P') return personPieces(forms, personOf(index, filling, scope))
  if (index && !ordinary[name + index]) {
    const key = `${scope}${name}${index}`
    const known = filling.known.get(key)
    if (known) return known
    const made = makeSlot(name, forms, filling, scope)
    if (made) filling.known.set(key, made)
    return made
  }
  return makeSlot(name + index, forms, filling, scope)
}

function personOf(index: string, filling: Filling, scope: string): Person {
  const key = `${scope}${index}`
  const person = filling.persons.get(key) ?? makePerson(filling.random, filling.split)
  filling.persons.set(key, person)
  return person
}

function makeSlot(name: string, forms: string, filling: Filling, scope: string): Piece[] | undefined {
  const { random, split } = filling
  const value = values[name]
  if (value) return [{ text: value[1](random), mark: value[0] }]
  const made = ordinary[name]
  if (made) return [{ text: made(random) }]
  switch (name) {
    case 'EMAIL':
      return [
        {
          text: email(random, personOf(forms === 'o' ? '1' : `mail${random.next()}`, filling, scope)),
          mark: 'EMAIL',
        },
      ]
    case 'UNITMAIL':
      return [
        {
          text: `${random.pick(['humas', 'ppid', 'pengaduan', 'dinkes', 'setda', 'info', 'kec.neglasari', 'dpmptsp'])}@${mailCity(random)}.go.id`,
          mark: 'neutral',
        },
      ]
    case 'OFFICEPHONE':
      return [{ text: numbers.landline(random), mark: 'neutral' }]
    case 'ADDRESS':
      return address(random, (slot) => entry(slot, filling), forms)
    case 'STREET':
      return [
        {
          text: `${random.pick(['Jl.', 'Jalan', 'Jl', 'Jln.'])} ${entry('streetname', filling)}`,
          mark: 'neutral',
        },
      ]
    case 'PN':
      return [{ text: placeName(random, split) }]
    case 'Words':
      return [{ text: someWords(random, 'id', 2, 5).map(capitalised).join(' ') }]
    case 'WORDS':
      return [{ text: someWords(random, 'id', 2, 5).join(' ').toUpperCase() }]
    case 'words':
      return [{ text: someWords(random, 'id', 3, 9).join(' ') }]
    case 'Sentence':
      return [{ text: `${capitalised(someWords(random, 'id', 5, 12).join(' '))}.` }]
    case 'English':
      return [{ text: someWords(random, 'en', 1, 4).map(capitalised).join(' ') }]
    case 'EnglishSentence':
      return [{ text: `${capitalised(someWords(random, 'en', 5, 11).join(' '))}.` }]
    default:
      return slots.has(name) ? [{ text: entry(name, filling) }] : undefined
  }
}

const entry = (name: string, filling: Filling) =>
  plainText(fillLine(filling.random.pick(slots.get(name) ?? []), filling, 'entry '))
const someWords = (random: Chance, language: 'id' | 'en', from: number, to: number) =>
  Array.from({ length: random.int(from, to) }, () => {
    if (language === 'en') return random.pick(vocabulary.english)
    return random.often(everydayShare)
      ? random.pick(vocabulary.everyday)
      : inflected(random, random.pick(vocabulary.roots))
  })
/** Word forms, sound or nearly so: the tagger must know "Penggantian" for no name though no list holds it. */
function inflected(random: Chance, word: string): string {
  if (word.length < 4 || !random.often(0.35)) return word
  const nasal = /^[bp]/.test(word)
    ? 'm'
    : /^[dtj]/.test(word)
      ? 'n'
      : /^[s]/.test(word)
        ? 'ny'
        : /^[aiueogk]/.test(word)
          ? 'ng'
          : ''
  const stem = /^[ptsk]/.test(word) ? word.slice(1) : word
  return random.pick([
    () => `me${nasal}${stem}`,
    () => `me${nasal}${stem}kan`,
    () => `me${nasal}${stem}i`,
    () => `di${word}`,
    () => `di${word}kan`,
    () => `pe${nasal}${stem}an`,
    () => `ke${word}an`,
    () => `ber${word}`,
    () => `ter${word}`,
    () => `${word}an`,
    () => `${word}nya`,
    () => `per${word}an`,
    () => `pe${nasal}${stem}`,
    () => `se${word}`,
  ])()
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function placeName(random: Chance, split: Split): string {
  const words = makePerson(random, split)
    .full.split(' ')
    .filter((word) => word.length > 2)
  return random.often(0.25)
    ? random.pick([
        'Sinar',
        'Cahaya',
        'Mulia',
        'Harapan',
        'Berkah',
        'Sumber Rejeki',
        'Sejahtera',
        'Barokah',
        'Maju',
        'Ikhlas',
        'Hidayah',
        'Falah',
        'Kasih',
        'Bunda',
        'Sehat',
        'Melati',
        'Bintang',
      ])
    : words.slice(0, random.int(1, 2)).join(' ')
}

function personPieces(forms: string, person: Person): Piece[] {
  const has = (form: string) => forms.includes(form)
  const write = (text: string) => (has('u') ? text.toUpperCase() : has('l') ? text.toLowerCase() : text)
  const words = person.full.split(' ')
  const short = words.length > 1 ? `${words[0]} ${words[1]?.charAt(0)}.` : person.full
  const name = has('f') ? person.call : has('i') ? short : person.full
  const pieces: Piece[] = []
  if (has('h')) pieces.push({ text: write(person.honorific), mark: 'neutral' }, { text: ' ' })
  if (has('t')) pieces.push({ text: write(person.title), mark: 'neutral' }, { text: ' ' })
  pieces.push({ text: write(name), mark: 'PERSON' })
  if (has('d'))
    pieces.push({ text: `, ${has('u') ? person.degrees.toUpperCase() : person.degrees}`, mark: 'neutral' })
  return pieces
}
