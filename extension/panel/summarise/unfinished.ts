// A long summary that waits or stopped half-way: what is there of it, and whether it can go on.
import { computed, signal } from '@preact/signals'
import { t } from '../../i18n/index.ts'
import { sameCase } from '../same-case.ts'
import { status } from '../session.ts'
import * as source from '../source.ts'
import type { KeptSummaries } from './parts.ts'

/** Parts that were answered; empty when the whole summary is there. In this memory only. */
export const kept: KeptSummaries = new Map()
/** Seconds until it goes on by itself; 0 while it doesn't wait. */
export const countdown = signal(0)
const stoppedOf = signal<string | null>(null)
/** Its text is still the one that is shown. */
export const canResume = computed(
  () => stoppedOf.value !== null && sameCase(stoppedOf.value, source.text.value),
)

/** Said once; the seconds that follow are for the eye. */
export function showWait(seconds: number): void {
  if (countdown.value === 0) status.value = t('limitWait', { done: kept.size, seconds })
  countdown.value = seconds
}

export function forgetUnfinished(): void {
  stoppedOf.value = null
}

/** Says how much is there, where not all is. @param from the text that was to be summarised, in so many parts */
export function noteUnfinished(from: string, parts: number): void {
  if (kept.size === 0) return
  stoppedOf.value = from
  status.value = t('partsKept', { done: kept.size, of: parts })
}
