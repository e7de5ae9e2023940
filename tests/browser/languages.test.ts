// A letter in another language: answered in it, with what it says in Indonesian beside it on demand; and a warning where a
// model read a regional language.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publish } from '../gateway/registering.ts'
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

// Debian's Chromium has no model of its own, so that of Chrome is imitated, as an upstream is.
describe('the browser’s own translator', () => {
  const source =
    'Rapat dimulai pukul 09.00 di kantor kami dan tidak dapat ditunda.\n\n- Pelapor: Siti Rahmawati, NIK 3671014509880003\n- Untuk warga'
  const under = async (deviceTranslation: string) => {
    await publish(desk.gateway, { rules: { deviceTranslation } })
    await desk.enrol()
    desk.upstream!.answers(says('The meeting starts at 09.00.'))
    return desk.openWithText(source)
  }

  it('where the policy allows it and the officer ticks it, translates with nothing sent or charged, and is checked', async () => {
    const panel = await under('allowed')
    await panel.addInitScript(imitateTranslator)
    await panel.reload()
    await panel.getByLabel('Di perangkat ini').check()
    const press = () => panel.getByRole('button', { name: 'Terjemahkan', exact: true }).click()
    await panel.evaluate(() => document.documentElement.classList.add('slow-download'))
    await press()
    await panel.getByRole('status').getByText('Peramban mengunduh paket bahasa: 40 %').waitFor()
    await panel.getByRole('button', { name: 'Hentikan' }).click()
    await panel.getByText(/^Dihentikan/).waitFor()
    await panel.evaluate(() => document.documentElement.classList.remove('slow-download'))
    expect(await draft(panel, 'Terjemahkan')).toContain(
      '\n\n- REPORTER: Siti Rahmawati, NIK 3671014509880003\n- FOR RESIDENTS',
    )
    await panel.getByText('Diterjemahkan oleh peramban di perangkat ini', { exact: false }).waitFor()
    await panel.getByText('Tidak ada dalam terjemahan: 09.00').waitFor()
    await panel.getByRole('button', { name: 'Terjemahkan balik di perangkat ini' }).press('Enter')
    await panel.getByRole('region', { name: 'Terjemahan balik' }).getByText('REPORTER').waitFor()
    await expect
      .poll(() => panel.evaluate(() => document.activeElement?.textContent))
      .toBe('Terjemahan balik')
    // Another language, which the browser does not know: the text stays here all the same.
    await panel.getByLabel('Bahasa tujuan').selectOption('Arab')
    await press()
    await panel.getByRole('alert').getByText('tidak mengenal pasangan bahasa ini', { exact: false }).waitFor()
    expect(desk.upstream!.requests).toEqual([])
    await panel.getByText('Sisa 500 dari 500 tindakan hari ini').waitFor()
  })

  it('where it is the only way and there is none, says what to do, and sends nothing', async () => {
    const panel = await under('only')
    await panel.evaluate('delete globalThis.Translator')
    await panel.getByText('Di perangkat ini').waitFor()
    await panel.getByRole('button', { name: 'Terjemahkan', exact: true }).click()
    await panel.getByRole('alert').getByText('Pakai Chrome 138 atau lebih baru', { exact: false }).waitFor()
    expect(desk.upstream!.requests).toEqual([])
  })
})

/** Runs in the panel before its own scripts: knows Indonesian and English, loses a time of day, and is slow if told so. */
function imitateTranslator(): void {
  const words: [string | RegExp, string][] = [
    [/Rapat.*/, 'The meeting starts at our office and it cannot be moved.'],
    ['Pelapor', 'REPORTER'],
    ['Untuk warga', 'FOR RESIDENTS'],
  ]
  const translate = async (text: string) =>
    words.reduce((said, [from, into]) => said.replace(from, into), text)
  interface Opening {
    monitor: (progress: EventTarget) => void
    signal: AbortSignal
  }
  const create = ({ monitor, signal }: Opening) => {
    const progress = new EventTarget()
    monitor(progress)
    progress.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded: 0.42 }))
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
      if (!document.documentElement.classList.contains('slow-download')) resolve({ translate, destroy() {} })
    })
  }
  const availability = async ({ targetLanguage }: { targetLanguage: string }) =>
    ['id', 'en'].includes(targetLanguage) ? 'downloadable' : 'unavailable'
  Object.assign(globalThis, { Translator: { availability, create } })
}
