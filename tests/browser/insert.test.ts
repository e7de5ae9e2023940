// Each kind of field that a portal may have takes a draft as if it had been typed.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { anOfficer, caretAt, insert, takeBack, type Officer } from './officer.ts'

interface Kind {
  kind: string
  page: string
  /** Where the field is: what is clicked and typed into. */
  field: (page: Page) => Locator
  /** What the portal's own code holds, if it isn't the field itself. */
  state?: (page: Page) => Promise<string>
  oneLine?: boolean
  /** The form stands in a frame. */
  framed?: boolean
}

const inFrame = (page: Page) => page.frameLocator('iframe').locator('#tanggapan')
const inPage = (page: Page) => page.locator('#tanggapan')
const output = (page: Page) => page.locator('#state').evaluate((element) => element.textContent ?? '')

const kinds: Kind[] = [
  { kind: 'a textarea', page: 'textarea.html', field: inPage },
  { kind: 'a one-line input', page: 'input.html', field: inPage, oneLine: true },
  { kind: 'a plain contenteditable', page: 'editable.html', field: inPage },
  { kind: 'a textarea that React controls', page: 'react.html', field: inPage, state: output },
  { kind: 'a textarea with v-model of Vue', page: 'vue.html', field: inPage, state: output },
  {
    kind: 'TinyMCE',
    page: 'tinymce.html',
    field: (page) => page.frameLocator('#tanggapan_ifr').locator('body'),
    state: (page) =>
      page.evaluate(() =>
        (
          Reflect.get(window, 'tinymce') as { activeEditor: { getContent(o: object): string } }
        ).activeEditor.getContent({ format: 'text' }),
      ),
  },
  { kind: 'a textarea in a frame of the same origin', page: 'frame.html', field: inFrame, framed: true },
  { kind: 'a textarea in a srcdoc frame', page: 'srcdoc.html', field: inFrame, framed: true },
  { kind: 'a textarea in a frame that the page wrote', page: 'blank.html', field: inFrame, framed: true },
  { kind: 'a textarea in an open shadow root', page: 'shadow.html', field: inPage },
  { kind: 'a textarea that is rendered anew when it loses the focus', page: 'rerender.html', field: inPage },
  { kind: 'a textarea in a modal dialog', page: 'dialog.html', field: inPage },
]

/** "Yth. Ibu Sari, salam." stands in each field; the caret goes behind the comma. */
const before = 'Yth. Ibu Sari,'
const after = ' salam.'
const reply = ' lampu sudah menyala.\nTerima kasih <atas> laporan & kesabaran.'

let officer: Officer
let page: Page
beforeAll(async () => {
  officer = await anOfficer()
})
afterAll(() => officer.end())
afterEach(() => page.close())

describe.each(kinds)('$kind', ({ page: file, field, state, oneLine, framed }) => {
  const text = oneLine ? reply.replace('\n', ' ') : reply
  const shown = async (): Promise<string> => {
    const content = await field(page).evaluate((element) =>
      'value' in element ? String(element.value) : (element as HTMLElement).innerText,
    )
    return tidy(content)
  }
  const held = async () => (state ? tidy(await state(page)) : shown())

  beforeEach(async () => {
    page = await officer.open(`fields/${file}`)
    await field(page).click()
    await page.keyboard.press('Control+Home')
  })

  it('takes the draft once, at the caret, with its lines and the old text around it', async () => {
    await caretAt(page, before.length)
    const panel = await officer.callWithDraft(page, text)
    expect(await insert(panel)).toMatch(/^Draf disisipkan/)
    expect(await held()).toBe(before + text + after)
    expect(await shown()).toBe(before + text + after)
  })

  it('gives the draft the place of what is selected', async () => {
    await caretAt(page, before.length, before.length + after.length)
    const panel = await officer.callWithDraft(page, text)
    await insert(panel)
    expect(await held()).toBe(before + text)
  })

  it('takes the draft back with Ctrl+Z', async () => {
    await caretAt(page, before.length)
    const panel = await officer.callWithDraft(page, text)
    await insert(panel)
    await page.keyboard.press('Control+z')
    await expect.poll(held).toBe(before + after)
  })

  it('takes the draft back with "Batalkan sisipan"', async () => {
    await caretAt(page, before.length)
    const panel = await officer.callWithDraft(page, text)
    await insert(panel)
    expect(await takeBack(panel)).toMatch(/^Sisipan dibatalkan/)
    expect(await held()).toBe(before + after)
  })

  it('lets the officer type on behind the draft, and the portal sends both', async () => {
    await caretAt(page, before.length)
    const panel = await officer.callWithDraft(page, text)
    await insert(panel)
    await page.keyboard.type(' Hormat kami.')
    await expect.poll(held).toBe(`${before}${text} Hormat kami.${after}`)
    await (framed ? page.frameLocator('iframe') : page).getByRole('button', { name: 'Kirim' }).click()
    await page.waitForURL('**/kirim')
    expect(sentText(officer.portal.received().tanggapan ?? '')).toBe(`${before}${text} Hormat kami.${after}`)
  })
})

/** Editors use no-break spaces, and may end with an empty line. */
function tidy(text: string): string {
  return text.replaceAll('\u00a0', ' ').replaceAll('\u200b', '').replaceAll('\r\n', '\n').trim()
}

/** TinyMCE sends HTML: its paragraphs and breaks are lines. */
function sentText(sent: string): string {
  if (!sent.startsWith('<')) return tidy(sent)
  const lines = sent.replace(/<br ?\/?>\n?/g, '\n').replace(/<\/p>\n?<p>/g, '\n')
  const plain = lines.replace(/<[^>]+>/g, '').replaceAll('&nbsp;', ' ')
  return tidy(plain.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
}
