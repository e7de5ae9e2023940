// The embedded engine (D10): the helper's own answer without a model, in pieces like any other upstream's.
import type { Upstream } from './upstream.ts'

const wordsAPiece = 6

export const offlineUpstream: Upstream = {
  id: 'offline',
  kind: 'offline',
  model: 'offline',
  location: 'gerbang kota',
  rupiahIn: 0,
  rupiahOut: 0,
  requestsPerMinute: null,
  async *ask(prepared, source) {
    for (const text of pieces(prepared.offline(source))) yield { kind: 'text', text }
    yield { kind: 'end', cutOff: false, tokens: null }
  },
}

function* pieces(text: string): Generator<string> {
  const words = text.split(/(?<=\s)(?=\S)/)
  for (let start = 0; start < words.length; start += wordsAPiece)
    yield words.slice(start, start + wordsAPiece).join('')
}
