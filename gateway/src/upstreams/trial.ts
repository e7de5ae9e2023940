// Trying an upstream before anybody depends on it: with a letter of ours, or with as many small requests at once as a class has
// people.
import type { ErrorCode } from '../../../shared/protocol/index.ts'
import { redact } from '../../../shared/redaction/index.ts'
import { helpers } from '../helpers/index.ts'
import type { PreparedHelper } from '../helpers/helper.ts'
import type { Upstream } from './upstream.ts'

/** Invented, as everything in it; the number has the form of a NIK so that hiding can be seen. */
const letter =
  'Yth. Kepala Dinas Contoh. Saya Sari Wulandari, NIK 3671015508870003, HP 0812-3456-7890. Lampu jalan di depan ' +
  'Pasar Contoh padam sejak Senin, mohon diperbaiki. Terima kasih.'
const testMs = 60_000

/** Sends the letter as any office's would go. @returns the letter, what the upstream got of it (R6), how it answered */
export async function tryWithLetter(upstream: Upstream) {
  const prepared = summary()
  const { text } = redact(letter)
  const begun = Date.now()
  const { code, answer, firstTokenMs } = await asked(upstream, prepared, text)
  return {
    ok: code === null,
    code,
    firstTokenMs,
    milliseconds: Date.now() - begun,
    letter,
    received: prepared.messages(text),
    answer: answer.slice(0, 2000),
  }
}

/** Enough to see whether it answers, and no more to pay. */
const tokensOfTry = 16

/** @returns how many of `people` asking at once were answered, and why the first of the others was not */
export async function tryAtOnce(
  upstream: Upstream,
  people: number,
): Promise<{ answered: number; code: ErrorCode | null }> {
  const prepared = { ...summary(), maxTokens: tokensOfTry }
  const { text } = redact(letter)
  const codes = await Promise.all(
    Array.from({ length: people }, async () => (await asked(upstream, prepared, text)).code),
  )
  return {
    answered: codes.filter((code) => code === null).length,
    code: codes.find((code) => code !== null) ?? null,
  }
}

async function asked(upstream: Upstream, prepared: PreparedHelper, text: string) {
  const begun = Date.now()
  let answer = ''
  let firstTokenMs: number | null = null
  let code: ErrorCode | null = null
  for await (const event of upstream.ask(prepared, text, AbortSignal.timeout(testMs))) {
    if (event.kind === 'failure') code = event.failure.code
    if (event.kind !== 'text') continue
    firstTokenMs ??= Date.now() - begun
    answer += event.text
  }
  return { code: code ?? (answer === '' ? ('upstream_timeout' as const) : null), answer, firstTokenMs }
}

function summary(): PreparedHelper {
  const prepared = helpers.summarise.prepare({}, { officeName: 'Dinas Contoh', city: 'Kota Contoh' })
  if ('wrongOption' in prepared) throw new Error('the default options are wrong')
  return prepared
}
