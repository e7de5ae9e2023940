import type { AuditSum } from '../../../../shared/protocol/admin-answers.ts'
import { day, has, number, t } from '../../i18n/index.ts'
import type { Column } from '../../parts/table.tsx'

export const groupings = ['helper', 'upstream', 'class', 'key', 'outcome'] as const
export type Grouping = (typeof groupings)[number]
type By = Grouping | 'day' | 'month'

const figures = ['requests', 'tokensIn', 'tokensOut', 'hidden', 'millirupiah'] as const
type LabelOf = (key: string) => string | null

/** @param labelOf a key's label, where it is known */
export function sumColumns(by: readonly string[], labelOf: LabelOf): Column<AuditSum>[] {
  return [
    ...(by as readonly By[]).map((name): Column<AuditSum> => ({
      key: name,
      title: t(`by_audit_${name}`),
      cell: (row) => wordsOf(name, row[name], labelOf),
      sort: (row) => row[name] ?? null,
    })),
    ...figures.map((name): Column<AuditSum> => ({
      key: name,
      title: t(name === 'hidden' ? 'hiddenParts' : name === 'millirupiah' ? 'rupiah' : name),
      cell: (row) => number(name === 'millirupiah' ? Math.round(row[name] / 1000) : row[name]),
      sort: (row) => row[name],
      isNumber: true,
    })),
  ]
}

/** What a search looks in. */
export function sumText(row: AuditSum, by: readonly string[], labelOf: LabelOf): string {
  return (by as readonly By[]).map((name) => `${row[name]} ${wordsOf(name, row[name], labelOf)}`).join(' ')
}

export function totalOf(rows: readonly AuditSum[]): Pick<AuditSum, (typeof figures)[number]> {
  const total = { requests: 0, tokensIn: 0, tokensOut: 0, hidden: 0, millirupiah: 0 }
  for (const row of rows) for (const name of figures) total[name] += row[name]
  return total
}

function wordsOf(name: By, value: string | undefined, labelOf: LabelOf): string {
  if (value === undefined || value === '') return '–'
  if (name === 'day') return day(value)
  if (name === 'key') return labelOf(value) === null ? value : `${labelOf(value)} (${value})`
  const key = `${name === 'upstream' ? 'auditUpstream' : name}_${value}`
  return has(key) ? t(key) : value
}
