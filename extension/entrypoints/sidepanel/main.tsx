import { render } from 'preact'
import { useLanguage } from '../../i18n/index.ts'
import { App } from '../../panel/app.tsx'
import { startPanel } from '../../panel/start.ts'
import { readSettings } from '../../settings.ts'

await useLanguage((await readSettings()).language)
render(<App />, document.querySelector('#app')!)
await startPanel()
