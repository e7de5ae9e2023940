// A trainer's day at the console, and the first page that the others begin with, in real Chromium.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import type { Role } from '../../shared/protocol/console.ts'
import { aGateway, times, type TestGateway } from '../gateway/gateway.ts'
import { anUpstream, refuses, says } from '../gateway/upstream.ts'
import { aBrowser, anAdminSignedIn, fillTimes, looksRight, type Admin } from './admin.ts'

let gateway: TestGateway
let browser: Browser
/** What the browser wrote to its console: nothing, also no refusal of the CSP. */
const complaints: string[] = []
let trainer: Admin
let auditor: Admin

beforeAll(async () => {
  gateway = await aGateway({ PENDAMPING_CITY: 'Kota Contoh' })
  browser = await aBrowser()
  await gateway.office()
  await gateway.office()
  await gateway.admin('POST', '/offices', { id: 'cibodas', name: 'Kecamatan Cibodas' })
  trainer = await anAdminSignedIn(browser, gateway, complaints, admin('Pelatih Uji', 'trainer'))
  auditor = await anAdminSignedIn(browser, gateway, complaints, admin('Pengawas Uji', 'auditor'))
})
afterAll(async () => {
  await browser.close()
  await gateway.end()
  expect(complaints).toEqual([])
})

const admin = (name: string, role: Exclude<Role, 'office'>) => ({ name, role, office: null })
const heading = ({ page }: Admin, name: string) => page.getByRole('heading', { name }).waitFor()

/** @returns the only class there is */
async function theClass(): Promise<{ id: string; joinCode: string; joined: number }> {
  const { classes } = (await (await gateway.admin('GET', '/classes')).json()) as { classes: never[] }
  return classes[0]!
}

const join = (code: string, number: number) =>
  fetch(`${gateway.url}/v1/classes/join`, {
    method: 'POST',
    body: JSON.stringify({ code, office: 'cibodas', name: `Peserta ${number}.`, device: randomUUID() }),
  })

describe('the summary', () => {
  it('says that there is nothing yet, then what was used, by whom, and what failed', async () => {
    const upstream = await anUpstream()
    const own = await aGateway({ PENDAMPING_UPSTREAM: upstream.url })
    try {
      const { key } = await own.office({ office: { actionsPerMonth: 4 } })
      const city = await anAdminSignedIn(browser, own, complaints, admin('Kota Uji', 'city'))
      await city.open()
      await heading(city, 'Ringkasan')
      await city.page.getByText('Belum ada data hari ini.').waitFor()
      await city.page.getByRole('row', { name: /Dinas Uji 1.*belum ada data/ }).waitFor()
      await looksRight(city)
      upstream.answers(says('Siap.'))
      for (const text of ['NIK 3671015508870003.', 'Jalan rusak.', 'Pohon tumbang.', 'Banjir.'])
        await (await own.chat(key, text)).text()
      upstream.answers(refuses(503))
      const other = await own.office()
      await (await own.chat(other.key, 'Lampu jalan padam.')).text()
      await own.admin('PUT', '/switches', {
        kind: 'helper',
        id: 'reply',
        off: true,
        reason: 'Diperiksa dahulu.',
      })
      await city.page.reload()
      await city.page.getByText('Layanan model sedang penuh.').waitFor()
      await city.page.getByRole('img', { name: /^Diagram batang/ }).waitFor()
      await city.page.getByText('Tindakan per bulan 100%: 4 dari 4').waitFor()
      await city.page.getByText('Diperiksa dahulu.').waitFor()
      await city.page.getByRole('row', { name: /Dinas Uji 1.*100%/ }).waitFor()
      await looksRight(city)
    } finally {
      await Promise.all([own.end(), upstream.end()])
    }
  })
})

describe('a class', () => {
  it('is made from the form, which names each wrong field and keeps what was typed', async () => {
    const { page } = trainer
    await trainer.open()
    await page.getByText('Belum ada kelas.').waitFor()
    await looksRight(trainer)
    await page.getByRole('link', { name: 'Buat kelas' }).click()
    await page.getByLabel('Kursi').fill('99')
    await page.getByRole('button', { name: 'Buat kelas' }).click()
    await page.getByText('Belum sesuai: Nama, Instansi, Kursi.').waitFor()
    await looksRight(trainer)
    expect(await page.getByLabel('Kursi').inputValue()).toBe('99')
    await page.getByLabel('Nama kelas').fill('Kelas Kecamatan Cibodas')
    await page.getByLabel('Kursi').fill('40')
    await page.getByLabel('Cari instansi').fill('cibo')
    await page.getByLabel('Kecamatan Cibodas').check()
    await fillTimes(page)
    await page.getByRole('button', { name: 'Buat kelas' }).click()
    await heading(trainer, 'Kelas Kecamatan Cibodas')
    await page.getByText('Belum ada peserta yang bergabung.').waitFor()
    const { joinCode } = await theClass()
    await page.getByText(`/kelas/#${joinCode}`).waitFor()
  })

  it('is tried beforehand, in five checks', async () => {
    const { page } = trainer
    await page.getByRole('button', { name: 'Periksa kesiapan' }).click()
    await page.getByText('Kelas siap.').waitFor()
    expect(await page.getByRole('listitem').filter({ hasText: '✓ Siap:' }).count()).toBe(5)
    await looksRight(trainer)
  })

  it('fills while the wall counts, also through a crash of the gateway; nobody’s name is on the wall', async () => {
    const { id, joinCode } = await theClass()
    const wall: Admin = { ...trainer, page: await trainer.context.newPage() }
    await wall.page.goto(trainer.page.url().replace(/#.*/, `#/kelas/${id}/layar`))
    await wall.page.getByText('0 dari 40 sudah bergabung').waitFor()
    await looksRight(wall)
    await Promise.all(times(40, (at) => join(joinCode, at)))
    await wall.page.getByRole('status').getByText('40 dari 40 sudah bergabung').waitFor({ state: 'attached' })
    expect(await wall.page.getByText('Peserta').count()).toBe(0)
    await gateway.kill()
    await wall.page.getByText('Gerbang tidak dapat dihubungi').waitFor()
    await wall.page.getByText('40 dari 40 sudah bergabung').first().waitFor()
    await gateway.startAgain()
    await wall.page.getByText('Kelas selesai').waitFor()
    await wall.page.getByText('40 dari 40 sudah bergabung').first().waitFor()
    expect((await theClass()).joined).toBe(40)
    await wall.page.close()
  })

  it('gives a sheet of one page', async () => {
    const { page } = trainer
    await page.getByRole('link', { name: 'Lembar peserta' }).click()
    await page.getByRole('button', { name: 'Cetak' }).waitFor()
    await looksRight(trainer)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    await page.emulateMedia({ media: 'print' })
    await heading(trainer, 'Tiga langkah')
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('link', { name: 'Kembali ke kelas' }).click()
  })

  it('loses one seat, shows an auditor all of it without a button, and ends', async () => {
    const { page } = trainer
    await page.getByRole('button', { name: 'Cabut kursi Peserta 7.' }).click()
    await looksRight(trainer)
    await page.getByRole('dialog').getByRole('button', { name: 'Cabut' }).click()
    await heading(trainer, 'Peserta: 39 dari 40')

    await auditor.open(`kelas/${(await theClass()).id}`)
    await heading(auditor, 'Peserta: 39 dari 40')
    for (const name of ['Akhiri kelas', 'Periksa kesiapan', 'Cabut kursi Peserta 8.'])
      expect(await auditor.page.getByRole('button', { name }).count()).toBe(0)
    expect(await auditor.page.getByRole('link', { name: 'Ubah kelas' }).count()).toBe(0)
    await looksRight(auditor)

    await page.getByRole('button', { name: 'Akhiri kelas' }).click()
    await page.getByLabel('Cabut semuanya sekarang').check()
    await looksRight(trainer)
    await page.getByRole('dialog').getByRole('button', { name: 'Akhiri kelas' }).click()
    await page.getByText('Kode tidak berlaku lagi.').waitFor()
    await heading(trainer, 'Peserta: 0 dari 40')
    await page.getByRole('link', { name: 'Semua kelas' }).click()
    await page.getByRole('row', { name: /selesai.*Kelas Kecamatan Cibodas/ }).waitFor()
    await looksRight(trainer)
  })
})
