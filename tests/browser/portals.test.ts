// What the panel shows of pages built as real portals build theirs. Each page tells in itself what an officer would call
// its matter, and what no summary may hold.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { anOfficer, type Officer } from './officer.ts'

interface Expected {
  must: string[]
  not: string[]
  order: string[]
  /** Is there once late content is. */
  settled?: string
}

/** How long (ms) the panel has to show all that it must. */
const patience = 4_000

const names = readdirSync(join(import.meta.dirname, 'pages', 'portals')).filter((name) =>
  name.endsWith('.html'),
)

let officer: Officer
/** One tab with its panel for all: a panel stays while its tab goes on to other pages. */
let page: Page
let panel: Page
beforeAll(async () => {
  officer = await anOfficer()
  page = await officer.open('read/english.html')
  panel = await officer.browser.clickToolbar(page)
})
afterAll(() => officer.end())

describe('the portal page', () => {
  it.each(names)('%s is read with its matter, in order, and nothing else', async (name) => {
    await page.goto(`${officer.portal.url}/portals/${name}`)
    const expected = JSON.parse((await page.locator('#expect').textContent()) ?? '') as Expected
    if (expected.settled) await page.locator(expected.settled).waitFor({ state: 'attached' })
    // The panel reads as soon as the page is loaded; the officer's page has been drawn by then.
    await page.evaluate(() => new Promise(requestAnimationFrame))
    await panel.getByRole('button', { name: 'Halaman', exact: true }).click()
    const text = await textWith(expected.must, panel)
    expect(faults(text, expected), `read was:\n${text}`).toEqual([])
  })
})

/** @returns the text of the preview as soon as it has all of these, or as it is when patience ends. */
async function textWith(must: string[], panel: Page): Promise<string> {
  const preview = panel.getByRole('group', { name: 'Pratinjau teks' })
  const until = Date.now() + patience
  for (;;) {
    const text = (await preview.count()) ? ((await preview.textContent()) ?? '') : ''
    if (must.every((stretch) => text.includes(stretch)) || Date.now() > until) return text
    await new Promise((done) => setTimeout(done, 40))
  }
}

function faults(text: string, { must, not, order }: Expected): string[] {
  const has = (stretch: string) => text.includes(stretch)
  let from = 0
  const disordered = order.filter(has).filter((stretch) => {
    const at = text.indexOf(stretch, from)
    if (at >= 0) from = at + stretch.length
    return at < 0
  })
  const missing = [...new Set([...must, ...order])].filter((stretch) => !has(stretch))
  return [
    ...missing.map((stretch) => `missing: ${stretch}`),
    ...not.filter(has).map((stretch) => `unwanted: ${stretch}`),
    ...disordered.map((stretch) => `not in order: ${stretch}`),
  ]
}
