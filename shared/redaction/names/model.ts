// The trained weights. Kept in a module of its own, so that a page may load it later than the rest.
import stored from './weights.json' with { type: 'json' }
import type { Model } from './tagger.ts'
import { readWeights } from './weights.ts'

export const model: Model = {
  weights: readWeights(stored.weights),
  scale: stored.scale,
  stay: stored.stay,
  change: stored.change,
  // Chosen on held-out text: a higher one finds more names, and hides words in more texts that hold none.
  bias: 0.3,
}
