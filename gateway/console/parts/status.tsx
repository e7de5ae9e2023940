import { signal } from '@preact/signals'
import { t } from '../i18n/index.ts'
import type { Failure, Result } from '../api.ts'
import { FailureNotice } from './notice.tsx'

interface Done {
  text: string
  undo?: (() => Promise<Result<unknown>>) | undefined
  after?: (() => unknown) | undefined
}

const done = signal<Done | null>(null)
const failure = signal<Failure | null>(null)

/**
 * Says what was done.
 * @param undo takes it back, where that is possible @param after called when it was taken back
 */
export function say(text: string, undo?: Done['undo'], after?: Done['after']): void {
  failure.value = null
  done.value = { text, undo, after }
}

/** Says why something failed that has no form of its own. */
export function complain(why: Failure): void {
  done.value = null
  failure.value = why
}

/** For who goes on to another page: what was done is no news there. What can be taken back stays. */
export function quiet(): void {
  failure.value = null
  if (!done.value?.undo) done.value = null
}

/** For the next person at this browser. */
export function forgetDone(): void {
  done.value = null
  failure.value = null
}

/** Below the pages; stays until the next thing is done, another page is chosen or it is closed. */
export function Status() {
  const takeBack = async () => {
    const { undo, after } = done.value ?? {}
    if (!undo) return
    done.value = null
    const undone = await undo()
    if (!undone.ok) return (failure.value = undone.failure)
    say(t('undone'))
    return after?.()
  }
  return (
    <div class="status">
      <div role="status">
        {done.value && (
          <div class="said">
            <span>{done.value.text}</span>
            {done.value.undo && <button onClick={() => void takeBack()}>{t('undo')}</button>}
            <button onClick={() => (done.value = null)}>{t('close')}</button>
          </div>
        )}
      </div>
      <FailureNotice failure={failure.value} />
    </div>
  )
}
