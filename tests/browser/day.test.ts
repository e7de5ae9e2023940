// A whole day at the console, to be read from top to bottom: the admin sets the city up, the trainer runs a class, the
// auditor looks at all of it and takes the proof away. All by the console's pages, as a person clicks; what others do
// meanwhile (a program of an office, forty seats of a class) comes over HTTP.
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { aFolder, aGateway, times, type TestGateway } from '../gateway/gateway.ts'
import { privateAllowed } from '../gateway/registering.ts'
import { anUpstream, says, type Upstream } from '../gateway/upstream.ts'
import { aBrowser, anAdmin, fillTimes, looksRight, saved, signInWithToken, type Admin } from './admin.ts'
import { launchChromium } from './chromium.ts'

let gateway: TestGateway
let upstream: Upstream
let browser: Browser
/** What the browser wrote to its console: nothing, also no refusal of the CSP. */
const complaints: string[] = []
const folder = aFolder()

let admin: Admin
/** Each in a browser of their own. */
let trainer: Admin
let auditor: Admin
/** What the admin handed to the two. */
const links = { trainer: '', auditor: '' }
/** Of the office's program, from the afternoon on. */
let secret: string

beforeAll(async () => {
  upstream = await anUpstream()
  upstream.answers(says('Warga melaporkan lampu jalan padam.'))
  gateway = await aGateway({ ...privateAllowed, PENDAMPING_CITY: 'Kota Contoh' })
  browser = await aBrowser()
  ;[admin, trainer, auditor] = await Promise.all([newcomer(), newcomer(), newcomer()])
})
afterAll(async () => {
  await browser.close()
  await Promise.all([gateway.end(), upstream.end()])
  rmSync(folder, { recursive: true })
  expect(complaints).toEqual([])
})

describe('the admin', () => {
  it('comes in with the token once, and from then on with a passkey of her own', async () => {
    const { page } = admin
    await admin.open()
    await signInWithToken(admin, gateway)
    await page.getByRole('link', { name: 'Tambah admin' }).click()
    await page.goto(await invited(admin, 'Rini Contoh', 'Admin kota'))
    await acceptInvitation(admin)
    await page.getByRole('button', { name: 'Keluar' }).click()
    await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click()
    await page.getByText('Rini Contoh · Admin kota').waitFor()
  })

  it('invites the trainer and the auditor', async () => {
    await menu(admin, 'Admin')
    links.trainer = await invited(admin, 'Tuti Contoh', 'Pelatih')
    links.auditor = await invited(admin, 'Budi Contoh', 'Pengawas')
    const names = admin.page.getByRole('row').filter({ hasText: 'belum punya kunci sandi' })
    await expect.poll(() => names.count()).toBe(2)
  })

  it('takes ten offices out of a spreadsheet, when the row that is wrong is mended', async () => {
    const { page } = admin
    await menu(admin, 'Instansi')
    await page.getByRole('link', { name: 'Impor CSV' }).click()
    const csv = Buffer.from(`\uFEFF${spreadsheet}`)
    await page.getByLabel('Berkas CSV').setInputFiles({ name: 'opd.csv', mimeType: 'text/csv', buffer: csv })
    const text = page.getByRole('textbox', { name: 'Isi daftar' })
    await expect.poll(() => text.inputValue()).toContain('Dinas Kesehatan')
    await page.getByRole('button', { name: 'Periksa' }).click()
    await page.getByText('1 baris perlu diperbaiki.').waitFor()
    expect(await page.getByRole('row').nth(1).innerText()).toMatch(
      /Kecamatan Cibodas[^]*isian "Kode" belum sesuai/,
    )
    await text.fill(spreadsheet.replace('Kec Cibodas', 'kec-cibodas'))
    await page.getByRole('button', { name: 'Periksa' }).click()
    await page.getByRole('button', { name: 'Impor 10 instansi' }).click()
    await page.getByText('10 instansi ditambahkan.').waitFor()
    await page.getByRole('row', { name: /Kecamatan Cibodas.*kec-cibodas.*aktif/ }).waitFor()
  })

  it('registers a model, and sees what it gets of a letter and how it answers', async () => {
    const { page } = admin
    await menu(admin, 'Model')
    await page.getByRole('button', { name: 'Tambah model' }).click()
    await page.getByLabel('Sebutan').fill('Model kota')
    await page.getByLabel('Kode').fill('kota')
    await page.getByLabel('Alamat').fill(upstream.url)
    await page.getByLabel('Nama model').fill('model-uji')
    await page.getByLabel('Tempat').fill('pusat data kota')
    await page.getByLabel('internal').check()
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Model kota didaftarkan.').waitFor()
    await page.getByRole('button', { name: 'Uji Model kota' }).click()
    await page.getByText('Warga melaporkan lampu jalan padam.').waitFor()
    await page.getByText(/bagian surat disamarkan sebelum dikirim/).waitFor()
    expect(upstream.requests.map(({ raw }) => raw).join()).not.toContain('3671015508870003')
  })

  it('publishes a policy, having seen what changes, and says why', async () => {
    const { page } = admin
    await menu(admin, 'Kebijakan')
    const rule = page.locator('details.rule', { hasText: 'Masa simpan audit' })
    await rule.locator('summary').click()
    await rule.getByLabel('Yang berlaku').selectOption('diatur kota')
    await rule.getByLabel('Jumlah hari').fill('60')
    await page.getByRole('button', { name: 'Periksa perubahan' }).click()
    await page.getByText('Seluruh kota · Masa simpan audit').waitFor()
    await page.getByRole('insertion').getByText('60 hari').waitFor()
    await page.getByLabel('Catatan').fill('Menurut surat edaran')
    await page.getByRole('button', { name: 'Terbitkan' }).click()
    await page.getByText('Revisi 1 berlaku.').waitFor()
    await page.getByRole('link', { name: 'Revisi' }).click()
    await page.getByRole('row', { name: /^1 berlaku Menurut surat edaran/ }).waitFor()
    await menu(admin, 'Ringkasan')
    await page.getByText('Revisi 1 berlaku.').waitFor({ state: 'detached' })
  })

  it('makes a key for a program and changes its secret: both hold, and one ledger counts both', async () => {
    const { page } = admin
    await menu(admin, 'Instansi')
    await page.getByRole('link', { name: 'Dinas Kesehatan' }).click()
    await page.getByRole('link', { name: 'Kunci' }).click()
    await page.getByRole('button', { name: 'Buat kunci' }).click()
    await page.getByRole('textbox', { name: 'Label' }).fill('rekap harian')
    await page.getByRole('button', { name: 'Buat kunci' }).click()
    const old = await shownOnce(page)
    await page.getByRole('link', { name: 'rekap harian' }).click()
    await page.getByLabel('Rahasia lama berlaku').selectOption('1 hari lagi')
    await page.getByRole('button', { name: 'Ganti rahasia' }).click()
    secret = await shownOnce(page)
    await page.getByText('rahasia lama masih berlaku', { exact: true }).waitFor()
    await Promise.all([old, secret, secret].map((key) => asks(key)))

    await menu(admin, 'Ringkasan')
    const row = page.getByRole('row', { name: /^Dinas Kesehatan/ })
    await row.waitFor()
    const { officeActions, actions } = await gateway.usage(secret)
    expect((await row.getByRole('cell').allTextContents()).slice(2, 4)).toEqual([
      String(officeActions.used),
      '20.000',
    ])
    expect([actions.used, officeActions.used]).toEqual([3, 3])
  })
})

describe('the trainer', () => {
  let seats: string[]

  it('comes in by her invitation and makes a class that is ready', async () => {
    const { page } = trainer
    await page.goto(links.trainer)
    await acceptInvitation(trainer)
    await page.getByRole('link', { name: 'Buat kelas' }).click()
    await page.getByLabel('Nama kelas').fill('Kelas OPD, angkatan 1')
    await page.getByLabel('Kursi').fill('45')
    await page.getByLabel('Cari instansi').fill('kec')
    await page.getByLabel('Semua yang ditemukan').check()
    await fillTimes(page)
    await page.getByRole('button', { name: 'Buat kelas' }).click()
    await page.getByRole('heading', { name: 'Kelas OPD, angkatan 1' }).waitFor()
    await page.getByRole('button', { name: 'Periksa kesiapan' }).click()
    await page.getByText('Kelas siap.').waitFor()
  })

  it('fills it: forty seats and five browsers, while the wall counts', async () => {
    const { page } = trainer
    const code = await codeOnPage(page)
    const wall = await trainer.context.newPage()
    const screen = await page.getByRole('link', { name: 'Layar kelas' }).getAttribute('href')
    await wall.goto(new URL(screen!, page.url()).href)
    await wall.getByText('0 dari 45 sudah bergabung').waitFor()
    const began = Date.now()
    seats = await Promise.all(times(40, (at) => joins(code, `Peserta ${at}`)))
    expect(Date.now() - began).toBeLessThan(60_000)
    await wall.getByText('40 dari 45 sudah bergabung').first().waitFor()
    await fiveBrowsersJoin(`${gateway.url}/kelas/#${code}`)
    await wall.getByText('45 dari 45 sudah bergabung').first().waitFor()
    await wall.close()
  })

  it('revokes one seat, sees what was used, and ends the class', async () => {
    const { page } = trainer
    await Promise.all(seats.map(asks))
    // The page may still show the last but one.
    await page.getByRole('heading', { name: 'Peserta: 45 dari 45' }).waitFor()
    await page.getByRole('button', { name: 'Cabut kursi Peserta 7', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Cabut' }).click()
    await page.getByRole('heading', { name: 'Peserta: 44 dari 45' }).waitFor()
    expect((await gateway.chat(seats[7]!, 'Lampu padam')).status).toBe(401)
    expect((await gateway.usage(seats[8]!)).actions.used).toBe(1)
    await fact(page, 'Tindakan seluruhnya', '40')
    await fact(page, 'Peserta yang sudah memakai', '40')

    await page.getByRole('button', { name: 'Akhiri kelas' }).click()
    await page.getByLabel('Cabut semuanya sekarang').check()
    await page.getByRole('dialog').getByRole('button', { name: 'Akhiri kelas' }).click()
    await page.getByText('Kode tidak berlaku lagi.').waitFor()
    await page.getByRole('heading', { name: 'Peserta: 0 dari 45' }).waitFor()
    expect(await page.getByText('Kunci peserta berlaku sampai').count()).toBe(0)
    expect((await gateway.chat(seats[8]!, 'Lampu padam')).status).toBe(401)
  })
})

describe('the auditor', () => {
  it('comes in by his invitation and finds nothing to change, nor would the gateway let him', async () => {
    const { page } = auditor
    await page.goto(links.auditor)
    await acceptInvitation(auditor)
    for (const name of ['Instansi', 'Kebijakan', 'Model', 'Kelas', 'Admin']) {
      await menu(auditor, name)
      await page.getByRole('heading', { name, level: 1 }).waitFor()
      await page.locator('main').getByText('Memuat…').waitFor({ state: 'detached' })
      expect(await page.locator('main').getByRole('button', { name: acts }).count()).toBe(0)
    }
    const statuses = await page.evaluate(async () => {
      const json = { 'content-type': 'application/json' }
      const call = (method: string, path: string) =>
        fetch(`/admin/v1${path}`, { method, headers: json, body: '{}' }).then(({ status }) => status)
      return Promise.all([call('POST', '/offices'), call('POST', '/policy'), call('PUT', '/switches')])
    })
    expect(statuses).toEqual([403, 403, 403])
  })

  it('reads the day’s use, and takes it away as files that prove themselves', async () => {
    const { page } = auditor
    await menu(auditor, 'Ringkasan')
    await page.getByText(/^Permintaan\s*43$/).waitFor()
    await menu(auditor, 'Audit')
    const total = page.getByLabel('Jumlah rentang ini')
    await page.getByLabel('Instansi atau kelas').selectOption('Kelas OPD, angkatan 1 (kelas)')
    await total.getByText(/^Permintaan\s*40$/).waitFor()
    await page.getByLabel('Instansi atau kelas').selectOption('Dinas Kesehatan')
    await total.getByText(/^Permintaan\s*3$/).waitFor()
    await page.getByText('Membuktikan keutuhan berkas').click()
    const key = await page
      .getByText(/^Kunci publik: /)
      .locator('.code')
      .innerText()
    for (const name of ['Unduh CSV', 'Unduh JSONL']) {
      const file = await saved(auditor, name)
      expect(verified(file, key)).toEqual({
        status: 0,
        said: expect.stringMatching(/^Utuh: 3 baris kantor dinkes/),
      })
      expect(verified(file.replace('answered', 'answerad'), key)).toEqual({
        status: 1,
        said: expect.stringContaining('baris itu atau yang sebelumnya diubah'),
      })
    }
  })

  it('reads in words what the others did, the newest first', async () => {
    const { page } = auditor
    await page.getByRole('link', { name: 'Tindakan admin' }).click()
    for (const sentence of [
      'Token admin membuat akun Rini Contoh.',
      'Rini Contoh mengimpor 10 instansi.',
      'Rini Contoh mendaftarkan model "Model kota" (kota).',
      'Rini Contoh menerbitkan kebijakan revisi 1: Menurut surat edaran',
      /^Rini Contoh mengganti rahasia kunci \w+ di Dinas Kesehatan\.$/,
      'Tuti Contoh mengakhiri kelas "Kelas OPD, angkatan 1".',
    ])
      await page.getByRole('cell', { name: sentence }).waitFor()
    const log = page.getByRole('table')
    const times = log.getByRole('columnheader', { name: 'Waktu' })
    expect(await times.getAttribute('aria-sort')).toBe('descending')
    expect(await log.innerText()).not.toMatch(/(POST|PUT|DELETE) |[{}]/)
    // A field without words would have the API's name.
    expect((await log.locator('dt').allTextContents()).filter((name) => /^[a-z]/.test(name))).toEqual([])
    await looksRight(auditor)
  })
})

const spreadsheet = [
  'kode;nama;kuota per bulan',
  'dinkes;Dinas Kesehatan;20.000',
  'disdik;Dinas Pendidikan;20.000',
  'dinsos;Dinas Sosial;',
  'dishub;Dinas Perhubungan;',
  'dlh;Dinas Lingkungan Hidup;',
  'pupr;"Dinas Pekerjaan Umum; Penataan Ruang";',
  'kominfo;Dinas Komunikasi dan Informatika;',
  'setda;Sekretariat Daerah;',
  'kec-cipondoh;Kecamatan Cipondoh;800',
  'Kec Cibodas;Kecamatan Cibodas;800',
  '',
].join('\r\n')

/** What a button says that changes something. */
const acts = /Tambah|Buat|Ubah|Hapus|Cabut|Matikan|Nyalakan|Uji|Terbit|Kembali ke|Simpan|Akhiri|Impor/

const newcomer = () => anAdmin(browser, gateway, complaints)

async function menu({ page }: Admin, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Menu utama' }).getByRole('link', { name, exact: true }).click()
}

/** @returns the invitation's link, as it is shown once */
async function invited({ page }: Admin, name: string, role: string): Promise<string> {
  await page.getByRole('button', { name: 'Tambah admin' }).click()
  await page.getByLabel('Nama').fill(name)
  await page.getByLabel('Peran').selectOption(role)
  await page.getByRole('button', { name: 'Tambah dan buat undangan' }).click()
  await page.getByRole('heading', { name: `Undangan untuk ${name}` }).waitFor()
  const link = await page.getByLabel('Tautan undangan').inputValue()
  await page.getByRole('button', { name: 'Sudah saya simpan' }).click()
  return link
}

async function acceptInvitation({ page }: Admin): Promise<void> {
  await page.getByRole('button', { name: 'Buat kunci sandi' }).click()
  await page.getByRole('button', { name: 'Sudah saya simpan, buka konsol' }).click()
  await page.getByRole('button', { name: 'Keluar' }).waitFor()
}

/** @returns the secret of a key, which is gone from the page when it is saved */
async function shownOnce(page: Page): Promise<string> {
  const text = await page.getByLabel('Rahasia kunci').inputValue()
  await page.getByRole('button', { name: 'Sudah saya simpan' }).click()
  expect(await page.content()).not.toContain(text)
  return text
}

async function asks(key: string): Promise<void> {
  const answer = await gateway.chat(key, 'Lampu jalan di depan pasar padam.')
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('lampu jalan padam')])
}

async function codeOnPage(page: Page): Promise<string> {
  const link = await page.getByText(/\/kelas\/#\w{6}$/).innerText()
  return link.split('#')[1]!
}

/** @returns the seat's key */
async function joins(code: string, name: string): Promise<string> {
  const answer = await fetch(`${gateway.url}/v1/classes/join`, {
    method: 'POST',
    body: JSON.stringify({ code, office: 'kec-cibodas', name, device: randomUUID() }),
  })
  return ((await answer.json()) as { key: string }).key
}

async function fiveBrowsersJoin(link: string): Promise<void> {
  const browsers = await Promise.all(times(5, () => launchChromium()))
  try {
    await Promise.all(
      browsers.map(async (one, at) => takeSeat(await one.openOwnPage('sidepanel.html'), link, `Meja ${at}`)),
    )
  } finally {
    await Promise.all(browsers.map((one) => one.close()))
  }
}

/** In the extension's panel, from the link to what is left of the day. */
async function takeSeat(panel: Page, link: string, name: string): Promise<void> {
  const press = (button: string) => panel.getByRole('button', { name: button, exact: true }).click()
  await panel.getByLabel('Kode kelas atau tautan pendaftaran').fill(link)
  await press('Lanjut')
  await panel.getByLabel('Kantor').selectOption('Kecamatan Cipondoh')
  await panel.getByLabel('Nama atau inisial').fill(name)
  await press('Lanjut')
  await press('Saya mengerti, ikut kelas')
  await panel.getByText('Sisa 50 dari 50 tindakan hari ini').waitFor()
}

/** Waits for a figure of the class, which the page asks for every two seconds. */
async function fact(page: Page, name: string, value: string): Promise<void> {
  const row = page.locator('dl.facts > div', { hasText: name })
  await expect.poll(() => row.locator('dd').innerText()).toBe(value)
}

/** As somebody does who has the file and the public key, and no gateway. */
function verified(text: string, key: string): { status: number | null; said: string } {
  const file = join(folder, 'ekspor')
  writeFileSync(file, text)
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['gateway/local/verify-audit.ts', file, '--key', key],
    { cwd: join(import.meta.dirname, '..', '..'), encoding: 'utf8' },
  )
  return { status, said: stdout + stderr }
}
