// Letters that this frame shows or links to: only their addresses. A file is fetched when the person asks for it (R21),
// here, for here the portal knows who asks.
import type { FileRead, LettersRead } from '../../messages.ts'

type Letter = LettersRead['letters'][number]

const mostLetters = 20
const longestName = 80
/** More than any letter has; a larger file would fill the memory of an old PC. */
const mostBytes = 50_000_000
/** What one answer carries, before base64. */
const chunkBytes = 3_000_000

/** @returns letters in the order of the page, those it shows before those it links to */
export function lettersHere(): LettersRead {
  const own = document.contentType === 'application/pdf' ? [letterAt(location.href, 'pdf', '', true)] : []
  const found = [...own, ...framed(), ...linked()].filter((letter) => letter !== null)
  const seen = new Set<string>()
  const letters = found.filter(({ url }) => !seen.has(url) && seen.add(url))
  return { letters: letters.slice(0, mostLetters) }
}

function framed(): (Letter | null)[] {
  return Array.from(document.querySelectorAll('iframe, embed, object'), (element) => {
    if (!element.checkVisibility()) return null
    const url = addressOf(element.getAttribute(element.localName === 'object' ? 'data' : 'src'))
    const type = element.getAttribute('type') ?? ''
    if (!url) return null
    const target = inViewer(url) ?? url
    return letterAt(target, kindOf(target, type), element.getAttribute('title') ?? '', true)
  })
}

function linked(): (Letter | null)[] {
  return Array.from(document.querySelectorAll<HTMLAnchorElement>('a[href]'), (link) => {
    const kind = kindOf(link.href, link.type, link.download)
    return kind && link.checkVisibility() ? letterAt(link.href, kind, link.innerText, false) : null
  })
}

/** Portals show a PDF in a viewer of their own: "viewer.html?file=/surat/12.pdf". */
function inViewer(url: string): string | null {
  const { searchParams } = new URL(url)
  const file = searchParams.get('file') ?? searchParams.get('url') ?? searchParams.get('src')
  const target = file && addressOf(file)
  return target && kindOf(target) ? target : null
}

function addressOf(written: string | null): string | null {
  const url =
    written && URL.canParse(written, document.baseURI) ? new URL(written, document.baseURI).href : null
  return url && /^(?:https?|blob|data):/.test(url) ? url : null
}

function kindOf(url: string, type = '', fileName = ''): Letter['kind'] | null {
  if (type === 'application/pdf' || url.startsWith('data:application/pdf')) return 'pdf'
  const path = URL.canParse(url) ? new URL(url).pathname : ''
  const ending = /\.(pdf|docx)$/i.exec(fileName || path)?.[1]?.toLowerCase()
  return ending === 'pdf' || ending === 'docx' ? ending : null
}

function letterAt(url: string, kind: Letter['kind'] | null, label: string, shown: boolean): Letter | null {
  return kind && { url, kind, shown, name: nameOf(url, label), own: isOwn(url) }
}

function nameOf(url: string, label: string): string {
  const words = label.trim().replace(/\s+/g, ' ')
  if (words) return words.slice(0, longestName)
  if (!/^https?:/.test(url)) return ''
  const last = new URL(url).pathname.split('/').pop() ?? ''
  try {
    return decodeURIComponent(last).slice(0, longestName)
  } catch {
    return last.slice(0, longestName)
  }
}

/** What this frame may fetch as the person: its own site, and what it made itself. */
function isOwn(url: string): boolean {
  return url.startsWith('data:') || new URL(url).origin === self.origin
}

/** The file asked for last, until all of it was handed over. */
let held: { url: string; file: Blob } | null = null

/**
 * Hands a file over piece by piece: a message has its limits.
 * @param url as `lettersHere` told it
 * @param from bytes handed over so far; 0 fetches the file
 */
export async function readFile(url: string, from: number): Promise<FileRead> {
  if (from === 0) {
    held = null
    const file = await fetchFile(url)
    if (typeof file === 'string') return { code: file, size: 0, piece: '' }
    held = { url, file }
  }
  if (held?.url !== url) return { code: 'letter_unreachable', size: 0, piece: '' }
  const { file } = held
  const piece = await base64(file.slice(from, from + chunkBytes))
  if (from + chunkBytes >= file.size) held = null
  return { code: null, size: file.size, piece }
}

async function fetchFile(url: string): Promise<Blob | 'letter_unreachable' | 'letter_too_large'> {
  if (!isOwn(url)) return 'letter_unreachable'
  try {
    const response = await fetch(url, { credentials: 'include' })
    if (!response.ok) return 'letter_unreachable'
    if (Number(response.headers.get('content-length')) > mostBytes) {
      void response.body?.cancel()
      return 'letter_too_large'
    }
    const file = await response.blob()
    return file.size > mostBytes ? 'letter_too_large' : file
  } catch {
    return 'letter_unreachable'
  }
}

function base64(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')))
    reader.addEventListener('error', () => reject(new Error('unreadable')))
    reader.readAsDataURL(piece)
  })
}
