import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { t } from '../../../i18n/index.ts'

/**
 * A text area with chips, each of which puts its text where the cursor stands.
 * @param value of the text area among the children
 */
export function Insertable(props: {
  chips: readonly { label: string; text: string }[]
  chipsLabel: string
  value: string
  onInput: (value: string) => void
  children: ComponentChildren
}) {
  const { chips, value } = props
  const box = useRef<HTMLDivElement>(null)
  const insert = (text: string) => {
    const area = box.current?.querySelector('textarea')
    if (!area) return
    const { selectionStart, selectionEnd } = area
    props.onInput(value.slice(0, selectionStart) + text + value.slice(selectionEnd))
    requestAnimationFrame(() => {
      area.focus()
      area.setSelectionRange(selectionStart + text.length, selectionStart + text.length)
    })
  }
  return (
    <div class="wide stack" ref={box}>
      {props.children}
      {chips.length > 0 && (
        <div class="chips" role="group" aria-label={props.chipsLabel}>
          <span class="small muted">{t('insert')}</span>
          {chips.map(({ label, text }) => (
            <button type="button" key={text} title={text} onClick={() => insert(text)}>
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
