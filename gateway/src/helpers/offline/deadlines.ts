// Deadlines as a text writes them: "paling lambat Selasa, 1 Desember 2026 pukul 15.00 WIB", "by Friday, 27 November".
import { documentWords } from '../../../../shared/content/index.ts'
import { timesOf } from './times.ts'
import { anyOf } from '../../../../shared/content/index.ts'

const words = anyOf(documentWords.deadlines)
const workingDays = /^ \d{1,3} (?:\([\p{L} ]{2,20}\) )?hari(?: kerja)?(?!\p{L})/iu
/** "before our board meets on 14 December": so far may the day be from its word. */
const reach = 30

/** @returns each once: those with a day first, then "paling lambat 3 (tiga) hari kerja"; a word without a time is none. */
export function deadlinesIn(sentences: readonly string[]): string[] {
  const dated = new Set<string>()
  const counted = new Set<string>()
  for (const sentence of sentences) {
    if (dated.size > 20) break
    const times = timesOf(sentence)
    for (const match of sentence.matchAll(words)) {
      const end = match.index + match[0].length
      const time = times.find((one) => one.end > end && one.start - end <= reach)
      const days = workingDays.exec(sentence.slice(end, end + 60))
      if (days !== null) counted.add(match[0] + days[0])
      else if (time !== undefined) (time.dated ? dated : counted).add(sentence.slice(match.index, time.end))
    }
  }
  return [...dated, ...counted]
}
