// The text of a DOCX, with its headings, lists and tables as the page reader writes them.
import * as z from 'zod/mini'
import { plainText } from '../plain-text.ts'
import type { LetterReader } from './reader.ts'

const Answer = z.object({ html: z.nullable(z.string()) })
/** A small file can unpack to gigabytes; what takes longer is no letter. */
const longestMs = 20_000
/** How an encrypted Office file begins: it is no ZIP then, but a compound file. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0]

export const readDocx: LetterReader = async (file, { signal, progress }) => {
  const data = await file.arrayBuffer()
  const head = new Uint8Array(data.slice(0, 4))
  if (compoundFile.every((byte, at) => head[at] === byte)) return { failure: 'letter_locked' }
  progress(0, 1)
  const html = await convert(data, signal)
  if (html === undefined) return { failure: 'letter_too_large' }
  if (html === null) return { failure: 'letter_broken' }
  const text = plainText(new DOMParser().parseFromString(html, 'text/html').body)
  return text ? { pages: [text], of: 1, withoutText: [] } : { failure: 'letter_scanned' }
}

/** @returns null for a broken file, undefined when it took too long or was stopped */
function convert(data: ArrayBuffer, signal: AbortSignal): Promise<string | null | undefined> {
  const worker = new Worker(new URL('./docx-worker.ts', import.meta.url), { type: 'module' })
  return new Promise<string | null | undefined>((resolve) => {
    const late = setTimeout(() => resolve(undefined), longestMs)
    signal.addEventListener('abort', () => resolve(undefined))
    worker.addEventListener('message', ({ data: answer }: MessageEvent<unknown>) => {
      clearTimeout(late)
      resolve(Answer.safeParse(answer).data?.html ?? null)
    })
    worker.addEventListener('error', () => resolve(null))
    worker.postMessage(data, [data])
  }).finally(() => worker.terminate())
}
