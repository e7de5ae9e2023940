// The parts of what was read, each with a tick box, so that the person can say what is meant (R21).
import { foldQuoted } from '../../shared/source/quoted.ts'
import { t } from '../i18n/index.ts'

export interface Section {
  /** Its heading or first line, or which page of a letter it is. Two may have the same. */
  name: string
  text: string
  isOn: boolean
  /** Left out unless the person wants it: mails that a mail quotes below itself. */
  isHistory: boolean
}

const longestName = 60
/** More boxes than these nobody reads: then neighbours share one. */
const most = 24

/** @returns the parts of a page, the mails that it quotes as the last one */
export function pageSections(texts: readonly string[]): Section[] {
  const { text, quoted } = foldQuoted(texts.join('\n\n'))
  const parts = grouped(quoted ? upTo(texts, text.length) : texts)
  const names = distinct(parts.map(nameOf))
  const sections = parts.map((part, at) => section(names[at]!, part))
  return quoted
    ? [...sections, { ...section(t('sectionHistory'), quoted), isOn: false, isHistory: true }]
    : sections
}

/** @returns the pages of a letter, cut where it has more than `longest` UTF-16 units */
export function letterSections(pages: readonly string[], of: number, longest: number): Section[] {
  if (of === 1) return [section('', pages.join('\n\n').slice(0, longest))]
  return upTo(pages, longest).map((page, at) => {
    const name = t('letterPage', { page: at + 1 })
    return section(name, `[${name}]\n${page}`)
  })
}

export function textOf(sections: readonly Section[]): string {
  return sections
    .filter(({ isOn }) => isOn)
    .map(({ text }) => text)
    .join('\n\n')
}

function section(name: string, text: string): Section {
  return { name, text, isOn: true, isHistory: false }
}

function nameOf(text: string): string {
  const [line = ''] = text.split('\n', 1)
  return line.length > longestName ? `${line.slice(0, longestName).trimEnd()}…` : line
}

/** A tick is remembered by its name. */
function distinct(names: readonly string[]): string[] {
  const counts = new Map<string, number>()
  return names.map((name) => {
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

/** The parts as far as they go into so many units, with the breaks between them. */
function upTo(texts: readonly string[], length: number): string[] {
  let left = length
  return texts.flatMap((text) => {
    const kept = text.slice(0, Math.max(0, left))
    left -= text.length + 2
    return kept ? [kept] : []
  })
}

/** A heading over nothing belongs to what follows. */
function grouped(texts: readonly string[]): string[] {
  const least = texts.length > most ? texts.join('').length / most : 0
  const groups: string[] = []
  let open = ''
  for (const text of texts) {
    open = open ? `${open}\n\n${text}` : text
    if (open.length < least || !open.includes('\n')) continue
    groups.push(open)
    open = ''
  }
  if (open && groups.length > 0) groups.push(`${groups.pop()}\n\n${open}`)
  else if (open) groups.push(open)
  return groups
}
