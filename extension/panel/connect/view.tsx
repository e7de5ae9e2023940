// The card for connecting: a link, or a class's code and then two short steps.
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { idConnect } from '../../i18n/id-connect.ts'
import { addWords, dayName, moment, t } from '../../i18n/index.ts'
import { returnToOffice } from '../../enrolment.ts'
import { isLink, readInvitation } from '../../invitation.ts'
import { settings } from '../session.ts'
import { endedClass, Notice } from '../parts/notice.tsx'
import {
  busy,
  change,
  kept,
  lookBeside,
  needsAddress,
  refused,
  restoreEntry,
  submitEntry,
  submitRules,
  suggestion,
} from './state.ts'

addWords(idConnect)
await restoreEntry()

export function ConnectCard() {
  const { step, found } = kept.value
  const shownFirst = useRef(step)
  useEffect(() => void lookBeside(), [])
  // What had the focus is gone with its step.
  useEffect(() => {
    if (shownFirst.current === step) return
    shownFirst.current = step
    document.getElementById('connect-title')?.focus()
  }, [step])
  if (step === 'rules' && found) return <Rules until={found.shown.keysUntil} />
  if (step === 'name' && found) return <WhoJoins />
  return <Entry />
}

interface StepProps {
  title: string
  submit: () => void
  children: ComponentChildren
}

function Step({ title, submit, children }: StepProps) {
  const onSubmit = (event: Event) => {
    event.preventDefault()
    submit()
  }
  return (
    <form class="card" aria-labelledby="connect-title" onSubmit={onSubmit}>
      <h2 id="connect-title" tabIndex={-1}>
        {title}
      </h2>
      {children}
      <Notice what={refused.value} />
    </form>
  )
}

function Entry() {
  const { entry, address } = kept.value
  const over = endedClass()
  const invited = readInvitation(entry, address)
  const isClass = typeof invited === 'string' ? entry.trim() && !isLink(entry) : invited.kind === 'class'
  const isComplete = entry.trim() !== '' && (!needsAddress.value || address.trim() !== '')
  return (
    <Step title={t('connectTitle')} submit={() => void submitEntry()}>
      {over && <p class="warning">{t('classOver', { name: over })}</p>}
      {over && <BackToOffice />}
      <p>{t('connectIntro')}</p>
      <label for="connect-entry">{t('connectEntry')}</label>
      <input
        id="connect-entry"
        type="text"
        autocomplete="off"
        spellcheck={false}
        value={entry}
        onInput={(event) => change({ entry: event.currentTarget.value })}
      />
      {needsAddress.value && <Address />}
      {/* Not `disabled` while busy: the focus would be gone when the link is refused. */}
      <button class="primary" aria-disabled={busy.value} disabled={!isComplete}>
        {busy.value ? t('connecting') : isClass ? t('next') : t('connect')}
      </button>
    </Step>
  )
}

/** After a class, or in the middle of one. */
export function BackToOffice() {
  if (!settings.value?.aside) return null
  return (
    <button type="button" onClick={() => void returnToOffice()}>
      {t('backToOffice')}
    </button>
  )
}

/** For a browser that its office has connected already. */
export function AlsoClass() {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('alsoClass')}</summary>
      <p class="muted small">{t('alsoClassHint')}</p>
      {isOpen && <ConnectCard />}
    </details>
  )
}

function Address() {
  const { address } = kept.value
  const take = () => {
    change({ address: suggestion.value ?? '' })
    document.getElementById('connect-address')?.focus()
  }
  return (
    <>
      <label for="connect-address">{t('gatewayAddress')}</label>
      <input
        id="connect-address"
        type="text"
        inputMode="url"
        autocomplete="off"
        spellcheck={false}
        placeholder="ai.kota.go.id"
        aria-describedby="connect-address-hint"
        value={address}
        onInput={(event) => change({ address: event.currentTarget.value })}
      />
      <p id="connect-address-hint" class="muted small">
        {t('gatewayAddressHint')}
      </p>
      {suggestion.value && (
        <button type="button" onClick={take}>
          {t('useAddress', { address: suggestion.value.replace(/^https?:\/\//, '') })}
        </button>
      )}
    </>
  )
}

function WhoJoins() {
  const { office, name } = kept.value
  const { name: title, city, offices, startsAt, endsAt } = kept.value.found!.shown
  return (
    <Step title={title} submit={() => change({ step: 'rules' })}>
      <p>{t('classAt', { city, from: moment(startsAt), to: endOf(startsAt, endsAt) })}</p>
      {offices.length === 1 ? (
        <p>
          {t('classOffice')}: <strong>{offices[0]!.name}</strong>
        </p>
      ) : (
        <>
          <label for="connect-office">{t('classOffice')}</label>
          <select
            id="connect-office"
            value={office}
            onChange={(event) => change({ office: event.currentTarget.value })}
          >
            <option value="">{t('classChoose')}</option>
            {offices.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </>
      )}
      <label for="connect-name">{t('className')}</label>
      <input
        id="connect-name"
        type="text"
        autocomplete="off"
        maxLength={40}
        aria-describedby="connect-name-hint"
        value={name}
        onInput={(event) => change({ name: event.currentTarget.value })}
      />
      <p id="connect-name-hint" class="muted small">
        {t('classNameHint')}
      </p>
      <div class="actions">
        <button class="primary" disabled={!office || !name.trim()}>
          {t('next')}
        </button>
        <Back to="entry" />
      </div>
    </Step>
  )
}

function Rules({ until }: { until: string }) {
  return (
    <Step title={t('rulesTitle')} submit={() => void submitRules()}>
      <ul class="rules">
        <li>{t('ruleInvented')}</li>
        <li>{t('ruleDraft')}</li>
        <li>{t('ruleEvidence')}</li>
        <li>{t('ruleSecret')}</li>
        <li>{t('ruleUntil', { day: dayName(until) })}</li>
      </ul>
      <div class="actions">
        <button class="primary" aria-disabled={busy.value}>
          {busy.value ? t('joining') : t('joinClass')}
        </button>
        <Back to="name" />
      </div>
    </Step>
  )
}

function Back({ to }: { to: 'entry' | 'name' }) {
  const back = () => {
    refused.value = null
    change({ step: to })
  }
  return (
    <button type="button" class="link" onClick={back}>
      {t('back')}
    </button>
  )
}

/** Without the day where that is the same. */
function endOf(startsAt: string, endsAt: string): string {
  const [from, to] = [moment(startsAt), moment(endsAt)]
  const day = / (?=pukul )|, (?=\d\d:)/
  return from.split(day)[0] === to.split(day)[0] ? (to.split(day)[1] ?? to) : to
}
