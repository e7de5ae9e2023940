import { useEffect, useRef } from 'preact/hooks'
import type { Result } from '../api.ts'
import { isSignedOut } from '../session.ts'
import { useAsked, type Asked } from './loaded.tsx'

/** Asks again and again while the page is looked at: one call after the other, none while nobody is signed in. */
export function usePolled<T>(ask: () => Promise<Result<T>>, about: string, everyMs: number): Asked<T> {
  const asked = useAsked(ask, about)
  const latest = useRef(asked)
  latest.current = asked
  useEffect(() => {
    let timer = 0
    let isOpen = true
    const next = () => {
      if (isOpen) timer = window.setTimeout(() => void poll(), everyMs)
    }
    const poll = async () => {
      const { failure, reload } = latest.current
      if (document.visibilityState === 'visible' && !(failure && isSignedOut(failure))) await reload()
      next()
    }
    next()
    return () => {
      isOpen = false
      clearTimeout(timer)
    }
  }, [about, everyMs])
  return asked
}
