// Times as a complaint writes them: "sejak tiga hari lalu", "12 Desember 2026 pukul 19.30 WIB".
import { complaintWords } from '../../../../shared/content/index.ts'
import { monthNames } from '../../../../shared/drafts/index.ts'

const either = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length).join('|')
const months = either(monthNames.flat())
const units = either(complaintWords.timeUnits)
const shortUnits = either(complaintWords.timeUnits.filter((unit) => unit !== 'tahun')) // "75 tahun" is an age
const counts = either(complaintWords.counts)
const time = new RegExp(
  [
    String.raw`(?<![\p{L}\d.,])(?:(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu),? )?(?:(?:tanggal|tgl\.?) )?\d{1,2} (?:${months})(?: \d{4})?(?![\p{L}\d])`,
    String.raw`(?<![\d/.-])\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})(?![\d/])`,
    String.raw`(?<!\p{L})(?:pukul|jam) \d{1,2}(?:[.:]\d{2})?(?: (?:wib|pagi|siang|sore|malam))?(?![\p{L}\d])`,
    String.raw`(?<!\p{L})(?:(?:sudah|sejak|selama|hampir|lebih dari|lebih kurang|sekitar) ){1,3}(?:\d{1,3}|${counts}) (?:${units})(?: (?:yang lalu|lalu|ini|terakhir|lebih))?(?![\p{L}\d])`,
    String.raw`(?<![\p{L}\d.,])(?:\d{1,3}|${counts}) (?:${shortUnits})(?: (?:yang lalu|lalu|ini|terakhir|lebih))?(?![\p{L}\d])`,
    String.raw`(?<!\p{L})(?:${either(complaintWords.times)})(?!\p{L})`,
    String.raw`(?<!\p{L})sejak [\p{L}\d]+(?: (?:lalu|malam|pagi|siang|sore|ini|deras))?`,
  ].join('|'),
  'giu',
)

/** @returns up to two times that the sentences name, as written, joined by "; ", or undefined. */
export function timesIn(sentences: readonly string[]): string | undefined {
  const found = new Set<string>()
  for (const sentence of sentences) {
    for (const match of sentence.matchAll(time)) found.add(match[0])
    if (found.size > 1) break
  }
  return found.size === 0 ? undefined : [...found].slice(0, 2).join('; ')
}
