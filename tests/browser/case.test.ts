// Beside a complaint: when its answer is due, what it is about, and what that brings into the reply.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publish } from '../gateway/registering.ts'
import { aDesk, type Desk } from './desk.ts'
import { draft, draftText } from './tour.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
  await desk.enrol()
})
afterAll(() => desk.end())

describe('a complaint', () => {
  it('is due on a day of the working calendar, and found to be about street lights', async () => {
    const panel = await desk.open()
    await panel.getByText(/^Tenggat \d{1,2} \p{L}+ 20\d\d/u).waitFor()
    const category = panel.getByLabel('Kategori')
    expect(await category.locator('option:checked').innerText()).toBe('Otomatis: Penerangan jalan umum')
    // The portal's own editor stands in a frame, but is no part of the page that could not be read.
    expect(await panel.getByText('Sebagian halaman ini berasal dari situs lain').count()).toBe(0)
    await panel.getByText('Pastikan dahulu aset siapa tiang itu.', { exact: false }).waitFor()
  })

  it('brings the sentence of the category that the officer chose, where work is planned', async () => {
    const panel = await desk.open()
    await panel.getByLabel('Kategori').selectOption('Penerangan jalan umum')
    await panel.getByLabel('Status laporan').selectOption('dijadwalkan')
    await draft(panel, 'Balas')
    expect(await draftText(panel)).toContain('tercatat sebagai aset Pemilik aset')
    await panel.getByLabel('Status laporan').selectOption('diterima')
    await draft(panel, 'Balas')
    expect(await draftText(panel)).not.toContain('tercatat sebagai aset')
  })

  it('in need of data has its category’s questions at hand for the slot', async () => {
    const panel = await desk.open()
    await panel.getByLabel('Status laporan').selectOption('butuh_data')
    await draft(panel, 'Balas')
    await panel.locator('#slot-daftar_data').waitFor()
    expect(await panel.locator('#to-ask option').getAttribute('value')).toContain('nomor tiang')
  })
})

it('offices of the city are at hand where a reply names one', async () => {
  await publish(desk.gateway, {})
  const panel = await desk.open()
  await panel.getByLabel('Status laporan').selectOption('diteruskan')
  await draft(panel, 'Balas')
  await panel.locator('#slot-opd_tujuan').waitFor()
  await expect.poll(() => panel.locator('#offices option').count()).toBeGreaterThan(0)
})
