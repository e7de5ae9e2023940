// Letters as files: those that the portal shows or links to, and those that the person drops. Fetched only after a click.
import { signal } from '@preact/signals'
import { fetchFrom, panelTab } from '../../browser.ts'
import { t } from '../../i18n/index.ts'
import { fileFrom, type Letter } from '../portal.ts'
import { loadRedaction } from '../redaction.ts'
import { failure, status } from '../session.ts'
import * as source from '../source.ts'
import type { Failure, LetterRead, LetterText } from './reader.ts'

/** More than a model takes at once, and far more than a letter (UTF-16 units). */
const longest = 200_000
/** A larger file would fill the memory of an old PC. */
const mostBytes = 50_000_000

/** Done so far, of all (0: not known yet); null while nothing is read. */
export const progress = signal<{ done: number; of: number } | null>(null)

let running: AbortController | null = null

/** Fetches a letter of the page as the person, and takes its text. Must be called in a click: another site is asked for. */
export function readLetter(letter: Letter): Promise<void> {
  const elsewhere = letter.own ? null : fetchFrom(letter.url)
  return read(letter.name, letter.url, letter.kind, (signal) => elsewhere ?? fetchPieces(letter, signal))
}

/** Takes the text of a file that the person dropped or chose. */
export function readFile(file: File): Promise<void> {
  return read(file.name, null, /\.docx$/i.test(file.name) ? 'docx' : 'pdf', () => Promise.resolve(file))
}

export function stop(): void {
  running?.abort()
}

async function read(
  name: string,
  url: string | null,
  kind: Letter['kind'],
  fetchFile: (signal: AbortSignal) => Promise<Blob | Failure>,
): Promise<void> {
  running?.abort()
  const mine = (running = new AbortController())
  failure.value = null
  progress.value = { done: 0, of: 0 }
  const result = await textOf(kind, fetchFile, mine.signal)
  // Another letter was asked for meanwhile.
  if (running !== mine) return
  running = null
  progress.value = null
  if (mine.signal.aborted) status.value = t('letterStopped')
  else if ('failure' in result) failure.value = { code: result.failure, requestId: null }
  else await take(name, url, result)
}

async function textOf(
  kind: Letter['kind'],
  fetchFile: (signal: AbortSignal) => Promise<Blob | Failure>,
  signal: AbortSignal,
): Promise<LetterRead> {
  const file = await fetchFile(signal)
  if ('failure' in file) return file
  if (file.size > mostBytes) return { failure: 'letter_too_large' }
  const reader = kind === 'docx' ? (await import('./docx.ts')).readDocx : (await import('./pdf.ts')).readPdf
  return reader(file, {
    longest,
    signal,
    progress: (done, of) => {
      if (!signal.aborted) progress.value = { done, of }
    },
  })
}

async function take(name: string, url: string | null, { pages, of, withoutText }: LetterText): Promise<void> {
  const { withoutHiddenSigns } = await loadRedaction()
  const letter = { name, url, read: pages.length, of, withoutText }
  source.takeLetter(letter, pages.map(withoutHiddenSigns), longest)
  status.value = t('letterRead', { name })
}

/** The pieces of a file, from the frame that may fetch it. */
async function fetchPieces(letter: Letter, signal: AbortSignal): Promise<Blob | Failure> {
  const tabId = await panelTab()
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let have = 0
  for (let size = 1; have < size;) {
    const answer = tabId === null ? null : await fileFrom(tabId, letter, have)
    if (!answer || signal.aborted) return { failure: 'letter_unreachable' }
    if (answer.code) return { failure: answer.code }
    const piece = Uint8Array.from(atob(answer.piece), (sign) => sign.charCodeAt(0))
    if (piece.length === 0) break
    pieces.push(piece)
    have += piece.length
    size = answer.size
  }
  return new Blob(pieces)
}
