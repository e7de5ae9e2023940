// The main job as an officer does it, on the practice portal: summarise, translate, reply, fill in, insert. `npm start`
// shows it where there is no display; tour.test.ts asserts it; the pictures of the documents come from it.
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import type { ExtensionBrowser } from './chromium.ts'

export interface TourResult {
  summary: string
  translation: string
  /** As it stands in the portal's field after inserting. */
  reply: string
  /** As it stands in the rich editor. */
  narrative: string
}

interface TourSettings {
  browser: ExtensionBrowser
  gatewayUrl: string
  /** Where the pictures go. */
  folder: string
  say: (line: string) => void
}

/** What only the officer knows, by the slot's name. Invented like all of the practice portal. */
const facts: Record<string, string> = {
  nomor_laporan: 'ADU-2026-0142',
  ringkas_masalah: 'lampu jalan padam',
  lokasi_umum: 'Jalan Melati Raya',
  tanggal_mulai: '24 November 2026',
  perkiraan: '26 November 2026',
  kemajuan: 'dua dari tiga tiang sudah menyala',
  kontak_resmi: 'kanal aduan kota',
}

/** Does the whole job and leaves a picture of each step. Throws where a step does not come to its end. */
export async function tour({ browser, gatewayUrl, folder, say }: TourSettings): Promise<TourResult> {
  clearPictures(folder)
  const page = browser.context.pages()[0] ?? (await browser.context.newPage())
  await page.goto(`${gatewayUrl}/latihan/email/#PSN-2026-071`)
  await page.frameLocator('#messagecontframe').locator('#messagebody p').first().waitFor()
  const panel = await browser.clickToolbar(page)
  const picture = pictures(browser, page, folder)
  say('1. Panel terbuka di samping surel berbahasa Inggris.')
  const translation = await draft(panel, 'Terjemahkan')
  await picture('terjemahkan', panel)
  say(`2. Terjemahkan:\n${indent(translation)}`)

  await page.goto(`${gatewayUrl}/latihan/aduan/#ADU-2026-0142`)
  await page.frameLocator('#narasi_ifr').locator('body').waitFor()
  await panel.getByRole('button', { name: 'NIK: 3671014509880003, disamarkan' }).waitFor()
  // The last draft had scrolled the source away.
  await panel.evaluate(() => scrollTo(0, 0))
  await picture('dibaca', panel)
  say('3. Aduan ADU-2026-0142 terbaca; data pribadi disamarkan sebelum dikirim.')
  const summary = await draft(panel, 'Ringkas')
  await picture('ringkas', panel)
  say(`4. Ringkas:\n${indent(summary)}`)

  await page.locator('#tanggapan').click()
  await panel.getByLabel('Status laporan').selectOption('dikerjakan')
  await draft(panel, 'Balas')
  await picture('balas', panel)
  await fillSlots(panel)
  await picture('isian', panel)
  say(`5. Balas, status "Dikerjakan"; isian diisi petugas:\n${indent(await draftText(panel))}`)

  await insert(panel, 'Tanggapan untuk pelapor')
  const reply = await page.locator('#tanggapan').inputValue()
  await picture('sisipkan', panel)
  say(`6. Sisipkan ke "Tanggapan untuk pelapor" (${reply.length} dari 300 karakter).`)
  await page.frameLocator('#narasi_ifr').locator('body').click()
  await insert(panel, 'Narasi tindak lanjut')
  const narrative = await page.frameLocator('#narasi_ifr').locator('body').innerText()
  await picture('editor', panel)
  say(
    '7. Sisipkan ke editor "Narasi tindak lanjut". Tidak ada yang dikirim; petugas memeriksa dan menyimpan sendiri.',
  )
  return { summary, translation, reply, narrative }
}

/** What is there after a tour that failed is of this tour. */
function clearPictures(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) {
    if (/^\d+-[a-z]+\.png$/.test(name)) rmSync(join(folder, name))
  }
}

/** Presses a helper's button and waits until its draft is complete. Throws with the panel's own words when none comes. */
export async function draft(panel: Page, helper: string): Promise<string> {
  await panel.getByRole('button', { name: helper, exact: true }).click()
  await arrives(panel, panel.getByRole('button', { name: 'Ulangi' }))
  await arrives(panel, panel.getByRole('status').getByText(/^Selesai/))
  return draftText(panel)
}

/** Waits for what was asked for, or for the notice that says why it will not come. */
async function arrives(panel: Page, wanted: Locator): Promise<void> {
  const notice = panel.getByRole('alert')
  await wanted.or(notice).first().waitFor()
  // An answer that was cut off has both: it came.
  if (await wanted.isVisible()) return
  const words = await notice.locator('p').first().innerText()
  throw new Error(words.replace(/\s+/g, ' ').trim())
}

export function draftText(panel: Page): Promise<string> {
  return panel.getByRole('region', { name: 'Draf' }).innerText()
}

async function fillSlots(panel: Page): Promise<void> {
  for (const input of await panel.locator('[id^="slot-"]').all()) {
    const name = ((await input.getAttribute('id')) ?? '').replace('slot-', '')
    await input.fill(facts[name] ?? '24 November 2026')
  }
}

async function insert(panel: Page, into: string): Promise<void> {
  await panel.getByRole('button', { name: 'Sisipkan' }).click()
  await panel.getByRole('status').getByText(`Draf disisipkan ke "${into}"`).waitFor()
}

/** A picture as one sees it: the page, and the panel at its right. */
function pictures(browser: ExtensionBrowser, page: Page, folder: string) {
  let count = 0
  return async (name: string, panel: Page): Promise<void> => {
    count += 1
    await panel.setViewportSize({ width: 360, height: 720 })
    const [left, right] = [await page.screenshot(), await panel.screenshot()]
    const sheet = await browser.context.newPage()
    await sheet.setViewportSize({ width: 1282, height: 720 })
    const source = (image: Buffer) => `data:image/png;base64,${image.toString('base64')}`
    await sheet.setContent(
      `<body style="margin:0;display:flex;gap:2px;background:#8895a3;align-items:flex-start">
       <img src="${source(left)}" width="920"><img src="${source(right)}" width="360"></body>`,
    )
    await sheet.screenshot({ path: join(folder, `${count}-${name}.png`) })
    await sheet.close()
    await page.bringToFront()
  }
}

function indent(text: string): string {
  return text.replace(/^/gm, '     ')
}
