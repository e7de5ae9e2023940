// Times as a complaint writes them: "sejak Senin, 16 November 2026", "tiap pagi jam 06.30 sampai 07.30".
import { complaintWords } from '../../../../shared/content/index.ts'
import { monthNames } from '../../../../shared/drafts/index.ts'
import { anyOf, either } from '../../../../shared/content/index.ts'

export interface Time {
  text: string
  start: number
  end: number
  /** A day of the calendar stands in it. */
  dated: boolean
  kind: 'since' | 'point' | 'vague'
}

const months = either(monthNames.flat())
const day = `(?:hari )?${either(complaintWords.weekdays)}`
const until = String.raw`(?: (?:sampai dengan|sampai|hingga|s\.d\.|s/d) | ?[-–] ?)`
const hour = String.raw`\d{1,2}(?:[.:]\d{2})?(?:-?an)?`
const count = String.raw`(?:\d{1,3}|${either(complaintWords.counts)}) ${either(complaintWords.timeUnits)}`
const dates = [
  String.raw`(?:${day},? )?(?:(?:tanggal|tgl\.?) )?(?:\d{1,2}${until})?\d{1,2} (?:${months})(?: \d{4})?`,
  String.raw`(?:${day},? )?(?:(?:tanggal|tgl\.?) )?\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})`,
  String.raw`(?:${day},? )?(?:tanggal|tgl\.?) \d{1,2}`,
]
const clocks = [
  String.raw`(?:pukul|jam) (?:setengah )?${hour}(?:${until}(?:pukul |jam )?${hour})?(?: (?:wib|pagi|siang|sore|malam|malem))?`,
  String.raw`(?:at )?\d{1,2}(?::\d{2})? ?(?:a\.m\.|p\.m\.|am|pm)`,
]
const tail = '(?: (?:yang lalu|lalu|terakhir|ini|lebih|belakangan))'
const telling = [
  ...dates,
  ...clocks,
  `${count}${tail}`,
  `tadi,? (?:${clocks.join('|')})`,
  `${day} (?:lalu|kemarin|kemaren|tadi)`,
  either([...complaintWords.times, ...complaintWords.vagueTimes]),
].join('|')
/** "Senin", "September", "tiga hari" are times of an event only after "sejak" and the like. */
const leaning = [
  `${day}(?: (?:pagi|siang|sore|malam|lalu|kemarin|kemaren))*`,
  String.raw`(?:bulan )?(?:${months})(?: \d{4})?`,
  `${count}${tail}?`,
].join('|')
const between = '(?:(?:sekitar|kira-kira|mulai|preferably) ){0,2}'
/** A comma holds a day and its hour together, but not two times. */
const more = String.raw`(?:,? ${between}(?:${[...dates, ...clocks].join('|')})| ${between}(?:${telling})){0,3}`
const leads = `(?:${either(complaintWords.timeLeads)} ){1,3}`
const clause = String.raw`(?:sejak|semenjak) (?:(?:\p{L}+ ){1,2}(?:${telling})|[\p{L}\d-]+(?: [\p{L}\d-]+){0,5}(?=[,.;!?]|$))`
const time = new RegExp(
  String.raw`(?<![\p{L}\d.,/-])(?:${leads}(?:${telling}|${leaning})${more}|(?:${telling})${more}|${clause})(?![\p{L}\d/])`,
  'giu',
)
const since = /^(?:sejak|semenjak|dari|dr|mulai|sudah|udah|udh|sdh|selama|hampir|lebih dari|since)\s/i
const clockOnly = new RegExp(`^(?:(?:dari|mulai|sejak) )?(?:${clocks.join('|')})$`, 'iu')
const dated = new RegExp(dates.join('|'), 'iu')
const vague = anyOf(complaintWords.vagueTimes)
const otherwise = new RegExp(
  String.raw`(?<!\p{L})${either(complaintWords.noEventTimes)}(?: (?:pada|di|tanggal|hari|sini|\p{Lu}\p{L}+)){0,2} $`,
  'iu',
)
const reportBefore =
  /^,? (?:sudah |udah |pernah )?(?:saya|kami|sy)? ?(?:sudah |udah |pernah )?(?:lapor|melapor)/i
const lookBack = 60

/** @returns the times that a sentence names, in order, whatever they are times of. */
export function timesOf(sentence: string): Time[] {
  return [...sentence.matchAll(time)].map((match) => {
    const dropped =
      /^(?:sekitar|kira-kira|kurang lebih|lebih kurang|dalam)\s/i.exec(match[0])?.[0].length ?? 0
    const text = match[0].slice(dropped)
    const start = match.index + dropped
    const kind = since.test(text) ? 'since' : text.search(vague) === 0 ? 'vague' : 'point'
    return { text, start, end: start + text.length, dated: dated.test(text), kind }
  })
}

/**
 * @returns when it happened, as written, or undefined: since when, if the text says so; else up to two times. Deadlines,
 *   birthdays and the time of the call are none.
 */
export function timeIn(sentences: readonly string[]): string | undefined {
  const all = eventTimes(sentences)
  return texts(all, 'since', 2) ?? texts(all, 'point', 2) ?? texts(all, 'vague', 1)
}

/** @returns since when it has been so, as written, or undefined. */
export function sinceIn(sentences: readonly string[]): string | undefined {
  return texts(eventTimes(sentences), 'since', 2)
}

function eventTimes(sentences: readonly string[]): Time[] {
  const all: Time[] = []
  for (const sentence of sentences) {
    for (const one of timesOf(sentence)) if (isOfEvent(one, sentence)) all.push(one)
    if (all.length > 40) break
  }
  return all
}

function texts(all: readonly Time[], kind: Time['kind'], most: number): string | undefined {
  const found = withoutRepeats(all.filter((one) => one.kind === kind).map((one) => one.text))
  return found.length === 0 ? undefined : found.slice(0, most).join('; ')
}

function isOfEvent(one: Time, sentence: string): boolean {
  if (one.kind === 'vague' && sentence.endsWith('?')) return false
  if (/^\d{1,3} (?:menit|jam)$/.test(one.text) || clockOnly.test(one.text)) return false
  const before = sentence.slice(Math.max(0, one.start - lookBack), one.start)
  return !otherwise.test(before) && !reportBefore.test(sentence.slice(one.end, one.end + 40))
}

/** "setiap pagi" says nothing beside "Tiap pagi jam 06.30". */
function withoutRepeats(texts: readonly string[]): string[] {
  const key = (text: string) => text.toLowerCase().replace(/setiap/g, 'tiap')
  const first = texts
    .slice(0, 20)
    .filter((text, at, some) => some.findIndex((other) => key(other) === key(text)) === at)
  return first.filter((text) => !first.some((other) => other !== text && key(other).includes(key(text))))
}
