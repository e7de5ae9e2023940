// The trained weights. Kept in a module of its own, so that a page may load it later than the rest.
import { readWeights } from '../weights.ts'
import { rowBits } from './features.ts'
import { classCount, type CodeModel } from './tagger.ts'
import stored from './weights.json' with { type: 'json' }

export const model: CodeModel = {
  weights: readWeights(stored, classCount << rowBits),
  scale: stored.scale,
  columnsOf: stored.classesOf.map((bits) =>
    Array.from({ length: classCount }, (_, column) => column).filter(
      (column) => column === 0 || bits & (1 << column),
    ),
  ),
  margin: 0.5,
}
