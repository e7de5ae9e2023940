import { useEffect, useRef } from 'preact/hooks'
import { t } from '../i18n/index.ts'
import { Copy } from './copy.tsx'

/** Recovery codes, shown this once. @param done what the last button says */
export function Codes(props: { codes: string[]; done: string; onSaved: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="card secret printed">
      <h2 ref={heading} tabIndex={-1}>
        {t('codesTitle')}
      </h2>
      <p>{t('codesHint')}</p>
      <p class="warning">{t('onlyOnce')}</p>
      <ul class="codes" aria-label={t('recoveryCodes')}>
        {props.codes.map((code) => (
          <li key={code} class="code">
            {code}
          </li>
        ))}
      </ul>
      <div class="actions">
        <Copy text={props.codes.join('\n')} />
        <button type="button" onClick={() => print()}>
          {t('print')}
        </button>
        <button type="button" class="primary" onClick={props.onSaved}>
          {props.done}
        </button>
      </div>
    </section>
  )
}
