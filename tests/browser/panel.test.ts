import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { chunk, refuses, says, sends } from '../gateway/upstream.ts'
import { aDesk, type Desk } from './desk.ts'
import { draft, draftText } from './tour.ts'
import type { browser } from 'wxt/browser'

/** Inside the panel. */
declare const chrome: typeof browser

const nik = '3671014509880003'

describe('the panel beside a portal, with a model behind the gateway', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await aDesk({ model: true })
  })
  beforeEach(async () => {
    await desk.enrol()
    desk.upstream!.answers(says('Lampu padam.'))
  })
  afterAll(() => desk.end())

  const sent = async () => (await desk.upstream!.asked()).raw

  it('sends neither name, NIK, phone nor e-mail to the model', async () => {
    const panel = await desk.open()
    await draft(panel, 'Ringkas')
    for (const secret of ['Rahmawati', nik, '0812-5550-0142', 'siti.rahmawati']) {
      expect(await sent()).not.toContain(secret)
    }
    expect(await sent()).toContain('⟦NIK-1⟧')
  })

  it('does not read what the page hides', async () => {
    const panel = await desk.open('/latihan/aduan/#ADU-2026-0145')
    await draft(panel, 'Ringkas')
    expect(await sent()).not.toContain('catatan tersembunyi')
  })

  it('puts hidden data back into the draft on the device, also where the model cut a placeholder', async () => {
    desk.upstream!.answers(says(['Pelapor ⟦NA', 'MA-1⟧, NIK [nik', '-1].']))
    const panel = await desk.open()
    expect(await draft(panel, 'Ringkas')).toBe(`Pelapor Siti Rahmawati, NIK ${nik}.`)
  })

  it('marks what is hidden, and shows a value that the officer chooses to show', async () => {
    const panel = await desk.open()
    await panel.getByRole('button', { name: 'Telepon: 0812-5550-0142, disamarkan' }).click()
    await panel.getByRole('button', { name: 'Telepon: 0812-5550-0142, ditampilkan' }).waitFor()
    expect(await panel.getByText('4 data pribadi disamarkan').count()).toBe(1)
  })

  it('tells kind by kind what is hidden and why, and shows a whole kind at one press', async () => {
    const panel = await desk.open()
    await panel.getByText('5 data pribadi disamarkan').click()
    await panel
      .getByText('NIK: 1 dari 1 disamarkan · 16 angka dengan kode wilayah dan tanggal lahir')
      .waitFor()
    await panel.getByRole('button', { name: 'Tampilkan semua: Nama' }).click()
    await panel.getByText('Nama: 0 dari 2 disamarkan').waitFor()
    await draft(panel, 'Ringkas')
    // The gateway hides it all the same: what the officer may see, the model need not.
    expect(await sent()).not.toContain('Siti Rahmawati')
  })

  it('shows and hides a kind by keyboard, with the focus staying on it', async () => {
    const panel = await desk.open()
    await panel.locator('summary', { hasText: '5 data pribadi disamarkan' }).focus()
    await panel.keyboard.press('Enter')
    await panel.getByRole('button', { name: 'Tampilkan semua: Nama' }).focus()
    await panel.keyboard.press('Enter')
    await panel.getByText('Nama: 0 dari 2 disamarkan').waitFor()
    await panel.keyboard.press('Enter')
    await panel.getByText('Nama: 2 dari 2 disamarkan').waitFor()
  })

  it('leaves readable what the office approved, and lets the officer hide it here all the same', async () => {
    const { id, key } = await desk.gateway.office()
    // Before the browser has the key: it asks for a policy once, then only every five minutes.
    await desk.gateway.admin('PUT', `/offices/${id}/never-hide`, { terms: ['Siti Rahmawati'] })
    await desk.browser.store({ gatewayUrl: desk.gateway.url, key, policy: null })
    const panel = await desk.open()
    await panel.getByText('Nama: 0 dari 2 disamarkan').waitFor({ state: 'attached' })
    await panel.getByRole('button', { name: 'Nama: Siti Rahmawati, ditampilkan' }).first().click()
    await panel.getByRole('button', { name: 'Nama: Siti Rahmawati, disamarkan' }).first().waitFor()
    await panel.getByRole('button', { name: 'Nama: Siti Rahmawati, disamarkan' }).first().click()
    await draft(panel, 'Ringkas')
    expect(await sent()).toContain('Siti Rahmawati')
  })

  it('hides in addition what the officer selects in the preview', async () => {
    const panel = await desk.open()
    await select(panel, 'Musala Al-Ikhlas')
    await panel.getByRole('button', { name: 'Samarkan teks terpilih' }).click()
    await panel.getByRole('button', { name: 'Pilihan Anda: Musala Al-Ikhlas, disamarkan' }).waitFor()
    await draft(panel, 'Ringkas')
    expect(await sent()).not.toContain('Musala Al-Ikhlas')
  })

  it('sends the selection rather than the page, and keeps it when the reply box gets the focus', async () => {
    const panel = await desk.open()
    await desk.page.locator('#judul').selectText()
    await desk.page.bringToFront()
    await panel.getByRole('button', { name: 'Pilihan', exact: true }).click()
    await panel.getByText('43 karakter').waitFor()
    await desk.page.locator('#tanggapan').click()
    await draft(panel, 'Ringkas')
    expect(await sent()).toContain('Tiga lampu jalan padam')
    expect(await sent()).not.toContain('Selamat malam')
  })

  it('sends what the officer typed in place of the page', async () => {
    const panel = await desk.openWithText('Sampah menumpuk di Pasar Anyar.')
    await draft(panel, 'Ringkas')
    expect(await sent()).toContain('Sampah menumpuk di Pasar Anyar.')
  })

  it('asks for a reply that fits the field, and shows the count', async () => {
    const panel = await desk.open()
    await desk.page.locator('#tanggapan').click()
    await draft(panel, 'Balas')
    expect(await sent()).toContain('300')
    await panel.getByText('12 / 300 karakter').waitFor()
  })

  it('keeps Sisipkan off until every slot is filled or removed', async () => {
    desk.upstream!.answers(
      says('Selesai pada {{tanggal_selesai}}. Petugas {{nama_unit}} hadir. Terima kasih.'),
    )
    const panel = await desk.open()
    await desk.page.locator('#tanggapan').click()
    await draft(panel, 'Balas')
    const insert = panel.getByRole('button', { name: 'Sisipkan' })
    expect(await insert.isDisabled()).toBe(true)
    await panel.getByLabel('Tanggal selesai', { exact: true }).fill('24 November 2026')
    expect(await insert.isDisabled()).toBe(true)
    await panel.getByRole('button', { name: 'Hapus kalimatnya: Nama unit' }).click()
    await insert.click()
    await panel
      .getByRole('status')
      .getByText(/^Draf disisipkan/)
      .waitFor()
    expect(await desk.page.locator('#tanggapan').inputValue()).toBe(
      'Selesai pada 24 November 2026. Terima kasih.',
    )
  })

  it('underlines a number and a name that the source does not hold', async () => {
    desk.upstream!.answers(says('Pelapor Siti Rahmawati, petugas Hendra Kusuma, selesai 31 Desember 2027.'))
    const panel = await desk.open()
    await draft(panel, 'Ringkas')
    expect(await panel.locator('.unsourced').allInnerTexts()).toEqual(['Hendra Kusuma', '31 Desember 2027'])
  })

  it('takes no order from the page: the instructions reach the model only as fenced data', async () => {
    const panel = await desk.open('/latihan/aduan/#ADU-2026-0145')
    await draft(panel, 'Balas')
    const { messages } = (await desk.upstream!.asked()).body
    expect(messages[0]?.role).toBe('system')
    expect(messages[0]?.content).not.toContain('1 Januari 2026')
  })

  it('reads the next complaint when the officer goes on, and forgets the facts of the last one', async () => {
    desk.upstream!.answers(says('Selesai pada {{tanggal_selesai}}.'))
    const panel = await desk.open()
    await draft(panel, 'Balas')
    await panel.getByLabel('Tanggal selesai', { exact: true }).fill('24 November 2026')
    await desk.page.goto(`${desk.gateway.url}/latihan/aduan/#ADU-2026-0147`)
    await desk.page.reload()
    await desk.page.getByRole('dialog').waitFor()
    // The portal fills its page after it has loaded; the panel looks again when the officer comes back to it.
    await panel.getByRole('button', { name: 'Halaman', exact: true }).click()
    await preview(panel).getByText('ID aduan: ADU-2026-0147').waitFor()
    desk.upstream!.answers(says('Selesai pada {{tanggal_selesai}}.'))
    await draft(panel, 'Balas')
    expect(await sent()).not.toContain('Jalan Melati Raya')
    expect(await panel.getByLabel('Tanggal selesai', { exact: true }).inputValue()).toBe('')
  })

  it('sends no text that the officer has not seen: where the page changed just before, it asks to look first', async () => {
    const panel = await desk.open()
    // The click that opened the panel makes it read twice; here it must have read for the last time.
    await expect.poll(() => panel.evaluate(intentsWaiting)).toBe(0)
    await panel.reload()
    await preview(panel).getByText('Selamat malam').waitFor()
    // The page goes on without the panel noticing, and the key is pressed at once.
    await desk.page.evaluate(() => {
      document.querySelector('[role="dialog"]')!.innerHTML =
        '<p>Pohon tumbang menutup Gang Kenanga, mohon dibantu.</p>'
    })
    const press = () =>
      panel
        .getByRole('button', { name: 'Ringkas', exact: true })
        .evaluate((button: HTMLElement) => button.click())
    await press()
    await panel.getByRole('alert').getByText('Halaman sudah berganti').waitFor()
    await preview(panel).getByText('Pohon tumbang menutup Gang Kenanga').waitFor()
    expect(desk.upstream!.requests).toEqual([])
    await press()
    await panel.getByText('Lampu padam.').waitFor()
    expect(await sent()).toContain('Gang Kenanga')
  })

  it('asks once more before a draft goes into another complaint than it was made for', async () => {
    const panel = await desk.open()
    await draft(panel, 'Balas')
    await desk.page.goto(`${desk.gateway.url}/latihan/aduan/#ADU-2026-0147`)
    await desk.page.reload()
    await desk.page.locator('#tanggapan').click()
    await panel.getByRole('button', { name: 'Sisipkan' }).click()
    await panel.getByRole('alert').getByText('Draf ini dibuat dari teks lain').waitFor()
    expect(await desk.page.locator('#tanggapan').inputValue()).toBe('')
    await panel.getByRole('button', { name: 'Sisipkan' }).click()
    await panel
      .getByRole('status')
      .getByText(/^Draf disisipkan/)
      .waitFor()
    expect(await desk.page.locator('#tanggapan').inputValue()).toBe('Lampu padam.')
  })

  it('takes a double click on Sisipkan for one', async () => {
    const panel = await desk.open()
    await desk.page.locator('#tanggapan').click()
    await draft(panel, 'Balas')
    await panel.getByRole('button', { name: 'Sisipkan' }).dblclick()
    await panel
      .getByRole('status')
      .getByText(/^Draf disisipkan/)
      .waitFor()
    await panel.getByRole('button', { name: 'Sisipkan' }).isEnabled()
    expect(await desk.page.locator('#tanggapan').inputValue()).toBe('Lampu padam.')
  })

  it('counts against the field’s room in a summary too, and warns of personal data in it', async () => {
    desk.upstream!.answers(says('Pelapor ⟦NAMA-1⟧.'))
    const panel = await desk.open()
    await desk.page.locator('#tanggapan').click()
    await draft(panel, 'Ringkas')
    await panel.getByText('23 / 300 karakter').waitFor()
    await panel.getByText('Draf memuat 1 data pribadi dari sumber.').waitFor()
  })

  it('warns of personal data in a reply, and holds back a placeholder that belongs to nothing', async () => {
    desk.upstream!.answers(says('Yth. ⟦NAMA-1⟧, laporan diterima. Salam, ⟦NAMA-77⟧.'))
    const panel = await desk.open()
    await draft(panel, 'Balas')
    await panel.getByText('Draf memuat 1 data pribadi dari sumber.').waitFor()
    await panel.getByText('Masih ada tanda samaran ⟦…⟧ di draf.').waitFor()
    expect(await panel.getByRole('button', { name: 'Sisipkan' }).isDisabled()).toBe(true)
  })

  it('is not troubled by braces that a citizen or a model wrote', async () => {
    desk.upstream!.answers(says('Judul {{toString}} {{constructor}}.'))
    const panel = await desk.open()
    expect(await draft(panel, 'Ringkas')).toBe('Judul {{toString}} {{constructor}}.')
    desk.upstream!.answers(says('Pada {{constructor}} dan {{toString}}.'))
    await draft(panel, 'Balas')
    await panel.getByLabel('Constructor', { exact: true }).fill('Senin')
    await panel.getByText('Masih 1 isian kosong.').waitFor()
  })

  it('still hides what the officer hid by hand after the panel was closed by a slip', async () => {
    const panel = await desk.openWithText('Lampu di tiang PJU-0417 padam.')
    await panel.getByRole('button', { name: 'Selesai mengubah' }).click()
    await select(panel, 'PJU-0417')
    await panel.getByRole('button', { name: 'Samarkan teks terpilih' }).click()
    await panel.getByRole('button', { name: 'Pilihan Anda: PJU-0417, disamarkan' }).waitFor()
    await panel.reload()
    await draft(panel, 'Ringkas')
    expect(await sent()).not.toContain('PJU-0417')
  })

  it('brings the officer’s own text back when they took the page in its place', async () => {
    const panel = await desk.openWithText('Got mampet.')
    await panel.getByRole('button', { name: 'Halaman' }).click()
    await panel.getByRole('button', { name: 'Kembalikan teks saya' }).click()
    await panel.getByText('teks Anda sendiri').waitFor()
    expect(await preview(panel).innerText()).toBe('Got mampet.')
  })

  it('keeps the draft that is there when the next one fails', async () => {
    const panel = await desk.open()
    await draft(panel, 'Ringkas')
    desk.upstream!.answers(refuses(500))
    await panel.getByRole('button', { name: 'Ulangi' }).click()
    await panel.getByRole('alert').waitFor()
    expect(await draftText(panel)).toBe('Lampu padam.')
  })

  it('sends nothing after Hentikan, even while the page is slow to be read', async () => {
    const panel = await desk.open()
    await panel.getByText(/karakter dari jendela/).waitFor()
    await desk.page.evaluate(() => {
      setTimeout(() => {
        const until = Date.now() + 2500
        while (Date.now() < until);
      })
    })
    await panel.getByRole('button', { name: 'Ringkas', exact: true }).click()
    await panel.getByRole('button', { name: 'Hentikan' }).click()
    await panel.getByText(/^Dihentikan/).waitFor()
    expect(desk.upstream!.requests).toEqual([])
  })

  it('gives the last draft back whole, slots and all, after another helper was used', async () => {
    desk.upstream!.answers(says('Selesai pada {{tanggal_selesai}}.'))
    const panel = await desk.open()
    await draft(panel, 'Balas')
    desk.upstream!.answers(says('Yang kedua.'))
    await draft(panel, 'Ringkas')
    expect(await draftText(panel)).toBe('Yang kedua.')
    await panel.getByRole('button', { name: 'Draf sebelumnya' }).click()
    expect(await draftText(panel)).toBe('Selesai pada Tanggal selesai.')
    await panel.getByLabel('Tanggal selesai', { exact: true }).waitFor()
  })

  it('stops when asked to, keeps what is there, and ends the call to the model', async () => {
    desk.upstream!.answers(async (reply) => {
      await reply.frame(chunk({ content: 'Bagian pertama' }))
    })
    const panel = await desk.open()
    await panel.getByRole('button', { name: 'Ringkas', exact: true }).click()
    await panel.getByText('Bagian pertama').waitFor()
    await panel.getByRole('button', { name: 'Hentikan' }).click()
    await panel.getByText('Dihentikan. Bagian yang sudah ada tetap tersimpan di sini.').waitFor()
    expect(await draftText(panel)).toBe('Bagian pertama')
    await (
      await desk.upstream!.asked()
    ).left
  })

  it('says when an answer was cut off by its length', async () => {
    desk.upstream!.answers(sends(chunk({ content: 'Setengah' }), chunk({}, 'length'), '[DONE]'))
    const panel = await desk.open()
    await draft(panel, 'Ringkas')
    await panel.getByRole('alert').getByText('Jawaban berhenti karena batas panjang.').waitFor()
  })

  it('has the officer’s own text and slots again after the panel was closed by a slip', async () => {
    desk.upstream!.answers(says('Selesai pada {{tanggal_selesai}}.'))
    const panel = await desk.openWithText('Pohon tumbang di Jalan Kenanga.')
    await draft(panel, 'Balas')
    await panel.getByLabel('Tanggal selesai', { exact: true }).fill('kemarin')
    await panel.getByRole('button', { name: 'Ubah draf' }).click()
    // A figure that nobody gave brings a warning.
    await panel.getByLabel('Teks draf').fill('Selesai pada {{tanggal_selesai}} oleh 9 petugas.')
    await panel.addInitScript(noteFirstSight)
    await panel.reload()
    await panel.getByText('Pohon tumbang di Jalan Kenanga.').waitFor()
    expect(await panel.getByLabel('Tanggal selesai', { exact: true }).inputValue()).toBe('kemarin')
    expect(await panel.evaluate(() => document.documentElement.dataset.warned)).toBe('true')
  })

  it('keeps own templates on the device, to use and to delete', async () => {
    const panel = await desk.open()
    await draft(panel, 'Ringkas')
    await panel.getByRole('button', { name: 'Templat', exact: true }).click()
    await panel.getByLabel('Nama templat').fill('Lampu')
    await panel.getByRole('button', { name: 'Simpan sebagai templat' }).click()
    await panel.getByText('Tersimpan di peramban ini.').waitFor()
    desk.upstream!.answers(says('Lain.'))
    await draft(panel, 'Ringkas')
    await panel.getByRole('button', { name: 'Pakai Lampu' }).click()
    expect(await draftText(panel)).toBe('Lampu padam.')
    await panel.getByRole('button', { name: 'Hapus Lampu' }).click()
    await panel.getByText('Belum ada templat.').waitFor()
  })

  it('closes at the second click on the toolbar', async () => {
    const panel = await desk.open()
    const closed = panel.waitForEvent('close')
    await desk.browser.pressToolbar(desk.page)
    await closed
  })

  it('says where the text goes, from the policy', async () => {
    const panel = await desk.open()
    await panel.getByText('lalu ke model default di 127.0.0.1').waitFor()
  })
})

/** Runs in the panel before its own scripts: notes whether a draft had its warning beside it when it was first shown. */
function noteFirstSight(): void {
  const look = () => {
    if (!document.querySelector('.draft .text')) return
    document.documentElement.dataset.warned ??= String(document.querySelector('.warning') !== null)
  }
  new MutationObserver(look).observe(document, { subtree: true, childList: true })
}

async function intentsWaiting(): Promise<number> {
  const kept = await chrome.storage.session.get(null)
  return Object.keys(kept).filter((key) => key.startsWith('intent:')).length
}

const preview = (panel: Page) => panel.getByRole('group', { name: 'Pratinjau teks' })

/** Selects a text inside the preview as a person does with the mouse. */
async function select(panel: Page, text: string): Promise<void> {
  await preview(panel).evaluate((preview, wanted) => {
    const walker = document.createTreeWalker(preview, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1
      if (at < 0) continue
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      preview.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }))
      return
    }
  }, text)
}
