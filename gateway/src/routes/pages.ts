// Static pages. The city's own workerd serves files from a plain folder (no types, a listing for "/"), Cloudflare from
// its assets service; both are asked for one exact file, and everything that a browser needs is said here.
import { Hono } from 'hono'
import type { App } from '../env.ts'
import { refuse } from '../refuse.ts'

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  zip: 'application/zip',
  crx: 'application/x-chrome-extension',
  xpi: 'application/x-xpinstall',
  woff2: 'font/woff2',
}

// Rich editors set style attributes; scripts come from files only.
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
  "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"

/** Of the console, whose pages hold what admins may do: its own files, and nothing written into a page. */
const consolePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

export const pages = new Hono<App>().get('*', async (c) => {
  const { pathname } = new URL(c.req.url)
  if (pathname === '/') return c.redirect('/latihan/')
  // "//name/" would be read as the address of a host called so, and show the listing of our own folder.
  if (pathname.includes('//')) return refuse(c, { code: 'not_found' })
  const folder = /\/[\w-]+$/.test(pathname) ? `${pathname}/` : null
  const path = (folder ?? pathname).replace(/\/$/, '/index.html')
  const type = typeOf(path)
  if (!type) return refuse(c, { code: 'not_found' })
  const file = await c.env.ASSETS.fetch(new Request(new URL(path, c.req.url)))
  if (!file.ok) {
    await file.body?.cancel()
    return refuse(c, { code: 'not_found' })
  }
  if (folder) {
    await file.body?.cancel()
    return c.redirect(folder)
  }
  return c.body(file.body ?? '', 200, {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    ...(path.startsWith('/konsol/') ? consoleHeaders(path) : otherHeaders(path)),
  })
})

function otherHeaders(path: string) {
  return {
    'content-security-policy': policy,
    'referrer-policy': 'same-origin',
    'cache-control': isLarge(path) ? 'public, max-age=3600' : 'no-cache',
  }
}

/** A megabyte each, and the same for as long as the gateway runs: a class behind one line loads it once. */
function isLarge(path: string): boolean {
  return path.startsWith('/latihan/tinymce/') || path.startsWith('/latihan/panel/assets/')
}

function consoleHeaders(path: string) {
  return {
    'content-security-policy': consolePolicy,
    'referrer-policy': 'no-referrer',
    // Their names are made from what is in them.
    'cache-control': path.startsWith('/konsol/assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
  }
}

function typeOf(path: string): string | undefined {
  const [, extension = ''] = /\.(\w+)$/.exec(path) ?? []
  return Object.hasOwn(types, extension) ? types[extension] : undefined
}
