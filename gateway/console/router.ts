// Where one is, read from what stands behind the #: it reaches no server.
import { signal } from '@preact/signals'

/** `#/instansi/dinkes/kunci` as its parts. */
export const route = signal<string[]>([])

/** The token of an invitation that was opened; kept here and not in the address, which ends up in histories and pictures. */
export const invitationToken = signal('')

export function startRouter(): void {
  addEventListener('hashchange', read)
  read()
}

/** @returns the address of a page, for a link */
export function hrefTo(...parts: string[]): string {
  return `#/${parts.map(encodeURIComponent).join('/')}`
}

export function goTo(...parts: string[]): void {
  location.hash = hrefTo(...parts)
}

function read(): void {
  const parts = location.hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map(decoded)
  const [page = '', token] = parts
  if (page === 'undangan' && token) {
    invitationToken.value = token
    history.replaceState(null, '', hrefTo(page))
    parts.length = 1
  }
  route.value = parts
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
