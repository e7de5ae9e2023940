import type { OfficeEntry } from '../../../shared/protocol/admin-answers.ts'
import { policyTargets, type PolicyTarget, type Release } from '../../../shared/protocol/distribution.ts'
import { api, type Failure, type Result } from '../api.ts'
import { cityApi } from '../api-city.ts'
import { countOf, countPattern } from '../caps.ts'
import { number, t } from '../i18n/index.ts'
import { Copy } from '../parts/copy.tsx'
import { saveFile } from '../parts/download.ts'
import { draftOf } from '../parts/draft.ts'
import { Field, Form, Select } from '../parts/form.tsx'
import { Loaded, useAsked } from '../parts/loaded.tsx'
import { Hint } from '../parts/notice.tsx'
import { Page, Section } from '../parts/page.tsx'
import { say } from '../parts/status.tsx'
import { actor } from '../session.ts'

interface Value {
  release: Release | null
  offices: OfficeEntry[]
}

/** What was packed, and the files with which an office's browsers install and connect it. */
export function Downloads() {
  const asked = useAsked(askAll, 'downloads')
  return (
    <Page title={t('downloads')}>
      <p class="muted">{t('downloadsHint')}</p>
      <Loaded asked={asked}>
        {({ release, offices }) => (
          <>
            {release ? <Packed release={release} /> : <NotPacked />}
            {release && offices.length > 0 && <PolicyFiles offices={offices} />}
            <Ways />
          </>
        )}
      </Loaded>
    </Page>
  )
}

async function askAll(): Promise<Result<Value>> {
  const [release, offices] = await Promise.all([cityApi.release(), api.offices()])
  if (!release.ok) return release
  if (!offices.ok) return offices
  const own = actor.value?.office ?? null
  const shown = offices.value.offices.filter(
    ({ id, removedAt }) => removedAt === null && (own === null || id === own),
  )
  return { ok: true, value: { release: release.value, offices: shown } }
}

function NotPacked() {
  return (
    <Hint isWarning>
      <p>{t('notPacked')}</p>
      <pre class="example">npm run package</pre>
      <p>{t('notPackedHint')}</p>
    </Hint>
  )
}

function Packed({ release: { version, id, files } }: { release: Release }) {
  return (
    <Section title={t('packed', { version })}>
      <p>
        {t('extensionId')}: <span class="code">{id}</span>
      </p>
      <ul class="list">
        {files.map(({ name, bytes, sha256 }) => (
          <li key={name}>
            <span>
              <a href={`/unduh/${encodeURIComponent(name)}`} download={name}>
                {name}
              </a>{' '}
              <span class="muted small">{t('kilobytes', { count: number(Math.ceil(bytes / 1024)) })}</span>
            </span>
            <span class="code small muted">SHA-256 {sha256}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function PolicyFiles({ offices }: { offices: OfficeEntry[] }) {
  const draft = draftOf('policy file', {
    office: offices[0]!.id,
    target: 'chrome-windows' as PolicyTarget,
    token: '',
    devices: '100',
  })
  const { office, target, token, devices } = draft.value
  const set = (change: Partial<typeof draft.value>) => (draft.value = { ...draft.value, ...change })
  const make = async (): Promise<Failure | null> => {
    const made = await api.makeEnrolment(office, {
      label: t('policyFileLabel'),
      devices: countOf(devices) ?? 1,
    })
    if (!made.ok) return made.failure
    set({ token: tokenIn(made.value.link) })
    say(t('tokenMade'))
    return null
  }
  const save = async () => {
    const file = await cityApi.browserPolicy(office, target, tokenIn(token))
    if (!file.ok) return file.failure
    saveFile(file.value)
    say(t('policyFileSaved', { name: file.value.name }))
    return null
  }
  return (
    <Section title={t('policyFiles')} hint={t('policyFilesHint')}>
      {offices.length > 1 && (
        <div class="short">
          <Select
            label={t('adminOffice')}
            value={office}
            choices={offices.map(({ id, name }) => [id, name])}
            // A token of another office would be refused.
            onInput={(office) => set({ office, token: '' })}
          />
        </div>
      )}
      <details>
        <summary>{t('makeToken')}</summary>
        <Form submit={t('makeToken')} onSubmit={make}>
          <Field
            label={t('linkDevices')}
            hint={t('makeTokenHint')}
            value={devices}
            onInput={(devices) => set({ devices })}
            required
            inputMode="numeric"
            pattern={countPattern}
          />
        </Form>
      </details>
      <Form submit={t('savePolicyFile')} onSubmit={save}>
        <Select
          label={t('policyTarget')}
          hint={t(`install_${target}`)}
          value={target}
          choices={policyTargets.map((name) => [name, t(`target_${name}`)])}
          onInput={(target) => set({ target })}
        />
        <Field
          label={t('enrolmentToken')}
          hint={t('enrolmentTokenHint')}
          value={token}
          onInput={(token) => set({ token })}
          pattern=".*pde_[\w\-]+"
          autocomplete="off"
          spellcheck={false}
        />
      </Form>
      {token !== '' && (
        <div class="actions">
          <span class="small muted">{t('enrolmentToken')}</span>
          <Copy text={token} />
        </div>
      )}
      {target.endsWith('windows') && (
        <Hint isWarning>
          <p>{t('windowsRefuses')}</p>
        </Hint>
      )}
    </Section>
  )
}

/** @param text a token, or the whole link with it @returns the token; empty where there is none */
function tokenIn(text: string): string {
  return /pde_[\w-]+/.exec(text)?.[0] ?? ''
}

const ways = ['managed', 'own', 'store', 'class', 'none'] as const
/** docs/distribusi.md in short. */
function Ways() {
  return (
    <Section title={t('ways')} hint={t('waysHint')}>
      <dl class="ways">
        {ways.map((way) => (
          <div key={way}>
            <dt>{t(`way_${way}`)}</dt>
            <dd>{t(`wayHow_${way}`)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
