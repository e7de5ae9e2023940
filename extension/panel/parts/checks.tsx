import { t } from '../../i18n/index.ts'
import { accept, findings, mend, type Finding } from '../checks.ts'
import * as draft from '../draft.ts'

/** What to look at before a citizen reads it: each with its place, its reason, and a mend where one click can do it. */
export function Checks() {
  const found = findings.value
  if (
    !draft.hasSlots.value ||
    draft.helper.value === 'compose' ||
    draft.writing.value ||
    !draft.written.value
  )
    return null
  return (
    <section class="card checks" aria-label={t('checksTitle')}>
      <h2>{found.length === 0 ? t('checksNone') : t('checksCount', { count: found.length })}</h2>
      {found.length > 0 && (
        <ul>
          {found.map((finding) => (
            <Row key={`${finding.check}${finding.start}${finding.about ?? ''}`} finding={finding} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Row({ finding }: { finding: Finding }) {
  const { check, start, end } = finding
  const words = draft.written.value.slice(start, end)
  const reason = [t(`check.${check}`), finding.about && `“${shortened(finding.about)}”`]
    .filter(Boolean)
    .join(' ')
  return (
    <li class="small">
      <p>
        {words && (
          <button
            class="link quote"
            aria-label={t('checkShow', { words })}
            onClick={() => (draft.pointed.value = { start, end })}
          >
            “{shortened(words)}”
          </button>
        )}{' '}
        {reason}
      </p>
      <div class="links">
        {finding.mend && (
          <button
            class="link"
            aria-label={t('checkMendOf', { reason, words })}
            onClick={() => mendAndGoOn(finding)}
          >
            {t('checkMend')}
          </button>
        )}
        <button
          class="link muted"
          aria-label={t('checkAcceptOf', { reason, words })}
          onClick={() => acceptAndGoOn(finding)}
        >
          {t('checkAccept')}
        </button>
      </div>
    </li>
  )
}

function shortened(words: string): string {
  return words.length > 80 ? `${words.slice(0, 79)}…` : words
}

function mendAndGoOn(finding: Finding): void {
  mend(finding)
  goOn()
}

function acceptAndGoOn(finding: Finding): void {
  accept(finding)
  goOn()
}

/** The button that was pressed is gone: the focus goes to the next one, or to Sisipkan when there is none. */
function goOn(): void {
  draft.pointed.value = null
  requestAnimationFrame(() => {
    const next = document.querySelector<HTMLElement>('.checks .links button')
    ;(next ?? document.getElementById('insert'))?.focus()
  })
}
