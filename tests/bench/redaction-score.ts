// `npm run bench:redaction`: how well personal data is found, on the shared sample and on made-up documents whose
// templates the taggers never saw; and how fast. Half of the names of the first five sets are of words that no list has; the
// later ones were each written by another author, who saw nothing of the engine. What slipped through has taught the rules
// something since; docs/redaksi.md has the figures of the first measuring. All other sets train the taggers now.
import { readFileSync } from 'node:fs'
import { detect, type Finding } from '../../shared/redaction/index.ts'
import { makeDocuments, type MarkedDocument } from '../../shared/redaction/training/generator/documents.ts'
import { score } from '../../shared/redaction/training/score.ts'
import { peers, type Peer } from './redaction-peers.ts'

const heldoutDocuments = 1600
const heldoutSeed = 20_261_124
const megabyte = 1_000_000

const sample = readFileSync(new URL('../fixtures/redaction-sample.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): MarkedDocument => JSON.parse(line))

const percent = (share: number) => `${(share * 100).toFixed(2)} %`

function report(name: string, documents: readonly MarkedDocument[]): void {
  const figures = score(documents, detect)
  console.log(`\n${name}: ${documents.length} documents`)
  console.log(`  detection F1          ${figures.detectionF1.toFixed(4)}`)
  console.log(`  typed F1              ${figures.typedF1.toFixed(4)}`)
  console.log(`  strong leak           ${percent(figures.strongLeak)}`)
  console.log(`  over-redaction        ${percent(figures.overRedaction)}`)
  console.log(`  negatives untouched   ${percent(figures.negativesUntouched)}`)
  console.log(`  fully clean           ${percent(figures.fullyClean)}`)
  console.log('  type             marked   found   typed   findings   right')
  for (const [type, { marked, found, foundTyped, findings, right }] of [...figures.byType].sort()) {
    const share = (part: number, whole: number) => (whole === 0 ? '-' : (part / whole).toFixed(3))
    console.log(
      `  ${type.padEnd(15)}${String(marked).padStart(8)}${share(found, marked).padStart(8)}${share(foundTyped, marked).padStart(8)}${String(findings).padStart(11)}${share(right, findings).padStart(8)}`,
    )
  }
}

/** Types are not compared: a peer knows few of ours. */
async function comparePeer({ name, find }: Peer, documents: readonly MarkedDocument[]): Promise<void> {
  const found = new Map<string, Finding[]>()
  for (const { text } of documents) {
    found.set(
      text,
      (await find(text)).map((stretch) => ({ ...stretch, type: 'LAIN' })),
    )
  }
  const figures = score(documents, (text) => found.get(text) ?? [])
  console.log(`\n${name}, on the last set`)
  console.log(`  detection F1          ${figures.detectionF1.toFixed(4)}`)
  console.log(`  strong leak           ${percent(figures.strongLeak)}`)
  console.log(`  over-redaction        ${percent(figures.overRedaction)}`)
  console.log(`  negatives untouched   ${percent(figures.negativesUntouched)}`)
}

function speed(name: string, text: string): void {
  const milliseconds = Array.from({ length: 7 }, () => {
    const start = performance.now()
    detect(text)
    return performance.now() - start
  })
  console.log(
    `  ${name.padEnd(28)}${(Buffer.byteLength(text) / 1000 / Math.min(...milliseconds)).toFixed(1)} MB/s`,
  )
}

const fill = (text: string) => text.repeat(Math.ceil(megabyte / text.length)).slice(0, megabyte)
const sets = [
  'all',
  'second',
  'third',
  'fourth',
  'fifth',
  'thirtieth',
  'thirtyfirst',
  'thirtyeighth',
  'thirtyninth',
  'fortieth',
  'fortyfirst',
  'hundredthirtyfourth',
  'hundredthirtyfifth',
  'hundredthirtysixth',
  'hundredthirtyseventh',
  'hundredthirtyeighth',
  'hundredthirtyninth',
].map((name) => [name, makeDocuments('heldout', heldoutDocuments, heldoutSeed, `${name}.txt`)] as const)

report('Sample', sample)
for (const [name, documents] of sets) report(`Held-out, ${name === 'all' ? 'first' : name} set`, documents)
for (const peer of peers) await comparePeer(peer, sets.at(-1)?.[1] ?? [])
console.log('\nSpeed of detect, one thread, 1 MB')
const ordinary = makeDocuments('train', 3000, 5)
  .filter(({ tags }) => tags.includes('negative'))
  .map(({ text }) => text)
const prose =
  'Jalan di depan pasar berlubang cukup dalam sehingga sering menyebabkan pengendara terjatuh. Kami mohon agar ' +
  'perbaikan dapat segera dilaksanakan sebelum musim hujan, sesuai Perda Nomor 8 Tahun 2018 tentang jalan. '
speed('prose', fill(prose))
speed('texts without personal data', fill(ordinary.join('\n')))
speed('full of personal data', fill(sample.map(({ text }) => text).join('\n')))
