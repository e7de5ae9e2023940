// The console's pages on what answers, by which rules, and what was done: models, policy, audit, downloads.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser, Locator } from 'playwright-core'
import { verifyAudit } from '../../gateway/local/verify-audit.ts'
import { aGateway, type TestGateway, type TestOffice } from '../gateway/gateway.ts'
import { auditOf, privateAllowed, publish } from '../gateway/registering.ts'
import { anUpstream, says, type Upstream } from '../gateway/upstream.ts'
import { aBrowser, anAdminSignedIn, looksRight, saved, type Admin } from './admin.ts'

let gateway: TestGateway
let upstream: Upstream
let browser: Browser
let office: TestOffice
/** What the browser wrote to its console: nothing, also no refusal of the CSP. */
const complaints: string[] = []
let city: Admin

beforeAll(async () => {
  upstream = await anUpstream()
  gateway = await aGateway({ ...privateAllowed, PENDAMPING_CITY: 'Kota Contoh' })
  browser = await aBrowser()
  office = await gateway.office()
  city = await anAdminSignedIn(browser, gateway, complaints, {
    name: 'Rini Contoh',
    role: 'city',
    office: null,
  })
})
afterAll(async () => {
  await browser.close()
  await gateway.end()
  await upstream.end()
  expect(complaints).toEqual([])
})

describe('models', () => {
  it('until there is one, the offline engine answers, and is called so', async () => {
    const { page } = city
    await city.open('model')
    await page.getByText('Belum ada model: mesin luring di gerbang yang menjawab.').waitFor()
    await page.getByRole('button', { name: 'Uji mesin luring' }).click()
    await page.getByText('teks ini tidak dikirim ke mana pun').waitFor()
    await page.getByText(/bagian surat disamarkan/).waitFor()
    await looksRight(city)
    await page.getByRole('button', { name: 'Tutup' }).click()
  })

  it('one is registered, and tried with a letter of which it sees no personal data', async () => {
    const { page } = city
    upstream.answers(says('Warga melaporkan lampu jalan padam.'))
    await page.getByRole('button', { name: 'Tambah model' }).click()
    await page.getByLabel('Sebutan').fill('Model kota')
    await page.getByLabel('Kode').fill('kota')
    await page.getByLabel('Alamat').fill(upstream.url)
    await page.getByLabel('Nama model').fill('model-uji')
    await page.getByLabel('Tempat').fill('pusat data kota')
    await page.getByLabel('Perjanjian').fill('PKS 12/2026')
    await page.getByRole('combobox', { name: 'Kunci API' }).selectOption('isi kunci baru')
    await page.getByLabel('Kunci API baru').fill('sk-rahasia')
    await page.getByLabel('internal').check()
    await page.getByLabel('Rupiah per sejuta token masuk').fill('2.500,5')
    await looksRight(city)
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Model kota didaftarkan.').waitFor()
    expect(await page.content()).not.toContain('sk-rahasia')
    await page.getByRole('button', { name: 'Uji Model kota' }).click()
    await page.getByText('Warga melaporkan lampu jalan padam.').waitFor()
    expect(upstream.requests[0]?.headers.authorization).toBe('Bearer sk-rahasia')
    const received = await page.locator('pre', { has: page.locator('mark') }).innerText()
    expect(upstream.requests[0]?.raw).toContain(JSON.stringify(received).slice(1, -1))
    expect(received).not.toContain('3671015508870003')
    await looksRight(city)
    await page.getByRole('button', { name: 'Tutup', exact: true }).first().click()
  })

  it('one is changed while its key stays, switched off and on again, and removed', async () => {
    const { page } = city
    await page.getByRole('button', { name: 'Ubah Model kota' }).click()
    await page.getByLabel('Urutan', { exact: true }).first().fill('5')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Model kota disimpan.').waitFor()
    const row = page.getByRole('row', { name: /Model kota/ })
    expect((await row.getByRole('cell').allTextContents()).slice(0, 6)).toEqual([
      '5',
      'Model kotakota · model-uji',
      'pusat data kotaPKS 12/2026',
      'Semua instansiumum, internal',
      'Rp2.500,5 masuk, Rp0 keluar',
      'tersambungkunci API tersimpan',
    ])
    await page.getByRole('button', { name: 'Matikan Model kota' }).click()
    await page.getByLabel('Alasan').fill('tagihan melonjak')
    await looksRight(city)
    await page.getByRole('dialog').getByRole('button', { name: 'Matikan' }).click()
    await row.getByText('dimatikan: tagihan melonjak').waitFor()
    await page.getByRole('button', { name: 'Urungkan' }).click()
    await row.getByText('tersambung').waitFor()
    await page.getByRole('button', { name: 'Hapus Model kota' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Hapus' }).click()
    await page.getByText('Belum ada model yang didaftarkan.').waitFor()
  })
})

describe('the policy', () => {
  it('is published by who has seen what changes, and why', async () => {
    const { page } = city
    await city.open('kebijakan')
    await page.getByText('Belum ada kebijakan yang diterbitkan').waitFor()
    await looksRight(city)
    const highest = await opened(city, 'Kelas data tertinggi')
    await highest.getByLabel('Yang berlaku').selectOption('diatur kota')
    await highest.getByLabel('Kelas data tertinggi').selectOption('internal')
    const glossary = await opened(city, 'Glosarium')
    await glossary.getByLabel('Yang berlaku').selectOption('diatur kota')
    await glossary.getByRole('button', { name: 'Tambah baris' }).click()
    await glossary.getByLabel('Istilah').fill('Dinas Sosial')
    await page.getByText('Belum sesuai: Seluruh kota → Glosarium → baris 1 → Padanan.').waitFor()
    await glossary.getByLabel('Padanan').fill('Social Affairs Agency')
    await glossary.getByLabel('dikunci').check()
    await page.getByRole('button', { name: 'Periksa perubahan' }).click()
    await page.getByText('Ditambah: Dinas Sosial = Social Affairs Agency (en, dikunci)').waitFor()
    await looksRight(city)
    await page.getByLabel('Catatan').fill('Padanan resmi')
    await page.getByRole('button', { name: 'Terbitkan' }).click()
    await page.getByText('Revisi 1 berlaku.').waitFor()
    expect(await policyNow()).toEqual({
      revision: 1,
      policy: {
        rules: {
          dataClass: 'internal',
          glossary: [
            { term: 'Dinas Sosial', translation: 'Social Affairs Agency', language: 'en', locked: true },
          ],
        },
        offices: {},
      },
    })
  })

  it('is written as JSON too: the same draft', async () => {
    const { page } = city
    await page.getByRole('link', { name: 'JSON' }).click()
    const text = page.getByLabel('Kebijakan sebagai JSON')
    const json = await text.inputValue()
    await text.fill(json.slice(0, -1))
    await page.getByText('JSON belum lengkap').waitFor()
    await page.getByRole('link', { name: 'Aturan' }).click()
    await page.getByText('Naskah JSON belum benar').waitFor()
    await page.getByRole('link', { name: 'JSON' }).first().click()
    await text.fill(json.replace('"internal"', '"umum"'))
    await looksRight(city)
    await page.getByRole('link', { name: 'Aturan' }).click()
    await page.getByText('1 aturan diubah, belum terbit.').waitFor()
    await page.getByText('Kelas data tertinggi umum kota').waitFor()
  })

  it('another admin was faster: what was typed is put on top of theirs', async () => {
    const { page } = city
    const { policy } = await policyNow()
    await publish(gateway, { ...policy, offices: { [office.id]: { retentionDays: 30 } } }, 'Simpan 30 hari')
    await page.getByRole('button', { name: 'Periksa perubahan' }).click()
    await page.getByRole('heading', { name: 'Admin lain sudah menerbitkan kebijakan' }).waitFor()
    await page.getByText('Revisi 2: Simpan 30 hari').waitFor()
    await page.getByText('Dinas Uji 1 · Masa simpan audit').waitFor()
    await looksRight(city)
    await page.getByRole('button', { name: 'Gabungkan dengan isian saya' }).click()
    await page.getByLabel('Catatan').fill('Hanya umum')
    expect(await page.getByText('Dinas Uji 1 · Masa simpan audit').count()).toBe(0)
    await page.getByRole('button', { name: 'Terbitkan' }).click()
    await page.getByText('Revisi 3 berlaku.').waitFor()
    expect((await policyNow()).policy).toMatchObject({
      rules: { dataClass: 'umum' },
      offices: { [office.id]: { retentionDays: 30 } },
    })
  })

  it('an office has rules of its own, or the city’s', async () => {
    const { page } = city
    await page.getByLabel('Aturan untuk').selectOption('Dinas Uji 1 (ada aturan sendiri)')
    const kept = await opened(city, 'Masa simpan audit')
    await kept.getByText('30 hari instansi').waitFor()
    await page.getByText('Kelas data tertinggi umum kota').waitFor()
    await looksRight(city)
    await kept.getByLabel('Yang berlaku').selectOption('ikut kota')
    await page.getByText('Masa simpan audit 90 hari bawaan').waitFor()
    await page.getByRole('button', { name: 'Buang perubahan' }).click()
    await page.getByText('Belum ada perubahan.').waitFor()
  })

  it('goes back to what it was', async () => {
    const { page } = city
    await page.getByRole('link', { name: 'Revisi' }).click()
    await page.getByRole('row', { name: /^2 Simpan 30 hari Token admin/ }).waitFor()
    await page.getByRole('button', { name: 'Kembali ke revisi 1' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Dinas Uji 1 · Masa simpan audit').waitFor()
    await looksRight(city)
    await dialog.getByRole('button', { name: 'Kembali ke ini' }).click()
    await page.getByText('Revisi 4 berlaku.').waitFor()
    await page.getByRole('row', { name: /^4 berlaku Kembali ke revisi 1 Rini Contoh/ }).waitFor()
    expect((await policyNow()).policy).toMatchObject({ rules: { dataClass: 'internal' }, offices: {} })
  })

  it('helpers are switched off at once, and on again', async () => {
    const { page } = city
    await page.getByRole('link', { name: 'Sakelar' }).click()
    await page.getByText('Semua menyala.').waitFor()
    await page.getByLabel('Bantuan').selectOption('Terjemahkan')
    await page.getByRole('button', { name: 'Matikan' }).click()
    await page.getByRole('dialog').getByLabel('Alasan').fill('Padanan salah')
    await page.getByRole('dialog').getByRole('button', { name: 'Matikan' }).click()
    await page.getByText('Padanan salah').waitFor()
    await looksRight(city)
    await page.getByRole('button', { name: 'Nyalakan Terjemahkan' }).click()
    await page.getByText('Semua menyala.').waitFor()
  })
})

describe('the audit', () => {
  it('an auditor takes it away as a file that verifies, and finds nothing to change', async () => {
    await gateway.chat(office.key, 'Lampu jalan padam di depan pasar.').then((answer) => answer.text())
    await expect.poll(async () => (await auditOf(gateway, office.id)).length).toBe(1)
    const auditor = await anAdminSignedIn(browser, gateway, complaints, {
      name: 'Budi Contoh',
      role: 'auditor',
      office: null,
    })
    const { page } = auditor
    await auditor.open('audit')
    const row = page.getByRole('row', { name: /Ringkas/ })
    await row.waitFor()
    expect((await row.getByRole('cell').allTextContents()).slice(1, 3)).toEqual(['Ringkas', '1'])
    await page.getByText('Membuktikan keutuhan berkas').click()
    const key = await page
      .getByText(/^Kunci publik: /)
      .locator('.code')
      .innerText()
    await looksRight(auditor)
    for (const name of ['Unduh CSV', 'Unduh JSONL'])
      expect(verifyAudit(await saved(auditor, name), key)).toMatchObject({ office: office.id, rows: 1 })
    await page.getByLabel('Sampai tanggal').fill('2020-01-01')
    await page.getByText('Isi kedua tanggal, yang awal dahulu.').waitFor()
    await page.getByLabel('Dari tanggal').fill('2020-01-01')
    await page.getByText('Belum ada data dalam rentang ini.').waitFor()

    await page.getByRole('link', { name: 'Tindakan admin' }).click()
    await page
      .getByRole('cell', { name: 'Rini Contoh memulihkan kebijakan lama sebagai revisi 4.' })
      .waitFor()
    await looksRight(auditor)
    await page.getByRole('link', { name: 'Laporan' }).click()
    await looksRight(auditor)
    expect(await saved(auditor, 'Unduh')).toContain('<html')

    const changing = page.locator('main :not(th) > button', {
      hasText: /Tambah|Ubah|Hapus|Matikan|Nyalakan|Uji|Terbit|Kembali|Simpan/,
    })
    for (const [path, text] of [
      ['model', 'Belum ada model'],
      ['kebijakan', 'Kelas data tertinggi'],
      ['kebijakan/json', '"internal"'],
      ['kebijakan/revisi', 'Padanan resmi'],
      ['kebijakan/sakelar', 'Semua menyala.'],
      ['audit/peringatan', 'Belum ada peringatan.'],
    ] as const) {
      await auditor.open(path)
      await page.locator('main').getByText(text).first().waitFor()
      expect(await changing.count()).toBe(0)
    }
    await auditor.context.close()
  })

  it('an office’s admin sees that office’s, and the rules that hold for it', async () => {
    const other = await gateway.office()
    const admin = await anAdminSignedIn(browser, gateway, complaints, {
      name: 'Sari Contoh',
      role: 'office',
      office: other.id,
    })
    await admin.open('audit')
    await admin.page.getByText('Belum ada data dalam rentang ini.').waitFor()
    expect(await admin.page.getByLabel('Instansi').count()).toBe(0)
    await admin.open('kebijakan')
    await admin.page.getByText('Aturan yang berlaku bagi Dinas Uji 2.').waitFor()
    await (
      await opened(admin, 'Glosarium')
    )
      .getByRole('listitem')
      .getByText('Dinas Sosial = Social Affairs Agency')
      .waitFor()
    await looksRight(admin)
    await admin.context.close()
  })
})

describe('downloads', () => {
  it('say that nothing is packed', async () => {
    // Another test may have packed something just now.
    await city.page.route('**/unduh/release.json', (route) => route.fulfill({ status: 404 }))
    await city.open('unduhan')
    await city.page.getByText('Ekstensi belum dikemas di gerbang ini.').waitFor()
    await looksRight(city)
  })
})

/** Opens a rule. */
async function opened({ page }: Admin, name: string): Promise<Locator> {
  const rule = page.locator('details.rule', { has: page.locator('summary', { hasText: name }) })
  await rule.locator('summary').click()
  return rule
}

async function policyNow(): Promise<{ revision: number; policy: object }> {
  return (await (await gateway.admin('GET', '/policy')).json()) as { revision: number; policy: object }
}
