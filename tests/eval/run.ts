// Asks one who answers for all that an office asks, a few at a time, and adds up what came.
import type { Act } from './acts.ts'
import { failures, type Answer, type Answerer, type FailureKind } from './answerer.ts'
import { sumUp, type Mark, type Shares } from './marks.ts'

/** Rupiah per million tokens. */
export interface Price {
  in: number
  out: number
}

export interface Service {
  acts: number
  failures: Record<FailureKind, number>
  tokensIn: number
  tokensOut: number
  /** Answers that were asked for once more. */
  askedAgain: number
  /** null = no price was given. */
  rupiahPer100: number | null
  medianSeconds: number
  p95Seconds: number
}

export interface Scored {
  name: string
  translates: boolean
  shares: Shares
  service: Service
}

/** So many failures at the very beginning are no chance: address, key or model are wrong. */
const hopeless = 3

/**
 * @param price null = none was given
 * @param tell is called with the number of answers that have come
 * @throws Error where the server can't be asked at all
 */
export async function run(
  answerer: Answerer,
  acts: readonly Act[],
  parallel: number,
  price: Price | null,
  tell: (done: number) => void = () => {},
): Promise<Scored> {
  const answers: Answer[] = []
  const marks: Mark[] = []
  const waiting = acts.values()
  const work = async () => {
    for (const act of waiting) {
      const answer = await answerer.answer(act)
      answers.push(answer)
      marks.push(...act.marks(answer.text))
      tell(answers.length)
      if (answers.length >= hopeless && answers.every(isNoServer))
        throw new Error(
          `${answerer.name}: server tidak terhubung atau menolak. Periksa alamat, kunci, dan nama model.`,
        )
    }
  }
  await Promise.all(Array.from({ length: parallel }, work))
  const { name, translates } = answerer
  return { name, translates, shares: sumUp(marks), service: serviceOf(answers, price) }
}

function isNoServer({ failure }: Answer): boolean {
  return failure === 'unreachable' || failure === 'refused'
}

export function serviceOf(answers: readonly Answer[], price: Price | null): Service {
  const sum = (value: (answer: Answer) => number) => answers.reduce((all, answer) => all + value(answer), 0)
  const [tokensIn, tokensOut] = [sum((answer) => answer.tokensIn), sum((answer) => answer.tokensOut)]
  const seconds = answers
    .filter(({ failure }) => failure === null)
    .map(({ milliseconds }) => milliseconds / 1000)
    .sort((a, b) => a - b)
  const rupiah = price && (tokensIn * price.in + tokensOut * price.out) / 1_000_000
  const counts = failures.map((kind) => [kind, answers.filter(({ failure }) => failure === kind).length])
  return {
    acts: answers.length,
    failures: Object.fromEntries(counts) as Service['failures'],
    tokensIn,
    tokensOut,
    askedAgain: answers.filter(({ asked }) => asked > 1).length,
    rupiahPer100: rupiah === null ? null : (rupiah / Math.max(1, answers.length)) * 100,
    medianSeconds: at(seconds, 0.5),
    p95Seconds: at(seconds, 0.95),
  }
}

/** @param sorted ascending; @returns 0 of none */
function at(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}
