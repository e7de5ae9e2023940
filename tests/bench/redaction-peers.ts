// Other engines for personal data on npm, asked the same question: which stretches of this text would you hide? They
// were made for other countries; the comparison says what an Indonesian office would get by taking one as it is.
import { detectPII } from '@coffeeandfun/remove-pii'
import { OpenRedaction } from '@openredaction/openredaction'
import { Redactor } from '@redactpii/node'

export interface Stretch {
  start: number
  end: number
}

export interface Peer {
  name: string
  find(text: string): Stretch[] | Promise<Stretch[]>
}

const open = new OpenRedaction()
/** Without a key of its maker's service it sends nothing anywhere. */
const redactor = new Redactor()

export const peers: readonly Peer[] = [
  {
    name: '@openredaction/openredaction',
    async find(text) {
      const { detections } = await open.detect(text)
      return detections.map(({ position: [start, end] }) => ({ start, end }))
    },
  },
  {
    name: '@coffeeandfun/remove-pii',
    find: (text) => detectPII(text).detectedItems.flatMap(({ positions }) => positions),
  },
  { name: '@redactpii/node', find: (text) => replaced(text, redactor.redact(text)) },
]

/** Its tokens: "EMAIL_ADDRESS", "PERSON_NAME". */
const token = /\b[A-Z]{2,}(?:_[A-Z]+)+\b/

/** What a text lost to tokens: the pieces between them stand in the original, in order. */
function replaced(original: string, cleaned: string): Stretch[] {
  const stretches: Stretch[] = []
  let at = 0
  for (const [index, piece] of cleaned.split(token).entries()) {
    const found = original.indexOf(piece, at)
    if (found < 0) return stretches
    if (index > 0 && found > at) stretches.push({ start: at, end: found })
    at = found + piece.length
  }
  if (at < original.length && token.test(cleaned.slice(-40)))
    stretches.push({ start: at, end: original.length })
  return stretches
}
