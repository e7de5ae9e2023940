// The rest of a complaint that an officer needs in the field: how many, which pole, how high, why.
import { documentWords } from '../../../../shared/content/index.ts'
import { requestStart } from '../../../../shared/checks/index.ts'
import { bestSentences, isCourtesy } from './best.ts'
import { mostSentences } from './complaint.ts'
import type { ReadSource } from './source.ts'
import { anyOf, has, hidesData, withoutLinks, wordsOf } from '../../../../shared/content/index.ts'

const causes = anyOf(documentWords.causes)
const sizes = anyOf(documentWords.sizes)
/** "PJU-0417" */
const objectNumber = /\p{Lu}{2,6}[- ]?\d{2,6}/u
const least = 2
const most = 4

/**
 * @param told what other lines of the summary already say
 * @returns up to four sentences, in the order of the text; none that asks, greets, or holds somebody's data.
 */
export function detailsIn(read: ReadSource, told: readonly (string | undefined)[]): string[] {
  const said = told.filter((one) => one !== undefined && one !== '')
  const candidates = read.sentences
    .slice(0, mostSentences)
    .filter(
      (one) =>
        !hidesData(one) && withoutLinks(one) === one && !one.endsWith('?') && requestStart(one) === undefined,
    )
    .filter((one) => !isCourtesy(one) && wordsOf(one).length > 3)
    .filter((one) => !said.some((other) => other !== undefined && one.includes(other)))
  const once = [...new Set(candidates)]
  const telling = once
    .map((sentence, place) => ({ sentence, place, weight: weightOf(sentence) }))
    .filter((one) => one.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place)
    .slice(0, most)
    .map((one) => one.sentence)
  const others = bestSentences(
    once.filter((one) => !telling.includes(one)),
    Math.max(0, least - telling.length),
  )
  return once.filter((one) => telling.includes(one) || others.includes(one))
}

function weightOf(sentence: string): number {
  return (
    Number(objectNumber.test(sentence)) * 3 +
    Number(/\d/.test(sentence)) * 2 +
    Number(has(sizes, sentence)) * 2 +
    Number(has(causes, sentence)) * 2
  )
}
