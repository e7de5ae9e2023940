import { readFileSync } from 'node:fs'
import { test } from 'vitest'
import { classify, createRestorer, detect, redact, restore } from '../../shared/redaction/index.ts'

// Runs a second on 1 MB are MB a second; the budget is 20 for `detect` on ordinary text, and 1 ms for a page.
const megabyte = 1_000_000
const paragraph =
  'Jalan di depan pasar berlubang cukup dalam sehingga sering menyebabkan pengendara terjatuh. Kami mohon agar ' +
  'perbaikan dapat segera dilaksanakan sebelum musim hujan, sesuai Perda Nomor 8 Tahun 2018 tentang jalan. '
const documents = readFileSync(new URL('../fixtures/redaction-sample.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): string => JSON.parse(line).text)
  .join('\n')

const fill = (text: string) => text.repeat(Math.ceil(megabyte / text.length)).slice(0, megabyte)
const ordinary = fill(paragraph)
const dense = fill(documents)
const page = documents.slice(0, 4000)
const redactedPage = redact(page)

test('1 MB', async ({ bench }) => {
  await bench.compare(
    bench('detect, ordinary text', () => void detect(ordinary)),
    bench('detect, full of personal data', () => void detect(dense)),
    bench('redact, full of personal data', () => void redact(dense)),
    bench('classify', () => void classify(dense)),
  )
})

test('a page', async ({ bench }) => {
  await bench.compare(
    bench('redact', () => void redact(page)),
    bench('restore', () => void restore(redactedPage.text, redactedPage.map)),
    bench('restore a stream of 20-character pieces', restorePage),
  )
})

function restorePage(): void {
  const restorer = createRestorer(redactedPage.map)
  for (let at = 0; at < redactedPage.text.length; at += 20)
    restorer.push(redactedPage.text.slice(at, at + 20))
  restorer.flush()
}
