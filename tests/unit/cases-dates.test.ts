// When a case is due: as the portal says it, else counted from the day it came in by the city's own table.
import { describe, expect, it } from 'vitest'
import { caseDeadline, type DeadlineRules } from '../../shared/cases/index.ts'

const none: DeadlineRules = { sla: [], holidays: [] }
const pju = { id: 'pju', title: 'Penerangan jalan umum' }
const at = (day: string) => Date.parse(`${day}T10:00:00+07:00`)
const report =
  'ID aduan: ADU-2026-0142\nTanggal masuk: 22 November 2026, 19.42 WIB\nIsi laporan: Lampu padam.'

describe('a case without a deadline of the portal’s', () => {
  it.each<[string, string, DeadlineRules, object]>([
    ['the usual five working days', '2026-11-24', none, { due: '2026-11-27', left: 3, workingDays: 5 }],
    ['the last day', '2026-11-27', none, { left: 0, isOver: false }],
    ['the day after, a Saturday', '2026-11-28', none, { left: 0, isOver: true }],
    ['three working days later', '2026-12-02', none, { left: -3, isOver: true }],
    [
      'by the city’s table, for the category',
      '2026-11-24',
      {
        ...none,
        sla: [
          { category: '', workingDays: 10 },
          { category: 'Penerangan jalan umum', workingDays: 2 },
        ],
      },
      { due: '2026-11-24', left: 0, workingDays: 2 },
    ],
    [
      'by the city’s table, for all others',
      '2026-11-24',
      {
        ...none,
        sla: [
          { category: 'jalan', workingDays: 10 },
          { category: '', workingDays: 3 },
        ],
      },
      { due: '2026-11-25', workingDays: 3 },
    ],
    [
      'with a day off of the city’s own',
      '2026-11-24',
      { ...none, holidays: [{ day: '2026-11-26', name: 'Hari jadi kota' }] },
      { due: '2026-11-30', left: 3 },
    ],
  ])('%s', (_, today, rules, expected) => {
    expect(caseDeadline(report, pju, rules, at(today))).toMatchObject(expected)
  })

  it('runs over the turn of the year, Christmas and New Year', () => {
    const late = report.replace('22 November 2026', '23 Desember 2026')
    // 24 December is joint leave, 25 December and 1 January are holidays.
    expect(caseDeadline(late, null, none, at('2026-12-23'))).toMatchObject({
      due: '2027-01-04',
      left: 5,
      incomplete: false,
    })
  })

  it('says when a year’s list of holidays is not complete', () => {
    const far = report.replace('2026,', '2031,')
    expect(caseDeadline(far, null, none, at('2031-11-24'))).toMatchObject({ incomplete: true })
  })
})

it('the portal’s own deadline wins', () => {
  const text = `${report}\nBatas waktu: 30/11/2026`
  expect(caseDeadline(text, pju, none, at('2026-11-27'))).toEqual({
    due: '2026-11-30',
    left: 1,
    isOver: false,
    workingDays: null,
    incomplete: false,
  })
})

it.each([
  'Lampu padam sejak 22 November 2026.',
  'Tanggal masuk: 31/12/9999',
  'Batas waktu: 31/12/9999',
  'Tanggal laporan: 01/01/0001',
  'Tanggal masuk: kemarin',
  '',
])('%j has no date to count from', (text) => {
  expect(caseDeadline(text, null, none, at('2026-11-24'))).toBeNull()
})
