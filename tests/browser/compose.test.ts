// "Susun": keywords in, a letter's body with slots out, filled in and copied; with no model behind the gateway.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aDesk, type Desk } from './desk.ts'
import { draft, draftText } from './tour.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
  await desk.enrol()
})
afterAll(() => desk.end())

it('an invitation from keywords: what was not said is asked for in a small form', async () => {
  const panel = await desk.openWithText(
    'acara: rapat koordinasi banjir\ntempat: Aula Kecamatan\npukul: 09.00',
  )
  await panel.setViewportSize({ width: 360, height: 900 })
  await panel.getByLabel('Jenis naskah').selectOption('Undangan rapat atau acara')
  const text = await draft(panel, 'Susun')
  expect(text).toContain('tempat : Aula Kecamatan')
  const insert = panel.getByRole('button', { name: 'Sisipkan', exact: true })
  expect(await insert.isDisabled()).toBe(true)
  await panel.getByLabel('Pilih tanggal: Hari dan tanggal').fill('2026-12-08')
  await panel.getByLabel('Maksud', { exact: true }).fill('penanganan banjir')
  await panel.getByLabel('Narahubung', { exact: true }).fill('Sekretariat, 021-5550-112')
  await expect.poll(() => draftText(panel)).toContain('hari, tanggal : 8 Desember 2026')
  await expect.poll(() => insert.isDisabled()).toBe(false)
})
