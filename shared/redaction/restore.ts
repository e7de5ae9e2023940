// Puts originals back in place of placeholders, in a whole text or in a stream.
import { longestPlaceholder, mangled, placeholderKey, unfinished } from './placeholder.ts'

/**
 * Puts the originals back.
 *
 * Takes a text, usually a model's answer, and the map of `redact`. Returns the text with every placeholder of the map
 * replaced, however the model mangled it: case, blanks, dashes, brackets, Markdown, quotes or escapes inside, a suffix
 * "-nya", a lost closing bracket. What is not in the map stays as it is. Throws nothing.
 */
export function restore(text: string, map: Readonly<Record<string, string>>): string {
  return text.replace(mangled, (found: string, label: string, number: string, suffix: string | undefined) => {
    const key = placeholderKey(label, number)
    return Object.hasOwn(map, key) ? map[key] + (suffix ?? '') : found
  })
}

/** Restores a stream piece by piece. */
export interface Restorer {
  /** Takes the next piece of the answer; returns what is certain by now, perhaps nothing. */
  push(chunk: string): string
  /** To be called at the end of the stream; returns what was held back. */
  flush(): string
}

/**
 * Makes a restorer for a streamed answer.
 *
 * Takes the map of `redact`. All that it returns, joined, equals `restore` of the whole answer, wherever the stream is
 * cut. It holds back nothing but the end of a piece that may become a placeholder, fewer than 64 characters. Throws
 * nothing.
 */
export function createRestorer(map: Readonly<Record<string, string>>): Restorer {
  let held = ''
  return {
    push(chunk) {
      const text = held + chunk
      const tailAt = Math.max(0, text.length - longestPlaceholder)
      const cut = text.slice(tailAt).search(unfinished)
      held = cut < 0 ? '' : text.slice(tailAt + cut)
      return restore(text.slice(0, text.length - held.length), map)
    },
    flush() {
      const rest = held
      held = ''
      return restore(rest, map)
    },
  }
}

/** `createRestorer` as a step in a pipe: `answer.pipeThrough(new RestoreStream(map))`, texts in and texts out. */
export class RestoreStream extends TransformStream<string, string> {
  constructor(map: Readonly<Record<string, string>>) {
    const restorer = createRestorer(map)
    const pass = (text: string, controller: TransformStreamDefaultController<string>) => {
      if (text) controller.enqueue(text)
    }
    super({
      transform: (chunk, controller) => pass(restorer.push(chunk), controller),
      flush: (controller) => pass(restorer.flush(), controller),
    })
  }
}
