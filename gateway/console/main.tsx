// Starts the console: language, who is signed in, the first view.
import { render } from 'preact'
import { onSessionOver } from './api.ts'
import { App } from './app.tsx'
import { startLanguage } from './i18n/index.ts'
import { startRouter } from './router.ts'
import { loadMe, signInAgain } from './session.ts'

onSessionOver(signInAgain)
startRouter()
await startLanguage()
render(<App />, document.querySelector('#konsol')!)
await loadMe()
