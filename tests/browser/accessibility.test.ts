import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aGateway } from '../gateway/gateway.ts'
import { refuses, says } from '../gateway/upstream.ts'
import { aDesk, type Desk } from './desk.ts'
import { faults } from './faults.ts'
import { draft } from './tour.ts'

describe('for those who see, hear or type differently', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk({ model: true })
  })
  afterAll(() => desk.end())

  it('has no fault in the panel before enrolment', async () => {
    const panel = await desk.open()
    await panel.getByRole('heading', { name: 'Hubungkan dengan gerbang kota' }).waitFor()
    expect(await faults(panel)).toEqual([])
  })

  it('has no fault in the panel with a source, a draft, slots, templates and a notice', async () => {
    await desk.enrol()
    desk.upstream!.answers(says('Selesai {{tanggal_selesai}} oleh 9 petugas.'))
    const panel = await desk.open()
    await panel.getByText(/karakter dari jendela/).waitFor()
    expect(await faults(panel)).toEqual([])
    await draft(panel, 'Balas')
    await panel.getByRole('button', { name: 'Templat', exact: true }).click()
    await panel.getByLabel('Nama templat').waitFor()
    expect(await faults(panel)).toEqual([])
    desk.upstream!.answers(refuses(500))
    await panel.getByRole('button', { name: 'Ulangi' }).click()
    await panel.getByRole('alert').waitFor()
    expect(await faults(panel)).toEqual([])
  })

  it('has no fault on the options page and the enrolment page', async () => {
    await desk.enrol()
    const options = await desk.browser.openOwnPage('options.html')
    await options.getByRole('button', { name: 'Periksa sambungan' }).click()
    await options.getByRole('list', { name: 'Periksa sambungan' }).waitFor()
    expect(await faults(options)).toEqual([])
    await options.goto(`${desk.gateway.url}/daftar/#pde_uji`)
    await options.getByLabel('Tautan pendaftaran').waitFor()
    expect(await faults(options)).toEqual([])
    await options.close()
  })

  it('tells on the enrolment page, without a token, to ask for the whole link, and takes it in the same tab', async () => {
    const page = await desk.browser.context.newPage()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${desk.gateway.url}/daftar/`)
    await page.getByText('Tautan pendaftaran tidak ada di alamat halaman ini.').waitFor()
    expect(await page.getByText('Salin tautan').filter({ visible: true }).count()).toBe(0)
    await page.getByText('Buka tautan yang sama di peramban komputer kantor.').waitFor()
    expect(await faults(page)).toEqual([])
    await page.goto(`${desk.gateway.url}/daftar/#pde_uji`)
    await page.getByLabel('Tautan pendaftaran').waitFor()
    expect(page.url()).not.toContain('pde_')
    await page.close()
  })

  it('has no fault on the pages of the practice portal', async () => {
    const page = await desk.browser.context.newPage()
    for (const [path, filled] of [
      ['/latihan/', page.locator('main')],
      ['/latihan/aduan/', page.locator('#daftar tbody tr')],
      ['/latihan/aduan/#ADU-2026-0142', page.frameLocator('#narasi_ifr').locator('body')],
      ['/latihan/surat/', page.locator('#surat ol')],
      ['/latihan/email/', page.frameLocator('#messagecontframe').locator('#messagebody p')],
    ] as const) {
      await page.goto(`${desk.gateway.url}${path}`)
      await filled.first().waitFor()
      expect(await faults(page)).toEqual([])
    }
    await page.close()
  })

  it('goes from part to part with F6, and back with Shift+F6', async () => {
    await desk.enrol()
    const panel = await desk.open()
    await panel.getByText(/\d data pribadi disamarkan/).waitFor()
    const press = async (key: string) => {
      await panel.keyboard.press(key)
      return panel.evaluate(() => document.activeElement?.textContent)
    }
    await panel.getByRole('button', { name: 'Pengaturan' }).focus()
    expect(await press('F6')).toBe('Pilihan')
    expect(await press('F6')).toBe('Ringkas')
    expect(await press('Shift+F6')).toBe('Pilihan')
  })

  it('does the whole job by keyboard', async () => {
    await desk.enrol()
    desk.upstream!.answers(says('Selesai {{tanggal_selesai}}. Terima kasih.'))
    const panel = await desk.open()
    await desk.page.locator('#tanggapan').click()
    await panel.getByText(/karakter dari jendela/).waitFor()
    const focused = () =>
      panel.evaluate(() => document.activeElement?.textContent || document.activeElement?.id || '')
    const tabTo = async (wanted: string) => {
      for (let presses = 0; presses < 60; presses += 1) {
        if ((await focused()) === wanted) return
        await panel.keyboard.press('Tab')
      }
      throw new Error(`no way to ${wanted}`)
    }
    await tabTo('Balas')
    await panel.keyboard.press('Enter')
    await panel
      .getByRole('status')
      .getByText(/^Selesai/)
      .waitFor()
    await tabTo('slot-tanggal_selesai')
    await panel.keyboard.type('kemarin')
    await tabTo('Sisipkan')
    await panel.keyboard.press('Enter')
    await panel
      .getByRole('status')
      .getByText(/^Draf disisipkan/)
      .waitFor()
    expect(await desk.page.locator('#tanggapan').inputValue()).toBe('Selesai kemarin. Terima kasih.')
  })

  it('never lets the focus fall to nowhere: not after Hentikan, Ulangi or Batalkan sisipan, nor while Sisipkan is off', async () => {
    await desk.enrol()
    const panel = await desk.open()
    const focused = () => panel.evaluate(() => document.activeElement?.textContent)
    const button = (name: string) => panel.getByRole('button', { name, exact: true })
    const press = async (name: string) => {
      await button(name).focus()
      await panel.keyboard.press('Enter')
    }
    await panel.getByText(/karakter dari jendela/).waitFor()
    await desk.page.locator('#tanggapan').click()
    // The model has not said a word yet: there is no draft that "Ulangi" could be of.
    desk.upstream!.answers(() => undefined)
    await press('Balas')
    await press('Hentikan')
    await panel.getByText(/^Dihentikan/).waitFor()
    await expect.poll(focused).toBe('Ulangi')
    desk.upstream!.answers(says('Selesai {{tanggal_selesai}}.'))
    await press('Ulangi')
    const status = panel.getByRole('status')
    await status.getByText(/^Selesai/).waitFor()
    expect(await focused()).toBe('Ulangi')
    await press('Sisipkan')
    await status.getByText('Masih 1 isian kosong.').waitFor()
    expect(await button('Sisipkan').isDisabled()).toBe(true)
    expect(await focused()).toBe('Sisipkan')
    await panel.getByLabel('Tanggal selesai', { exact: true }).fill('kemarin')
    await press('Sisipkan')
    await status.getByText(/^Draf disisipkan/).waitFor()
    expect(await focused()).toBe('Sisipkan')
    await press('Batalkan sisipan')
    await status.getByText('Sisipan dibatalkan.').waitFor()
    await expect.poll(focused).toBe('Sisipkan')
  })

  it.each([320, 180])('fits a panel of %i pixels without scrolling sideways', async (width) => {
    await desk.browser.store({ key: '' })
    let panel = await desk.open()
    const scrollWidth = () => panel.evaluate(() => document.documentElement.scrollWidth)
    await panel.setViewportSize({ width, height: 600 })
    await panel.getByLabel('Tautan pendaftaran').waitFor()
    expect(await scrollWidth()).toBeLessThanOrEqual(width)
    await desk.enrol()
    desk.upstream!.answers(says('Selesai {{tanggal_selesai}}. Terima kasih atas kesabaran Bapak/Ibu semua.'))
    panel = await desk.open()
    await panel.setViewportSize({ width, height: 600 })
    await draft(panel, 'Balas')
    await panel.getByRole('button', { name: 'Templat', exact: true }).click()
    await panel.getByLabel('Nama templat').waitFor()
    expect(await scrollWidth()).toBeLessThanOrEqual(width)
  })

  it('never lets the bar at the bottom cover what has the focus', async () => {
    await desk.enrol()
    const slots = [
      'lokasi_umum',
      'pelaksana',
      'syarat',
      'tindakan',
      'kemajuan',
      'perkiraan',
      'sebab',
      'kanal',
    ]
    desk.upstream!.answers(says(slots.map((slot) => `Ada {{${slot}}}.`).join(' ')))
    const panel = await desk.open()
    await panel.setViewportSize({ width: 320, height: 600 })
    await draft(panel, 'Balas')
    await panel.locator('#slot-lokasi_umum').focus()
    for (let presses = 0; presses < 2 * slots.length; presses += 1) {
      const place = await panel.evaluate(() => {
        const focused = document.activeElement!.getBoundingClientRect()
        return { bottom: focused.bottom, bar: document.querySelector('.bar')!.getBoundingClientRect().top }
      })
      expect(place.bottom).toBeLessThanOrEqual(place.bar)
      await panel.keyboard.press('Tab')
    }
  })

  it('keeps "Hapus kalimatnya" in one line', async () => {
    await desk.enrol()
    desk.upstream!.answers(says('Selesai {{tanggal_selesai}}. Hubungi {{kontak_resmi}}.'))
    const panel = await desk.open()
    await panel.setViewportSize({ width: 320, height: 600 })
    await draft(panel, 'Balas')
    const remove = panel.getByRole('button', { name: 'Hapus kalimatnya: Tanggal selesai' })
    expect((await remove.boundingBox())!.height).toBeLessThan(30)
  })

  it('puts the focus on the first helper after a link was pasted', async () => {
    await desk.browser.store({ key: '' })
    const panel = await desk.open()
    const { id } = await desk.gateway.office()
    const made = await desk.gateway.admin('POST', `/offices/${id}/enrolments`, {})
    const { link } = (await made.json()) as { link: string }
    await panel.getByLabel('Tautan pendaftaran').fill(link)
    await panel.keyboard.press('Enter')
    await panel.getByText('Sisa 500 dari 500 tindakan hari ini').waitFor()
    await expect.poll(() => panel.evaluate(() => document.activeElement?.textContent)).toBe('Ringkas')
  })

  it('keeps the focus on a helper’s button while it writes', async () => {
    await desk.enrol()
    desk.upstream!.answers(says('Lampu padam.'))
    const panel = await desk.open()
    await panel.getByText(/karakter dari jendela/).waitFor()
    await panel.getByRole('button', { name: 'Ringkas', exact: true }).focus()
    await panel.keyboard.press('Enter')
    await panel
      .getByRole('status')
      .getByText(/^Selesai/)
      .waitFor()
    await expect.poll(() => panel.evaluate(() => document.activeElement?.textContent)).toBe('Ringkas')
  })

  it('shows all of the source when asked to, beside a draft too', async () => {
    await desk.enrol()
    desk.upstream!.answers(says('Lampu padam.'))
    const panel = await desk.open()
    await panel.getByText(/karakter dari jendela/).waitFor()
    await draft(panel, 'Ringkas')
    const preview = panel.getByRole('group', { name: 'Pratinjau teks' })
    const hidden = () => preview.evaluate((box) => box.scrollHeight - box.clientHeight)
    expect(await hidden()).toBeGreaterThan(100)
    await panel.getByRole('button', { name: 'Tampilkan semua', expanded: false }).click()
    expect(await hidden()).toBe(0)
    await panel.getByRole('button', { name: 'Tampilkan sebagian', expanded: true }).click()
    await panel.getByRole('button', { name: 'Tampilkan semua' }).waitFor()
  })

  it('says in the preview when a page was too long to be read to its end', async () => {
    await desk.enrol()
    const panel = await desk.open('/latihan/')
    expect(await panel.getByText('Halaman sangat panjang').count()).toBe(0)
    await desk.page.evaluate(() => {
      for (let line = 0; line < 6000; line += 1) {
        document.querySelector('main')!.append(
          Object.assign(document.createElement('p'), {
            textContent: `Baris ${line} dari berkas panjang tentang lampu jalan, saluran air, dan taman kota.`,
          }),
        )
      }
    })
    await panel.getByRole('button', { name: 'Halaman' }).click()
    await panel
      .getByText('Halaman sangat panjang; bagian akhirnya tidak ikut dibaca. Pilih bagian yang diperlukan.')
      .waitFor()
    expect(await faults(panel)).toEqual([])
  })

  it('lets a list of terms, which is what Terjemahkan gives without a model, be copied but not inserted', async () => {
    const offline = await aGateway()
    const { key } = await offline.office()
    await desk.browser.store({ gatewayUrl: offline.url, key })
    const panel = await desk.open('/latihan/email/#PSN-2026-071')
    await panel.getByText(/data pribadi disamarkan/).waitFor()
    await draft(panel, 'Terjemahkan')
    await panel.getByText('Ini daftar istilah, bukan terjemahan: hanya dapat disalin.').waitFor()
    expect(await panel.getByRole('button', { name: 'Sisipkan' }).count()).toBe(0)
    expect(await faults(panel)).toEqual([])
    await panel.getByRole('button', { name: 'Salin', exact: true }).click()
    await panel.getByText('Draf disalin.').waitFor()
    await draft(panel, 'Balas')
    await panel.getByRole('button', { name: 'Sisipkan' }).waitFor()
    await offline.end()
  })

  it('offers the office’s contact again in the next case, without filling it in', async () => {
    await desk.enrol()
    desk.upstream!.answers(says('Hubungi {{kontak_resmi}}.'))
    const panel = await desk.open()
    await draft(panel, 'Balas')
    const contact = () => panel.getByLabel('Kontak resmi', { exact: true })
    await contact().fill('kanal aduan kota')
    await contact().blur()
    await desk.page.goto(`${desk.gateway.url}/latihan/aduan/#ADU-2026-0147`)
    await desk.page.reload()
    await desk.page.getByRole('dialog').waitFor()
    await panel.getByRole('button', { name: 'Halaman', exact: true }).click()
    await panel.getByRole('group', { name: 'Pratinjau teks' }).getByText('ADU-2026-0147').waitFor()
    desk.upstream!.answers(says('Hubungi {{kontak_resmi}} kami.'))
    await draft(panel, 'Balas')
    expect(await contact().inputValue()).toBe('')
    expect(
      await contact().evaluate((input: HTMLInputElement) =>
        [...input.list!.options].map(({ value }) => value),
      ),
    ).toEqual(['kanal aduan kota'])
  })

  it('offers nothing to unfold where all is seen', async () => {
    await desk.enrol()
    const panel = await desk.open()
    await panel.getByRole('button', { name: 'Tampilkan semua' }).waitFor()
    await panel.getByRole('button', { name: 'Ubah teks' }).click()
    await panel.getByLabel('Teks yang akan dikirim').fill('Got mampet.')
    await panel.getByRole('button', { name: 'Selesai mengubah' }).click()
    await panel.getByRole('button', { name: 'Tampilkan semua' }).waitFor({ state: 'detached' })
  })
})
