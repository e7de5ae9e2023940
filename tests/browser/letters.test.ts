// Letters as files: seen in a frame, alone in a tab, behind a link, on another site, or on the officer's own disk. Nothing
// is fetched before the click, and each ends in its text or in a clear word.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { freePort } from '../gateway/gateway.ts'
import { builtExtension, launchChromium, type ExtensionBrowser } from './chromium.ts'
import { aDocx, aPdf, paragraph, row } from './letters/files.ts'

const invitation = [
  'DINAS PERHUBUNGAN',
  'Nomor   : 005/311/2026',
  'Hal     : Undangan rapat (penting)',
  '',
  'Yth. Para Camat',
  'di tempat',
  '',
  'Rapat dimulai pukul 09.00 WIB.',
]
const files: Record<string, () => Buffer> = {
  '/surat/undangan.pdf': () => aPdf([invitation]),
  '/surat/dua.pdf': () => aPdf([['Halaman pertama surat ini.'], ['Lampiran halaman kedua.']]),
  '/surat/pindai.pdf': () => aPdf([[], []]),
  '/surat/campur.pdf': () => aPdf([['Surat pengantar dari kelurahan.'], []]),
  '/surat/kunci.pdf': () => aPdf([invitation], { locked: true }),
  '/surat/rusak.pdf': () => Buffer.from('Bukan PDF sama sekali.'),
  '/surat/tebal.pdf': () =>
    aPdf(
      Array.from({ length: 300 }, (_, at) =>
        Array.from({ length: 50 }, () => `Baris surat halaman ${at + 1}.`),
      ),
    ),
  '/surat/besar.pdf': () => Buffer.alloc(50_000_001),
  '/surat/nota.docx': () =>
    aDocx(
      paragraph('NOTA DINAS') +
        `<w:tbl>${row('Nama', 'Jabatan')}${row('Sari', 'Camat')}</w:tbl>` +
        paragraph('Demikian.'),
    ),
}
/** Pages of the portal; what they fetch needs the cookie that they set. */
const pages: Record<string, (other: string) => string> = {
  '/bingkai': () =>
    '<p>Disposisi</p><iframe src="/surat/undangan.pdf" title="Undangan rapat" width=400 height=300></iframe>',
  '/penampil': () => '<iframe src="/viewer.html?file=%2Fsurat%2Fundangan.pdf" width=400 height=300></iframe>',
  '/viewer.html': () => '<p>Penampil</p>',
  '/blob': () =>
    `<iframe width=400 height=300></iframe><script>fetch('/surat/undangan.pdf').then((r) => r.blob()).then((b) => { document.querySelector('iframe').src = URL.createObjectURL(b) })</script>`,
  '/tautan': (other) => `<main><p>Surat masuk</p>
    <a href="/surat/undangan.pdf">Undangan</a> <a href="/surat/nota.docx">Nota dinas</a>
    <a href="/surat/dua.pdf">Dua halaman</a> <a href="/surat/pindai.pdf">Pindaian</a>
    <a href="/surat/campur.pdf">Campuran</a> <a href="/surat/kunci.pdf">Terkunci</a>
    <a href="/surat/rusak.pdf">Rusak</a> <a href="/surat/tebal.pdf">Tebal</a> <a href="/surat/besar.pdf">Besar</a>
    <a href="${other}/surat/undangan.pdf">Situs lain</a> <a href="/surat/hilang.pdf">Hilang</a>
    <a href="/surat/undangan.pdf" hidden>Tersembunyi</a></main>`,
}

let chromium: ExtensionBrowser
let server: Server
let url: string
let page: Page
const asked: string[] = []
const folder = mkdtempSync(join(tmpdir(), 'pendamping-surat-'))

beforeAll(async () => {
  // The browser asks for the other site in a window that no test can press; here the office has granted it.
  cpSync(builtExtension, folder, { recursive: true })
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as object
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ ...manifest, host_permissions: ['http://localhost/*'] }),
  )
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', url).pathname
    const file = files[path]
    if (file) {
      asked.push(path)
      const isOther = request.headers.host?.startsWith('localhost')
      if (!isOther && !request.headers.cookie?.includes('sesi=1')) return response.writeHead(403).end()
      return response
        .setHeader('content-type', path.endsWith('.pdf') ? 'application/pdf' : 'application/octet-stream')
        .end(file())
    }
    const html = pages[path]?.(`http://localhost:${port}`)
    if (!html) return response.writeHead(404).end()
    return response
      .setHeader('set-cookie', 'sesi=1; HttpOnly; SameSite=Strict')
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(`<!doctype html><html lang="id"><title>E-Office</title>${html}`)
  }).listen(port, '127.0.0.1')
  chromium = await launchChromium({ extension: folder })
  await chromium.store({ gatewayUrl: 'http://127.0.0.1:9', key: 'pdp_uji_abcdefghij_x' })
})
afterAll(async () => {
  await chromium.close()
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
})
afterEach(() => page.close())

async function panelOn(path: string): Promise<Page> {
  asked.length = 0
  page = await chromium.context.newPage()
  await page.goto(url + path)
  return chromium.clickToolbar(page)
}

/** Opens the list of letters and asks for one of them. */
async function panelWith(name: string): Promise<Page> {
  const panel = await panelOn('/tautan')
  await panel.getByText('Surat tertaut di halaman ini: 11').click()
  await panel.getByRole('button', { name: `Baca surat: ${name}`, exact: true }).click()
  return panel
}

async function textOf(panel: Page, containing: string): Promise<string> {
  const preview = panel.getByRole('group', { name: 'Pratinjau teks' })
  await preview.getByText(containing).waitFor()
  return (await preview.textContent()) ?? ''
}

const invited =
  'DINAS PERHUBUNGAN\nNomor : 005/311/2026\nHal : Undangan rapat (penting)\n\nYth. Para Camat\ndi tempat\n\nRapat dimulai pukul 09.00 WIB.'

describe('a letter as PDF', () => {
  it('in a frame is read after the click, with the portal’s own session', async () => {
    const panel = await panelOn('/bingkai')
    const button = panel.getByRole('button', { name: 'Baca surat: Undangan rapat' })
    await button.waitFor()
    asked.length = 0
    await button.click()
    expect(await textOf(panel, 'Para Camat')).toBe(invited)
    expect(asked).toEqual(['/surat/undangan.pdf'])
  })

  it('in a viewer of the portal is read', async () => {
    const panel = await panelOn('/penampil')
    await panel.getByRole('button', { name: /^Baca surat/ }).click()
    expect(await textOf(panel, 'Para Camat')).toBe(invited)
  })

  it('that the page made itself (blob:) is read', async () => {
    const panel = await panelOn('/blob')
    await panel.getByRole('button', { name: /^Baca surat/ }).click()
    expect(await textOf(panel, 'Para Camat')).toBe(invited)
  })

  it('alone in a tab is read', async () => {
    await (await panelOn('/tautan')).close()
    await page.close()
    const panel = await panelOn('/surat/undangan.pdf')
    await panel.getByText('Halaman ini menampilkan surat.').waitFor()
    await panel.getByRole('button', { name: 'Baca surat: undangan.pdf' }).click()
    expect(await textOf(panel, 'Para Camat')).toBe(invited)
  })

  it('behind a link is not fetched before the click; a hidden link is not offered', async () => {
    const panel = await panelOn('/tautan')
    await panel.getByText('Surat tertaut di halaman ini: 11').click()
    await panel.getByRole('button', { name: 'Baca surat: Undangan', exact: true }).waitFor()
    expect(await panel.getByRole('button', { name: /Tersembunyi/ }).count()).toBe(0)
    expect(asked).toEqual([])
  })

  it('on another site is read once that site is granted', async () => {
    expect(await textOf(await panelWith('Situs lain'), 'Para Camat')).toBe(invited)
  })

  it('from the officer’s disk is read', async () => {
    const panel = await panelOn('/tautan')
    await panel.getByLabel('Buka berkas surat').setInputFiles({
      name: 'dari-warga.pdf',
      mimeType: 'application/pdf',
      buffer: files['/surat/undangan.pdf']!(),
    })
    expect(await textOf(panel, 'Para Camat')).toBe(invited)
    await panel.getByText('dari surat dari-warga.pdf').waitFor()
  })

  it('dropped onto the panel is read', async () => {
    const panel = await panelOn('/tautan')
    await panel.getByLabel('Buka berkas surat').waitFor()
    const bytes = [...files['/surat/undangan.pdf']!()]
    const dropped = await panel.evaluateHandle((content) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(content)], 'jatuh.pdf', { type: 'application/pdf' }))
      return transfer
    }, bytes)
    await panel.dispatchEvent('body', 'drop', { dataTransfer: dropped })
    expect(await textOf(panel, 'Para Camat')).toBe(invited)
  })

  it('keeps the numbers of its pages', async () => {
    expect(await textOf(await panelWith('Dua halaman'), 'kedua')).toBe(
      '[Halaman 1]\nHalaman pertama surat ini.\n\n[Halaman 2]\nLampiran halaman kedua.',
    )
  })

  it('with a page that is a picture says which', async () => {
    const panel = await panelWith('Campuran')
    await panel.getByText('Halaman 2 berupa gambar tanpa teks').waitFor()
    expect(await textOf(panel, 'pengantar')).toContain('Surat pengantar dari kelurahan.')
  })

  it('of 300 pages is read as far as a model takes it, and says how far', async () => {
    const panel = await panelWith('Tebal')
    await panel.getByText(/yang terbaca halaman 1 sampai \d+ dari 300/).waitFor()
    expect(await textOf(panel, 'Baris surat halaman 1.')).toContain('[Halaman 2]')
  })

  it.each([
    ['Pindaian', 'letter_scanned'],
    ['Terkunci', 'letter_locked'],
    ['Rusak', 'letter_broken'],
    ['Besar', 'letter_too_large'],
    ['Hilang', 'letter_unreachable'],
  ])('that is no text (%s) ends in a clear word, and the page’s text stays', async (name, code) => {
    const panel = await panelWith(name)
    expect(await panel.getByRole('alert').innerText()).toContain(code)
    expect(await textOf(panel, 'Surat masuk')).toContain('Surat masuk')
  })
})

describe('a letter as DOCX', () => {
  it('behind a link is read with its table', async () => {
    expect(await textOf(await panelWith('Nota dinas'), 'Demikian')).toBe(
      'NOTA DINAS\n\nNama | Jabatan\nSari | Camat\n\nDemikian.',
    )
  })
})

describe('a letter that was read', () => {
  it('stays while its page stays, and gives way to the next page', async () => {
    const panel = await panelWith('Undangan')
    await textOf(panel, 'Para Camat')
    await panel.locator('h1').hover()
    expect(await textOf(panel, 'Para Camat')).toBe(invited)
    await page.goto(`${url}/viewer.html`)
    await panel.getByRole('group', { name: 'Pratinjau teks' }).getByText('Penampil').waitFor()
  })
})
