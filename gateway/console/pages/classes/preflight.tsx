import { useEffect, useRef, useState } from 'preact/hooks'
import { preflightChecks, type Preflight } from '../../../../shared/protocol/classes.ts'
import { classApi } from '../../class-api.ts'
import { t } from '../../i18n/index.ts'
import { Form } from '../../parts/form.tsx'
import { Section } from '../../parts/page.tsx'
import type { ClassProps } from './held.ts'

/** Whether a class will hold to its end, tried beforehand. */
export function PreflightChecks({ held }: { held: ClassProps['held'] }) {
  const [result, setResult] = useState<Preflight | null>(null)
  const check = async () => {
    setResult(null)
    const asked = await classApi.preflight(held.id)
    if (!asked.ok) return asked.failure
    setResult(asked.value)
    return null
  }
  return (
    <Section title={t('preflight')} hint={t('preflightHint')}>
      <Form submit={t('preflight')} onSubmit={check} />
      {result && <Checks result={result} />}
    </Section>
  )
}

function Checks({ result }: { result: Preflight }) {
  const verdict = useRef<HTMLParagraphElement>(null)
  useEffect(() => verdict.current?.focus(), [result])
  return (
    <>
      <p ref={verdict} tabIndex={-1} class={result.ok ? 'verdict passed' : 'verdict failed'}>
        <strong>{t(result.ok ? 'preflightReady' : 'preflightNotReady')}</strong>
      </p>
      <ul class="checks">
        {preflightChecks.map((name) => (
          <One key={name} name={name} found={result.checks.find(({ check }) => check === name)} />
        ))}
      </ul>
    </>
  )
}

type Check = Preflight['checks'][number]

/** The gateway's own sentences are Indonesian. @param found missing = what it needs failed before */
function One({ name, found }: { name: Check['check']; found: Check | undefined }) {
  if (!found)
    return (
      <li class="skipped">
        <strong>
          <span aria-hidden="true">–</span> {t('preflightSkipped')}: {t(`check_${name}`)}
        </strong>
        <p>{t('preflightSkippedHint')}</p>
      </li>
    )
  return (
    <li class={found.ok ? 'passed' : 'failed'}>
      <strong>
        <span aria-hidden="true">{found.ok ? '✓' : '✗'}</span>{' '}
        {t(found.ok ? 'preflightPassed' : 'preflightFailed')}: {t(`check_${name}`)}
      </strong>
      <p lang="id">{found.says}</p>
    </li>
  )
}
