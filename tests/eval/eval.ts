// `npm run eval`: how good the assistant is, on a labelled set; with `--upstream URL --model NAME`, how good a model is that
// the city thinks of buying, beside the engine without one. docs/model.md tells how to read it. Ends with exit code 1
// when the engine without a model makes up a single fact.
import { writeFileSync } from 'node:fs'
import { repliesOf, summariesOf, translationsOf } from './acts.ts'
import { readArguments, type EvalArguments } from './arguments.ts'
import { sumUp, type Shares } from './marks.ts'
import { offline } from './offline.ts'
import {
  comparison,
  inventionsOf,
  kindTables,
  missesText,
  ruleTables,
  serviceTable,
  setLine,
  verdict,
} from './report.ts'
import { ruleMarks } from './rules.ts'
import { run, type Scored } from './run.ts'
import { readSet, sample, type EvalSet } from './set.ts'
import { upstream } from './upstream.ts'

/** ms for an answer as a whole; the gateway waits a minute for its first token. */
const patience = 120_000

try {
  process.exitCode = await measure(readArguments(process.argv.slice(2), process.env))
} catch (error) {
  console.error(error instanceof Error ? error.message : 'Tidak jadi.')
  process.exitCode = 2
}

/** @returns the exit code */
async function measure(given: EvalArguments): Promise<number> {
  const set = sample(readSet(), given.limit)
  console.log(setLine(set))
  if (given.upstream)
    console.log(
      `Teks uji, sudah disamarkan, dikirim ke ${new URL(given.upstream).host} dan tidak ke tempat lain.`,
    )
  const withoutModel = await run(offline, [...summariesOf(set), ...repliesOf(set)], 1, null)
  const scored = [withoutModel, ...(await askModels(given, set))]
  const rules = sumUp(ruleMarks(set))
  const parts = [
    comparison(scored),
    ...(scored.length > 1 ? [serviceTable(scored)] : []),
    kindTables(scored),
    ruleTables(rules),
    ...(given.misses ? [missesOf(scored, rules)] : []),
    verdict(withoutModel),
  ]
  console.log(`\n${parts.join('\n\n')}`)
  if (given.json) writeFileSync(given.json, `${JSON.stringify(figures(set, scored, rules), null, 2)}\n`)
  return inventionsOf(withoutModel).count === 0 ? 0 : 1
}

/** One after the other, for two models on one machine would slow each other down. */
async function askModels({ upstream: url, models, key, parallel }: EvalArguments, set: EvalSet) {
  const scored: Scored[] = []
  for (const { name, price } of models) {
    const acts = [...summariesOf(set), ...repliesOf(set), ...translationsOf(set)]
    const answerer = upstream({ url: url ?? '', model: name, key, patience })
    const tell = (done: number) => {
      if (done % 50 === 0) console.error(`${name}: ${done} dari ${acts.length}`)
    }
    scored.push(await run(answerer, acts, parallel, price, tell))
  }
  return scored
}

function missesOf(scored: readonly Scored[], rules: Shares): string {
  return [...scored.map(({ name, shares }) => missesText(name, shares)), missesText('aturan', rules)].join(
    '\n',
  )
}

function figures(
  { texts, checks, deadlines, translations }: EvalSet,
  scored: readonly Scored[],
  rules: Shares,
) {
  return {
    set: {
      texts: texts.length,
      checks: checks.length,
      deadlines: deadlines.length,
      translations: translations.length,
    },
    models: scored.map(({ name, shares, service }) => ({
      name,
      measures: Object.fromEntries(shares),
      service,
    })),
    rules: Object.fromEntries(rules),
  }
}
