// The console in real Chromium, as admins use it: from the first sign-in on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'playwright-core'
import { aGateway, type TestGateway } from '../gateway/gateway.ts'
import { aBrowser, anAdmin, anAdminInRole, looksRight, phone, signInWithToken, type Admin } from './admin.ts'

let gateway: TestGateway
let browser: Browser
/** What the browser wrote to its console: nothing, also no refusal of the CSP. */
const complaints: string[] = []
let city: Admin

beforeAll(async () => {
  gateway = await aGateway({ PENDAMPING_CITY: 'Kota Contoh' })
  browser = await aBrowser()
  city = await anAdmin(browser, gateway, complaints)
})
afterAll(async () => {
  await browser.close()
  await gateway.end()
  expect(complaints).toEqual([])
})

const heading = ({ page }: Admin, name: string) => page.getByRole('heading', { name }).waitFor()

describe('coming in', () => {
  it('the first time with the token, then by invitation with a passkey of one’s own', async () => {
    await city.open()
    await heading(city, 'Masuk ke konsol')
    await looksRight(city)
    await signInWithToken(city, gateway)
    await city.open('admin')
    await city.page.getByText('Belum ada akun.').waitFor()
    await city.page.getByRole('button', { name: 'Tambah admin' }).click()
    await city.page.getByLabel('Nama').fill('Rini Contoh')
    await city.page.getByRole('button', { name: 'Tambah dan buat undangan' }).click()
    const link = await city.page.getByLabel('Tautan undangan').inputValue()
    await city.page.getByRole('button', { name: 'Tampilkan kode QR' }).click()
    await city.page.getByRole('img', { name: 'Kode QR' }).waitFor()
    await looksRight(city)

    const rini = await anAdmin(browser, gateway, complaints)
    await rini.page.goto(link)
    await rini.page.getByText('Undangan untuk Rini Contoh, Admin kota.').waitFor()
    expect(rini.page.url()).not.toContain(link.split('/').at(-1))
    await looksRight(rini)
    await rini.page.getByRole('button', { name: 'Buat kunci sandi' }).click()
    await heading(rini, 'Simpan kode pemulihan')
    const codes = await rini.page.getByRole('list', { name: 'Kode pemulihan' }).getByRole('listitem').all()
    expect(codes.length).toBe(10)
    await looksRight(rini)
    await rini.page.getByRole('button', { name: 'Sudah saya simpan, buka konsol' }).click()
    await rini.page.getByRole('button', { name: 'Keluar' }).click()
    await heading(rini, 'Masuk ke konsol')
    await rini.page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click()
    await rini.page.getByText('Rini Contoh · Admin kota').waitFor()
    await rini.open('akun')
    await heading(rini, 'Akun saya')
    await looksRight(rini)

    // The session ends while she types.
    await rini.page.getByLabel('Nama perangkat').fill('Laptop dinas')
    await rini.context.clearCookies()
    await rini.page.getByRole('button', { name: 'Buat sepuluh kode baru' }).click()
    await rini.page.getByRole('dialog').getByRole('button', { name: 'Buat sepuluh kode baru' }).click()
    await rini.page.getByText('Sesi Anda berakhir.').waitFor()
    await looksRight(rini)
    await rini.page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click()
    await heading(rini, 'Simpan kode pemulihan')
    expect(await rini.page.getByLabel('Nama perangkat').inputValue()).toBe('Laptop dinas')
    await rini.context.close()
  })
})

describe('offices', () => {
  it('come in from a spreadsheet, all or none, each row judged', async () => {
    await gateway.admin('POST', '/offices', { id: 'lama', name: 'Dinas Lama' })
    await city.open('impor')
    const list =
      'kode;nama;kuota per bulan\r\ndinkes;Dinas Kesehatan;20.000\r\nlama;Dinas Kembar;\r\nKec Utara;Kecamatan Utara;\r\n'
    await city.page
      .getByLabel('Berkas CSV')
      .setInputFiles({ name: 'opd.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${list}`) })
    const text = city.page.getByRole('textbox', { name: 'Isi daftar' })
    await expect.poll(() => text.inputValue()).toContain('Dinas Kesehatan')
    await city.page.getByRole('button', { name: 'Periksa' }).click()
    await city.page.getByText('2 baris perlu diperbaiki.').waitFor()
    const verdicts = () => city.page.locator('td:last-child').allTextContents()
    expect(await verdicts()).toEqual(['kode sudah terdaftar', 'isian "Kode" belum sesuai', 'siap'])
    expect(await city.page.getByRole('button', { name: /^Impor \d/ }).count()).toBe(0)
    await looksRight(city)
    await text.fill(list.replace('lama;', 'baru;').replace('Kec Utara', 'kec-utara'))
    await city.page.getByRole('button', { name: 'Periksa' }).click()
    await city.page.getByRole('button', { name: 'Impor 3 instansi' }).click()
    await city.page.getByText('3 instansi ditambahkan.').waitFor()
    const row = city.page.getByRole('row', { name: /Dinas Kesehatan/ })
    await row.waitFor()
    expect(await row.getByRole('cell').allTextContents()).toEqual([
      'Dinas Kesehatan',
      'dinkes',
      '0',
      '20.000',
      '0%',
      'aktif',
    ])
    await looksRight(city)
  })

  it('are suspended, and at once resumed where that was a slip', async () => {
    await city.open('instansi/lama/pengaturan')
    await city.page.getByRole('button', { name: 'Nonaktifkan' }).click()
    await city.page.getByText('Instansi ini dinonaktifkan sejak').waitFor()
    await looksRight(city)
    await city.page.getByRole('button', { name: 'Urungkan' }).click()
    await city.page.getByText('Sudah dikembalikan seperti semula.').waitFor()
    await city.page.getByText('Instansi ini dinonaktifkan sejak').waitFor({ state: 'detached' })
  })

  it('are removed by who types their code', async () => {
    await city.page.getByRole('button', { name: 'Hapus instansi' }).click()
    const dialog = city.page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('lam')
    await dialog.getByRole('button', { name: 'Hapus instansi' }).click()
    expect((await officesOf(gateway)).lama).toBeNull()
    await dialog.getByRole('textbox').fill('lama')
    await dialog.getByRole('button', { name: 'Hapus instansi' }).click()
    await city.page.getByText('Dinas Lama dihapus.').waitFor()
    expect((await officesOf(gateway)).lama).toEqual(expect.any(Number))
  })

  it('keep to the limits that are set, and say what the ledger says', async () => {
    await city.open('instansi/dinkes')
    await city.page.getByLabel('Tindakan per hari').fill('1.500')
    await city.page.getByRole('button', { name: 'Simpan' }).click()
    await city.page.getByText('Batas disimpan.').waitFor()
    const day = city.page.getByRole('row', { name: /Tindakan hari ini/ })
    expect((await day.getByRole('cell').allTextContents()).slice(1, 4)).toEqual(['0', '1.500', '1.500'])
    await looksRight(city)
  })
})

describe('keys and links', () => {
  it('a key is shown once, works, and is revoked', async () => {
    await city.open('instansi/dinkes/kunci')
    await city.page.getByRole('button', { name: 'Buat kunci' }).click()
    await city.page.getByRole('textbox', { name: 'Label' }).fill('skrip rekap')
    await city.page.getByLabel('Tindakan per hari').fill('200')
    await city.page.getByLabel('Ringkas').check()
    await looksRight(city)
    await city.page.getByRole('button', { name: 'Buat kunci' }).click()
    const key = await city.page.getByLabel('Rahasia kunci').inputValue()
    expect((await gateway.usage(key)).actions.cap).toBe(200)
    await city.page.getByRole('button', { name: 'Sudah saya simpan' }).click()
    expect(await city.page.content()).not.toContain(key)
    expect(await city.page.getByRole('row', { name: /skrip rekap/ }).textContent()).toContain(
      '200/hari · Ringkas',
    )
    await city.page.getByRole('link', { name: 'skrip rekap' }).click()
    await heading(city, 'Cabut kunci')
    await looksRight(city)
    await city.page.getByLabel('Yang dicabut').selectOption('semua berlabel "skrip rekap"')
    await city.page.getByRole('button', { name: 'Cabut', exact: true }).click()
    await city.page.getByRole('dialog').getByRole('button', { name: 'Cabut' }).click()
    await city.page.getByText('1 kunci dicabut.').waitFor()
    expect((await gateway.chat(key, 'Lampu padam')).status).toBe(401)
  })

  it('a link enrols a browser, and is closed', async () => {
    await city.open('instansi/dinkes/pendaftaran')
    await city.page.getByRole('button', { name: 'Buat tautan' }).click()
    await city.page.getByLabel('Jumlah perangkat').fill('40')
    await looksRight(city)
    await city.page.getByRole('button', { name: 'Buat tautan' }).click()
    const link = await city.page.getByRole('textbox', { name: 'Tautan pendaftaran' }).inputValue()
    const body = JSON.stringify({ token: link.split('#')[1] })
    const enrol = () => fetch(`${gateway.url}/v1/enrolments`, { method: 'POST', body })
    expect((await enrol()).status).toBe(201)
    await looksRight(city)
    await city.page.getByRole('button', { name: 'Tutup tautan pendaftaran' }).click()
    await city.page.getByRole('dialog').getByRole('button', { name: 'Tutup tautan' }).click()
    await city.page.getByRole('cell', { name: 'ditutup' }).waitFor()
    expect((await enrol()).status).toBe(403)
  })
})

describe('roles', () => {
  it('an auditor sees all and finds nothing to change', async () => {
    await gateway.admin('POST', '/offices/dinkes/keys', { label: 'peramban uji' })
    const auditor = await anAdminInRole(browser, gateway, complaints, {
      name: 'Budi Contoh',
      role: 'auditor',
      office: null,
    })
    const buttons = () => auditor.page.locator('main :not(th) > button').allTextContents()
    const views = [
      ['instansi', 'Dinas Kesehatan'],
      ['instansi/dinkes/kuota', 'Token bulan ini'],
      ['instansi/dinkes/kunci', 'peramban uji'],
      ['instansi/dinkes/pendaftaran', 'ditutup'],
      ['instansi/dinkes/istilah', 'Belum ada istilah.'],
      ['admin', 'Rini Contoh'],
    ] as const
    for (const [path, text] of views) {
      await auditor.open(path)
      await auditor.page.locator('main').getByText(text).first().waitFor()
      expect(await buttons()).toEqual([])
    }
    await auditor.open('impor')
    await heading(auditor, 'Halaman ini tidak ada')
    await looksRight(auditor)
    await auditor.context.close()
  })

  it('an office’s admin sees that office alone', async () => {
    const { page, open, context } = await anAdminInRole(browser, gateway, complaints, {
      name: 'Sari Contoh',
      role: 'office',
      office: 'dinkes',
    })
    await open()
    await page.getByRole('row', { name: /^Dinas Kesehatan/ }).waitFor()
    expect(
      await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link').allTextContents(),
    ).toEqual(['Ringkasan', 'Instansi', 'Kebijakan', 'Audit', 'Unduhan', 'Akun saya'])
    await page.getByRole('link', { name: 'Instansi' }).click()
    await page.getByRole('heading', { name: 'Dinas Kesehatan' }).waitFor()
    await page.getByRole('link', { name: 'Kunci' }).click()
    await page.getByRole('button', { name: 'Buat kunci' }).waitFor()
    expect(await page.getByRole('link', { name: 'Pengaturan' }).count()).toBe(0)
    await open('instansi/baru')
    await page.getByText('Peran Anda tidak mencakup tindakan ini.').waitFor()

    // On a phone the menu is folded; who goes on finds the focus at the new page's heading.
    await page.setViewportSize(phone)
    await page.getByRole('button', { name: 'Menu', expanded: false }).click()
    await page.getByRole('link', { name: 'Akun saya' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Akun saya')
    await page.getByRole('button', { name: 'Menu', expanded: false }).waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'My account' }).waitFor()
    await context.close()
  })
})

async function officesOf(gateway: TestGateway): Promise<Record<string, number | null>> {
  const { offices } = (await (await gateway.admin('GET', '/offices')).json()) as {
    offices: { id: string; removedAt: number | null }[]
  }
  return Object.fromEntries(offices.map(({ id, removedAt }) => [id, removedAt]))
}
