import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { number, t } from '../i18n/index.ts'
import { Field, Select } from './form.tsx'

export interface Column<T> {
  key: string
  title: string
  cell: (row: T) => ComponentChildren
  /** What it is sorted by; without it, it can't be sorted. null = unknown, always last. */
  sort?: (row: T) => string | number | null
  isNumber?: boolean
  /** The greatest first, as of times. */
  isDownFirst?: boolean
}

const rowsAtOnce = 50

/** A table that can be searched, sorted and leafed through. On a narrow screen each row is a card. */
export function Table<T>(props: {
  caption: string
  columns: Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  /** What the search looks in. */
  textOf: (row: T) => string
  empty: string
  /** The column that it is sorted by at first; without it, the first one. */
  firstBy?: string
}) {
  const [search, setSearch] = useState('')
  const byColumn = (key: string) => ({
    key,
    isUp: !props.columns.find((column) => column.key === key)?.isDownFirst,
  })
  const [order, setOrder] = useState(byColumn(props.firstBy ?? props.columns[0]?.key ?? ''))
  const [page, setPage] = useState(0)
  if (props.rows.length === 0) return <p class="empty">{props.empty}</p>
  const found = props.rows.filter((row) => matches(props.textOf(row), search))
  const sorted = sortedBy(
    found,
    props.columns.find(({ key }) => key === order.key),
    order.isUp,
  )
  const pages = Math.max(1, Math.ceil(sorted.length / rowsAtOnce))
  const at = Math.min(page, pages - 1)
  const shown = sorted.slice(at * rowsAtOnce, (at + 1) * rowsAtOnce)
  const sortable = props.columns.filter(({ sort }) => sort)
  return (
    <div class="table">
      <div class="tools">
        <Field label={t('search')} value={search} onInput={setSearch} type="search" />
        <div class="narrow">
          <Select
            label={t('sortBy')}
            value={order.key}
            choices={sortable.map(({ key, title }) => [key, title] as const)}
            onInput={(key) => setOrder(byColumn(key))}
          />
        </div>
        <p class="small muted" role="status">
          {t('rows', { shown: number(found.length), all: number(props.rows.length) })}
        </p>
      </div>
      {found.length === 0 ? (
        <p class="empty">{t('nothingFound', { search })}</p>
      ) : (
        // The roles are said, for a row shown as a card loses its own.
        <table role="table">
          <caption class="unseen">{props.caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {props.columns.map((column) => (
                <Head
                  key={column.key}
                  column={column}
                  isUp={order.key === column.key ? order.isUp : null}
                  onSort={(isUp) => setOrder({ key: column.key, isUp })}
                />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((row) => (
              <tr role="row" key={props.rowKey(row)}>
                {props.columns.map(({ key, title, cell, isNumber }) => (
                  <td role="cell" key={key} data-title={title} class={isNumber ? 'number' : ''}>
                    <div>{cell(row)}</div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {pages > 1 && (
        <div class="actions">
          <button aria-disabled={at === 0} onClick={() => setPage(Math.max(0, at - 1))}>
            {t('previous')}
          </button>
          <span role="status">{t('pageOf', { page: at + 1, pages })}</span>
          <button aria-disabled={at === pages - 1} onClick={() => setPage(Math.min(pages - 1, at + 1))}>
            {t('next')}
          </button>
        </div>
      )}
    </div>
  )
}

function Head<T>(props: { column: Column<T>; isUp: boolean | null; onSort: (isUp: boolean) => void }) {
  const { title, sort, isNumber, isDownFirst } = props.column
  const isUpNext = props.isUp === null ? !isDownFirst : !props.isUp
  const direction = props.isUp === null ? 'none' : props.isUp ? 'ascending' : 'descending'
  return (
    <th role="columnheader" scope="col" class={isNumber ? 'number' : ''} aria-sort={sort && direction}>
      {sort ? (
        <button class="sort" onClick={() => props.onSort(isUpNext)}>
          {title}
        </button>
      ) : (
        title
      )}
    </th>
  )
}

/** Every word that is searched for has to be there. */
function matches(text: string, search: string): boolean {
  const within = text.toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => within.includes(word))
}

function sortedBy<T>(rows: readonly T[], column: Column<T> | undefined, isUp: boolean): T[] {
  const of = column?.sort
  if (!of) return [...rows]
  return [...rows].sort((a, b) => {
    const [first, second] = [of(a), of(b)]
    if (first === null || second === null) return Number(first === null) - Number(second === null)
    const order =
      typeof first === 'string'
        ? first.localeCompare(String(second), 'id', { numeric: true })
        : first - Number(second)
    return isUp ? order : -order
  })
}
