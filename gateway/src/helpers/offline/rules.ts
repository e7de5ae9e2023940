// Rules as a letter cites them: "Peraturan Wali Kota Nomor 24 Tahun 2025".
import { documentWords, either } from '../../../../shared/content/index.ts'

/** "Peraturan Wali Kota Nomor 24 Tahun 2025", with its article before it. */
const rule = new RegExp(
  String.raw`(?<!\p{L})(?:Pasal \d{1,3}(?: ayat \(\d{1,2}\))? )?${either(documentWords.rules)}(?: \p{Lu}[\p{L}-]*| RI| dan){0,8} (?:Nomor|No\.?) ?[\p{L}\d./-]{1,40}(?: Tahun \d{4})?`,
  'giu',
)
const mostRules = 8

/** @returns the rules that it cites, as written, each once. */
export function rulesIn(sentences: readonly string[]): string[] {
  const all = sentences.slice(0, 200).flatMap((one) => [...one.matchAll(rule)].map((match) => match[0]))
  return [...new Set(all)].slice(0, mostRules)
}
