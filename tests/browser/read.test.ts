// What the panel shows of a page is what the officer sees there, and no more.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { anOfficer, type Officer } from './officer.ts'

let officer: Officer
let page: Page
beforeAll(async () => {
  officer = await anOfficer()
})
afterAll(() => officer.end())
afterEach(() => page.close())

/** Calls the helper on a page and waits until the panel shows its text. */
async function readFrom(path: string): Promise<string> {
  page = await officer.open(`read/${path}`)
  return sourceText(await officer.browser.clickToolbar(page))
}

async function sourceText(panel: Page): Promise<string> {
  const preview = panel.getByRole('group', { name: 'Pratinjau teks' })
  await preview.waitFor()
  return (await preview.textContent()) ?? ''
}

describe('a selection', () => {
  it('is read instead of the page', async () => {
    page = await officer.open('read/article.html')
    await page.getByRole('heading').selectText()
    const panel = await officer.browser.clickToolbar(page)
    expect(await sourceText(panel)).toBe('Perbaikan Jalan Melati dimulai pekan depan')
  })

  it('is read in a frame', async () => {
    page = await officer.open('read/frame.html')
    await page.frameLocator('iframe').getByRole('heading').selectText()
    const panel = await officer.browser.clickToolbar(page)
    expect(await sourceText(panel)).toBe('Perbaikan Jalan Melati dimulai pekan depan')
  })

  it('is read inside a textarea, with its lines', async () => {
    page = await officer.open('fields/textarea.html')
    await page.locator('#tanggapan').fill('Satu\nDua\nTiga')
    await page.keyboard.press('Control+Home')
    for (const _line of ['Satu', 'Dua']) await page.keyboard.press('Shift+ArrowDown')
    const panel = await officer.browser.clickToolbar(page)
    expect(await sourceText(panel)).toBe('Satu\nDua\n')
  })

  it('keeps the lines of its paragraphs', async () => {
    page = await officer.open('read/complaint.html')
    await page.locator('ul').selectText()
    const panel = await officer.browser.clickToolbar(page)
    expect(await sourceText(panel)).toBe('Ganti lampu\nPeriksa kabel')
  })

  it('is still meant after a click into the reply field', async () => {
    page = await officer.open('read/complaint.html')
    await page.getByText('Baris pertama').selectText()
    const panel = await officer.browser.clickToolbar(page)
    await sourceText(panel)
    await page.locator('#tanggapan').click()
    await panel.locator('h1').hover()
    expect(await sourceText(panel)).toBe('Baris pertama.\nBaris kedua.')
  })
})

describe('a page', () => {
  it('is read without hidden text', async () => {
    expect((await readFrom('hidden.html')).split('\n').filter((line) => line.includes('RAHASIA'))).toEqual([])
  })

  it('is read with what only seems hidden', async () => {
    expect((await readFrom('hidden.html')).split('\n').filter(Boolean)).toEqual([
      'Lampu jalan padam.',
      'Riwayat',
      'Terlihat di dalam.',
      'Terlihat lewat contents.',
      'Baris satu.',
      'Baris dua.',
      'Terlihat bila digulir.',
      'Terlihat di bawah.',
    ])
  })

  it('with an article is read without menu and footer', async () => {
    const text = await readFrom('article.html')
    expect(text).toContain(
      'Perbaikan Jalan Melati dimulai pekan depan\n\nDinas Pekerjaan Umum memulai perbaikan',
    )
    expect(text).toContain(
      'dua ratus meter, termasuk saluran air di kedua sisinya dan trotoar di depan pasar.',
    )
    expect(text).not.toMatch(/Beranda|Kontak Kami|Hak cipta|Peta situs/)
  })

  it('of an app is read as it stands: facts, tables, lists, received fields; not what is being written', async () => {
    expect(await readFrom('complaint.html')).toBe(complaint)
  })

  it('under an open dialog is not read, the dialog is', async () => {
    expect(await readFrom('dialog.html')).toBe('ADU-2026-0142\n\nLampu jalan padam.')
  })

  it('is read in its frame', async () => {
    const text = await readFrom('frame.html')
    expect(text).toContain('Dinas Pekerjaan Umum memulai perbaikan Jalan Melati Raya')
    expect(text).not.toMatch(/Kotak masuk|Hak cipta/)
  })

  it('is read in open shadow roots, with what is slotted into them, in the order shown', async () => {
    expect(await readFrom('shadow.html')).toBe('ADU-2026-0142\n\nLampu jalan padam.\n\nDari komponen.')
  })

  it('is read anew when another one is loaded', async () => {
    page = await officer.open('read/dialog.html')
    const panel = await officer.browser.clickToolbar(page)
    await sourceText(panel)
    await page.goto(`${officer.portal.url}/read/shadow.html`)
    await panel.getByText('Dari komponen.').waitFor()
  })
})

const complaint = `ADU-2026-0142

Pelapor: Warga RT 03
Lokasi: Jalan Melati Raya

Tanggal | Catatan
20 November | Diterima
21 November | Diteruskan

Permintaan:

- Ganti lampu
- Periksa kabel

Baris pertama.
Baris kedua.

Uraian
Lampu padam sejak Senin.

Saluran
Kanal kota`

describe('a page that cannot be read', () => {
  it('of the browser itself is named as such', async () => {
    page = await officer.browser.context.newPage()
    await page.goto('chrome://version')
    const panel = await officer.browser.clickToolbar(page)
    expect(await panel.getByRole('alert').innerText()).toContain('page_unreadable')
  })

  it('as a PDF is named as such', async () => {
    page = await officer.open('read/surat.pdf')
    const panel = await officer.browser.clickToolbar(page)
    expect(await panel.getByRole('alert').innerText()).toMatch(/page_unreadable|page_not_granted/)
  })

  it('leaves the text that the officer wrote as it is', async () => {
    page = await officer.open('read/dialog.html')
    const panel = await officer.browser.clickToolbar(page)
    await sourceText(panel)
    await panel.getByRole('button', { name: 'Ubah teks' }).click()
    await panel.getByLabel('Teks yang akan dikirim').fill('Teks saya sendiri.')
    await page.goto('chrome://version')
    await panel.getByRole('button', { name: 'Halaman', exact: true }).click()
    expect(await panel.getByRole('alert').innerText()).toMatch(/page_unreadable|page_not_granted/)
    expect(await sourceText(panel)).toBe('Teks saya sendiri.')
  })
})
