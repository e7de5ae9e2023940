// Which field a draft goes to, what is refused, and what "Batalkan sisipan" may touch.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { anOfficer, insert, takeBack, type Officer } from './officer.ts'

let officer: Officer
let page: Page
beforeAll(async () => {
  officer = await anOfficer()
})
afterAll(() => officer.end())
afterEach(() => page.close())

/** Opens a page, goes into one of its fields, and calls the helper, which finds this draft there. */
async function callFrom(path: string, field: string, draft: string): Promise<Page> {
  page = await officer.open(path)
  await page.locator(field).click()
  return officer.callWithDraft(page, draft)
}

describe('the field last used', () => {
  it('is the one that had the focus before the helper was called', async () => {
    const panel = await callFrom('fields/two.html', '#pertama', 'Baik.')
    await insert(panel)
    expect(await page.locator('#pertama').inputValue()).toBe('Baik.')
  })

  it('is another one as soon as the officer goes there', async () => {
    const panel = await callFrom('fields/two.html', '#pertama', 'Baik.')
    await page.locator('#kedua').click()
    await insert(panel)
    expect(await page.locator('#pertama').inputValue()).toBe('')
    expect(await page.locator('#kedua').inputValue()).toBe('Baik.')
  })

  it('stays the same when a button is pressed afterwards', async () => {
    page = await officer.open('fields/two.html')
    await page.evaluate(() => document.querySelector('button')!.setAttribute('type', 'button'))
    const panel = await officer.callWithDraft(page, 'Baik.')
    await page.locator('#pertama').click()
    await page.getByRole('button', { name: 'Kirim' }).click()
    await insert(panel)
    expect(await page.locator('#pertama').inputValue()).toBe('Baik.')
  })

  it('is in the page when the officer comes there from a frame', async () => {
    page = await officer.open('fields/frame.html')
    await page.frameLocator('iframe').locator('#tanggapan').click()
    const panel = await officer.callWithDraft(page, 'Baik.')
    await page.locator('#catatan').click()
    await insert(panel)
    expect(await page.locator('#catatan').inputValue()).toBe('Baik.')
    expect(await page.frameLocator('iframe').locator('#tanggapan').inputValue()).toBe('Yth. Ibu Sari, salam.')
  })

  it('is in a frame when the officer comes there from the page', async () => {
    const panel = await callFrom('fields/frame.html', '#catatan', 'Baik.')
    await page.frameLocator('iframe').locator('#tanggapan').click()
    await page.keyboard.press('Control+End')
    await insert(panel)
    expect(await page.locator('#catatan').inputValue()).toBe('')
    expect(await page.frameLocator('iframe').locator('#tanggapan').inputValue()).toBe(
      'Yth. Ibu Sari, salam.Baik.',
    )
  })

  it('is named in the panel', async () => {
    const panel = await callFrom('fields/two.html', '#pertama', 'Baik.')
    expect(await insert(panel)).toBe('Draf disisipkan ke "Tanggapan". Periksa dahulu sebelum mengirim.')
  })
})

describe('the room in a field', () => {
  it('takes a draft that fits to the last character', async () => {
    page = await officer.open('fields/two.html')
    await page.locator('#kedua').click()
    const panel = await officer.callWithDraft(page, 'x'.repeat(20))
    await insert(panel)
    expect(await page.locator('#kedua').inputValue()).toBe('x'.repeat(20))
  })

  it('is kept: a draft that is one character too long leaves the field as it was', async () => {
    page = await officer.open('fields/two.html')
    await page.locator('#kedua').fill('asli')
    const panel = await officer.callWithDraft(page, 'x'.repeat(17))
    expect(await insert(panel)).toContain('field_too_short')
    expect(await page.locator('#kedua').inputValue()).toBe('asli')
  })
})

describe('the same draft', () => {
  it('lands twice when it is inserted twice', async () => {
    const panel = await callFrom('fields/two.html', '#pertama', 'Baik.')
    await insert(panel)
    await panel.getByRole('button', { name: 'Sisipkan', exact: true }).click()
    await expect.poll(() => page.locator('#pertama').inputValue()).toBe('Baik.Baik.')
  })

  it('may take its own place when it is selected', async () => {
    page = await officer.open('fields/two.html')
    await page.locator('#pertama').fill('Baik.')
    await page.keyboard.press('Control+a')
    const panel = await officer.callWithDraft(page, 'Baik.')
    expect(await insert(panel)).toMatch(/^Draf disisipkan/)
    expect(await page.locator('#pertama').inputValue()).toBe('Baik.')
  })
})

describe('"Batalkan sisipan"', () => {
  it('leaves the field alone when the officer has typed on', async () => {
    const panel = await callFrom('fields/two.html', '#pertama', 'Baik.')
    await insert(panel)
    await page.keyboard.type(' Salam.')
    expect(await takeBack(panel)).toContain('undo_refused')
    expect(await page.locator('#pertama').inputValue()).toBe('Baik. Salam.')
  })

  it('takes only the last of two', async () => {
    const panel = await callFrom('fields/two.html', '#pertama', 'Baik.')
    await insert(panel)
    await panel.getByRole('button', { name: 'Sisipkan', exact: true }).click()
    await expect.poll(() => page.locator('#pertama').inputValue()).toBe('Baik.Baik.')
    await takeBack(panel)
    expect(await page.locator('#pertama').inputValue()).toBe('Baik.')
  })

  it('takes nothing of what was typed into another field since', async () => {
    const panel = await callFrom('fields/two.html', '#pertama', 'Baik.')
    await insert(panel)
    await page.locator('#kedua').click()
    await page.keyboard.type('Lain.')
    expect(await takeBack(panel)).toMatch(/^Sisipan dibatalkan/)
    expect(await page.locator('#pertama').inputValue()).toBe('')
    expect(await page.locator('#kedua').inputValue()).toBe('Lain.')
  })
})

describe.each([
  ['a textarea', 'fields/two.html', '#pertama'],
  ['a contenteditable', 'fields/editable.html', '#tanggapan'],
])('what the officer typed in %s', (_kind, file, selector) => {
  const own = 'Catatan petugas. '
  const shown = async () => {
    const text = await page.locator(selector).evaluate((element) => {
      return 'value' in element ? String(element.value) : (element as HTMLElement).innerText
    })
    return text.replaceAll('\u00a0', ' ').trim()
  }
  const insertBehindTyping = async () => {
    page = await officer.open(file)
    await page.locator(selector).click()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await page.keyboard.type(own)
    const panel = await officer.callWithDraft(page, 'Baik.')
    await insert(panel)
    expect(await shown()).toBe(`${own}Baik.`)
    return panel
  }

  it('stays with "Batalkan sisipan"', async () => {
    const panel = await insertBehindTyping()
    expect(await takeBack(panel)).toMatch(/^Sisipan dibatalkan/)
    expect(await shown()).toBe(own.trim())
  })

  it('stays with Ctrl+Z, before the draft and behind it', async () => {
    await insertBehindTyping()
    await page.keyboard.type(' Salam.')
    await page.keyboard.press('Control+z')
    await expect.poll(shown).toBe(`${own}Baik.`)
    await page.keyboard.press('Control+z')
    await expect.poll(shown).toBe(own.trim())
  })
})

describe('a field that the page itself brought the focus to', () => {
  it('is no target when nobody can see it', async () => {
    const panel = await callFrom('fields/trap.html', '#tanggapan', 'Baik.')
    await page.bringToFront()
    await page.locator('#tanggapan').click()
    // A window without the focus tells its page of none.
    await page.locator('#jebakan').evaluate(
      (element: HTMLElement) =>
        new Promise((focused) => {
          element.addEventListener('focus', focused, { once: true })
          element.focus()
        }),
    )
    // The page has nothing to read either, and the panel may still say so when the button is pressed.
    await insert(panel)
    await panel.getByRole('alert').getByText('field_missing').waitFor()
    expect(await page.locator('#jebakan').inputValue()).toBe('')
  })

  it('is no target when no act of the officer led there', async () => {
    const panel = await callFrom('fields/trap.html', '#tanggapan', 'Baik.')
    // Past the time for which the browser counts the click as the person's act.
    const focused = page.waitForRequest('**/kirim')
    await page.locator('#lain').evaluate((element: HTMLElement) => {
      setTimeout(() => {
        element.focus()
        // Says so by itself: a test's every question counts as an act of the person there.
        void fetch('/kirim')
      }, 6500)
    })
    await focused
    await insert(panel)
    // The page has nothing to read, and the panel may still say so when the button is pressed.
    await expect.poll(() => page.locator('#tanggapan').inputValue()).toBe('Baik.')
    expect(await page.locator('#lain').inputValue()).toBe('')
  })

  it('is no target when the page only says that it has the focus', async () => {
    page = await officer.open('fields/trap.html')
    const panel = await officer.callWithDraft(page, 'Baik.')
    await page.locator('#tanggapan').click()
    await page.locator('#lain').evaluate((element) => {
      element.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }))
    })
    await insert(panel)
    await expect.poll(() => page.locator('#tanggapan').inputValue()).toBe('Baik.')
    expect(await page.locator('#lain').inputValue()).toBe('')
  })
})

const refused = [
  ['a read-only input', '#readonly'],
  ['a read-only textarea', '#readonly-textarea'],
  ['a disabled textarea', '#disabled'],
  ['a textarea in a disabled fieldset', '#fieldset'],
  ['a password', '#password'],
  ['a search field', '#search'],
  ['a field in the role of a search box', '#role-search'],
  ['a one-time code', '#code'],
  ['a card number', '#card'],
  ['a textarea that says aria-readonly', '#aria'],
  ['a contenteditable that says aria-readonly', '#aria-editable'],
  ['a fixed part of an editable element', '#island'],
  ['an element that says contenteditable=false', '#not-editable'],
] as const

describe('a draft is not written into', () => {
  it.each(refused)('%s', async (_name, selector) => {
    page = await officer.open('fields/refused.html')
    const whole = () =>
      page.evaluate(() => {
        const fields = Array.from(document.querySelectorAll('input, textarea'), (field) =>
          Reflect.get(field, 'value'),
        )
        return `${fields.join('|')}|${document.body.innerText}`
      })
    const before = await whole()
    await page.locator(selector).click({ force: true })
    const panel = await officer.callWithDraft(page, 'Baik.')
    await page.locator(selector).click({ force: true })
    expect(await insert(panel)).toMatch(/field_(missing|refused)/)
    expect(await whole()).toBe(before)
  })

  it('TinyMCE in its read-only mode', async () => {
    page = await officer.open('fields/tinymce.html?readonly')
    const body = page.frameLocator('#tanggapan_ifr').locator('body')
    await body.click()
    const panel = await officer.callWithDraft(page, 'Baik.')
    await body.click()
    expect(await insert(panel)).toMatch(/field_(missing|refused)/)
    expect(await body.innerText()).toBe('Yth. Ibu Sari, salam.')
  })
})
