// A portal on a socket of its own: the pages of this folder, editors and frameworks from npm, and a form's receiver that
// tells what the server got.
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { buildSync } from 'esbuild'

const root = join(import.meta.dirname, '..', '..', '..')
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
    } else void serve(new URL(request.url ?? '/', 'http://portal').pathname, response)
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

async function serve(path: string, response: ServerResponse): Promise<void> {
  try {
    if (path === '/kirim')
      return void response.setHeader('content-type', 'text/html').end('<title>Terkirim</title>')
    const content = path.startsWith('/built/') ? built(path.slice(7)) : await readFile(placeOf(path))
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream').end(content)
  } catch {
    response.writeHead(404).end()
  }
}

function placeOf(path: string): string {
  const safe = normalize(path)
  return safe.startsWith('/modules/')
    ? join(root, 'node_modules', safe.slice('/modules/'.length))
    : join(import.meta.dirname, safe)
}

/** A framework with the page's own code, as a portal's build makes it. */
function built(name: string): Uint8Array {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, 'fields', name)],
    bundle: true,
    write: false,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
    absWorkingDir: root,
  })
  return outputFiles[0]!.contents
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}
