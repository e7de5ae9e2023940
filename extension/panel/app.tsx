// The side panel from top to bottom: who and how much, what would be sent, the helpers, the draft.
import { browser } from 'wxt/browser'
import { sentence, type HelperName } from '../../shared/protocol/index.ts'
import { dayName, number, t } from '../i18n/index.ts'
import * as draft from './draft.ts'
import { Connect } from './parts/connect.tsx'
import { composeOptions, ComposeView } from './compose/view.tsx'
import { DraftView } from './parts/draft-view.tsx'
import { useFocusAfterConnecting } from './parts/focus-after.ts'
import { Lazy } from './parts/lazy.tsx'
import { improveOptions, ImproveView } from './improve/view.tsx'
import { needsEnrolment, Notice } from './parts/notice.tsx'
import { SourceView } from './parts/source-view.tsx'
import { RecipeRow } from './recipe/row.tsx'
import { replyOptions, ReplyView } from './reply/view.tsx'
import { actionsLeft, settings, usage } from './session.ts'
import { about } from './source.ts'
import { LongNote, summariseOptions, SummariseView } from './summarise/view.tsx'
import { canResume } from './summarise/unfinished.ts'
import { translateOptions, TranslateView } from './translate/view.tsx'
import { asked, run } from './writing.ts'

const options = {
  summarise: summariseOptions,
  translate: translateOptions,
  reply: replyOptions,
  improve: improveOptions,
  compose: composeOptions,
}

export function App() {
  if (!settings.value) return null
  return (
    <>
      <Header />
      <main>{needsEnrolment() ? <Enrolment /> : <Work />}</main>
      <Footer />
    </>
  )
}

function Enrolment() {
  return (
    <>
      <Notice />
      <Connect />
    </>
  )
}

function Work() {
  const { helpers, off } = settings.value?.policy ?? {}
  const offered = (name: HelperName) => !off && (helpers?.includes(name) ?? true)
  useFocusAfterConnecting(true, '[id^="helper-"]')
  return (
    <>
      {off && (
        <p class="notice" role="alert">
          {sentence('switched_off')}
        </p>
      )}
      <SourceView />
      {!off && (
        <section class="card" aria-label={t('helpersTitle')}>
          {offered('summarise') && <SummariseView />}
          {offered('translate') && <TranslateView />}
          {offered('reply') && <ReplyView />}
          {offered('improve') && <ImproveView />}
          {offered('compose') && <ComposeView />}
          <RecipeRow />
          {offered('summarise') && <LongNote />}
        </section>
      )}
      {/* Below the buttons: what comes late must not push them away from under a finger. */}
      {about.value.kind === 'complaint' && offered('reply') && (
        <Lazy load={() => import('./reply/case-view.tsx').then(({ CaseView }) => CaseView)} />
      )}
      <DraftView again={again} />
    </>
  )
}

/** The same helper with the options as they are now; a summary that stopped half-way goes on. */
function again(): void {
  const name = canResume.value ? 'summarise' : (draft.helper.value ?? asked.value)
  if (name === 'recipe') void import('./recipe/recipes.ts').then(({ makeAgain }) => makeAgain())
  else if (name) void run(name, options[name]())
}

function Header() {
  const policy = settings.value?.policy
  return (
    <header class="top">
      <div>
        <h1>{t('appName')}</h1>
        <p>{usage.value?.office.name ?? policy?.office.name}</p>
      </div>
      <div class="right">
        <Quota />
        {'openOptionsPage' in browser.runtime && (
          <button class="link" onClick={() => void browser.runtime.openOptionsPage()}>
            {t('settings')}
          </button>
        )}
      </div>
    </header>
  )
}

function Quota() {
  if (!usage.value || needsEnrolment()) return null
  const { actions, expiresOn } = usage.value
  return (
    <>
      <p>
        {actions.cap === null
          ? t('quotaOpen', { used: number(actions.used) })
          : t('quotaLeft', { left: number(actionsLeft.value), cap: number(actions.cap) })}
      </p>
      {expiresOn && daysUntil(expiresOn) <= daysOfWarning && (
        <p>{t('keyEnds', { day: dayName(expiresOn) })}</p>
      )}
    </>
  )
}

/** Long enough to get a new link from the admin. */
const daysOfWarning = 7

function daysUntil(day: string): number {
  return (Date.parse(`${day}T23:59:59+07:00`) - Date.now()) / 86_400_000
}

/** Where the text really goes, from the office's policy (R25), and whose the responsibility is. */
function Footer() {
  const policy = settings.value?.policy
  if (!policy) return null
  const { kind, model, location } = policy.upstream
  return (
    <footer>
      <p>
        {kind === 'offline'
          ? t('privacyOffline', { city: policy.city })
          : t('privacyModel', { city: policy.city, model, location })}
      </p>
      <p>{t(kind === 'offline' ? 'responsibilityOffline' : 'responsibility')}</p>
    </footer>
  )
}
