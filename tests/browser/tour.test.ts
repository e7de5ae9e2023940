import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, type Desk } from './desk.ts'
import { tour, type TourResult } from './tour.ts'

describe('the main job on the practice portal, with the offline engine', () => {
  let desk: Desk
  let result: TourResult
  beforeAll(async () => {
    desk = await aDesk()
    await desk.enrol()
    const folder = process.env.PENDAMPING_PICTURES ?? join(import.meta.dirname, '..', '..', 'out')
    result = await tour({ browser: desk.browser, gatewayUrl: desk.gateway.url, folder, say: () => undefined })
  })
  afterAll(() => desk.end())

  it('summarises the complaint with its own words, and leaves to the panel’s foot that no model did it', () => {
    expect(result.summary).toContain('Pokok masalah: Tiga lampu jalan padam di Jalan Melati Raya')
    expect(result.summary).not.toContain('tanpa model AI')
  })

  it('says plainly that a full translation needs a model, and gives the office terms', () => {
    expect(result.translation).toContain('Terjemahan penuh memerlukan model AI')
    expect(result.translation).toContain('Nomor Induk Berusaha (NIB)')
  })

  it('puts the reply into the plain field, within its limit, with the facts that the officer gave', () => {
    expect(result.reply).toContain('laporan nomor ADU-2026-0142')
    expect(result.reply).toContain('dua dari tiga tiang sudah menyala')
    expect(result.reply.length).toBeLessThanOrEqual(300)
    expect(result.reply).not.toContain('{{')
  })

  it('names no reporter in a reply that everybody can read', () => {
    expect(result.reply).toContain('Yth. Bapak/Ibu Pelapor')
    expect(result.reply).not.toContain('Rahmawati')
  })

  it('puts the same text into the rich editor, with its lines', () => {
    expect(result.narrative.replace(/\s+/g, ' ').trim()).toBe(result.reply.replace(/\s+/g, ' ').trim())
    expect(result.narrative.split('\n').filter(Boolean).length).toBe(
      result.reply.split('\n').filter(Boolean).length,
    )
  })

  it('sends nothing by itself: the portal holds no answer until the officer saves', async () => {
    expect(await desk.page.evaluate(() => sessionStorage.length).catch(() => 0)).toBe(0)
  })
})
