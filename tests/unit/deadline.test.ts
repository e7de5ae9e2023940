// When an answer is due, with the real calendar of Indonesia. Each line is one example of a rule.
import { describe, expect, it } from 'vitest'
import { holidays, sla } from '../../shared/content/index.ts'
import {
  deadlineOf,
  dueDay,
  freeDays,
  readDay,
  todayInJakarta,
  workingDaysLeft,
} from '../../shared/cases/index.ts'

const isFree = freeDays(holidays.days, [])

describe('an answer is due', () => {
  it.each([
    ['five days later in a week without holidays', '2025-11-03', 5, '2025-11-10'],
    ['on Monday for one day from Friday', '2025-11-07', 1, '2025-11-10'],
    ['as from Friday when it comes on Saturday', '2025-11-08', 3, '2025-11-12'],
    ['as from Friday when it comes on Sunday', '2025-11-09', 3, '2025-11-12'],
    ["past the turn of the year, Christmas and New Year's Day", '2025-12-24', 5, '2026-01-05'],
    ['past a holiday on a Sunday, which takes no working day', '2026-05-29', 1, '2026-06-02'],
    ['past all of Lebaran 2026 with its joint leave', '2026-03-17', 1, '2026-03-25'],
    ['after Lebaran when it comes in the midst of it', '2026-03-21', 3, '2026-03-27'],
    ['the day after a holiday when it comes on the holiday', '2026-08-17', 1, '2026-08-18'],
    ['past the joint leave that a later decree added', '2025-08-15', 1, '2025-08-19'],
    ['past Nyepi and Lebaran 2027', '2027-03-05', 1, '2027-03-16'],
    ['on a leap day', '2028-02-28', 1, '2028-02-29'],
    ['after a leap day', '2028-02-29', 1, '2028-03-01'],
    ['in sixty days from an easy month', '2025-09-01', 60, '2025-11-25'],
    ['in sixty days over Lebaran, Easter and May', '2026-03-02', 60, '2026-06-10'],
    ['on the day of receipt for no days', '2026-08-18', 0, '2026-08-18'],
    ['on the next working day for no days from a Saturday before a holiday', '2026-08-15', 0, '2026-08-18'],
  ])('%s', (_, received, workingDays, due) => {
    expect(dueDay(received, workingDays, isFree)).toBe(due)
  })

  it.each(['2025-02-29', '2025-13-01', '4 Desember 2025', '2025-1-2', '', '2025-12-04T09:00:00Z'])(
    'on no day for a date that is none: %j',
    (received) => {
      expect(() => dueDay(received, 5, isFree)).toThrow(RangeError)
      expect(() => workingDaysLeft(received, '2025-12-04', isFree)).toThrow(RangeError)
      expect(() => workingDaysLeft('2025-12-04', received, isFree)).toThrow(RangeError)
    },
  )

  it.each([-1, 1.5, NaN, Infinity])('on no day after %d days', (workingDays) => {
    expect(() => dueDay('2025-12-04', workingDays, isFree)).toThrow(RangeError)
  })
})

describe('what is left', () => {
  it.each([
    ['is nothing on the day due', '2025-11-12', '2025-11-12', 0],
    ['doesn’t count today', '2025-11-10', '2025-11-12', 2],
    ['doesn’t count the weekend', '2025-11-07', '2025-11-10', 1],
    ['doesn’t count Lebaran', '2026-03-17', '2026-03-25', 1],
    ['is the same from each day of a weekend', '2025-11-08', '2025-11-12', 3],
    ['is below zero from the first working day after it', '2025-11-13', '2025-11-12', -1],
    ['counts overdue working days only', '2025-11-17', '2025-11-12', -3],
    ['is zero on the weekend after a Friday', '2025-11-08', '2025-11-07', 0],
  ])('%s', (_, today, due, left) => {
    expect(workingDaysLeft(today, due, isFree)).toBe(left)
  })
})

describe("the city's own days", () => {
  const own = [
    { day: '2026-02-27', name: 'Hari jadi kota' },
    { day: '2026-05-15', name: 'Hari kerja: pelayanan tetap buka' },
    { day: '2026-08-17', name: 'Hari kerja: keliru' },
  ]

  it.each([
    ['are free', '2026-02-27', true],
    ['make a joint leave a working day', '2026-05-15', false],
    ['leave a national holiday free', '2026-08-17', true],
    ['leave the national list as it is', '2026-12-24', true],
    ['say nothing of other days', '2026-02-26', false],
  ])('%s', (_, day, free) => {
    expect(freeDays(holidays.days, own)(day)).toBe(free)
  })
})

describe('a deadline', () => {
  it('has its day and what is left', () => {
    const at = { received: '2026-03-16', workingDays: 5, today: '2026-03-25' }
    expect(deadlineOf(at, isFree, holidays.complete)).toEqual({
      due: '2026-03-30',
      left: 3,
      incomplete: false,
    })
  })

  it('says so when it runs into a year whose holidays are not all known', () => {
    const at = { received: '2027-12-23', workingDays: 10, today: '2027-12-23' }
    expect(deadlineOf(at, isFree, holidays.complete)).toEqual({
      due: '2028-01-07',
      left: 10,
      incomplete: true,
    })
    expect(deadlineOf(at, isFree, [2027, 2028]).incomplete).toBe(false)
  })

  it('comes from the table for a complaint of which nothing more is known', () => {
    expect(sla.rows.find(({ id }) => id === sla.default)).toMatchObject({ track: 'lapor', workingDays: 5 })
  })
})

it.each([
  ['2026-03-17T16:59:59.999Z', '2026-03-17'],
  ['2026-03-17T17:00:00Z', '2026-03-18'],
  ['2025-12-31T18:00:00Z', '2026-01-01'],
])('at %s it is %s in Jakarta', (time, day) => {
  expect(todayInJakarta(Date.parse(time))).toBe(day)
})

describe('a date is read', () => {
  it.each([
    ['4 Desember 2025', '2025-12-04'],
    ['4 Des 2025, pukul 09.00 WIB', '2025-12-04'],
    ['Kamis, 04 DESEMBER 2025', '2025-12-04'],
    ['4 Agu. 2025', '2025-08-04'],
    ['04/12/2025', '2025-12-04'],
    ['4-12-2025', '2025-12-04'],
    ['04.12.2025 09:15', '2025-12-04'],
    ['2025-12-04', '2025-12-04'],
    ['2025-12-04 09:15:00', '2025-12-04'],
    ['Diterima 29 Februari 2028 (Selasa)', '2028-02-29'],
    ['dari 1/3/2026 s.d. 5/3/2026', '2026-03-01'],
  ])('%j', (text, day) => {
    expect(readDay(text)).toBe(day)
  })

  it.each([
    '',
    'kemarin',
    '4 Desember',
    '12/2025',
    '31/02/2026',
    '29 Februari 2026',
    '12/13/2025',
    '0/5/2025',
    'ADU-2025-0012',
    '005/12/2025-DLH',
    'Nomor 123/04/12/2025',
    '04/12-2025',
    '0812-0000-4471',
  ])('not in %j', (text) => {
    expect(readDay(text)).toBeNull()
  })
})
