import { useEffect, useRef, useState } from 'preact/hooks'
import type { PolicyChange, PolicyNow, Revision } from '../../../../shared/protocol/admin-answers.ts'
import type { CityPolicy } from '../../../../shared/protocol/admin.ts'
import { changesBetween } from '../../../../shared/protocol/policy-diff.ts'
import type { Failure } from '../../api.ts'
import { cityApi } from '../../api-city.ts'
import { moment, t } from '../../i18n/index.ts'
import { forgetDraft } from '../../parts/draft.ts'
import { Field, Form } from '../../parts/form.tsx'
import { FailureNotice, Hint } from '../../parts/notice.tsx'
import { say } from '../../parts/status.tsx'
import type { PolicyProps } from './props.ts'
import { Changes } from './changes.tsx'
import { problemWords, ruleTitle } from './rule-words.ts'
import { checked, merged, type Merged, type PolicyDraft } from './rules.ts'

interface Props extends PolicyProps {
  draft: PolicyDraft
  onChange: (draft: PolicyDraft) => void
  onDiscard: () => Promise<void>
}

/** What publishing would do, as the gateway says; or what another admin published since the draft was begun. */
type Review =
  | { kind: 'changes'; of: string; policy: CityPolicy; changes: PolicyChange[] }
  | { kind: 'outdated'; of: string; policy: CityPolicy; now: PolicyNow; by: Revision[] }

/** How far the draft has come: written, compared, published. */
export function Publishing({ draft, onChange, onDiscard, value, reload, nameOf }: Props) {
  const [review, setReview] = useState<Review | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [both, setBoth] = useState<Merged['both']>([])
  const made = checked(draft)
  const count = made.ok ? changesBetween(draft.base.policy, made.policy).length : null
  const written = made.ok ? JSON.stringify(made.policy) : ''
  // What was compared is not what would be published, once something else is typed.
  const shown = review?.of === written ? review : null
  const inForce = shown?.kind === 'outdated' ? shown.now : draft.base
  const revision = Math.max(value.now.revision, inForce.revision)

  const compare = async (draft: PolicyDraft): Promise<Failure | null> => {
    const made = checked(draft)
    if (!made.ok) return null
    const { policy } = made
    const of = JSON.stringify(policy)
    const compared = await cityApi.policyDiff(policy)
    if (!compared.ok) return named(compared.failure, nameOf)
    const { revision, changes } = compared.value
    if (revision === draft.base.revision) setReview({ kind: 'changes', of, policy, changes })
    else {
      const [now, { by, failure }] = [await cityApi.policy(), await publishedAfter(draft.base.revision)]
      if (!now.ok || failure) return failure ?? (now.ok ? null : now.failure)
      setReview({ kind: 'outdated', of, policy, now: now.value, by })
    }
    return null
  }
  const look = async () => {
    setBoth([])
    setFailure(await compare(draft))
  }
  const merge = async ({ policy, now }: Review & { kind: 'outdated' }) => {
    const { draft: onTop, both } = merged(draft, policy, now)
    onChange(onTop)
    setBoth(both)
    setFailure(await compare(onTop))
  }
  const publish = async (policy: CityPolicy) => {
    const published = await cityApi.publish(policy, draft.comment.trim(), draft.base.revision)
    if (!published.ok)
      return published.failure.code === 'revision_outdated' ? compare(draft) : published.failure
    forgetDraft('policy')
    setReview(null)
    setBoth([])
    await reload()
    say(t('publishedNow', { revision: published.value.revision }))
    return null
  }
  return (
    <section class="card" aria-label={t('publishing')}>
      <p>
        {revision === 0 ? t('revisionNone') : t('revisionNow', { revision })}{' '}
        <strong>
          {count === 0 ? t('draftSame') : count === null ? t('draftWrong') : t('draftChanged', { count })}
        </strong>
      </p>
      {!made.ok && (
        <Hint isWarning>
          <p>{problemWords(made.problem, nameOf)}</p>
        </Hint>
      )}
      {count !== 0 && !shown && (
        <div class="actions">
          {made.ok && (
            <button class="primary" onClick={() => void look()}>
              {t('compare')}
            </button>
          )}
          <button onClick={() => void onDiscard()}>{t('discard')}</button>
        </div>
      )}
      <FailureNotice failure={failure} />
      {shown?.kind === 'outdated' && (
        <Outdated review={shown} base={draft.base} nameOf={nameOf} onMerge={() => void merge(shown)} />
      )}
      {shown?.kind === 'changes' && count !== 0 && (
        <>
          <Heading>{t('whatChanges')}</Heading>
          {both.length > 0 && (
            <Hint isWarning>
              <p>{t('bothChanged')}</p>
              <ul>
                {both.map(({ office, rule }) => (
                  <li key={`${office} ${rule}`}>
                    {office === '' ? t('wholeCity') : nameOf(office)} · {ruleTitle(rule)}
                  </li>
                ))}
              </ul>
            </Hint>
          )}
          <Changes changes={shown.changes} nameOf={nameOf} />
          <Form submit={t('publish')} onSubmit={() => publish(shown.policy)} onCancel={() => setReview(null)}>
            <Field
              label={t('comment')}
              hint={t('commentHint')}
              value={draft.comment}
              onInput={(comment) => onChange({ ...draft, comment })}
              required
              maxLength={300}
            />
          </Form>
        </>
      )}
    </section>
  )
}

function Outdated(props: {
  review: Review & { kind: 'outdated' }
  base: PolicyNow
  nameOf: (office: string) => string
  onMerge: () => void
}) {
  const { now, by } = props.review
  return (
    <>
      <Heading>{t('outdatedTitle')}</Heading>
      <p>{t('outdatedHint')}</p>
      <ul class="list">
        {by.map(({ revision, comment, at }) => (
          <li key={revision}>
            <span>
              {t('revisionOf', { revision })}: {comment}
            </span>
            <span class="muted small">{moment(at)}</span>
          </li>
        ))}
      </ul>
      <Changes changes={changesBetween(props.base.policy, now.policy)} nameOf={props.nameOf} />
      <div class="actions">
        <button class="primary" onClick={props.onMerge}>
          {t('merge')}
        </button>
      </div>
    </>
  )
}

/** A rule that the gateway refuses, such as a model that is gone, is named as on the page. */
function named(failure: Failure, nameOf: (office: string) => string): Failure {
  if (!failure.param) return failure
  const path = failure.param.replace(/^policy\./, '').split('.')
  return { ...failure, param: null, message: `${failure.message} ${problemWords({ path }, nameOf)}` }
}

/** Takes the focus: it appears far from where one may have typed. */
function Heading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  )
}

async function publishedAfter(revision: number): Promise<{ by: Revision[]; failure: Failure | null }> {
  const asked = await cityApi.revisions()
  if (!asked.ok) return { by: [], failure: asked.failure }
  return { by: asked.value.revisions.filter((one) => one.revision > revision), failure: null }
}
