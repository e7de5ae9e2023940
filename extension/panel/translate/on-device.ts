// The browser's own translator (Translator and LanguageDetector, Chromium 138 on desktops): its model runs on the device,
// so the text is neither hidden nor sent. https://webmachinelearning.github.io/translation-api/
import * as z from 'zod/mini'
import type { ErrorCode } from '../../../shared/protocol/index.ts'
import type { DraftEvent } from '../../gateway.ts'
import { stretchesOf } from './layout.ts'

interface Pair {
  /** BCP 47. */
  sourceLanguage: string
  targetLanguage: string
}
interface Opening {
  monitor?: (monitor: EventTarget) => void
  signal: AbortSignal
}
interface Translator {
  translate(text: string, options: { signal: AbortSignal }): Promise<unknown>
  destroy(): void
}
interface Detector {
  detect(text: string, options: { signal: AbortSignal }): Promise<unknown>
  destroy(): void
}
interface InBrowser {
  Translator?: {
    availability(pair: Pair): Promise<unknown>
    create(options: Pair & Opening): Promise<Translator>
  }
  LanguageDetector?: { create(options: Opening): Promise<Detector> }
}

const inBrowser = globalThis as InBrowser
const Availability = z.catch(
  z.enum(['unavailable', 'downloadable', 'downloading', 'available']),
  'unavailable',
)
/** The likeliest first. */
const Detected = z.array(z.object({ detectedLanguage: z.string(), confidence: z.number() }))
/** Below that a guess is no better than asking the person. */
const sureEnough = 0.5

/** @returns whether the browser translates so, now or after a download. @param from null where it is not known yet */
export async function isSupported(from: string | null, into: string): Promise<boolean> {
  if (!inBrowser.Translator) return false
  return (
    from === null || (await availability({ sourceLanguage: from, targetLanguage: into })) !== 'unavailable'
  )
}

/**
 * Translates on the device, paragraph by paragraph.
 * @param from language of the text; null = the browser's detector is asked
 * @param onDownload told the percentage while a language pack comes, in steps of ten
 * @returns the events of an answer; ends without one when it is aborted
 */
export async function* translateOnDevice(
  text: string,
  from: string | null,
  into: string,
  signal: AbortSignal,
  onDownload: (percent: number) => void,
): AsyncGenerator<DraftEvent> {
  const failed = (code: ErrorCode): DraftEvent => ({ kind: 'failure', failure: { code, requestId: null } })
  const translator = await open(text, from, into, { signal, monitor: reporting(onDownload) })
  if (typeof translator === 'string') {
    if (!signal.aborted) yield failed(translator)
    return
  }
  try {
    yield { kind: 'begin', offline: false }
    for (const { text: piece, isWords } of stretchesOf(text)) {
      const words = isWords ? await translator.translate(piece, { signal }).catch(() => null) : piece
      if (signal.aborted) return
      if (typeof words !== 'string') return yield failed('device_translation_failed')
      yield { kind: 'text', text: words }
    }
    yield { kind: 'end', cutOff: false }
  } finally {
    translator.destroy()
  }
}

/** @returns a translator, or why there is none */
async function open(
  text: string,
  from: string | null,
  into: string,
  opening: Opening,
): Promise<Translator | ErrorCode> {
  const api = inBrowser.Translator
  if (!api) return 'device_translator_missing'
  const sourceLanguage = from ?? (await detected(text, opening))
  if (!sourceLanguage) return 'device_language_unknown'
  const pair = { sourceLanguage, targetLanguage: into }
  if ((await availability(pair)) === 'unavailable') return 'device_pair_missing'
  return api.create({ ...pair, ...opening }).catch((error: unknown) =>
    // Only a press of a few seconds ago may start a download.
    isNamed(error, 'NotAllowedError') ? 'device_press_again' : 'device_download_failed',
  )
}

async function availability(pair: Pair): Promise<z.infer<typeof Availability>> {
  return Availability.parse(await inBrowser.Translator?.availability(pair).catch(() => null))
}

async function detected(text: string, opening: Opening): Promise<string | null> {
  const detector = await inBrowser.LanguageDetector?.create(opening).catch(() => null)
  if (!detector) return null
  const found = await detector.detect(text, opening).catch(() => null)
  detector.destroy()
  const [best] = Detected.safeParse(found).data ?? []
  return best && best.confidence >= sureEnough && best.detectedLanguage !== 'und'
    ? best.detectedLanguage
    : null
}

function reporting(onDownload: (percent: number) => void): (monitor: EventTarget) => void {
  let told = -1
  return (monitor) =>
    monitor.addEventListener('downloadprogress', (event) => {
      const { loaded } = event as ProgressEvent
      const percent = Math.floor(loaded * 10) * 10
      if (percent > told) onDownload((told = percent))
    })
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name
}
