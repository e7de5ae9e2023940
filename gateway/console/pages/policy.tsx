import { api, type Result } from '../api.ts'
import { cityApi } from '../api-city.ts'
import { t } from '../i18n/index.ts'
import { draftOf, forgetDraft } from '../parts/draft.ts'
import { TextArea } from '../parts/form.tsx'
import { Loaded, useAsked } from '../parts/loaded.tsx'
import { Hint } from '../parts/notice.tsx'
import { Page, Section } from '../parts/page.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { hrefTo } from '../router.ts'
import { actor, isCity } from '../session.ts'
import type { PolicyProps, PolicyValue } from './policy/props.ts'
import { Publishing } from './policy/publishing.tsx'
import { Revisions } from './policy/revisions.tsx'
import { RuleList } from './policy/rule-list.tsx'
import { checked, draftFrom, jsonOf, withJson, type PolicyDraft } from './policy/rules.ts'
import { ScopeInput } from './policy/scope.tsx'
import { Switches } from './policy/switches.tsx'

const tabs = ['aturan', 'json', 'revisi', 'sakelar'] as const
type Tab = (typeof tabs)[number]

/** By which rules the city and its offices work. An office's admin reads those of the office. */
export function PolicyPage({ path: [part] }: { path: string[] }) {
  const asked = useAsked(askAll, 'policy')
  const isOfOffice = actor.value?.role === 'office'
  const here = (!isOfOffice && tabs.find((tab) => tab === part)) || 'aturan'
  return (
    <Page title={t('policy')}>
      {!isOfOffice && (
        <Tabs
          label={t('policyParts')}
          path={['kebijakan']}
          tabs={tabs}
          here={here}
          words={(tab) => t(`policy_${tab}`)}
        />
      )}
      <Loaded asked={asked}>
        {(value) => {
          const nameOf = (id: string) => value.offices.find((office) => office.id === id)?.name ?? id
          return <Content tab={here} value={value} reload={asked.reload} nameOf={nameOf} />
        }}
      </Loaded>
    </Page>
  )
}

async function askAll(): Promise<Result<PolicyValue>> {
  const [policy, offices, upstreams] = await Promise.all([
    cityApi.policy(),
    api.offices(),
    // Its admin may not see them, and changes nothing.
    actor.value?.role === 'office' ? null : cityApi.upstreams(),
  ])
  if (!policy.ok) return policy
  if (!offices.ok) return offices
  if (upstreams && !upstreams.ok) return upstreams
  const { upstreams: registered = [], unregistered = [] } = upstreams?.value ?? {}
  const ids = [...registered, ...unregistered].map(({ id }) => id)
  return {
    ok: true,
    value: { now: policy.value, ...offices.value, upstreams: [...new Set([...ids, 'offline'])] },
  }
}

function Content({ tab, ...props }: PolicyProps & { tab: Tab }) {
  const draft = draftOf<PolicyDraft>('policy', draftFrom(props.value.now))
  const set = (changed: PolicyDraft) => (draft.value = changed)
  const discard = async () => {
    forgetDraft('policy')
    await props.reload()
  }
  if (tab === 'revisi') return <Revisions {...props} />
  if (tab === 'sakelar') return <Switches {...props} />
  return (
    <>
      {isCity.value && <Publishing {...props} draft={draft.value} onChange={set} onDiscard={discard} />}
      {tab === 'json' ? (
        <Json draft={draft.value} onChange={set} />
      ) : (
        <Forms draft={draft.value} onChange={set} {...props} />
      )}
    </>
  )
}

interface DraftProps {
  draft: PolicyDraft
  onChange: (draft: PolicyDraft) => void
}

function Forms({ draft, onChange, value, nameOf }: DraftProps & PolicyProps) {
  const own = actor.value?.office ?? null
  const scope = draftOf('policy scope', own ?? '')
  const offices = value.offices.filter(
    ({ id, removedAt }) => removedAt === null || Object.hasOwn(draft.written.offices, id),
  )
  // What was typed there is no policy yet: a form could only show another.
  if (draft.json !== null && !checked(draft).ok)
    return (
      <Hint isWarning>
        <p>{t('jsonFirst')}</p>
        <a href={hrefTo('kebijakan', 'json')}>{t('policy_json')}</a>
      </Hint>
    )
  return (
    <>
      {own === null ? (
        <ScopeInput
          offices={offices}
          isOwn={({ id }) => Object.hasOwn(draft.written.offices, id)}
          value={scope.value}
          onInput={(id) => (scope.value = id)}
        />
      ) : (
        <p class="muted">{t('policyReadOnly', { office: nameOf(own) })}</p>
      )}
      <div class="stack">
        <RuleList
          draft={draft}
          scope={scope.value}
          upstreams={value.upstreams}
          onChange={isCity.value ? onChange : null}
        />
      </div>
    </>
  )
}

/** The same draft for who would rather write it than click. */
function Json({ draft, onChange }: DraftProps) {
  return (
    <Section title={t('policy_json')} hint={t(isCity.value ? 'jsonHint' : 'jsonReadOnly')}>
      {isCity.value ? (
        <div class="code-input">
          <TextArea
            label={t('jsonOfPolicy')}
            value={jsonOf(draft)}
            onInput={(text) => onChange(withJson(draft, text))}
            spellcheck={false}
          />
        </div>
      ) : (
        <pre class="example" tabIndex={0} aria-label={t('jsonOfPolicy')}>
          {jsonOf(draft)}
        </pre>
      )}
    </Section>
  )
}
