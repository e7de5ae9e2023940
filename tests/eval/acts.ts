// What an office asks of its assistant: each text summarised, each complaint answered by its status, into a large field and
// a small one, each line translated. Asked as the gateway asks: redacted, prepared, answered, restored.
import { helpers, type HelperContext } from '../../gateway/src/helpers/index.ts'
import type { PreparedHelper } from '../../gateway/src/helpers/helper.ts'
import { replyFrame, slotRoom } from '../../gateway/src/helpers/offline/reply-draft.ts'
import { kindOf } from '../../gateway/src/helpers/offline/report.ts'
import { readSource } from '../../gateway/src/helpers/offline/source.ts'
import { ReplyOptions, type HelperName } from '../../shared/protocol/index.ts'
import { redact, restore } from '../../shared/redaction/index.ts'
import type { Mark } from './marks.ts'
import { replyMarks, shortReplyMarks, summaryMarks, translationMarks } from './measures.ts'
import type { EvalSet, Text, Translation } from './set.ts'

export interface Act {
  id: string
  helper: HelperName
  prepared: PreparedHelper
  /** As it leaves the office. */
  source: string
  /** @param answer as it came; '' where none did */
  marks(answer: string): Mark[]
}

const context: HelperContext = { officeName: 'Dinas Contoh', city: 'Kota Cendana' }
const smallRoom = 300

export function summariesOf({ texts }: EvalSet): Act[] {
  return texts.map((text) => {
    const metadata = { length: 'sedang', note: 'tanpa' }
    return actOf('summarise', metadata, text.id, text.text, (answer) => summaryMarks(text, answer))
  })
}

export function repliesOf({ texts }: EvalSet): Act[] {
  return texts.flatMap((text) => (text.status === undefined ? [] : [longReply(text), shortReply(text)]))
}

export function translationsOf({ translations }: EvalSet): Act[] {
  return translations.map(translationOf)
}

function longReply(text: Text): Act {
  const metadata = { status: text.status ?? '' }
  const kind = kindOf(readSource(redact(text.text).text))
  const frame = replyFrame(kind, ReplyOptions.parse(metadata), context)
  return actOf('reply', metadata, text.id, text.text, (answer) => replyMarks(text, frame, answer))
}

function shortReply(text: Text): Act {
  const metadata = { status: text.status ?? '', max_chars: String(smallRoom) }
  const marks = (answer: string) => shortReplyMarks(text, answer, smallRoom, slotRoom)
  return actOf('reply', metadata, text.id, text.text, marks)
}

function translationOf(line: Translation): Act {
  const { to, locked, source, id } = line
  const glossary = locked.map((term) => ({ ...term, language: to, locked: true }))
  const marks = (answer: string) => translationMarks(line, answer)
  return actOf('translate', { target: to }, id, source, marks, { ...context, glossary })
}

function actOf(
  helper: HelperName,
  metadata: Record<string, string>,
  id: string,
  text: string,
  marks: Act['marks'],
  given = context,
): Act {
  const prepared = helpers[helper].prepare(metadata, given)
  if ('wrongOption' in prepared) throw new Error(`${id}: ${prepared.wrongOption}`)
  const { text: source, map } = redact(text)
  const back = { ...map, ...prepared.bound?.(source) }
  return { id, helper, prepared, source, marks: (answer) => marks(restore(answer, back)) }
}
