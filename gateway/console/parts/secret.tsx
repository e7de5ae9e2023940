import type { ComponentType } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { t } from '../i18n/index.ts'
import { Copy } from './copy.tsx'

/** What is shown this once: a key, a link. It goes when the person says that it is saved. */
export function Secret(props: {
  title: string
  label: string
  text: string
  hint?: string
  onSaved: () => void
}) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [Qr, setQr] = useState<ComponentType<{ text: string }> | null>(null)
  useEffect(() => heading.current?.focus(), [])
  const showQr = async () => {
    const loaded = await import('./qr.tsx')
    setQr(() => loaded.Qr)
  }
  return (
    <section class="card secret" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} ref={heading} tabIndex={-1}>
        {props.title}
      </h2>
      <p class="warning">{t('onlyOnce')}</p>
      {props.hint && <p>{props.hint}</p>}
      <label for={id}>{props.label}</label>
      <input
        id={id}
        class="code"
        readOnly
        value={props.text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="actions">
        <Copy text={props.text} />
        {!Qr && (
          <button type="button" onClick={() => void showQr()}>
            {t('showQr')}
          </button>
        )}
        <button type="button" class="primary" onClick={props.onSaved}>
          {t('iHaveSaved')}
        </button>
      </div>
      {Qr && <Qr text={props.text} />}
    </section>
  )
}
