// "Resep": a form of the office's own becomes a draft, with a model and without; and what was made before is found again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refuses, says } from '../gateway/upstream.ts'
import { publish } from '../gateway/registering.ts'
import { aDesk, type Desk } from './desk.ts'
import { faults } from './faults.ts'
import { draft, draftText } from './tour.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk({ model: true })
  const invitation = {
    id: 'undangan',
    name: 'Undangan warga',
    hint: 'Untuk RT/RW.',
    fields: [
      { id: 'nama', label: 'Nama ketua RT', kind: 'text', required: true },
      { id: 'tanggal_acara', label: 'Tanggal acara', kind: 'date', required: true },
      { id: 'sifat', label: 'Sifat', kind: 'choice', choices: ['Biasa', 'Penting'] },
      { id: 'instansi', label: 'Bersama instansi', kind: 'office' },
      { id: 'catatan', label: 'Catatan', kind: 'long' },
    ],
    template: 'Yth. {{nama}}, kami mengundang Anda pada {{tanggal_acara}} di {{tempat}}.',
  }
  const note = {
    id: 'nota',
    name: 'Nota dinas dari aduan',
    fields: [{ id: 'kepada', label: 'Kepada', kind: 'text', required: true }],
    instruction: 'Susun nota dinas.',
    readsPage: true,
  }
  await publish(desk.gateway, { rules: { recipes: [invitation, note] } })
  await desk.enrol()
  await desk.browser.store({ history: true })
})
afterAll(() => desk.end())

describe('a recipe in the panel', () => {
  it('of a template alone is a draft at once, and its form outlives the panel', async () => {
    const panel = await desk.open()
    await panel.getByRole('button', { name: 'Resep', exact: true }).click()
    await panel.getByRole('button', { name: 'Isi Undangan warga' }).press('Enter')
    const form = panel.getByRole('form', { name: 'Undangan warga' })
    await form.getByLabel('Nama ketua RT').fill('Siti Rahmawati')
    await panel.setViewportSize({ width: 320, height: 720 })
    expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    expect(await faults(panel)).toEqual([])
    await form.getByRole('button', { name: 'Buat draf' }).click()
    // What is missing is named, and has the focus.
    await panel.getByText('Isi dahulu: Tanggal acara.').waitFor()
    await expect.poll(() => panel.evaluate(() => document.activeElement?.id)).toBe('field-tanggal_acara')
    await form.getByLabel('Tanggal acara').fill('2026-12-08')
    await form.getByLabel('Sifat').selectOption('Penting')
    await panel.reload()
    await form.getByRole('button', { name: 'Buat draf' }).click()
    await expect
      .poll(() => draftText(panel))
      .toBe('Yth. Siti Rahmawati, kami mengundang Anda pada 8 Desember 2026 di Tempat.')
    expect(await form.getByLabel('Sifat').inputValue()).toBe('Penting')
    await panel.locator('#slot-tempat').fill('Aula Melati')
    expect(await panel.getByRole('button', { name: 'Sisipkan', exact: true }).isEnabled()).toBe(true)
    expect(desk.upstream!.requests).toEqual([])

    // Facts of one matter never slip into the next unseen.
    await panel.getByRole('button', { name: 'Ubah teks' }).click()
    await panel.getByLabel('Teks yang akan dikirim').fill('Sampah menumpuk di pasar lama.')
    await panel.getByRole('button', { name: 'Ulangi' }).click()
    await panel
      .getByRole('status')
      .getByText(/diketik untuk teks lain/)
      .waitFor()
    await form.getByRole('button', { name: 'Tetap pakai' }).click()
    await panel.getByRole('button', { name: 'Ulangi' }).click()
    await panel
      .getByRole('status')
      .getByText(/^Selesai/)
      .waitFor()
  })

  it('with an instruction is written by the model from form and page; "Ulangi" makes it again', async () => {
    desk.upstream!.answers(says('Kepada ⟦NAMA-1⟧: lampu padam sejak Senin.'))
    const panel = await desk.open()
    await panel.getByRole('button', { name: 'Resep', exact: true }).click()
    await panel.getByRole('button', { name: 'Isi Nota dinas dari aduan' }).click()
    await panel.getByLabel('Kepada').fill('Bapak Budi Santoso')
    await panel.getByText('1 data pribadi di formulir disamarkan.').waitFor()
    await panel.getByRole('button', { name: 'Buat draf' }).click()
    await panel
      .getByRole('status')
      .getByText(/^Selesai/)
      .waitFor()
    expect(await draftText(panel)).toContain('Kepada Budi Santoso: lampu padam')
    const sent = desk.upstream!.requests[0]!.raw
    expect(sent).toContain('Teks halaman:')
    expect(sent).not.toContain('Santoso')
    desk.upstream!.answers(says('Nota kedua.'))
    await panel.getByRole('button', { name: 'Ulangi' }).click()
    await expect.poll(() => draftText(panel)).toBe('Nota kedua.')
    expect(desk.upstream!.requests[0]!.raw).toContain('Kepada: ')
    desk.upstream!.answers(refuses(500))
    await panel.getByRole('button', { name: 'Ulangi' }).click()
    await panel.getByRole('alert').waitFor()
    expect(await panel.getByLabel('Kepada').inputValue()).toBe('Bapak Budi Santoso')
  })
})

it('the history is searched, newest first, and a draft of it is used again', async () => {
  const panel = await desk.open()
  for (const word of ['Pertama', 'Kedua', 'Ketiga', 'Keempat', 'Kelima', 'Keenam']) {
    desk.upstream!.answers(says(`${word}: jalan rusak di Cimone.`))
    await draft(panel, 'Ringkas')
  }
  await panel.getByRole('button', { name: 'Riwayat', exact: true }).click()
  const kept = panel.getByRole('region', { name: 'Riwayat', exact: true })
  await kept.getByText('Keenam: jalan').first().waitFor()
  expect(await faults(panel)).toEqual([])
  expect(await kept.getByRole('listitem').first().innerText()).toContain('Keenam')
  await kept.getByLabel('Cari di riwayat').fill('cimone kedua')
  await expect.poll(() => kept.getByRole('listitem').count()).toBe(1)
  await kept.getByRole('button', { name: /^Pakai / }).click()
  await expect.poll(() => draftText(panel)).toBe('Kedua: jalan rusak di Cimone.')
  await panel.getByRole('button', { name: 'Draf sebelumnya' }).click()
  await expect.poll(() => draftText(panel)).toBe('Keenam: jalan rusak di Cimone.')
  await kept.getByRole('button', { name: /^Hapus / }).click()
  await kept.getByText('Tidak ada yang cocok.').waitFor()
})
