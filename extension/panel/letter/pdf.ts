// The text of a PDF, page by page, by pdf.js in a worker of its own. Nothing is drawn, no script in the file is run.
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist'
// oxlint-disable-next-line import/default -- Vite makes it: the address of the file as shipped
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import type { LetterRead, LetterReader } from './reader.ts'

GlobalWorkerOptions.workerSrc = worker

/** Parts of a line further apart than this share of the letters' height have a blank between. */
const blankShare = 0.2
/** Lines further apart than so many heights are paragraphs. */
const paragraphShare = 1.9
/** Fewer letters on a page are a stamp or a page number. */
const fewestLetters = 12

interface Piece {
  str: string
  hasEOL: boolean
  height: number
  width: number
  transform: number[]
}

export const readPdf: LetterReader = async (file, { longest, signal, progress }) => {
  const task = getDocument({
    data: await file.arrayBuffer(),
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    stopAtErrors: false,
  })
  const stop = () => void task.destroy()
  signal.addEventListener('abort', stop)
  try {
    return await readPages(await task.promise, longest, progress)
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    return { failure: name === 'PasswordException' ? 'letter_locked' : 'letter_broken' }
  } finally {
    signal.removeEventListener('abort', stop)
    void task.destroy()
  }
}

async function readPages(
  pdf: PDFDocumentProxy,
  longest: number,
  progress: (done: number, of: number) => void,
): Promise<LetterRead> {
  const pages: string[] = []
  const withoutText: number[] = []
  let length = 0
  while (pages.length < pdf.numPages && length < longest) {
    const page = await pdf.getPage(pages.length + 1)
    const { items } = await page.getTextContent()
    const text = linesOf(items.filter((item) => 'str' in item))
    page.cleanup()
    pages.push(text)
    length += text.length
    if (lettersIn(text) < fewestLetters) withoutText.push(pages.length)
    progress(pages.length, pdf.numPages)
  }
  if (withoutText.length === pages.length) return { failure: 'letter_scanned' }
  return { pages, of: pdf.numPages, withoutText }
}

const lettersIn = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

/** Pieces of text as they stand, in lines and paragraphs. */
export function linesOf(pieces: readonly Piece[]): string {
  let text = ''
  let last: Piece | undefined
  for (const piece of pieces) {
    text += gapBetween(last, piece) + piece.str
    if (piece.str.trim()) last = piece
    else if (piece.hasEOL && last) last = { ...last, hasEOL: true }
  }
  return text
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function gapBetween(last: Piece | undefined, next: Piece): string {
  if (!last) return ''
  const height = last.height || next.height || 10
  const [, , , , x = 0, y = 0] = next.transform
  const [, , , , lastX = 0, lastY = 0] = last.transform
  const down = Math.abs(lastY - y)
  if (down > height * paragraphShare) return '\n\n'
  if (last.hasEOL || down > height / 2) return '\n'
  return x - (lastX + last.width) > height * blankShare ? ' ' : ''
}
