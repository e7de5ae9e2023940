// Enters a portal's page only when the person calls for it, or where the office granted a portal. Reads and inserts on
// request of the panel; holds no key and makes no request. Silent until asked: listeners, but no observer, no timer.
import { browser } from 'wxt/browser'
import { defineContentScript } from 'wxt/utils/define-content-script'
import { fromOwnPage, readAsk, type PageAsk } from '../page-ask.ts'
import { insertText, undoInsert } from '../page/insert/insert.ts'
import { fieldTracker, type FieldTracker } from '../page/insert/field.ts'
import { startLauncher } from '../page/launcher.ts'
import { showBlock } from '../page/read/blocks.ts'
import { lettersHere, readFile } from '../page/read/letters.ts'
import { readPage } from '../page/read/page.ts'
import { readSelection } from '../page/read/selection.ts'

/** Mark of this world, so that entering a page twice leaves one set of listeners. */
const entered = Symbol.for('pendamping')

export default defineContentScript({
  registration: 'runtime',
  allFrames: true,
  matchAboutBlank: true,
  main() {
    const before = Reflect.get(globalThis, entered) as Partial<FieldTracker> | undefined
    // One of an older version, from before an update, may know less.
    if (before) return before.listen?.()
    // Not WXT's context: that one ends with every new entry, and with it the memory of the field last used. Ours ends
    // when the extension is updated or removed, which shows at the next event.
    const life = new AbortController()
    const fields = fieldTracker(life.signal)
    Reflect.set(globalThis, entered, fields)
    startLauncher(fields, life)

    browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
      if (!fromOwnPage(sender)) return
      const ask = readAsk(message)
      if (!ask) return
      void Promise.resolve(answer(ask)).then(respond)
      return true
    })

    function answer(ask: PageAsk): unknown {
      switch (ask.ask) {
        case 'selection':
          return { text: readSelection() }
        case 'page':
          return readPage()
        case 'field':
          return { field: fields.describe() }
        case 'insert':
          return insertText(fields, ask.text)
        case 'undo':
          return undoInsert()
        case 'show':
          return { shown: showBlock(ask.reading, ask.block) }
        case 'letters':
          return lettersHere()
        case 'file':
          return readFile(ask.url, ask.from)
      }
    }
  },
})
