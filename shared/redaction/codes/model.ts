// The trained weights.
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
  // Chosen on held-out text and on ordinary lines: lower ones hide more of those, and find next to nothing more.
  margins: {
    alone: -2,
    besideFinding: -2,
    word: 0.3,
    nothingElse: 3.2,
    date: -1,
    recentDate: 1.7,
    againstLabel: 3,
  },
}
