// Which of the places in a report is where it happened. Where the reporter lives is not it.
import { complaintWords } from '../../../../shared/content/index.ts'
import { placesOf, type Place } from './places.ts'
import { anyOf, has } from '../../../../shared/content/index.ts'

export interface Telling {
  title: string | undefined
  sentences: readonly string[]
}

interface Candidate extends Place {
  score: number
  inTitle: boolean
  /** In a sentence that says what is wrong. */
  strong: boolean
}

const introductions = anyOf(complaintWords.introductions)
const introduced = /⟦(?:NAMA|NIK|KK)-|(?<!\p{L})[Ss](?:aya|y) \p{Lu}\p{Ll}+/gu
const informal = anyOf(complaintWords.informalPlaces)
const eventCues = anyOf(complaintWords.eventCues)
const cues = anyOf([...complaintWords.eventCues, ...complaintWords.problems])
const problems = anyOf(complaintWords.problems)
const topics = anyOf(complaintWords.topics)
const mostCandidates = 200

/** @returns up to two places of the event as the text writes them, joined by "; ", or undefined. */
export function placeIn(telling: Telling): string | undefined {
  const all = candidates(telling)
  const best = bestOf(all)
  if (best === undefined) return undefined
  const other = all.find(
    (one) => one.strong && !one.generic && !best.generic && one !== best && !overlap(one.text, best.text),
  )
  return other === undefined ? best.text : `${best.text}; ${other.text}`
}

/** @returns the place in a form that may stand in a public reply, or undefined: no house number, nobody's home. */
export function publicPlaceIn(telling: Telling): string | undefined {
  const open = candidates(telling).filter((one) => !one.private && !one.generic && !has(informal, one.core))
  const best = bestOf(open)
  if (best === undefined) return undefined
  const both = best.text.startsWith(`${best.core} dan `) && best.text.length < 60
  return (both ? best.text : best.core).replace(/,? (?:no|nomor)\.? ?\d+\p{L}?(?!\p{L})/iu, '')
}

function candidates({ title, sentences }: Telling): Candidate[] {
  const found: Candidate[] = []
  for (const sentence of title === undefined ? sentences : [title, ...sentences]) {
    if (found.length > mostCandidates) break
    found.push(...candidatesIn(sentence, sentence === title))
  }
  return found
}

function candidatesIn(sentence: string, inTitle: boolean): Candidate[] {
  const [isWrong, isAbout] = [has(problems, sentence), has(topics, sentence)]
  const said = Number(inTitle) * 4 + Number(isWrong) * 2 + Number(isAbout)
  const isReporters = reportersIn(sentence)
  const places = placesOf(sentence).slice(0, mostCandidates)
  return places
    .filter((place) => !isReporters(place.start) && !isErrand(sentence, place.start))
    .map((place) => {
      const cued = has(eventCues, sentence.slice(Math.max(0, place.start - 40), place.start))
      const told = Number(cued) * 2 + Number(place.named) * 2 - Number(place.generic) * 3
      const fullness = Math.min(place.text.length, 60) / 40
      return { ...place, inTitle, strong: isWrong || inTitle, score: said + told + fullness }
    })
}

/** The fullest form of a place in the title, else the place in the sentence that says most of what is wrong. */
function bestOf(all: readonly Candidate[]): Candidate | undefined {
  const score = (one: Candidate) => {
    const fuller = all.some((other) => other.inTitle && !one.inTitle && contains(one.text, other.core))
    return one.score + (fuller ? 5 : 0)
  }
  let best: Candidate | undefined
  let most = -Infinity
  for (const one of all) {
    const its = score(one)
    if (its > most) [best, most] = [one, its]
  }
  return best
}

/** "Apakah harus datang ke kantor …?" */
function isErrand(sentence: string, at: number): boolean {
  return sentence.endsWith('?') && sentence.slice(Math.max(0, at - 4), at) === ' ke '
}

/**
 * "Saya …, warga RT 03": said of a person, unless the report itself begins in between ("… mau lapor").
 * @returns whether a place that begins there is the reporter's; ask in order of the sentence, it reads on only.
 */
function reportersIn(sentence: string): (at: number) => boolean {
  const last = (patterns: readonly RegExp[]) => {
    const all = patterns.flatMap((pattern) => [...sentence.matchAll(pattern)].map((match) => match.index))
    const places = all.sort((a, b) => a - b)
    let next = 0
    return (at: number) => {
      while (next < places.length && (places[next] ?? at) < at) next++
      return places[next - 1] ?? -1
    }
  }
  const lastPerson = last([introductions, introduced])
  const lastCue = last([cues])
  return (at) => lastPerson(at) > lastCue(at)
}

function overlap(one: string, other: string): boolean {
  return contains(one, other) || contains(other, one)
}

function contains(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase())
}
