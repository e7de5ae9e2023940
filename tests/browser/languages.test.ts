// A letter in another language: answered in it, with what it says in Indonesian beside it on demand; and a warning where a
// model read a regional language.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { says } from '../gateway/upstream.ts'
import { aDesk, type Desk } from './desk.ts'
import { draft } from './tour.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk({ model: true })
  await desk.enrol()
})
afterAll(() => desk.end())

const english =
  'Dear Sir or Madam, the street light in front of our house is broken and it is dark. Could you please repair it?'

describe('a letter in English', () => {
  it('is answered in English; what was written stands beside it in Indonesian, on demand', async () => {
    desk.upstream!.answers(says('Dear resident, thank you for your report.'))
    const panel = await desk.openWithText(english)
    const language = panel.getByLabel('Bahasa balasan')
    expect(await language.locator('option:checked').innerText()).toBe('Inggris')
    await draft(panel, 'Balas')
    expect(desk.upstream!.requests[0]!.body.messages[0]!.content).toContain('dalam bahasa Inggris')
    desk.upstream!.answers(says('Yth. Warga, terima kasih atas laporan Anda.'))
    await panel.getByRole('button', { name: /^Terjemahkan balik/ }).click()
    await panel
      .getByRole('region', { name: 'Terjemahan balik' })
      .getByText('Yth. Warga, terima kasih')
      .waitFor()
    expect(desk.upstream!.requests[0]!.body.messages[0]!.content).toContain('ke bahasa Indonesia')
  })

  it('is answered in Indonesian where the officer wants that, and then checked by the rules of Indonesian', async () => {
    desk.upstream!.answers(says('Silahkan menunggu. Dinas Perhubungan.'))
    const panel = await desk.openWithText(english)
    await panel.getByLabel('Bahasa balasan').selectOption('Indonesia')
    await draft(panel, 'Balas')
    expect(desk.upstream!.requests[0]!.body.messages[0]!.content).toContain('dalam bahasa Indonesia')
    await panel.getByRole('button', { name: 'Ubah draf' }).click()
    await panel.getByLabel('Teks draf').fill('Silahkan menunggu. Dinas Perhubungan.')
    await panel.getByRole('region', { name: 'Periksa jawaban' }).getByText('Ejaan baku berbeda.').waitFor()
  })
})

describe('a translation', () => {
  it('back into Indonesian marks the words that the source does not have', async () => {
    desk.upstream!.answers(says('The meeting is on Monday at our office.'))
    const panel = await desk.openWithText('Rapat diadakan hari Senin di kantor kami.')
    await draft(panel, 'Terjemahkan')
    desk.upstream!.answers(says('Rapat diadakan hari Selasa di kantor kami.'))
    await panel.getByRole('button', { name: /^Terjemahkan balik/ }).click()
    const back = panel.getByRole('region', { name: 'Terjemahan balik' })
    await back.getByText('Rapat diadakan').waitFor()
    expect(await back.locator('mark').allInnerTexts()).toEqual(['Selasa'])
  })

  it('of Sundanese asks for a speaker', async () => {
    desk.upstream!.answers(says('Lampu jalan di depan rumah saya mati.'))
    const panel = await desk.openWithText(
      'Lampu jalan di payuneun bumi abdi teh pareum, hatur nuhun upami tiasa didamel deui. Abdi nyuhunkeun bantosan sareng pertolongan ti bapa.',
    )
    await draft(panel, 'Terjemahkan')
    await panel.getByText('Diterjemahkan dari bahasa daerah.', { exact: false }).waitFor()
  })
})
