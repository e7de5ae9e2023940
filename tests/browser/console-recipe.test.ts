// A recipe filled in at the console as an admin would, and the form that staff then find in the panel.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser, Locator } from 'playwright-core'
import { Policy } from '../../shared/protocol/policy.ts'
import { aBrowser, anAdminSignedIn, looksRight, type Admin } from './admin.ts'
import { aDesk, type Desk } from './desk.ts'
import { draftText } from './tour.ts'

let desk: Desk
let browser: Browser
let city: Admin
let rule: Locator
const complaints: string[] = []

beforeAll(async () => {
  desk = await aDesk()
  browser = await aBrowser()
  city = await anAdminSignedIn(browser, desk.gateway, complaints, {
    name: 'Rini Contoh',
    role: 'city',
    office: null,
  })
  rule = city.page.locator('details.rule', { has: city.page.locator('summary', { hasText: /^Resep/ }) })
})
afterAll(async () => {
  await browser.close()
  await desk.end()
  expect(complaints).toEqual([])
})

const button = (name: string) => rule.getByRole('button', { name, exact: true })
const field = (name: string) => rule.getByRole('group', { name })
const names = () => rule.locator('.recipe-head strong').allTextContents()
const asJson = () => rule.getByLabel('Tulis sebagai JSON')

async function publish(comment: string, revision: number): Promise<void> {
  const { page } = city
  await page.getByRole('button', { name: 'Periksa perubahan' }).click()
  await page.getByLabel('Catatan').fill(comment)
  await page.getByRole('button', { name: 'Terbitkan' }).click()
  await page.getByText(`Revisi ${revision} berlaku. Peramban`).waitFor()
}

describe('a recipe', () => {
  it('is begun by its name, and says at each place what is still to do', async () => {
    const { page } = city
    await city.open('kebijakan')
    await rule.locator('summary').first().click()
    await rule.getByLabel('Yang berlaku').selectOption('diatur kota')
    await rule.getByText('Belum ada resep.').waitFor()
    await button('Tambah resep').press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toMatch(/-0-name$/)
    await rule.getByText('Beri nama, misalnya Undangan warga.').waitFor()
    await rule.getByText('Isi templat, instruksi, atau keduanya').last().waitFor()
    await page.getByText('Belum sesuai: Seluruh kota → Resep → resep 1 → Nama resep.').waitFor()
    await page.keyboard.type('Undangan warga')
    expect(await rule.getByLabel('Kode resep').inputValue()).toBe('undangan-warga')
    await rule.getByText('14 dari 80 karakter.').waitFor()
    await looksRight(city)
  })

  it('has fields under keys made from their labels, which chips put into the template', async () => {
    await button('Tambah isian').click()
    await field('isian 1').getByLabel('Label').fill('Nama warga')
    await field('isian 1').getByLabel('wajib diisi').check()
    expect(await field('isian 1').getByLabel('Kunci').inputValue()).toBe('nama_warga')
    await button('Tambah isian').click()
    await field('isian 2').getByLabel('Label').fill('Sifat: rapat')
    await field('isian 2').getByText('Tanpa titik dua').waitFor()
    await field('isian 2').getByLabel('Label').fill('Sifat')
    await field('isian 2').getByLabel('Jenis').selectOption('pilihan')
    await field('isian 2').getByText('Tulis paling sedikit satu pilihan.').waitFor()
    await field('isian 2').getByLabel('Pilihan, satu per baris').fill('Biasa\nPenting\n')

    const template = rule.getByLabel('Templat', { exact: true })
    await template.fill('Yth. , mari hadir di {{tempat}}.')
    await template.press('Home')
    for (const _ of 'Yth. ') await template.press('ArrowRight')
    const chips = rule.getByRole('group', { name: 'Sisipkan isian ke templat' })
    await chips.getByRole('button', { name: 'Nama warga' }).click()
    expect(await template.inputValue()).toBe('Yth. {{nama_warga}}, mari hadir di {{tempat}}.')
    await rule.getByText('diisi petugas di drafnya: {{tempat}}.').waitFor()

    // The template follows a key that changes.
    await field('isian 1').getByLabel('Label').fill('Nama ketua RT')
    await expect.poll(() => template.inputValue()).toBe('Yth. {{nama_ketua_rt}}, mari hadir di {{tempat}}.')
    await button('Naikkan Sifat').click()
    await expect.poll(() => field('isian 1').getByLabel('Label').inputValue()).toBe('Sifat')
    await expect
      .poll(() => city.page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Naikkan Sifat')
    await looksRight(city)
  })

  it('is tried in a preview as staff will see it', async () => {
    await rule.getByText('Pratinjau di panel', { exact: true }).click()
    const preview = rule.getByRole('group', { name: 'Pratinjau di panel' })
    await preview.getByLabel('Nama ketua RT (wajib)').fill('Siti')
    await preview.getByLabel('Sifat').selectOption('Penting')
    expect(await preview.locator('pre').textContent()).toBe('Yth. Siti, mari hadir di {{tempat}}.')
    await looksRight(city)
  })

  it('is the same as JSON, and neither way loses what was typed', async () => {
    await asJson().check()
    const text = rule.getByLabel('Resep, sebagai JSON')
    const json = await text.inputValue()
    expect(JSON.parse(json)).toMatchObject([{ id: 'undangan-warga', fields: [{ id: 'sifat' }, {}] }])
    await asJson().uncheck()
    await button('Ubah Undangan warga').click()
    // The line that was begun is still there.
    expect(await field('isian 1').getByLabel('Pilihan, satu per baris').inputValue()).toBe('Biasa\nPenting\n')

    await asJson().check()
    const broken = json.replace('"Undangan warga"', '5')
    await text.fill(broken)
    await rule.getByText('resep 1 → Nama resep: Nilainya tidak sesuai jenisnya.').waitFor()
    await asJson().click()
    await rule.getByText('Formulir belum dapat menampilkan naskah ini.').waitFor()
    expect(await asJson().isChecked()).toBe(true)
    expect(await text.inputValue()).toBe(broken)
    await looksRight(city)
    await text.fill(json.replace('"Undangan warga"', `"${'x'.repeat(81)}"`))
    await asJson().uncheck()
    await rule.getByText('1 perlu diperbaiki').waitFor()
    await button(`Ubah ${'x'.repeat(81)}`).click()
    await rule.getByText('Kelebihan 1 karakter; paling banyak 80.').waitFor()
    await rule.getByLabel('Nama resep').fill('Undangan warga')
  })

  it('is copied, moved, removed, and put back', async () => {
    await button('Gandakan Undangan warga').click()
    await rule.getByLabel('Nama resep').fill('Nota aduan')
    expect(await rule.getByLabel('Kode resep').inputValue()).toBe('nota-aduan')
    await rule.getByLabel('Templat', { exact: true }).fill('')
    await rule.getByLabel('Instruksi untuk model').fill('Susun nota kepada ')
    await rule
      .getByRole('group', { name: 'Sisipkan label isian ke instruksi' })
      .getByRole('button', { name: 'Nama ketua RT' })
      .click()
    await rule.getByLabel('Teks halaman ikut dikirim').check()
    await button('Naikkan Nota aduan').click()
    expect(await names()).toEqual(['Nota aduan', 'Undangan warga'])
    await button('Hapus Nota aduan').click()
    expect(await names()).toEqual(['Undangan warga'])
    // Another page meanwhile takes nothing away.
    await city.open('kebijakan/revisi')
    await city.page.getByText('Belum ada kebijakan yang diterbitkan.').waitFor()
    await city.open('kebijakan')
    await rule.locator('summary').first().click()
    await button('Kembalikan Nota aduan').click()
    expect(await names()).toEqual(['Nota aduan', 'Undangan warga'])
    await looksRight(city)
  })

  it('once published is what the panel shows and fills in', async () => {
    await publish('Resep pertama', 1)
    const office = await desk.enrol()
    const headers = { authorization: `Bearer ${office.key}` }
    const fetched = await fetch(`${desk.gateway.url}/v1/policy`, { headers })
    expect(Policy.parse(await fetched.json()).recipes).toEqual([
      {
        id: 'nota-aduan',
        name: 'Nota aduan',
        fields: [
          { id: 'sifat', label: 'Sifat', kind: 'choice', choices: ['Biasa', 'Penting'], required: false },
          { id: 'nama_ketua_rt', label: 'Nama ketua RT', kind: 'text', required: true },
        ],
        instruction: 'Susun nota kepada "Nama ketua RT"',
        readsPage: true,
      },
      {
        id: 'undangan-warga',
        name: 'Undangan warga',
        fields: [
          { id: 'sifat', label: 'Sifat', kind: 'choice', choices: ['Biasa', 'Penting'], required: false },
          { id: 'nama_ketua_rt', label: 'Nama ketua RT', kind: 'text', required: true },
        ],
        template: 'Yth. {{nama_ketua_rt}}, mari hadir di {{tempat}}.',
        readsPage: false,
      },
    ])
    const panel = await desk.open()
    await panel.getByRole('button', { name: 'Resep', exact: true }).click()
    await panel.getByRole('button', { name: 'Isi Undangan warga' }).click()
    const form = panel.getByRole('form', { name: 'Undangan warga' })
    await form.getByLabel('Nama ketua RT').fill('Siti')
    await form.getByLabel('Sifat').selectOption('Penting')
    await form.getByRole('button', { name: 'Buat draf' }).click()
    await expect.poll(() => draftText(panel)).toBe('Yth. Siti, mari hadir di Tempat.')
  })

  it('keeps its code when it is renamed later, for browsers and scripts know it', async () => {
    await button('Ubah Undangan warga').click()
    await rule.getByText('Sudah dipakai peramban dan skrip').waitFor()
    await rule.getByLabel('Nama resep').fill('Undangan RT')
    expect(await rule.getByLabel('Kode resep').inputValue()).toBe('undangan-warga')
    await button('Hapus Nota aduan').click()
    await publish('Tanpa nota', 2)
    expect(await rule.getByText('Dihapus, belum terbit').count()).toBe(0)
    expect(await names()).toEqual(['Undangan RT'])
  })
})
