// The form of a class: what it begins with, and what it sends, whatever the browser's own time zone.
import { describe, expect, it } from 'vitest'
import {
  draftOfClass,
  movedTo,
  nextClass,
  stateOf,
  termsOf,
  type ClassDraft,
} from '../../gateway/console/class-terms.ts'
import { inWib } from '../../gateway/console/wib.ts'

const filled = (change: Partial<ClassDraft> = {}): ClassDraft => ({
  ...nextClass(Date.parse('2026-11-30T07:00:00+07:00')),
  name: 'Kelas Cibodas',
  offices: ['cibodas'],
  ...change,
})
const held = (change: object = {}) => {
  const made = termsOf(filled())
  if ('wrong' in made) throw new Error(made.wrong.join())
  return { ...made.terms, id: 'kelas-abc234', joinCode: 'ABC234', madeAt: 0, endedAt: null, ...change }
}

describe('a new class', () => {
  it.each([
    ['early on a Monday', '2026-11-30T06:30', '2026-11-30', '09:00', '12:00'],
    ['in the morning', '2026-11-30T09:30', '2026-11-30', '13:00', '16:00'],
    ['in the afternoon', '2026-11-30T14:00', '2026-12-01', '09:00', '12:00'],
    ['on a Friday evening', '2026-12-04T19:00', '2026-12-07', '09:00', '12:00'],
    ['on a Sunday', '2026-11-29T08:00', '2026-11-30', '09:00', '12:00'],
    ['before midnight in London, after it in Jakarta', '2026-12-01T00:30', '2026-12-01', '09:00', '12:00'],
  ])('that is begun %s is offered the next half day of an office', (_, now, date, start, end) => {
    expect(nextClass(Date.parse(`${now}:00+07:00`))).toMatchObject({
      startDate: date,
      startTime: start,
      endDate: date,
      endTime: end,
    })
  })

  it('takes its end and its keys along to another day', () => {
    expect(movedTo(filled(), '2026-12-30')).toMatchObject({
      startDate: '2026-12-30',
      endDate: '2026-12-30',
      keysUntil: '2027-01-06',
    })
    expect(movedTo(filled(), '')).toMatchObject({ startDate: '', endDate: '2026-11-30' })
  })
})

describe('what is sent', () => {
  it('has times with the offset of Jakarta, and the policy’s model and portals where none is named', () => {
    expect(termsOf(filled())).toMatchObject({
      terms: {
        startsAt: '2026-11-30T09:00:00+07:00',
        endsAt: '2026-11-30T12:00:00+07:00',
        keysUntil: '2026-12-07',
        seats: 40,
        upstreams: null,
        portals: [],
      },
    })
  })

  it('takes portals as they are pasted', () => {
    const portals = 'https://lapor.contoh.go.id/admin/12\nSrikandi.contoh.go.id\n\nhttp://10.1.2.3:8080/'
    expect(termsOf(filled({ portals }))).toMatchObject({
      terms: {
        portals: ['https://lapor.contoh.go.id', 'https://srikandi.contoh.go.id', 'http://10.1.2.3:8080'],
      },
    })
  })

  it.each([
    ['nothing', { name: ' ', offices: [], helpers: [] }, ['name', 'offices', 'helpers']],
    ['too many seats and actions', { seats: '61', actionsPerSeat: '0' }, ['seats', 'actionsPerSeat']],
    ['no times', { startTime: '', endDate: '' }, ['startsAt', 'endsAt']],
    ['an end before the start', { endTime: '08:00' }, ['endsAt']],
    ['keys that end too early', { keysUntil: '2026-11-29' }, ['keysUntil']],
    ['keys that hold for months', { keysUntil: '2027-03-01' }, ['keysUntil']],
    ['a portal that is no address', { portals: 'buka lapor!' }, ['portals']],
  ] as const)('names what is wrong in a form with %s', (_, change, wrong) => {
    expect(termsOf(filled(change as Partial<ClassDraft>))).toEqual({ wrong })
  })

  it('comes back into the form as it was', () => {
    expect(draftOfClass(held())).toEqual(filled())
  })
})

describe('a class', () => {
  it.each([
    ['upcoming', '2026-11-30T08:59:59+07:00', null],
    ['running', '2026-11-30T09:00:00+07:00', null],
    ['past', '2026-11-30T12:00:00+07:00', null],
    ['past', '2026-11-30T10:00:00+07:00', 1],
  ])('is %s at %s', (state, now, endedAt) => {
    expect(stateOf(held({ endedAt }), Date.parse(now))).toBe(state)
  })
})

it('days are those of Jakarta', () => {
  expect(inWib('2026-11-30T17:30:00Z')).toEqual({ date: '2026-12-01', time: '00:30' })
})
