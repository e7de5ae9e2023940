import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { Failure } from '../api.ts'
import { t } from '../i18n/index.ts'
import { Field, Form } from './form.tsx'

/** Stands above the page; the browser itself keeps the focus within, and gives it back. */
export function Dialog(props: { title: string; onClose: () => void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const before = document.activeElement
    const opened = dialog.current
    opened?.showModal()
    return () => {
      opened?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        props.onClose()
      }}
    >
      <h2 id={id}>{props.title}</h2>
      {props.children}
    </dialog>
  )
}

/**
 * Asks before what can't be undone.
 * @param word to be typed first, for what is worst
 */
export function Confirm(props: {
  title: string
  text: string
  action: string
  word?: string
  onConfirm: () => Promise<Failure | null>
  onClose: () => void
}) {
  const [typed, setTyped] = useState('')
  const isTyped = props.word === undefined || typed.trim() === props.word
  const confirm = async () => {
    if (!isTyped) return null
    const failure = await props.onConfirm()
    if (!failure) props.onClose()
    return failure
  }
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <p>{props.text}</p>
      <Form submit={props.action} isDanger onSubmit={confirm} onCancel={props.onClose}>
        {props.word !== undefined && (
          <Field
            label={t('typeToConfirm', { word: props.word })}
            value={typed}
            onInput={setTyped}
            autocomplete="off"
            required
            pattern={props.word}
          />
        )}
      </Form>
    </Dialog>
  )
}
