// The checker beside a reply: it speaks up by itself, one click mends, what only the officer knows becomes a slot, and what
// the officer lets stand stays quiet. All of it in the panel; no request is made for it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import { says } from '../gateway/upstream.ts'
import { aDesk, type Desk } from './desk.ts'
import { draft, draftText } from './tour.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk({ model: true })
  await desk.enrol()
})
afterAll(() => desk.end())

/** The practice complaint, and a reply as the officer changed it. */
async function replied(reply: string, status = 'diterima'): Promise<Page> {
  desk.upstream!.answers(says(reply))
  const panel = await desk.open()
  await panel.setViewportSize({ width: 360, height: 900 })
  await panel.getByLabel('Status laporan').selectOption(status)
  await draft(panel, 'Balas')
  await panel.getByRole('button', { name: 'Ubah draf' }).click()
  await panel.getByLabel('Teks draf').fill(reply)
  await panel.getByRole('button', { name: 'Selesai mengubah' }).click()
  return panel
}

/** To the questions of the practice complaint: when somebody comes, and whether to prepare something. */
const answers = 'Warga tidak perlu menyiapkan apa pun. Dinas Perhubungan.'

const notes = (panel: Page): Locator => panel.getByRole('region', { name: 'Periksa jawaban' })

async function reasons(panel: Page): Promise<string[]> {
  await notes(panel).waitFor()
  return notes(panel).locator('li p').allInnerTexts()
}

describe('beside a reply', () => {
  it('stands what to mend, with its place; a click mends it, and the next one has the focus', async () => {
    const panel = await replied(
      'Yth. Bapak/Ibu Pelapor,\nSilahkan menunggu, keluhan sedang kami koordinasikan. Dinas Perhubungan, 021-5550-112.',
    )
    expect(await reasons(panel)).toEqual([
      '“Silahkan” Ejaan baku berbeda.',
      '“sedang kami koordinasikan” Belum pasti kapan. Beri tanggal atau syaratnya.',
      'Pertanyaan warga belum dijawab. “kapan petugas bisa datang”',
      expect.stringMatching(/^Pertanyaan warga belum dijawab\. “apakah warga perlu menyiapkan sesuatu/),
    ])
    await notes(panel).getByRole('button', { name: 'Tunjukkan di draf: sedang kami koordinasikan' }).click()
    expect(await panel.locator('mark.pointed').innerText()).toBe('sedang kami koordinasikan')
    const asked = desk.upstream!.requests.length
    await notes(panel)
      .getByRole('button', { name: /^Perbaiki: Ejaan/ })
      .press('Enter')
    await expect.poll(() => draftText(panel)).toContain('Silakan menunggu')
    await expect
      .poll(() => panel.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''))
      .toMatch(/^Perbaiki: Belum pasti/)
    await panel.keyboard.press('Enter')
    await panel.locator('#slot-tanggal_batas').waitFor()
    await panel.keyboard.press('Enter')
    await expect.poll(() => draftText(panel)).toContain('Mengenai pertanyaan Bapak/Ibu: Jawaban')
    await expect.poll(() => notes(panel).innerText()).toContain('tidak ada catatan')
    expect(desk.upstream!.requests.length).toBe(asked)
  })

  it('goes along as the officer types, and keeps quiet of what the officer let stand', async () => {
    const panel = await replied(`Lampu diganti petugas kami pada 3 Desember 2026. ${answers}`)
    expect(await reasons(panel)).toEqual([])
    await panel.getByRole('button', { name: 'Ubah draf' }).click()
    const text = panel.getByLabel('Teks draf')
    await text.fill(`${await text.inputValue()} Kami jamin terang.`)
    await expect.poll(() => reasons(panel)).toEqual(['“Kami jamin” Janji yang mungkin di luar kewenangan.'])
    await notes(panel)
      .getByRole('button', { name: /^Biarkan/ })
      .click()
    await expect.poll(() => reasons(panel)).toEqual([])
  })

  it('is the reporter’s name noticed, though it never left the device', async () => {
    const panel = await replied(`Yth. Ibu Siti Rahmawati, petugas kami datang 27 November 2026. ${answers}`)
    expect(await reasons(panel)).toEqual(['“Siti Rahmawati” Data pribadi. Jawaban dibaca umum.'])
    await notes(panel)
      .getByRole('button', { name: /^Perbaiki/ })
      .click()
    await expect.poll(() => draftText(panel)).toMatch(/^Yth\. Bapak\/Ibu Pelapor, petugas/)
  })
})

describe('a reply of a model', () => {
  it('that guesses what only the officer knows is asked for once more, and then gives way to the template', async () => {
    let asked = 0
    desk.upstream!.answers((reply, request) => {
      asked += 1
      return says('Lampu telah diganti UPT pada 3 Desember 2026.')(reply, request)
    })
    const panel = await desk.open()
    await panel.getByLabel('Status laporan').selectOption('selesai')
    const text = await draft(panel, 'Balas')
    expect(asked).toBe(2)
    expect(text).not.toContain('3 Desember')
    expect(text).toContain('telah dilaksanakan oleh Pelaksana pada Tanggal selesai')
  })
})

describe('"selesai"', () => {
  it('is inserted only when the officer says that the evidence is genuine', async () => {
    const panel = await replied(
      `Lampu telah diganti petugas kami pada 3 Desember 2026. ${answers}`,
      'selesai',
    )
    const insert = panel.getByRole('button', { name: 'Sisipkan', exact: true })
    const evidence = panel.getByLabel('Bukti lapangan asli sudah diunggah')
    await evidence.waitFor()
    expect(await insert.isDisabled()).toBe(true)
    await evidence.check()
    expect(await insert.isDisabled()).toBe(false)
    await draft(panel, 'Balas')
    expect([await evidence.isChecked(), await insert.isDisabled()]).toEqual([false, true])
  })
})

describe('a slot for a date', () => {
  it('takes one from the calendar, written out', async () => {
    const panel = await replied(`Petugas kami datang paling lambat {{tanggal_batas}}. ${answers}`)
    await panel.getByLabel(/^Pilih tanggal/).fill('2026-12-08')
    await expect.poll(() => draftText(panel)).toContain('paling lambat 8 Desember 2026')
  })
})
