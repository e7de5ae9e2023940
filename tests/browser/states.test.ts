import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { freePort } from '../gateway/gateway.ts'
import { neverAnswers, refuses, says, chunk } from '../gateway/upstream.ts'
import { aDesk, type Desk } from './desk.ts'
import { draft, draftText } from './tour.ts'

// Each state that a person meets: a plain sentence, the next step, and nothing typed is lost.
describe('when something is in the way', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk({ model: true })
  })
  afterAll(() => desk.end())

  const press = (panel: Page, helper: string) =>
    panel.getByRole('button', { name: helper, exact: true }).click()
  const notice = (panel: Page) => panel.getByRole('alert')
  async function type(panel: Page, text: string) {
    await panel.getByRole('button', { name: 'Ubah teks' }).click()
    await panel.getByLabel('Teks yang akan dikirim').fill(text)
  }
  const typed = (panel: Page) => panel.getByLabel('Teks yang akan dikirim').inputValue()

  it('asks a browser that is not enrolled for the link, and takes it', async () => {
    const panel = await desk.open()
    await panel.getByRole('heading', { name: 'Hubungkan dengan gerbang kota' }).waitFor()
    const { id } = await desk.gateway.office()
    const made = await desk.gateway.admin('POST', `/offices/${id}/enrolments`, {})
    const { link } = (await made.json()) as { link: string }
    await panel.getByLabel('Tautan pendaftaran').fill(link)
    await panel.getByRole('button', { name: 'Hubungkan' }).click()
    await panel.getByText('Sisa 500 dari 500 tindakan hari ini').waitFor()
  })

  it('says what is wrong with a link that was copied in part', async () => {
    await desk.browser.store({ key: '' })
    const panel = await desk.open()
    await panel.getByLabel('Tautan pendaftaran').fill('https://ai.kota.example/daftar/#pd')
    await panel.getByRole('button', { name: 'Hubungkan' }).click()
    await notice(panel).getByText('Tautan pendaftaran tidak lengkap.').waitFor()
    expect(await panel.getByLabel('Tautan pendaftaran').inputValue()).toBe(
      'https://ai.kota.example/daftar/#pd',
    )
  })

  it('says that the gateway cannot be reached, and keeps the typed text', async () => {
    await desk.enrol()
    const panel = await desk.open()
    await panel.getByText(/^Sisa/).waitFor()
    await type(panel, 'Got mampet di Jalan Kenanga.')
    await desk.browser.store({ gatewayUrl: `http://127.0.0.1:${await freePort()}` })
    await press(panel, 'Ringkas')
    await notice(panel).getByText('Gerbang kota tidak dapat dihubungi.').waitFor()
    expect(await typed(panel)).toBe('Got mampet di Jalan Kenanga.')
  })

  it('tells a captive portal or proxy apart from a gateway', async () => {
    const proxy = createServer((_request, response) => {
      response.writeHead(200, {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': '*',
        'content-type': 'text/html',
      })
      response.end('<h1>Silakan masuk</h1>')
    })
    const port = await freePort()
    await new Promise<void>((resolve) => proxy.listen(port, '127.0.0.1', resolve))
    await desk.browser.store({ gatewayUrl: `http://127.0.0.1:${port}` })
    const panel = await desk.open()
    await notice(panel).getByText('Jawaban dari alamat gerbang tidak dikenali.').waitFor()
    proxy.closeAllConnections()
    proxy.close()
  })

  it('says that a key was revoked, offers the link field, and has the text again after enrolling anew', async () => {
    const { id, keyId } = await desk.enrol()
    const panel = await desk.open()
    await panel.getByText(/^Sisa/).waitFor()
    await type(panel, 'Pohon miring di Jalan Anggrek.')
    await desk.gateway.admin('DELETE', `/offices/${id}/keys/${keyId}`)
    await press(panel, 'Ringkas')
    await notice(panel).getByText('Kunci ini sudah dicabut.').waitFor()
    const made = await desk.gateway.admin('POST', `/offices/${id}/enrolments`, {})
    const { link } = (await made.json()) as { link: string }
    await panel.getByLabel('Tautan pendaftaran').fill(link.slice(0, 20))
    await panel.getByRole('button', { name: 'Hubungkan' }).click()
    await notice(panel).getByText('Tautan pendaftaran tidak lengkap.').waitFor()
    await panel.getByLabel('Tautan pendaftaran').fill(link)
    await panel.getByRole('button', { name: 'Hubungkan' }).click()
    await panel.getByText(/^Sisa/).waitFor()
    expect(await typed(panel)).toBe('Pohon miring di Jalan Anggrek.')
  })

  it('says that the quota is used up and when it returns', async () => {
    await desk.enrol({ key: { actionsPerDay: 1 } })
    desk.upstream!.answers(says('Satu.'))
    const panel = await desk.open()
    await draft(panel, 'Ringkas')
    await panel.getByText('Sisa 0 dari 1 tindakan hari ini').waitFor()
    await press(panel, 'Ringkas')
    await notice(panel).getByText('Kuota Anda hari ini sudah habis.').waitFor()
    await notice(panel)
      .getByText(/Kuota terisi lagi \w+, \d+ \w+ \d{4} pukul 00\.00 WIB\.$/)
      .waitFor()
    expect(await draftText(panel)).toBe('Satu.')
  })

  it('says that a page of the browser itself cannot be read, and works with pasted text', async () => {
    await desk.enrol()
    desk.upstream!.answers(says('Ringkas.'))
    const panel = await desk.open('chrome://version/')
    await notice(panel).getByText('Halaman ini tidak dapat dibaca.').waitFor()
    await type(panel, 'Sampah di Pasar Anyar.')
    await draft(panel, 'Ringkas')
    expect((await desk.upstream!.asked()).raw).toContain('Pasar Anyar')
  })

  it('gives no code for the help desk where the person can mend it alone', async () => {
    await desk.enrol()
    const panel = await desk.open()
    await panel.getByRole('button', { name: 'Pilihan', exact: true }).click()
    await notice(panel).getByText('Belum ada teks yang dipilih di halaman.').waitFor()
    expect(await notice(panel).getByRole('button', { name: 'Salin kode' }).count()).toBe(0)
  })

  it('says when a key that was used too fast may be used again', async () => {
    await desk.enrol({ key: { actionsPerMinute: 0 } })
    const panel = await desk.open()
    await press(panel, 'Ringkas')
    await notice(panel)
      .getByText(/Kuota terisi lagi .* pukul \d\d\.\d\d WIB\.$/)
      .waitFor()
  })

  it('says that nothing is selected, and keeps the text of the page', async () => {
    await desk.enrol()
    const panel = await desk.open()
    await panel.getByText(/karakter dari jendela/).waitFor()
    await panel.getByRole('button', { name: 'Pilihan', exact: true }).click()
    await notice(panel).getByText('Belum ada teks yang dipilih di halaman.').waitFor()
    const preview = panel.getByRole('group', { name: 'Pratinjau teks' })
    expect(await preview.innerText()).toContain('Selamat malam')

    // The page goes on by itself: what it reads now is shown, and the answer to the press stands.
    await desk.page.evaluate(() => {
      document.querySelector('h1')!.append(' diperbarui')
      location.hash += '-2'
    })
    await preview.getByText('diperbarui').waitFor()
    expect(await notice(panel).innerText()).toContain('Belum ada teks yang dipilih di halaman.')
  })

  it('lets a slow model be stopped, without a mark on the quota', async () => {
    await desk.enrol()
    desk.upstream!.answers(neverAnswers)
    const panel = await desk.open()
    await press(panel, 'Ringkas')
    await panel.getByRole('button', { name: 'Hentikan' }).click()
    await panel.getByText(/^Dihentikan/).waitFor()
    await panel.getByText('Sisa 500 dari 500 tindakan hari ini').waitFor()
  })

  it('says that the model is busy, and that no quota was lost', async () => {
    await desk.enrol()
    desk.upstream!.answers(refuses(429, { 'retry-after': '7' }))
    const panel = await desk.open()
    await press(panel, 'Ringkas')
    await notice(panel).getByText('Layanan model sedang penuh.').waitFor()
    await panel.getByText('Sisa 500 dari 500 tindakan hari ini').waitFor()
  })

  it('keeps the half of an answer that broke off, with its hidden data restored, and says so', async () => {
    await desk.enrol()
    desk.upstream!.answers(async (reply) => {
      await reply.frame(chunk({ content: 'Lampu padam, lapor ⟦NAMA-1⟧ pada' }))
      reply.tear()
    })
    const panel = await desk.open()
    await press(panel, 'Ringkas')
    await notice(panel).getByText('Jawaban terputus di tengah jalan.').waitFor()
    expect(await draftText(panel)).toContain('lapor Siti Rahmawati')
  })

  it('says that there is no field to insert into, and copies instead', async () => {
    await desk.enrol()
    desk.upstream!.answers(says('Terima kasih.'))
    const panel = await desk.open('/latihan/')
    await draft(panel, 'Ringkas')
    await panel.getByRole('button', { name: 'Sisipkan' }).click()
    await notice(panel).getByText('Belum ada kolom tujuan di halaman.').waitFor()
    await panel.getByRole('button', { name: 'Salin', exact: true }).click()
    await panel.getByText('Draf disalin.').waitFor()
  })

  it('refuses a draft that is longer than the field, and leaves both as they are', async () => {
    await desk.enrol()
    desk.upstream!.answers(says('x'.repeat(301)))
    const panel = await desk.open()
    await desk.page.locator('#tanggapan').click()
    await draft(panel, 'Balas')
    await panel.getByText('Kelebihan 1 karakter untuk kolom ini').waitFor()
    await panel.getByRole('button', { name: 'Sisipkan' }).click()
    await notice(panel).getByText('Draf lebih panjang daripada kolomnya.').waitFor()
    expect(await desk.page.locator('#tanggapan').inputValue()).toBe('')
  })

  it('refuses a text that is marked as secret before it reaches any model', async () => {
    await desk.enrol()
    desk.upstream!.answers(says('Tidak boleh.'))
    const panel = await desk.open()
    await type(panel, 'Sifat: Rahasia\n\nRencana pengamanan kunjungan.')
    await press(panel, 'Ringkas')
    await notice(panel).getByText('Teks bertanda rahasia tidak dapat diproses.').waitFor()
    expect(desk.upstream!.requests).toEqual([])
  })

  it('gives the help desk a code with nothing of the content in it', async () => {
    await desk.enrol()
    desk.upstream!.answers(refuses(500))
    const panel = await desk.open()
    await press(panel, 'Ringkas')
    await notice(panel)
      .getByText(/^Kode untuk admin TI: upstream_unreachable [0-9a-f]{8}/)
      .waitFor()
  })
})
