// The embedded engine as one who answers: at once, for nothing.
import type { Answer, Answerer } from './answerer.ts'

export const offline: Answerer = {
  name: 'tanpa model',
  translates: false,
  answer({ prepared, source }): Promise<Answer> {
    const begun = performance.now()
    const text = prepared.offline(source)
    const milliseconds = performance.now() - begun
    return Promise.resolve({ text, failure: null, tokensIn: 0, tokensOut: 0, milliseconds, asked: 1 })
  },
}
