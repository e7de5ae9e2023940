// What the reporter wants and wants to know, each a piece of the text: requests, questions, the wish to stay unknown.
import { anyOf, bare, complaintWords, either, has, shorten } from '../content/index.ts'

export interface Asks {
  requests: string[]
  questions: string[]
  /** "mohon identitas saya dirahasiakan" */
  confidence: string | undefined
}

interface Clauses {
  statement: string
  questions: string[]
}

const longest = 300
const most = 4
const askers = either(complaintWords.askers)
const requestWords = anyOf(complaintWords.requests)
const demands = new RegExp(
  `(?:^|(?<!\\p{L})(?:${askers}) (?:juga |cuma |hanya |mau )?)${either(complaintWords.demands)}(?! (?:ampun|maaf|izin|ijin))(?!\\p{L})`,
  'giu',
)
const asker = new RegExp(
  `(?<!\\p{L})(?:${askers})(?: (?:juga|hanya|cuma|sangat|ingin|mau|dengan ini)){0,2} $`,
  'iu',
)
const past = new RegExp(`(?<!\\p{L})${either(complaintWords.pastWords)} $`, 'iu')
const clauseHead = /(?:[,;:] (?:dan |jadi |maka |terus |lalu )?| (?:dan|jadi|terus|makanya) )$/i
const questionHead = new RegExp(
  `(?:^|[,;:] (?:dan |terus |lalu |serta |atau )?| (?:dan|terus|lalu|serta) |(?<=[,;:] )\\(?\\d\\)? )(?=${either(complaintWords.questions)}(?!\\p{L}))`,
  'giu',
)
const asking = new RegExp(
  `${either(complaintWords.askings)}(?:kan)?(?: (?:kepada|soal|dong|nih|ya))?[,:]? `,
  'giu',
)
const confidence = anyOf(complaintWords.confidences)
const generic = new Set(complaintWords.genericRequests)
const listMark = /^(?:\(?\d{1,2}[.)]|[-•*])\s+/

/** @returns what is asked, in order, each once. */
export function asksIn(sentences: readonly string[]): Asks {
  const requests = new Set<string>()
  const questions = new Set<string>()
  let wish: string | undefined
  for (const sentence of sentences) {
    const { statement, questions: asked } = clausesOf(sentence.replace(listMark, ''))
    for (const one of asked) questions.add(shorten(one, longest))
    const start = requestStart(statement)
    const request = shorten(bare(statement.slice(start ?? 0)), longest)
    if (has(confidence, request)) wish ??= request
    else if (start !== undefined) requests.add(request)
    if (requests.size > 20 && questions.size > 20) break
  }
  const telling = [...requests].filter((one) => !generic.has(one.toLowerCase()))
  return {
    requests: (telling.length > 0 ? telling : [...requests]).slice(0, most),
    questions: [...questions].slice(0, most + 2),
    confidence: wish,
  }
}

/**
 * @returns where the request begins: at its clause ("Saya mohon …", after a comma "tolong …"), else at the sentence's
 *   head; undefined when nothing is asked ("mohon maaf", "baunya minta ampun").
 */
export function requestStart(sentence: string): number | undefined {
  for (const pattern of [requestWords, demands]) {
    for (const match of sentence.matchAll(pattern)) {
      if (/^ (?:maaf|izin|ijin)(?!\p{L})/iu.test(sentence.slice(match.index + match[0].length))) continue
      const head = sentence.slice(Math.max(0, match.index - 40), match.index)
      const start = match.index - (asker.exec(head)?.[0].length ?? 0)
      if (pattern === demands && past.test(sentence.slice(Math.max(0, start - 20), start))) continue
      return clauseHead.test(sentence.slice(0, start)) ? start : 0
    }
  }
  return undefined
}

/** Takes a sentence that asks apart: "tolong dinyalain dulu, terus kapan gotnya dikeruk?" */
function clausesOf(sentence: string): Clauses {
  const end = sentence.endsWith('?')
  const said = [...sentence.matchAll(asking)].at(-1)
  if (!end && said === undefined) return { statement: sentence, questions: [] }
  if (said !== undefined) {
    const statement = sentence.slice(0, said.index).replace(/,? (?:dan|serta|lalu|terus|juga)? ?$/, '')
    const rest = sentence.slice(said.index + said[0].length)
    if (end || startsAsQuestion(rest)) return { statement, questions: split(rest) }
    return { statement: sentence, questions: [] }
  }
  const first = [...sentence.matchAll(questionHead)][0]
  if (first === undefined) return { statement: '', questions: [sentence] }
  const head = sentence.slice(0, first.index)
  const asks =
    requestStart(head) !== undefined && !/^mohon (?:info|informasi|penjelasan|tanya|bertanya)/i.test(head)
  const from = first.index + first[0].length
  return { statement: asks ? head : '', questions: split(sentence.slice(from)) }
}

function startsAsQuestion(text: string): boolean {
  return [...text.slice(0, 40).matchAll(questionHead)][0]?.index === 0
}

/** "kapan … dan apakah …?" is two questions. */
function split(text: string): string[] {
  const heads = [...text.matchAll(questionHead)].filter((match) => match.index > 0)
  const starts = [0, ...heads.map((match) => match.index + match[0].length)]
  const ends = [...heads.map((match) => match.index), text.length]
  return starts.slice(0, 8).map((start, at) => text.slice(start, ends[at]).replace(/[.,;:]$/, ''))
}
