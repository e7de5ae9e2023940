// Models put an answer into a code fence although they were told not to. The fence is no part of it.
import type { UpstreamEvent } from './upstream.ts'

/** "```" with the name of a language, on a line of its own. */
const opening = /^\s{0,8}```[\w-]{0,20}[^\S\n]{0,4}\n/
const mayOpen = /^\s{0,8}(?:`{0,2}|```[\w-]{0,20}[^\S\n]{0,4})$/
const closing = /(?:\n`{0,3}|`{1,3})\s{0,8}$/

/** @returns the events without the fence around them; an answer that has none passes as it comes */
export async function* unwrapped(events: AsyncGenerator<UpstreamEvent>): AsyncGenerator<UpstreamEvent> {
  try {
    yield* withoutFence(events)
  } finally {
    // Taken by hand, it would not hear that its reader has left.
    await events.return(undefined)
  }
}

async function* withoutFence(events: AsyncGenerator<UpstreamEvent>): AsyncGenerator<UpstreamEvent> {
  let head = ''
  for (;;) {
    const { value: event, done } = await events.next()
    if (done) return
    if (event.kind !== 'text') {
      if (head) yield { kind: 'text', text: head }
      head = ''
      yield event
      continue
    }
    head += event.text
    if (mayOpen.test(head)) continue
    if (opening.test(head)) return yield* fenced(events, head.replace(opening, ''))
    yield { kind: 'text', text: head }
    return yield* events
  }
}

/** Holds back what may be the end of the fence. */
async function* fenced(events: AsyncGenerator<UpstreamEvent>, first: string): AsyncGenerator<UpstreamEvent> {
  let held = first
  for await (const event of events) {
    if (event.kind === 'text') held += event.text
    const end = event.kind === 'text' ? (closing.exec(held)?.index ?? held.length) : held.length
    const text = event.kind === 'end' ? held.replace(/\n?```\s{0,8}$/, '') : held.slice(0, end)
    if (text) yield { kind: 'text', text }
    held = event.kind === 'text' ? held.slice(end) : ''
    if (event.kind !== 'text') yield event
  }
}
