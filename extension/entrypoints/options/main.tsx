import { render } from 'preact'
import { useLanguage } from '../../i18n/index.ts'
import { App } from '../../options/app.tsx'
import { startSession } from '../../panel/session.ts'
import { readSettings } from '../../settings.ts'

await useLanguage((await readSettings()).language)
render(<App />, document.querySelector('#app')!)
await startSession()
