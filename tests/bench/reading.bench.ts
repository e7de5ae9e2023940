// How long the content script is at work in a page of 200 KB, beside what the browser needs to give its visible text
// at all. The budget for reading is 50 ms.
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { chromiumPath } from '../browser/chromium.ts'

const root = join(import.meta.dirname, '..', '..')
let browser: Browser
let page: Page

/** The reader alone, as a global of the page: the same code as in the content script. */
function reader(): string {
  const { outputFiles } = buildSync({
    stdin: {
      contents: "export { readPage } from './extension/page/read/page.ts'",
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'pendamping',
  })
  return outputFiles[0]!.text
}

/** A console with rows of facts, cells and paragraphs, 200 KB of text. */
function portalPage(): string {
  const row = (index: number) => `<section class="aduan"><h3>ADU-2026-${index}</h3>
    <dl><dt>Pelapor</dt><dd>Warga RT ${index % 20}</dd><dt>Lokasi</dt><dd>Jalan Melati Raya ${index}</dd></dl>
    <table><tr><td>20 November</td><td>Diterima</td></tr><tr><td>21 November</td><td>Diteruskan</td></tr></table>
    <p>Lampu jalan di depan pasar padam sejak <b>Senin malam</b>, sehingga warga sulit melintas dan rawan kecelakaan.
    Mohon segera <a href="#">diperbaiki</a> sebelum musim hujan tiba. ${'Keterangan tambahan dari warga. '.repeat(9)}</p></section>`
  return `<main>${Array.from({ length: 350 }, (_, index) => row(index)).join('')}</main>`
}

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: chromiumPath() ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  page = await browser.newPage()
  await page.setContent(portalPage())
  await page.addScriptTag({ content: reader() })
  await page.evaluate('void document.body.innerText')
})
afterAll(() => browser.close())

test('a page of 200 KB', async ({ bench }) => {
  await bench.compare(
    bench('document.body.innerText', () => page.evaluate('document.body.innerText.length')),
    bench('readPage', () => page.evaluate('pendamping.readPage().html.length')),
  )
})
