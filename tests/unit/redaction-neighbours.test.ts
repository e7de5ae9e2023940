// Words that may be names are judged again by those beside, above and below them.
import { describe, expect, it } from 'vitest'
import { readContext } from '../../shared/redaction/names/context.ts'
import { candidateRuns, decode } from '../../shared/redaction/names/decode.ts'
import { nameWords } from '../../shared/redaction/names/name-words.ts'
import { judgeByNeighbours } from '../../shared/redaction/names/neighbours.ts'
import { read } from '../../shared/redaction/reading.ts'

const steps = { stay: 1, change: -1 }

/** @returns the words taken for names, where each candidate was first scored as told */
function names(text: string, scoreOf: (word: string) => number): string[] {
  const context = readContext(read(text), nameWords)
  const { tokens, may } = context
  const words = Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.start[i], tokens.end[i]))
  const scores = Float64Array.from(words, scoreOf)
  const isName = new Uint8Array(tokens.count)
  const runs = candidateRuns(tokens, may)
  for (const run of runs) decode(scores, run, steps, isName)
  judgeByNeighbours({ runs, scores, isName, steps }, context)
  return words.filter((_, i) => isName[i])
}

describe('a list parted by commas', () => {
  it('makes a doubtful word a name among names', () => {
    expect(names('ada Wira, Bestari, Kanya.', (word) => (word === 'Bestari' ? -1 : 3))).toEqual([
      'Wira',
      'Bestari',
      'Kanya',
    ])
  })

  it('makes a doubtful name none among what are surely none', () => {
    const score = (word: string) => (word === 'Bestari' ? 2 : -6)
    expect(names('ada Kenari, Bestari, Rajawali dan Merpati.', score)).toEqual([])
  })

  it('leaves a sure name among things, and a doubtful one among doubtful words', () => {
    expect(names('ada Kenari, Bestari, Rajawali.', (word) => (word === 'Bestari' ? 9 : -6))).toEqual([
      'Bestari',
    ])
    expect(names('ada Kenari, Bestari, Gelatik.', (word) => (word === 'Bestari' ? 1 : -2.5))).toContain(
      'Bestari',
    )
  })
})

describe('lines of one form', () => {
  const rows = '1. Wira - RT 5\n2. Kanya - RT 6\n3. Bestari - RT 7'
  const score = (word: string) => (word === 'Bestari' ? -1 : word === 'RT' ? -9 : 3)

  it('make a doubtful word a name where it stands as names do in the others', () => {
    expect(names(rows, score)).toEqual(['Wira', 'Kanya', 'Bestari'])
  })

  it('are told from lines of another form', () => {
    expect(names(rows.replace('3. Bestari - ', '3. Bestari: '), score)).toEqual(['Wira', 'Kanya'])
  })

  it('must be names in half at least', () => {
    const rest = '\n4. Kenari - RT 1\n5. Gelatik - RT 2'
    const few = (word: string) => (/Kenari|Gelatik/.test(word) ? -9 : score(word))
    expect(
      names(`${rows}${rest}\n6. Merpati - RT 3`, (word) => (word === 'Merpati' ? -9 : few(word))),
    ).toEqual(['Wira', 'Kanya'])
  })
})
