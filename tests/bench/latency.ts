// `npm run bench:latency`: from the click on "Ringkas" to the first word in the panel. Real Chromium with the built
// extension, real workerd; the upstream is imitated and says by the same machine's clock when it sent its first token.
// Budgets: 150 ms over the upstream's own time; 50 ms for the engine without a model on a page.
import type { Page } from 'playwright-core'
import setup from '../browser/build.ts'
import { aDesk, type Desk } from '../browser/desk.ts'
import { asking } from '../gateway/gateway.ts'
import { chunk } from '../gateway/upstream.ts'

const rounds = 20
/** What the imitated model thinks before its first token (ms). */
const thinks = 300
const pageLength = 4096

setup()
await withModel()
await withoutModel()

async function withModel(): Promise<void> {
  const desk = await aDesk({ model: true })
  await desk.enrol()
  const panel = await desk.open()
  await panel.getByText(/karakter dari jendela/).waitFor()
  const [asked, shown, over]: number[][] = [[], [], []]
  for (let round = 0; round <= rounds; round += 1) {
    const word = `Kata${round}.`
    let [cameAt, sentAt] = [0, 0]
    desk.upstream!.answers(async (reply) => {
      cameAt = clock()
      await new Promise((done) => setTimeout(done, thinks))
      sentAt = clock()
      await reply.frame(chunk({ content: word }))
      await reply.frame(chunk({}, 'stop'))
      await reply.frame('[DONE]')
      reply.end()
    })
    const { clickedAt, shownAt } = await summarise(panel, word)
    // The first round loads what the panel loads late.
    if (round === 0) continue
    asked!.push(cameAt - clickedAt)
    shown!.push(shownAt - sentAt)
    over!.push(shownAt - clickedAt - (sentAt - cameAt))
  }
  console.log(`With a model, ${rounds} rounds on a complaint of the practice portal:`)
  print('click until the model is asked', asked!)
  print('first token sent until its word is shown', shown!)
  print('over the model’s own time', over!, 150)
  await desk.end()
}

async function withoutModel(): Promise<void> {
  const desk = await aDesk()
  const { key } = await desk.enrol()
  console.log(`Without a model, ${rounds} rounds on a text of ${pageLength} characters:`)
  print('answer whole, at the gateway', await answersOf(desk, key), 50)
  const panel = await desk.openWithText(textOf(0))
  const times: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    await panel.getByLabel('Teks yang akan dikirim').fill(textOf(round))
    const { clickedAt, shownAt } = await summarise(panel, codeOf(round))
    if (round > 0) times.push(shownAt - clickedAt)
  }
  print('click until the first word is shown', times)
  await desk.end()
}

async function answersOf(desk: Desk, key: string): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const begun = clock()
    const answer = await desk.gateway.chat(key, asking(textOf(round)))
    await answer.text()
    if (!answer.ok) throw new Error(`The gateway answered ${answer.status}.`)
    if (round > 0) times.push(clock() - begun)
  }
  return times
}

/** Clicks "Ringkas". @returns when the click came, and when the region "Draf" held this word, in ms of `clock` */
async function summarise(panel: Page, word: string): Promise<{ clickedAt: number; shownAt: number }> {
  const timed = panel.evaluate(watch, word)
  await panel.getByRole('button', { name: 'Ringkas', exact: true }).click()
  const times = await timed
  await panel
    .getByRole('status')
    .getByText(/^Selesai/)
    .waitFor()
  return times
}

/** Runs in the panel. */
function watch(word: string): Promise<{ clickedAt: number; shownAt: number }> {
  return new Promise((done) => {
    let clickedAt = 0
    const now = () => performance.timeOrigin + performance.now()
    document.addEventListener('click', () => (clickedAt = now()), { capture: true, once: true })
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[aria-label="Draf"]')?.textContent?.includes(word)) return
      observer.disconnect()
      done({ clickedAt, shownAt: now() })
    })
    observer.observe(document.body, { childList: true, subtree: true, characterData: true })
  })
}

/** A complaint of its own for each round, with a number that its summary keeps. */
function textOf(round: number): string {
  const line = 'Lampu jalan di depan pasar padam sejak Senin malam sehingga gelap dan rawan kecelakaan. '
  return `Nomor aduan: ${codeOf(round)}\nLokasi: Jalan Melati ${round + 1}\n${line.repeat(60)}`.slice(
    0,
    pageLength,
  )
}

function codeOf(round: number): string {
  return `Melati ${round + 1}`
}

function clock(): number {
  return performance.timeOrigin + performance.now()
}

function print(what: string, times: readonly number[], budget?: number): void {
  const sorted = times.toSorted((a, b) => a - b)
  const ms = (time: number) => `${time.toFixed(1)} ms`.padStart(10)
  const within = budget === undefined ? '' : `  (budget ${budget} ms)`
  console.log(
    `  ${what.padEnd(42)} median ${ms(sorted[sorted.length >> 1]!)}  worst ${ms(sorted.at(-1)!)}${within}`,
  )
}
