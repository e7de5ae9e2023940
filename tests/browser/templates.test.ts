import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { says } from '../gateway/upstream.ts'
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
    await panel.getByRole('button', { name: 'Templat saya' }).click()
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
