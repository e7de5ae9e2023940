import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { language, t, useLanguage } from './i18n/index.ts'
import { firstPage, pageFor, pages, type PageView } from './pages.ts'
import { Invitation } from './pages/invitation.tsx'
import { SignIn } from './pages/sign-in.tsx'
import { Dialog } from './parts/dialog.tsx'
import { Loading } from './parts/loaded.tsx'
import { FailureNotice } from './parts/notice.tsx'
import { Page } from './parts/page.tsx'
import { complain, quiet, Status } from './parts/status.tsx'
import { hrefTo, route } from './router.ts'
import { actor, closeSignIn, isSessionOver, loadMe, me, signOut, startFailure } from './session.ts'

export function App() {
  if (route.value[0] === 'undangan')
    return (
      <Alone>
        <Invitation />
      </Alone>
    )
  if (!me.value)
    return (
      <Alone>
        <FailureNotice failure={startFailure.value} onAgain={() => void loadMe()} />
        {me.value === null ? <SignIn /> : !startFailure.value && <Loading />}
      </Alone>
    )
  return <Frame />
}

/** Before one has come in. */
function Alone({ children }: { children: ComponentChildren }) {
  return (
    <>
      <header class="top">
        <strong>{t('console')}</strong>
        <LanguageSwitch />
      </header>
      <main class="alone">{children}</main>
    </>
  )
}

function Frame() {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => setOpen(false), [route.value])
  const toContent = (event: Event) => {
    event.preventDefault()
    document.querySelector<HTMLElement>('main')?.focus()
  }
  const leave = async () => {
    const failure = await signOut()
    if (failure) complain(failure)
  }
  const { name, role, office } = actor.value!
  const [page = '', ...path] = route.value
  if (pageFor(page, role)?.isBare?.(path))
    return (
      <>
        <main class="bare">
          <Current />
        </main>
        <SignInAgain />
      </>
    )
  return (
    <>
      <a class="skip" href="#isi" onClick={toContent}>
        {t('skip')}
      </a>
      <header class="top">
        <button class="burger" aria-expanded={isOpen} aria-controls="menu" onClick={() => setOpen(!isOpen)}>
          {t('menu')}
        </button>
        <strong>
          {t('console')} <span class="city">{me.value!.city}</span>
        </strong>
        <span class="who">
          {name} · {t(`role_${role}`)}
          {office && ` (${office})`}
        </span>
        <LanguageSwitch />
        <button class="link" onClick={leave}>
          {t('signOut')}
        </button>
      </header>
      <div class="body">
        <nav id="menu" aria-label={t('navigation')} class={isOpen ? 'open' : ''}>
          <Menu />
        </nav>
        <main id="isi" tabIndex={-1}>
          <Current />
          <Status />
        </main>
      </div>
      <SignInAgain />
    </>
  )
}

/** Stands above the page, which waits for it. */
function SignInAgain() {
  if (!isSessionOver.value) return null
  return (
    <Dialog title={t('signInTitle')} onClose={() => closeSignIn()}>
      <SignIn isAgain />
      <div class="actions">
        <button onClick={() => closeSignIn()}>{t('later')}</button>
      </div>
    </Dialog>
  )
}

function Menu() {
  const { role } = actor.value!
  const [page = firstPage(role)] = route.value
  const here = pageFor(page, role)?.under ?? page
  const shown = Object.entries(pages).filter(([, page]) => page.inMenu && page.roles.includes(role))
  return (
    <ul>
      {shown.map(([name, page]) => (
        <li key={name}>
          <a href={hrefTo(name)} onClick={quiet} aria-current={name === here ? 'page' : undefined}>
            {t(page.title)}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The page that the address names, loaded when it is first needed. */
function Current() {
  const { role, id } = actor.value!
  const [name = firstPage(role), ...path] = route.value
  const page = pageFor(name, role)
  const [loaded, setLoaded] = useState<{ name: string; View: PageView | null } | null>(null)
  useEffect(() => {
    page?.load().then(
      (View) => setLoaded({ name, View }),
      () => setLoaded({ name, View: null }),
    )
  }, [name, page])
  if (!page)
    return (
      <Page title={t('pageMissing')}>
        <p>{t('pageMissingHint')}</p>
      </Page>
    )
  if (loaded?.name !== name) return <Loading />
  if (!loaded.View)
    return (
      <div class="notice" role="alert">
        <p>{t('pageBroken')}</p>
        <button onClick={() => location.reload()}>{t('reload')}</button>
      </div>
    )
  // What was asked for one office or person is not shown for the next.
  return <loaded.View key={`${id} ${name} ${path[0] ?? ''}`} path={path} />
}

function LanguageSwitch() {
  const other = language.value === 'id' ? 'en' : 'id'
  return (
    <button class="link" lang={other} onClick={() => void useLanguage(other)}>
      {other === 'en' ? 'English' : 'Bahasa Indonesia'}
    </button>
  )
}
