import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Failure, Result } from '../api.ts'
import { t } from '../i18n/index.ts'
import { Loading } from './loaded.tsx'
import { FailureNotice } from './notice.tsx'

export interface PageOf<T> {
  rows: T[]
  /** Where the next page begins; null = there is none. */
  next: number | null
}

interface State<T> {
  about: string
  /** null = the first page is not there yet. */
  rows: T[] | null
  next: number | null
  failure: Failure | null
}

/** A list that the gateway gives in pages. @param ask its first page (null), or the one from `cursor` on */
export function usePaged<T>(ask: (cursor: number | null) => Promise<Result<PageOf<T>>>, about: string) {
  const [state, setState] = useState<State<T>>({ about, rows: null, next: null, failure: null })
  const load = async (cursor: number | null, isWanted: () => boolean) => {
    const asked = await ask(cursor)
    if (!isWanted()) return
    setState((before) => {
      const rows = cursor === null || before.about !== about ? null : before.rows
      if (!asked.ok) return { about, rows, next: before.next, failure: asked.failure }
      return { about, rows: [...(rows ?? []), ...asked.value.rows], next: asked.value.next, failure: null }
    })
  }
  useEffect(() => {
    let isOpen = true
    void load(null, () => isOpen)
    return () => {
      isOpen = false
    }
  }, [about])
  const shown = state.about === about ? state : { about, rows: null, next: null, failure: null }
  return {
    ...shown,
    /** The next page, or the same again where it failed. */
    more: () => load(shown.rows === null ? null : shown.next, () => true),
  }
}

/** Shows the rows that are there, and a button for more of them. */
export function Paged<T>(props: {
  paged: ReturnType<typeof usePaged<T>>
  children: (rows: T[], isWhole: boolean) => ComponentChildren
}) {
  const { rows, next, failure, more } = props.paged
  return (
    <>
      {rows ? props.children(rows, next === null) : !failure && <Loading />}
      <FailureNotice failure={failure} onAgain={() => void more()} />
      {rows && next !== null && !failure && (
        <div class="actions">
          <button onClick={() => void more()}>{t('loadMore')}</button>
        </div>
      )}
    </>
  )
}
