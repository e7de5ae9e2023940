// The circuit breaker by a clock of the test's own.
import { describe, expect, it } from 'vitest'
import { breakerState, mayAsk, noteAnswer } from '../../gateway/src/upstreams/breaker.ts'

let names = 0
const anId = () => `pemutus-${(names += 1)}`

/** An upstream that failed three times in a row, the last time at 0. */
function anOpenOne(): string {
  const id = anId()
  for (const at of [-2, -1, 0]) noteAnswer(id, false, at)
  return id
}
const later = 30_000

describe('an upstream', () => {
  it('that nobody has asked may be asked', () => {
    const id = anId()
    expect([mayAsk(id, 0), breakerState(id, 0)]).toEqual([true, 'closed'])
  })

  it('may still be asked after two failures', () => {
    const id = anId()
    noteAnswer(id, false, 0)
    noteAnswer(id, false, 0)
    expect([mayAsk(id, 1), breakerState(id, 1)]).toEqual([true, 'closed'])
  })

  it('is left alone after three', () => {
    const id = anOpenOne()
    expect([mayAsk(id, later - 1), breakerState(id, later - 1)]).toEqual([false, 'open'])
  })

  it('forgets its failures with an answer', () => {
    const id = anId()
    for (const worked of [false, false, true, false, false]) noteAnswer(id, worked, 0)
    expect(mayAsk(id, 1)).toBe(true)
  })

  it('is neither better nor worse for a client that left', () => {
    const id = anId()
    for (const worked of [false, false, null, null]) noteAnswer(id, worked, 0)
    expect(mayAsk(id, 1)).toBe(true)
    noteAnswer(id, false, 1)
    expect(mayAsk(id, 2)).toBe(false)
  })

  it('says nothing of another', () => {
    anOpenOne()
    expect(mayAsk(anId(), 1)).toBe(true)
  })
})

describe('one that was left alone for half a minute', () => {
  it('is tried by one request, not by many', () => {
    const id = anOpenOne()
    expect(breakerState(id, later)).toBe('half-open')
    expect([mayAsk(id, later), mayAsk(id, later), mayAsk(id, later + 1)]).toEqual([true, false, false])
  })

  it('is open to all again when that was answered', () => {
    const id = anOpenOne()
    mayAsk(id, later)
    noteAnswer(id, true, later + 1)
    expect([mayAsk(id, later + 2), mayAsk(id, later + 2)]).toEqual([true, true])
    expect(breakerState(id, later + 2)).toBe('closed')
  })

  it('is left alone once more when that failed too', () => {
    const id = anOpenOne()
    mayAsk(id, later)
    noteAnswer(id, false, later + 1)
    expect(mayAsk(id, later + 2)).toBe(false)
    expect(mayAsk(id, later + 1 + later)).toBe(true)
  })

  it('is tried by the next where the client left meanwhile', () => {
    const id = anOpenOne()
    mayAsk(id, later)
    noteAnswer(id, null, later + 1)
    expect(mayAsk(id, later + 2)).toBe(true)
  })

  it('is tried again some day where the one who tried never came back', () => {
    const id = anOpenOne()
    mayAsk(id, later)
    expect(mayAsk(id, later + 600_000)).toBe(true)
  })
})
