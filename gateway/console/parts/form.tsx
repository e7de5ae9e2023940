import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Failure } from '../api.ts'
import { t } from '../i18n/index.ts'
import { FailureNotice } from './notice.tsx'

/**
 * A form that can't be sent twice at once, and says below its buttons why it failed.
 * @param submit what the button says @param onSubmit sends it; answers why it failed, or null
 * @param isOpened by a button that is gone: the first field takes the focus
 */
export function Form(props: {
  submit: string
  onSubmit: () => Promise<Failure | null>
  onCancel?: () => void
  isDanger?: boolean
  isOpened?: boolean
  children?: ComponentChildren
}) {
  const form = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  useLayoutEffect(() => {
    if (props.isOpened) form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [])
  const send = async (event: Event) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setFailure(null)
    setFailure(await props.onSubmit())
    setBusy(false)
  }
  return (
    <form ref={form} class="form" onSubmit={send}>
      {props.children}
      <div class="actions">
        <button class={props.isDanger ? 'danger' : 'primary'} aria-disabled={busy}>
          {busy ? t('working') : props.submit}
        </button>
        {props.onCancel && (
          <button type="button" onClick={props.onCancel}>
            {t('cancel')}
          </button>
        )}
      </div>
      <FailureNotice failure={failure} />
    </form>
  )
}

interface FieldProps {
  /** Where something else is to give it the focus. */
  id?: string
  label: string
  hint?: string | undefined
  /** What is wrong with it, and what to write instead. */
  error?: string | undefined
  value: string
  onInput: (value: string) => void
  required?: boolean
  maxLength?: number
  spellcheck?: boolean
  placeholder?: string
}

interface InputProps extends FieldProps {
  type?: 'text' | 'password' | 'search' | 'email' | 'date' | 'time' | 'datetime-local'
  inputMode?: 'numeric'
  autocomplete?: 'off'
  pattern?: string
  min?: string
}

/** A labelled input. */
export function Field({ id, label, hint, error, value, onInput, ...rest }: InputProps) {
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      {(ids) => (
        // Preact's types want each kind of input by itself.
        <input
          {...ids}
          {...(rest as object)}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Labelled>
  )
}

export function TextArea({ id, label, hint, error, value, onInput, ...rest }: FieldProps) {
  return (
    <Labelled id={id} label={label} hint={hint} error={error} isWide>
      {(ids) => (
        <textarea {...ids} {...rest} value={value} onInput={(event) => onInput(event.currentTarget.value)} />
      )}
    </Labelled>
  )
}

/** @param choices value and words */
export function Select<T extends string>(props: {
  label: string
  hint?: string | undefined
  value: T
  choices: readonly (readonly [value: T, words: string])[]
  onInput: (value: T) => void
}) {
  return (
    <Labelled label={props.label} hint={props.hint}>
      {(ids) => (
        <select
          {...ids}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value as T)}
        >
          {props.choices.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  )
}

interface Ids {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

/** A field under its label, with what helps to fill it in. */
function Labelled(props: {
  id?: string | undefined
  label: string
  hint?: string | undefined
  error?: string | undefined
  isWide?: boolean
  children: (ids: Ids) => ComponentChildren
}) {
  const made = useId()
  const id = props.id ?? made
  const says = props.error ?? props.hint
  return (
    <div class={props.isWide ? 'field wide' : 'field'}>
      <label for={id}>{props.label}</label>
      {props.children({
        id,
        ...(says && { 'aria-describedby': `${id}-hint` }),
        ...(props.error && { 'aria-invalid': true }),
      })}
      {says && (
        <p id={`${id}-hint`} class={props.error ? 'wrong' : 'hint'}>
          {says}
        </p>
      )}
    </div>
  )
}
