import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { says } from '../gateway/upstream.ts'
import { publish } from '../gateway/registering.ts'
import { aDesk, type Desk } from './desk.ts'
import { draft } from './tour.ts'

describe('the name of an own template', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk({ model: true })
  })
  afterAll(() => desk.end())

  it('has room for a sentence, and leaves the panel its width however long its words are', async () => {
    await desk.enrol()
    desk.upstream!.answers(says('Lampu sudah menyala.'))
    const panel = await desk.open()
    await panel.setViewportSize({ width: 360, height: 720 })
    await draft(panel, 'Ringkas')
    await panel.getByRole('button', { name: 'Templat', exact: true }).click()
    const name = panel.getByLabel('Nama templat')
    expect(await name.getAttribute('maxlength')).toBe('80')
    // As one that another version, or a script, let through.
    await name.evaluate((input) => input.removeAttribute('maxlength'))
    await name.fill('x'.repeat(220))
    await panel.getByRole('button', { name: 'Simpan sebagai templat' }).click()
    await panel.getByText('Tersimpan di peramban ini.').waitFor()
    expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
})

describe('the templates of the office', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
    const templates = ['Lampu', 'Jalan', 'Sampah', 'Pohon', 'Banjir', 'Parkir'].map((name) => ({
      name: `Balasan ${name}`,
      text: `${name} kami periksa pada {{tanggal_periksa}}.`,
    }))
    await publish(desk.gateway, { rules: { templates } })
    await desk.enrol()
  })
  afterAll(() => desk.end())

  it('stand before the own ones, are found by their words, and are used with their slots', async () => {
    const panel = await desk.open()
    await panel.getByRole('button', { name: 'Templat', exact: true }).click()
    const list = panel.getByRole('region', { name: 'Templat', exact: true })
    await list.getByText('Templat kantor').waitFor()
    expect(await list.getByRole('listitem').count()).toBe(6)
    await list.getByLabel('Cari templat').fill('sampah kami')
    await expect.poll(() => list.getByRole('listitem').count()).toBe(1)
    await list.getByRole('button', { name: 'Pakai Balasan Sampah' }).click()
    await panel.locator('#slot-tanggal_periksa').fill('2 Desember 2026')
    expect(await panel.getByRole('region', { name: 'Draf' }).innerText()).toContain(
      'Sampah kami periksa pada 2 Desember 2026.',
    )
  })
})
