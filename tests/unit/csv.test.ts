// Values in a table that a spreadsheet opens: none becomes a formula, none breaks its line.
import { expect, it } from 'vitest'
import { csvLine } from '../../gateway/src/reports/csv.ts'

it.each([
  ['=HYPERLINK("http://x";"y")', `"'=HYPERLINK(""http://x"";""y"")"`],
  ['+62 812', "'+62 812"],
  ['-1+1', "'-1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', `"'\r=1"`],
  ['\n=1', `"'\n=1"`],
  ['satu,dua', '"satu,dua"'],
  ['satu "dua"', '"satu ""dua"""'],
  ['satu\ndua', '"satu\ndua"'],
  ['2026-11', '2026-11'],
])('%j is written as %j', (value, written) => {
  expect(csvLine([value, 'x'])).toBe(`${written},x\r\n`)
})

it('a number stays a number, a negative one too', () => {
  expect(csvLine([-5, 0, 12])).toBe('-5,0,12\r\n')
})
