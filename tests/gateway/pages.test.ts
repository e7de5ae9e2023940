// Static pages come from a plain folder: types, headers and borders are the Worker's own work. And which web origins may
// call the staff API from a browser.
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { extensionId } from '../../shared/protocol/index.ts'
import { aGateway, errorOf, type TestGateway, type TestOffice } from './gateway.ts'

let gateway: TestGateway
let office: TestOffice

beforeAll(async () => {
  gateway = await aGateway({ PENDAMPING_EXTENSION_IDS: ' abcdefghijklmnopabcdefghijklmnop , ' })
  office = await gateway.office()
})
afterAll(() => gateway.end())

interface Raw {
  status: number
  type: string
  location: string
  body: string
}

/** A request whose path is sent as it is written; `fetch` would tidy it. */
function raw(path: string): Promise<Raw> {
  const { hostname, port } = new URL(gateway.url)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method: 'GET' }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (body += part))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          location: response.headers.location ?? '',
          body,
        }),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
}

describe('the practice portal', () => {
  it.each([
    ['/latihan/', 'text/html; charset=utf-8'],
    ['/latihan/index.html', 'text/html; charset=utf-8'],
    ['/latihan/aduan/', 'text/html; charset=utf-8'],
    ['/latihan/surat/', 'text/html; charset=utf-8'],
    ['/latihan/email/', 'text/html; charset=utf-8'],
    ['/latihan/latihan.css', 'text/css; charset=utf-8'],
    ['/latihan/store.js', 'text/javascript; charset=utf-8'],
    ['/latihan/aduan/aduan.json', 'application/json; charset=utf-8'],
    ['/latihan/favicon.svg', 'image/svg+xml'],
    ['/latihan/tinymce/tinymce.min.js', 'text/javascript; charset=utf-8'],
    ['/daftar/', 'text/html; charset=utf-8'],
    ['/unduh/', 'text/html; charset=utf-8'],
    ['/privasi/', 'text/html; charset=utf-8'],
    ['/kelas/', 'text/html; charset=utf-8'],
  ])('serves %s as %s', async (path, type) => {
    const answer = await fetch(`${gateway.url}${path}`)
    await answer.body?.cancel()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('lets no script run but those of its own files, and no other site frame it', async () => {
    const answer = await fetch(`${gateway.url}/latihan/`)
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).not.toContain('script-src')
    expect(policy).toContain("object-src 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(await answer.text()).not.toMatch(/<script(?![^>]* src=)/)
  })

  it('is what the bare address leads to', async () => {
    expect(await raw('/')).toMatchObject({ status: 302, location: '/latihan/' })
  })

  it('leads from a folder without a slash to the one with', async () => {
    expect(await raw('/latihan/aduan')).toMatchObject({ status: 302, location: '/latihan/aduan/' })
  })

  it('answers HEAD without a body', async () => {
    const answer = await fetch(`${gateway.url}/latihan/`, { method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
  })

  it('carries a request id like everything else', async () => {
    const answer = await fetch(`${gateway.url}/latihan/`)
    await answer.body?.cancel()
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('the console', () => {
  it('runs its own files and nothing else, in no frame, and leaves no copy of its page', async () => {
    const answer = await fetch(`${gateway.url}/konsol/`)
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    )
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('lets what is named by its content be kept', async () => {
    const html = await (await fetch(`${gateway.url}/konsol/`)).text()
    const [, script = ''] = /<script[^>]* src="([^"]+)"/.exec(html) ?? []
    const answer = await fetch(`${gateway.url}${script}`, { method: 'HEAD' })
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  })

  it('is found without the slash', async () => {
    expect(await raw('/konsol')).toMatchObject({ status: 302, location: '/konsol/' })
  })
})

describe('what is no page', () => {
  it.each([
    '/tidak-ada',
    '/tidak-ada.html',
    '/latihan/tidak-ada/',
    '/latihan/tidak-ada.js',
    '/latihan/tinymce/',
    '/latihan/tinymce/skins/',
    '/index.html',
    '//',
    '///',
    '//latihan/',
    '//contoh.go.id/latihan/index.html',
    '/latihan//',
    '/latihan/..%2f',
    '/latihan/..%2findex.html',
    '/latihan/..%2f..%2fworker%2findex.js',
    '/latihan/%2e%2e%2f%2e%2e%2fworker%2findex.js',
    '/latihan/..%5c..%5cworker%5cindex.js',
    '/..%2fworker%2findex.js',
    '/%2e%2e/worker/index.js',
    '/latihan/../../worker/index.js',
    '/latihan/%00.html',
    '/latihan/a%0d%0ab.html',
    '/konsol/main.tsx',
    '/konsol/assets/',
    '/latihan/%.html',
    '/latihan/%ff.html',
    `/latihan/${'a'.repeat(300)}.html`,
    '/.html',
    '/healthz.json',
  ])('%s is a 404 in JSON', async (path) => {
    const answer = await raw(path)
    expect(answer).toMatchObject({ status: 404, type: 'application/json' })
    expect(answer.body).toContain('"code":"not_found"')
  })

  it.each(['/', '/latihan', '/latihan/', '/latihan/tinymce', '//', '/%2f', '/latihan/aduan/'])(
    '%s shows no list of files',
    async (path) => {
      expect((await raw(path)).body).not.toContain('"type":"directory"')
    },
  )

  it.each(['//contoh.go.id', '//contoh.go.id/', '/\\contoh.go.id', '/%5ccontoh.go.id', '//contoh/a'])(
    '%s leads to no other site',
    async (path) => {
      expect((await raw(path)).location).not.toMatch(/^(https?:|\/[/\\])/)
    },
  )

  it('says so to those who ask for the wrong thing under /v1', async () => {
    const answer = await fetch(`${gateway.url}/v1/files`, { redirect: 'manual' })
    expect(answer.status).toBe(404)
    expect((await errorOf(answer)).code).toBe('not_found')
  })
})

describe('web origins (CORS)', () => {
  const allowed = async (origin: string, method = 'GET', path = '/v1/usage') => {
    const headers: Record<string, string> = { origin, authorization: `Bearer ${office.key}` }
    const preflight = {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    }
    const answer = await fetch(`${gateway.url}${path}`, {
      method,
      headers: method === 'OPTIONS' ? { origin, ...preflight } : headers,
    })
    await answer.body?.cancel()
    return answer.headers.get('access-control-allow-origin')
  }

  it.each(['GET', 'OPTIONS'])('the extension may call (%s)', async (method) => {
    const origin = `chrome-extension://${extensionId}`
    expect(await allowed(origin, method)).toBe(origin)
  })

  it("a city's own build of it may call, where the operator named its id", async () => {
    const origin = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop'
    expect(await allowed(origin)).toBe(origin)
  })

  it.each([
    'https://aduan.contoh.go.id',
    'http://127.0.0.1:8787',
    'null',
    'chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    `https://${extensionId}`,
    `chrome-extension://${extensionId}.contoh.id`,
  ])('%s may not', async (origin) => {
    expect([await allowed(origin), await allowed(origin, 'OPTIONS')]).toEqual([null, null])
  })

  it('the extension may look whether the gateway is there', async () => {
    const origin = `chrome-extension://${extensionId}`
    expect(await allowed(origin, 'GET', '/healthz')).toBe(origin)
  })

  it('nobody may call the admin API from a browser', async () => {
    const origin = `chrome-extension://${extensionId}`
    expect(await allowed(origin, 'OPTIONS', '/admin/v1/offices')).toBe(null)
  })

  it('the extension can read the headers that it needs, on refusals too', async () => {
    const answer = await fetch(`${gateway.url}/v1/usage`, {
      headers: { origin: `chrome-extension://${extensionId}` },
    })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('access-control-allow-origin')).toBe(`chrome-extension://${extensionId}`)
    expect(answer.headers.get('access-control-expose-headers')).toBe(
      'x-request-id,retry-after,etag,x-pendamping-hidden,x-pendamping-upstream,x-pendamping-signature',
    )
    await answer.body?.cancel()
  })
})
