import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { refuses, says } from '../gateway/upstream.ts'
import { aDesk, type Desk } from './desk.ts'
import { draft } from './tour.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Rules of WCAG 2.2 A and AA that the page breaks, with the elements. */
async function faults(page: Page): Promise<string[]> {
  // An extension page's own CSP forbids injected script tags; evaluating is the debugger's right.
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const { axe } = globalThis as unknown as {
      axe: { run(root: Document, options: object): Promise<AxeResult> }
    }
    const { violations } = await axe.run(document, { runOnly: tags })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  })
}
interface AxeResult {
  violations: { id: string; nodes: { target: string[] }[] }[]
}

describe('for those who see, hear or type differently', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk({ model: true })
  })
  afterAll(() => desk.end())

  it('has no fault in the panel before enrolment', async () => {
    const panel = await desk.open()
    await panel.getByRole('heading', { name: 'Hubungkan dengan gerbang kota' }).waitFor()
    expect(await faults(panel)).toEqual([])
  })

  it('has no fault in the panel with a source, a draft, slots, templates and a notice', async () => {
    await desk.enrol()
    desk.upstream!.answers(says('Selesai {{tanggal_selesai}} oleh 9 petugas.'))
    const panel = await desk.open()
    await panel.getByText(/karakter dari jendela/).waitFor()
    expect(await faults(panel)).toEqual([])
    await draft(panel, 'Balas')
    await panel.getByRole('button', { name: 'Templat saya' }).click()
    await panel.getByLabel('Nama templat').waitFor()
    expect(await faults(panel)).toEqual([])
    desk.upstream!.answers(refuses(500))
    await panel.getByRole('button', { name: 'Ulangi' }).click()
    await panel.getByRole('alert').waitFor()
    expect(await faults(panel)).toEqual([])
  })

  it('has no fault on the options page and the enrolment page', async () => {
    await desk.enrol()
    const options = await desk.browser.openOwnPage('options.html')
    await options.getByRole('button', { name: 'Periksa sambungan' }).click()
    await options.getByRole('list', { name: 'Periksa sambungan' }).waitFor()
    expect(await faults(options)).toEqual([])
    await options.goto(`${desk.gateway.url}/daftar/#pde_uji`)
    await options.getByLabel('Tautan pendaftaran').waitFor()
    expect(await faults(options)).toEqual([])
    await options.close()
  })

  it('has no fault on the pages of the practice portal', async () => {
    const page = await desk.browser.context.newPage()
    for (const path of [
      '/latihan/',
      '/latihan/aduan/',
      '/latihan/aduan/#ADU-2026-0142',
      '/latihan/surat/',
      '/latihan/email/',
    ]) {
      await page.goto(`${desk.gateway.url}${path}`)
      await page.locator('main').first().waitFor()
      await page.waitForLoadState('networkidle')
      expect(await faults(page)).toEqual([])
    }
    await page.close()
  })

  it('does the whole job by keyboard', async () => {
    await desk.enrol()
    desk.upstream!.answers(says('Selesai {{tanggal_selesai}}. Terima kasih.'))
    const panel = await desk.open()
    await desk.page.locator('#tanggapan').click()
    await panel.getByText(/karakter dari jendela/).waitFor()
    const focused = () =>
      panel.evaluate(() => document.activeElement?.textContent || document.activeElement?.id || '')
    const tabTo = async (wanted: string) => {
      for (let presses = 0; presses < 60; presses += 1) {
        if ((await focused()) === wanted) return
        await panel.keyboard.press('Tab')
      }
      throw new Error(`no way to ${wanted}`)
    }
    await tabTo('Balas')
    await panel.keyboard.press('Enter')
    await panel
      .getByRole('status')
      .getByText(/^Selesai/)
      .waitFor()
    await tabTo('slot-tanggal_selesai')
    await panel.keyboard.type('kemarin')
    await tabTo('Sisipkan')
    await panel.keyboard.press('Enter')
    await panel
      .getByRole('status')
      .getByText(/^Draf disisipkan/)
      .waitFor()
    expect(await desk.page.locator('#tanggapan').inputValue()).toBe('Selesai kemarin. Terima kasih.')
  })

  it('fits a panel of 320 pixels without scrolling sideways', async () => {
    await desk.enrol()
    desk.upstream!.answers(says('Selesai {{tanggal_selesai}}. Terima kasih atas kesabaran Bapak/Ibu semua.'))
    const panel = await desk.open()
    await panel.setViewportSize({ width: 320, height: 600 })
    await draft(panel, 'Balas')
    expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
})
