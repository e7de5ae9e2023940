// The trained weights. Kept in a module of its own, so that a page may load it later than the rest.
import stored from './weights.json' with { type: 'json' }
import type { Model } from './tagger.ts'

function bytesOf(base64: string): Int8Array {
  return Int8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
}

export const model: Model = {
  weights: bytesOf(stored.weights),
  scale: stored.scale,
  stay: stored.stay,
  change: stored.change,
  // Chosen on held-out text: a higher one finds more names, and hides words in more texts that hold none.
  bias: 0.7,
}
