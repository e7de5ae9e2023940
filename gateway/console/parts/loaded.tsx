import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Failure, Result } from '../api.ts'
import { t } from '../i18n/index.ts'
import { FailureNotice } from './notice.tsx'

export interface Asked<T> {
  /** null = not there yet; what is there stays while it is asked anew. */
  value: T | null
  failure: Failure | null
  reload: () => Promise<void>
}

/** Asks the gateway when the view opens, and again when what it asks for is another. */
export function useAsked<T>(ask: () => Promise<Result<T>>, about: string): Asked<T> {
  const [state, setState] = useState<{ about: string; value: T | null; failure: Failure | null }>({
    about,
    value: null,
    failure: null,
  })
  const load = async (isWanted: () => boolean) => {
    const asked = await ask()
    if (!isWanted()) return
    if (asked.ok) setState({ about, value: asked.value, failure: null })
    else
      setState((before) => ({
        about,
        value: before.about === about ? before.value : null,
        failure: asked.failure,
      }))
  }
  useEffect(() => {
    let isOpen = true
    void load(() => isOpen)
    return () => {
      isOpen = false
    }
  }, [about])
  const isOld = state.about !== about
  return {
    value: isOld ? null : state.value,
    failure: isOld ? null : state.failure,
    reload: () => load(() => true),
  }
}

/** Shows what was asked for, or that it is on its way, or why it did not come. */
export function Loaded<T>({
  asked,
  children,
}: {
  asked: Asked<T>
  children: (value: T) => ComponentChildren
}) {
  return (
    <>
      <FailureNotice failure={asked.failure} onAgain={() => void asked.reload()} />
      {asked.value === null ? !asked.failure && <Loading /> : children(asked.value)}
    </>
  )
}

export function Loading() {
  return (
    <p class="muted" role="status">
      {t('loading')}
    </p>
  )
}
