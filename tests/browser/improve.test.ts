// "Perbaiki": an own text in better words, each change shown and each to be refused; and what a translation lost.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { says } from '../gateway/upstream.ts'
import { aDesk, type Desk } from './desk.ts'
import { draft, draftText } from './tour.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk({ model: true })
  await desk.enrol()
})
afterAll(() => desk.end())

describe('Perbaiki', () => {
  it('shows word by word what was changed; one press refuses a change, another takes it again', async () => {
    desk.upstream!.answers(says('Mohon bantuan untuk mengecek lampu jalan.'))
    const panel = await desk.openWithText('Mhn bantuannya untuk ngecek lampu jalan.')
    expect(await draft(panel, 'Perbaiki')).toBe('Mohon bantuan untuk mengecek lampu jalan.')
    const changes = panel.getByRole('region', { name: 'Perubahan' })
    await changes.getByText('3 perubahan. Tekan satu untuk menolaknya.').waitFor()
    const second = changes.getByRole('button', { name: 'bantuannya menjadi bantuan' })
    await second.click()
    await expect.poll(() => draftText(panel)).toBe('Mohon bantuannya untuk mengecek lampu jalan.')
    expect(await second.getAttribute('aria-pressed')).toBe('false')
    await second.press('Enter')
    await expect.poll(() => draftText(panel)).toBe('Mohon bantuan untuk mengecek lampu jalan.')
  })

  it('tells the model the aim, and keeps what is hidden hidden', async () => {
    desk.upstream!.answers(says('Hubungi ⟦TELEPON-1⟧.'))
    const panel = await desk.openWithText('Silahkan hubungi 0812-5550-0199.')
    await panel.getByLabel('Tujuan perbaikan').selectOption('ringkas')
    expect(await draft(panel, 'Perbaiki')).toBe('Hubungi 0812-5550-0199.')
    const { raw } = desk.upstream!.requests[0]!
    expect(raw).toContain('lebih singkat')
    expect(raw).not.toContain('0812-5550-0199')
  })
})

describe('a translation that lost something', () => {
  it('is written once more, and says what is still missing', async () => {
    let asked = 0
    desk.upstream!.answers((reply, request) =>
      says(asked++ === 0 ? 'The meeting is on Monday.' : 'The meeting with 25 guests is on Monday.')(
        reply,
        request,
      ),
    )
    const panel = await desk.openWithText('Rapat dengan 25 tamu diadakan 18 November 2026 di kantor kami.')
    expect(await draft(panel, 'Terjemahkan')).toBe('The meeting with 25 guests is on Monday.')
    expect(asked).toBe(2)
    const notes = panel.getByRole('region', { name: 'Periksa terjemahan' })
    await notes.getByText('Tidak ada dalam terjemahan: 18 November, 2026').waitFor()
  })
})
