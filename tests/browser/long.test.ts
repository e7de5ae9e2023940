// A letter of a hundred pages: what it costs is said before, it is read part by part, and nothing is left out in silence.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refuses, says } from '../gateway/upstream.ts'
import { aDesk, type Desk } from './desk.ts'
import { draft } from './tour.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk({ model: true })
})
afterAll(() => desk.end())

const page =
  'Rapat membahas perbaikan saluran di wilayah kota dan pembagian tugas tiap bidang dengan rinci. '.repeat(21)
const pages = (count: number) =>
  Array.from({ length: count }, (_, at) => `Halaman ${at + 1}\n${page}`).join('\n\n')

it('is summarised in parts and then as a whole; the last page is in one of them, and the names stay hidden in all', async () => {
  await desk.enrol()
  const panel = await desk.openWithText(`${pages(100)}\nPelapor: Siti Rahmawati, NIK 3671014509880003.`)
  await panel.getByText('Ringkas membacanya dalam 9 bagian, memakai 10 tindakan.', { exact: false }).waitFor()
  let asked = 0
  desk.upstream!.answers((reply, request) => says(`Ringkasan ${(asked += 1)}`)(reply, request))
  expect(await draft(panel, 'Ringkas')).toBe('Ringkasan 10')
  const raw = desk.upstream!.requests.map((request) => request.raw)
  expect(raw).toHaveLength(10)
  expect(raw[8]).toContain('Halaman 100')
  expect(raw[8]).toContain('⟦NIK-1⟧')
  expect(raw.join()).not.toContain('3671014509880003')
  expect(raw[9]).toContain('Bagian 9:')
  await panel.getByText('Sisa 490 dari 500 tindakan hari ini').waitFor()
})

it('waits by itself where the model is busy for a moment; where it fails, keeps the parts and asks only for the rest', async () => {
  await desk.enrol()
  const panel = await desk.openWithText(pages(30))
  await panel.getByText('Ringkas membacanya dalam 3 bagian, memakai 4 tindakan.', { exact: false }).waitFor()
  let asked = 0
  desk.upstream!.answers((reply, request) => {
    asked += 1
    if (asked === 2) return refuses(429, { 'retry-after': '2' })(reply, request)
    return (asked === 4 ? refuses(500) : says(`Ringkasan ${asked}`))(reply, request)
  })
  await panel.getByRole('button', { name: 'Ringkas', exact: true }).click()
  await panel.getByText(/^Dilanjutkan dalam \d detik/).waitFor()
  const status = panel.getByRole('status')
  await status.getByText('Baru 2 dari 3 bagian selesai, dan tetap disimpan. Tekan Lanjutkan').waitFor()
  await panel.getByRole('alert').waitFor()
  await panel.getByRole('button', { name: 'Lanjutkan' }).click()
  await status.getByText(/^Selesai/).waitFor()
  expect(desk.upstream!.requests).toHaveLength(6)
  expect(await panel.getByRole('region', { name: 'Draf' }).innerText()).toBe('Ringkasan 6')
  await panel.getByRole('button', { name: 'Ulangi' }).waitFor()
  // What was refused or failed cost nothing.
  await panel.getByText('Sisa 496 dari 500 tindakan hari ini').waitFor()
})

it('beyond what parts can hold, says how much of it is missing', async () => {
  await desk.enrol()
  desk.upstream!.answers(says('Ringkas.'))
  const panel = await desk.openWithText(pages(160))
  await draft(panel, 'Ringkas')
  await panel.getByText(/Teks terlalu panjang: \d+ % di bagian akhirnya tidak ikut diringkas/).waitFor()
})

it('with too little quota left says so before', async () => {
  await desk.enrol({ key: { actionsPerDay: 4 } })
  const panel = await desk.openWithText(pages(100))
  await panel.getByText('memerlukan 10 tindakan, lebih dari sisa kuota', { exact: false }).waitFor()
})
