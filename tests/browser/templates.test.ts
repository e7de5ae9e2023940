import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { says } from '../gateway/upstream.ts'
import { publish } from '../gateway/registering.ts'
import { aDesk, type Desk } from './desk.ts'
import { draft, draftText } from './tour.ts'

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

const sentence = 'Draf ini disusun dengan bantuan AI dan telah diperiksa petugas.'

describe('the words of the office', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk()
    const templates = ['Lampu', 'Jalan', 'Sampah', 'Pohon', 'Banjir', 'Parkir'].map((name) => ({
      name: `Balasan ${name}`,
      text: `${name} kami periksa pada {{tanggal_periksa}}.`,
    }))
    await publish(desk.gateway, { rules: { templates, disclosure: sentence } })
    await desk.enrol()
  })
  afterAll(() => desk.end())

  it('templates stand before the own ones, are found by their words, and are used with their slots', async () => {
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

  it('that AI helped stand below the draft of a reply: one press adds them, one takes them out, and never beyond the field', async () => {
    const panel = await desk.open()
    await desk.page.locator('#tanggapan').click()
    await draft(panel, 'Ringkas')
    const card = panel.getByRole('region', { name: 'Kalimat keterbukaan' })
    expect(await card.count()).toBe(0)
    const reply = await draft(panel, 'Balas')
    await card.getByText(sentence).waitFor()
    expect(reply).not.toContain(sentence)
    const notes = panel.getByRole('region', { name: 'Periksa jawaban' }).getByRole('heading')
    const before = await notes.innerText()
    await card.getByRole('button', { name: 'Tambahkan ke draf' }).press('Enter')
    await expect.poll(() => draftText(panel)).toMatch(/petugas\.$/)
    expect((await draftText(panel)).split(sentence)).toHaveLength(2)
    expect(await notes.innerText()).toBe(before)
    // The same button, which still has the focus.
    await panel.keyboard.press('Enter')
    await expect.poll(() => draftText(panel)).toBe(reply)
    await panel.getByRole('button', { name: 'Ubah draf' }).click()
    await panel.getByLabel('Teks draf').fill('x'.repeat(300 - sentence.length))
    await card.getByText('kurang 2 karakter', { exact: false }).waitFor()
    expect(await card.getByRole('button', { name: 'Tambahkan ke draf' }).isDisabled()).toBe(true)
  })
})
