// What becomes of a model's answer before anybody reads it: its fence is taken off wherever the stream is cut, and one that
// may not go out is asked for once more.
import { describe, expect, it } from 'vitest'
import { onceMore } from '../../gateway/src/upstreams/once-more.ts'
import { unwrapped } from '../../gateway/src/upstreams/unwrapped.ts'
import type { UpstreamEvent } from '../../gateway/src/upstreams/upstream.ts'

const end: UpstreamEvent = { kind: 'end', cutOff: false, tokens: null }

async function* events(pieces: readonly string[], last: UpstreamEvent = end): AsyncGenerator<UpstreamEvent> {
  for (const text of pieces) yield { kind: 'text', text }
  yield last
}

/** @returns text, with "⟲" where what came before is taken back, and the kinds of the last events */
async function read(answer: AsyncGenerator<UpstreamEvent>): Promise<{ text: string; last: string }> {
  let [text, last] = ['', '']
  for await (const event of answer) {
    if (event.kind === 'text') text += event.text
    if (event.kind === 'again') text += '⟲'
    last = event.kind
  }
  return { text, last }
}

describe('a fence', () => {
  const cut = (text: string, size: number) => text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []

  it.each([
    ['```\nLampu padam.\n```', 'Lampu padam.'],
    ['```text\nBaris satu\nBaris dua\n```\n', 'Baris satu\nBaris dua'],
    ['  ```markdown\nPakai `kode` di sini.\n```', 'Pakai `kode` di sini.'],
    ['```\nTanpa penutup', 'Tanpa penutup'],
    ['Lampu padam.', 'Lampu padam.'],
    ['Pakai ```kode``` di tengah.', 'Pakai ```kode``` di tengah.'],
    ['`Lampu`', '`Lampu`'],
    ['', ''],
  ])('%j becomes %j, wherever the stream is cut', async (answer, expected) => {
    for (const size of [1, 2, 3, 5, 8, 100])
      expect(await read(unwrapped(events(cut(answer, size))))).toEqual({ text: expected, last: 'end' })
  })

  it('that breaks off keeps what came', async () => {
    const failure: UpstreamEvent = { kind: 'failure', failure: { code: 'upstream_broke_off' } }
    expect(await read(unwrapped(events(['```\nLampu pa'], failure)))).toEqual({
      text: 'Lampu pa',
      last: 'failure',
    })
  })
})

it('a reader who leaves before the first word is heard of where the answer is made', async () => {
  let left = false
  async function* waiting(): AsyncGenerator<UpstreamEvent> {
    try {
      yield { kind: 'queued', position: 2 }
      yield end
    } finally {
      left = true
    }
  }
  for await (const event of unwrapped(waiting())) if (event.kind === 'queued') break
  expect(left).toBe(true)
})

describe('an answer that may not go out', () => {
  const inTurn = (...answers: string[]) => {
    let at = 0
    return () => events([answers[at++] ?? 'ditanya terlalu sering'])
  }
  const holds = (answer: string) => answer.startsWith('baik')

  it.each([
    ['holds', ['baik'], null, 'baik'],
    ['holds the second time', ['buruk', 'baik'], null, 'buruk⟲baik'],
    ['never holds, and nothing takes its place', ['buruk', 'buruk juga'], null, 'buruk⟲buruk juga'],
    [
      'never holds, and the engine’s own does',
      ['buruk', 'buruk juga'],
      () => 'templat',
      'buruk⟲buruk juga⟲templat',
    ],
  ] as const)('%s', async (_, answers, instead, expected) => {
    expect(await read(onceMore(inTurn(...answers), holds, instead))).toEqual({ text: expected, last: 'end' })
  })

  it('is better than none where the second one fails', async () => {
    const failure: UpstreamEvent = { kind: 'failure', failure: { code: 'upstream_busy' } }
    const thenFails = () => {
      let at = 0
      return () => (at++ === 0 ? events(['buruk']) : events([], failure))
    }
    expect(await read(onceMore(thenFails(), holds, null))).toEqual({ text: 'buruk⟲⟲buruk', last: 'end' })
    expect(await read(onceMore(thenFails(), holds, () => 'templat'))).toEqual({
      text: 'buruk⟲⟲templat',
      last: 'end',
    })
  })

  it('is not asked for again where it was cut off, or failed', async () => {
    const cutOff: UpstreamEvent = { kind: 'end', cutOff: true, tokens: null }
    const failure: UpstreamEvent = { kind: 'failure', failure: { code: 'upstream_timeout' } }
    for (const last of [cutOff, failure])
      expect(
        await read(
          onceMore(
            () => events(['buruk'], last),
            holds,
            () => 'templat',
          ),
        ),
      ).toEqual({
        text: 'buruk',
        last: last.kind,
      })
  })
})
