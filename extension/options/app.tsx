// The options page: connection, portals, privacy, keys, about. What the office set is shown locked (R11).
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { HelperName, sentence } from '../../shared/protocol/index.ts'
import { t } from '../i18n/index.ts'
import { forgetConnection, writeSettings } from '../settings.ts'
import { Connect } from '../panel/parts/connect.tsx'
import { useFocusAfterConnecting } from '../panel/parts/focus-after.ts'
import { Lazy } from '../panel/parts/lazy.tsx'
import { needsEnrolment, Notice } from '../panel/parts/notice.tsx'
import { connection, failure, settings, status, usage } from '../panel/session.ts'
import { checkConnection, helpdeskLine, type CheckLine } from './check.ts'

export function App() {
  if (!settings.value) return null
  return (
    <main class="options">
      <h1>{t('optionsTitle')}</h1>
      <Notice />
      <Connection />
      <Portals />
      <Privacy />
      <Language />
      <Shortcuts />
      <About />
      <p class="status" role="status">
        {status}
      </p>
    </main>
  )
}

const found = signal<CheckLine[] | 'checking' | null>(null)

function Connection() {
  const { managed, gatewayUrl, policy, joined } = settings.value!
  const needsLink = needsEnrolment()
  useFocusAfterConnecting(!needsLink, '#check')
  // What was found held for the key of then.
  useEffect(() => void (found.value = null), [connection.value?.key])
  const check = async () => {
    found.value = 'checking'
    const lines = await checkConnection(settings.value!)
    found.value = lines
    const ofKey = lines.find(({ part }) => part === 'key')?.failure
    // A key that was revoked meanwhile makes room for a new link.
    if (ofKey && ofKey !== 'skipped') failure.value = ofKey
  }
  return (
    <section class="card" aria-labelledby="connection">
      <h2 id="connection">{t('connection')}</h2>
      <dl>
        <Fact
          name={t('gateway')}
          value={gatewayUrl ?? t('notConnected')}
          locked={managed.gatewayUrl !== undefined}
        />
        {policy && <Fact name={t('office')} value={policy.office.name} />}
        {usage.value && <Fact name={t('keyId')} value={usage.value.keyId} />}
      </dl>
      {needsLink && <Connect />}
      <div class="actions">
        <button
          id="check"
          class="primary"
          aria-disabled={found.value === 'checking'}
          onClick={() => found.value !== 'checking' && void check()}
        >
          {found.value === 'checking' ? t('checking') : t('check')}
        </button>
        {connection.value && !managed.enrolmentToken && <Disconnect />}
        {joined && (
          <Lazy load={() => import('../panel/connect/view.tsx').then(({ BackToOffice }) => BackToOffice)} />
        )}
      </div>
      {connection.value && !needsLink && !joined && (
        <Lazy load={() => import('../panel/connect/view.tsx').then(({ AlsoClass }) => AlsoClass)} />
      )}
      {Array.isArray(found.value) && <CheckResult lines={found.value} />}
    </section>
  )
}

const leaving = signal(false)

/** For the way back beside a question: the button that was pressed is gone, and a second Enter must not answer it. */
const focus = (button: HTMLButtonElement | null) => button?.focus()

/** The key can't be had back, so it is asked twice. */
function Disconnect() {
  if (!leaving.value) return <button onClick={() => (leaving.value = true)}>{t('disconnect')}</button>
  const leave = () => {
    leaving.value = false
    void forgetConnection()
  }
  return (
    <>
      <button onClick={leave}>{t('disconnectSure')}</button>
      <button ref={focus} onClick={() => (leaving.value = false)}>
        {t('cancel')}
      </button>
    </>
  )
}

const partNames = {
  gateway: 'checkGateway',
  key: 'checkKey',
  quota: 'checkQuota',
  upstream: 'checkUpstream',
} as const

function CheckResult({ lines }: { lines: CheckLine[] }) {
  return (
    <>
      <ul class="list" aria-label={t('check')}>
        {lines.map(({ part, failure, detail }) => (
          <li key={part} class={failure && failure !== 'skipped' ? 'warning' : ''}>
            <strong>{t(partNames[part])}:</strong>{' '}
            {failure === null
              ? [t('checkOk'), detail].filter(Boolean).join(', ')
              : failure === 'skipped'
                ? t('checkSkipped')
                : sentence(failure.code)}
          </li>
        ))}
      </ul>
      <p class="row">
        <code>{helpdeskLine(lines)}</code>
        <button class="link" onClick={() => void navigator.clipboard.writeText(helpdeskLine(lines))}>
          {t('copyResult')}
        </button>
      </p>
    </>
  )
}

const origins = signal<string[]>([])
const readOrigins = async () => (origins.value = (await browser.permissions.getAll()).origins ?? [])

function Portals() {
  useEffect(() => void readOrigins(), [])
  const { launcher, launcherOffHosts, managed } = settings.value!
  const remove = (origin: string) => void browser.permissions.remove({ origins: [origin] }).then(readOrigins)
  return (
    <section class="card" aria-labelledby="portals">
      <h2 id="portals">{t('portals')}</h2>
      <p class="muted">{origins.value.length > 0 ? t('portalsHint') : t('portalsEmpty')}</p>
      <ul class="list">
        {origins.value.map((origin) => (
          <li key={origin} class="row">
            <code>{origin}</code>
            <button class="link" aria-label={t('removeOf', { name: origin })} onClick={() => remove(origin)}>
              {t('remove')}
            </button>
          </li>
        ))}
      </ul>
      <Switch
        label={t('launcherSwitch')}
        on={launcher}
        locked={managed.launcher !== undefined}
        change={(on) => void writeSettings({ launcherOff: !on })}
      />
      {launcherOffHosts.length > 0 && (
        <p class="row">
          {t('launcherHosts', { hosts: launcherOffHosts.join(', ') })}
          <button class="link" onClick={() => void writeSettings({ launcherOffHosts: [] })}>
            {t('launcherReset')}
          </button>
        </p>
      )}
    </section>
  )
}

const sure = signal(false)

function Privacy() {
  const { history, managed } = settings.value!
  const erase = async () => {
    const { eraseAll } = await import('./history.tsx')
    await eraseAll()
    sure.value = false
    status.value = t('erased')
  }
  return (
    <section class="card" aria-labelledby="privacy">
      <h2 id="privacy">{t('privacy')}</h2>
      <Switch
        label={t('historySwitch')}
        on={history}
        locked={managed.history === false}
        change={(on) => void writeSettings({ history: on })}
      />
      {history && <Lazy load={() => import('./history.tsx').then(({ History }) => History)} />}
      <div class="actions">
        {sure.value ? (
          <>
            <button onClick={() => void erase()}>{t('eraseSure')}</button>
            <button ref={focus} onClick={() => (sure.value = false)}>
              {t('cancel')}
            </button>
          </>
        ) : (
          <button onClick={() => (sure.value = true)}>{t('eraseAll')}</button>
        )}
      </div>
    </section>
  )
}

function Language() {
  const { language, managed } = settings.value!
  const change = async (chosen: string) => {
    await writeSettings({ language: chosen === 'en' ? 'en' : 'id' })
    location.reload()
  }
  return (
    <section class="card" aria-labelledby="language">
      <h2 id="language">{t('languageTitle')}</h2>
      <select
        aria-labelledby="language"
        value={language}
        disabled={managed.language !== undefined}
        onChange={(event) => void change(event.currentTarget.value)}
      >
        <option value="id">Bahasa Indonesia</option>
        <option value="en">English</option>
      </select>
    </section>
  )
}

const commands = signal<{ name?: string; shortcut?: string }[]>([])

function Shortcuts() {
  useEffect(() => void browser.commands.getAll().then((all) => (commands.value = all)), [])
  return (
    <section class="card" aria-labelledby="shortcuts">
      <h2 id="shortcuts">{t('shortcuts')}</h2>
      <dl>
        {commands.value.map(({ name, shortcut }) => (
          <Fact key={name} name={commandName(name)} value={shortcut || t('noShortcut')} />
        ))}
      </dl>
      <p class="muted small">{t('shortcutsHint')}</p>
    </section>
  )
}

/** In the language chosen here; the browser would say it in its own. */
function commandName(name: string | undefined): string {
  const helper = HelperName.safeParse(name).data
  return helper ? t(helper) : t('openPanel')
}

function About() {
  const { policy, managed } = settings.value!
  const helpdesk = managed.helpdesk || policy?.helpdesk
  return (
    <section class="card" aria-labelledby="about">
      <h2 id="about">{t('about')}</h2>
      <dl>
        <Fact name={t('version')} value={browser.runtime.getManifest().version} />
        {policy && <Fact name={t('policyRevision')} value={String(policy.revision)} />}
        {helpdesk && <Fact name={t('helpdesk')} value={helpdesk} />}
        {policy?.dpo && <Fact name={t('dpo')} value={policy.dpo} />}
      </dl>
    </section>
  )
}

function Fact({ name, value, locked = false }: { name: string; value: string; locked?: boolean }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>
        {value} {locked && <Locked />}
      </dd>
    </div>
  )
}

function Switch(props: { label: string; on: boolean; locked: boolean; change: (on: boolean) => void }) {
  return (
    <label class="tick">
      <input
        type="checkbox"
        checked={props.on}
        disabled={props.locked}
        onChange={(event) => props.change(event.currentTarget.checked)}
      />
      {props.label} {props.locked && <Locked />}
    </label>
  )
}

function Locked() {
  return <span class="locked">{t('managed')}</span>
}
