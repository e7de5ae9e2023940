// `npm run bench:reading`: how long reading a page takes in its own thread, on pages that this script makes. Budgets
// (design §6): 50 ms for a page of 200 KB, 20 ms for a table of 200 rows. Beside it, for machines differ, what one look at
// the computed style of every element costs: no reader that sees what is hidden can do with less.
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { chromium } from 'playwright-core'
import { chromiumPath } from '../browser/chromium.ts'

const rounds = 25

const words =
  'lampu jalan padam sejak senin malam warga mohon segera diperbaiki karena gelap dan rawan kecelakaan di depan pasar'.split(
    ' ',
  )
const sentence = (at: number) =>
  Array.from({ length: 12 }, (_, step) => words[(at * 7 + step * 3) % words.length]).join(' ')

const style = `<style>
  body { font: 15px sans-serif; color: #222; background: #fff }
  .card { border: 1px solid #ccc; padding: 8px; background: #fafafa } .muted { color: #666 } .row { display: flex }
  td, th { border: 1px solid #ddd; padding: 4px } .hidden { display: none } .badge { background: #0b5cad; color: #fff }
</style>`
const page = (body: string) =>
  `<!doctype html><html lang="id"><title>Konsol</title>${style}<main>${body}</main></html>`
const many = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join('')

/** A console's list of complaints: small texts in many elements. */
const cards = many(
  330,
  (
    at,
  ) => `<div class="card" id="aduan-${at}"><div class="row"><b>ADU-2026-${at}</b><span class="badge">Baru</span>
    <span class="muted">Kecamatan Cipondoh</span></div><p>${sentence(at)}. ${sentence(at + 1)}.</p>
    <ul><li>${sentence(at + 2)}</li><li>${sentence(at + 3)}</li></ul><p class="hidden">${sentence(at)}</p></div>`,
)
const article = many(480, (at) => `<p>${many(5, (step) => `${sentence(at + step)}. `)}</p>`)
const table = `<table><tr>${many(8, (at) => `<th>Kolom ${at}</th>`)}</tr>${many(
  200,
  (row) => `<tr>${many(8, (column) => `<td>${words[(row + column) % words.length]} ${row}</td>`)}</tr>`,
)}</table>`

const pages = [
  ['console of 330 complaints', page(cards), 50],
  ['article', page(article), 50],
  ['table of 200 rows, 8 columns', page(table), 20],
] as const

const { outputFiles } = buildSync({
  stdin: {
    contents: "export { readPage } from './extension/page/read/page.ts'",
    resolveDir: join(import.meta.dirname, '..', '..'),
  },
  bundle: true,
  write: false,
  format: 'iife',
  globalName: 'pendamping',
})
const script = outputFiles[0]!.text

const browser = await chromium.launch({
  executablePath: chromiumPath() ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const tab = await browser.newPage()
for (const [name, html, budget] of pages) {
  await tab.setContent(html)
  await tab.addScriptTag({ content: script })
  const { first, median, styles, length } = await tab.evaluate(measure, rounds)
  const kilobytes = Math.round(Buffer.byteLength(html) / 1000)
  console.log(
    `${name}, ${kilobytes} KB: median ${median.toFixed(1)} ms of ${budget}, first time ${first.toFixed(1)} ms; ` +
      `${(median / styles).toFixed(1)} times a look at every style; ${length} characters read`,
  )
}
await browser.close()

/** In the page. */
function measure(count: number) {
  const { readPage } = Reflect.get(window, 'pendamping') as { readPage(): { html: string } }
  const time = (work: () => unknown) => {
    // A page that stands still is not what is read: each time something has changed.
    document.querySelector('main')!.append(' ')
    const start = performance.now()
    work()
    return performance.now() - start
  }
  const middle = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!
  const times = (work: () => unknown) => Array.from({ length: count }, () => time(work))
  const lookAtStyles = () =>
    document.querySelectorAll('*').forEach((element) => getComputedStyle(element).display)
  // The officer has seen the page before: it is laid out.
  time(() => document.body.innerText)
  const read = times(readPage)
  return {
    first: read[0]!,
    median: middle(read),
    styles: middle(times(lookAtStyles)),
    length: readPage().html.length,
  }
}
