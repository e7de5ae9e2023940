import { render } from 'preact'
import { idOptions } from '../../i18n/id-options.ts'
import { useLanguage } from '../../i18n/index.ts'
import { App } from '../../options/app.tsx'
import { startSession } from '../../panel/session.ts'
import { readSettings } from '../../settings.ts'

await useLanguage((await readSettings()).language, idOptions)
render(<App />, document.querySelector('#app')!)
await startSession()
