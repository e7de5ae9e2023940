// A line of a summary leads back to the part of the page that it sums up.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDesk, type Desk } from './desk.ts'
import { draft } from './tour.ts'

let desk: Desk
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.end())

/** @returns the marked text of the page, in the top frame */
const marked = () =>
  desk.page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('pendamping') ?? [])]
    const { startContainer, startOffset, endContainer, endOffset } = range as Range
    const whole = document.createRange()
    whole.setStart(startContainer, startOffset)
    whole.setEnd(endContainer, endOffset)
    const { top, bottom } = whole.getBoundingClientRect()
    return { text: whole.toString().trim(), inSight: top >= 0 && bottom <= innerHeight }
  })

describe('a line of a summary', () => {
  it('leads to its place on the page, which is brought into sight and marked there', async () => {
    await desk.enrol()
    const panel = await desk.open()
    await draft(panel, 'Ringkas')
    await panel.getByRole('button', { name: /^Tunjukkan di halaman: Lokasi/ }).click()
    await panel.getByRole('status').getByText('Sumbernya ditandai di halaman.').waitFor()
    await expect.poll(async () => (await marked()).inSight).toBe(true)
    expect((await marked()).text).toMatch(/Jalan|Jl\./)
    expect(await desk.page.evaluate(() => document.documentElement.outerHTML)).not.toContain('data-block')
  })

  it('says so when that part is gone from the page', async () => {
    await desk.enrol()
    const panel = await desk.open()
    await draft(panel, 'Ringkas')
    const button = panel.getByRole('button', { name: /^Tunjukkan di halaman/ }).first()
    await button.waitFor()
    await desk.page.evaluate(() => document.body.replaceChildren())
    await button.click()
    await panel.getByText('Bagian itu tidak ada lagi di halaman.').waitFor()
  })

  it('leads into a component too, whose style the mark does not reach from outside', async () => {
    await desk.enrol()
    const panel = await desk.open()
    await desk.page.evaluate(() => {
      const host = document.createElement('div')
      host.attachShadow({ mode: 'open' }).innerHTML =
        '<p>Lampu jalan padam di depan Pasar Anyar sejak Senin malam, tiga tiang.</p><p>Mohon segera diperbaiki oleh petugas.</p>'
      document.body.replaceChildren(host)
    })
    await panel.getByRole('button', { name: 'Halaman', exact: true }).click()
    await panel.getByText('di depan Pasar Anyar').waitFor()
    await draft(panel, 'Ringkas')
    await panel
      .getByRole('button', { name: /^Tunjukkan di halaman/ })
      .first()
      .click()
    await panel.getByRole('status').getByText('Sumbernya ditandai di halaman.').waitFor()
    const colours = await desk.page.evaluate(() => {
      const text = document.querySelector('body > div')!.shadowRoot!.querySelector('p')!
      return getComputedStyle(text, '::highlight(pendamping)').backgroundColor
    })
    expect(colours).toBe('rgb(255, 229, 138)')
  })

  it('of the person’s own text leads nowhere', async () => {
    await desk.enrol()
    const panel = await desk.openWithText('Lampu di Jalan Kenanga padam sejak Senin. Mohon diperbaiki.')
    await draft(panel, 'Ringkas')
    expect(await panel.getByRole('button', { name: /^Tunjukkan di halaman/ }).count()).toBe(0)
  })
})
