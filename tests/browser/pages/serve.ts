// A portal on a socket of its own: the pages of this folder, editors and frameworks from npm, and a form's receiver that
// tells what the server got.
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { basename, extname, join, normalize } from 'node:path'
import { buildSync } from 'esbuild'

const root = join(import.meta.dirname, '..', '..', '..')
const editors = join(import.meta.dirname, '..', 'editors')
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.pdf': 'application/pdf',
}

export interface Portal {
  url: string
  /** The fields of the last form that was sent, line ends as \n. */
  received(): Record<string, string>
  end(): Promise<void>
}

export async function aPortal(): Promise<Portal> {
  let received: Record<string, string> = {}
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      void bodyOf(request).then((body) => {
        received = Object.fromEntries(
          Array.from(new URLSearchParams(body), ([name, value]) => [name, value.replaceAll('\r\n', '\n')]),
        )
        response.setHeader('content-type', 'text/html').end('<title>Terkirim</title>')
      })
    } else void serve(new URL(request.url ?? '/', 'http://portal'), response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    received: () => received,
    end: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** Headers by which portals close themselves off, asked for in the query. */
const strict: Record<string, Record<string, string>> = {
  '?trusted-types': { 'content-security-policy': "require-trusted-types-for 'script'" },
  '?isolated': {
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
  },
}

async function serve({ pathname: path, search }: URL, response: ServerResponse): Promise<void> {
  try {
    response.setHeaders(new Map(Object.entries(strict[search] ?? {})))
    if (path === '/kirim')
      return void response.setHeader('content-type', 'text/html').end('<title>Terkirim</title>')
    const isEditor = path.startsWith('/editors/')
    const content = isEditor ? await editorPage(path) : await fileOf(path)
    const type = types[isEditor ? '.html' : extname(path)] ?? 'application/octet-stream'
    // As portals do: an editor is loaded once.
    if (/^\/(?:built|modules)\//.test(path)) response.setHeader('cache-control', 'max-age=600')
    response.setHeader('content-type', type).end(content)
  } catch {
    response.writeHead(404).end()
  }
}

async function fileOf(path: string): Promise<Uint8Array> {
  const [, folder, ...rest] = normalize(path).split('/')
  const name = rest.join('/')
  if (folder === 'built') return built(name)
  return readFile(
    folder === 'modules' ? join(editors, 'node_modules', name) : join(import.meta.dirname, folder!, name),
  )
}

/** An editor's own page within the form that all of them share. */
async function editorPage(path: string): Promise<string> {
  const form = await readFile(join(editors, 'form.html'), 'utf8')
  const editor = await readFile(join(editors, 'pages', `${basename(path)}.html`), 'utf8')
  return form.replace('<!-- editor -->', () => editor)
}

const builds = new Map<string, Uint8Array>()

/** A framework with the page's own code, as a portal's build makes it. */
function built(name: string): Uint8Array {
  const known = builds.get(name)
  if (known) return known
  const { outputFiles } = buildSync({
    entryPoints: [join(editors, 'pages', name)],
    bundle: true,
    write: false,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    absWorkingDir: root,
  })
  const { contents } = outputFiles[0]!
  builds.set(name, contents)
  return contents
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}
