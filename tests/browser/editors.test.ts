// Each field and editor that a portal may have takes a draft as if it had been typed. Judged by what the editor itself
// holds. `npm run test:editors` prints the table and writes it to docs/editors.md.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { columns, tableOf, type Row } from './editors/table.ts'
import { refusing, targets, type Target } from './editors/targets.ts'
import { anOfficer, caretAt, type Officer } from './officer.ts'

/** "Yth. Ibu Sari, salam." stands in each field; the caret goes behind the comma. */
const before = 'Yth. Ibu Sari,'
const after = ' salam.'
const draft =
  ' lampu sudah menyala.\nTerima kasih <atas> laporan & kesabaran.\n\nSalam hormat,\nDinas Perhubungan.'
const typed = ' Wassalam.'

let officer: Officer
/** One tab with its panel for all: a panel stays while its tab goes on to other pages. */
let page: Page
let panel: Page
const rows = new Map<Target, Row>()

beforeAll(async () => {
  officer = await anOfficer()
  page = await officer.open('editors/textarea')
  panel = await officer.callWithDraft(page, draft)
  panel.setDefaultTimeout(3000)
})
afterAll(() => officer.end())

describe('a draft goes into', () => {
  it.each(targets)('$name', async (target) => {
    const row = await tryOut(target)
    rows.set(target, row)
    expect(row).toEqual(Object.fromEntries(columns.map((column) => [column, !target.cannot?.[column]])))
  })
})

const emptied = targets.filter(({ page }) =>
  /^(textarea|editable|tinymce\?version=6|ckeditor5|quill)$/.test(page),
)

describe('a draft fills', () => {
  it.each(emptied)('an empty $name', async (target) => {
    const { held, putCaret } = await open(target)
    await putCaret()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await expect.poll(held).toBe('')
    await press('Sisipkan')
    await expect.poll(async () => lines(await held())).toBe(lines(draft))
  })
})

describe('a draft does not go into', () => {
  it.each(refusing)('$name', async (target) => {
    const { field, held } = await open(target)
    await field.click({ force: true })
    expect(await press('Sisipkan')).toMatch(/field_(missing|refused)/)
    expect(await held()).toBe(before + after)
  })
})

it('docs/editors.md says the same', async () => {
  const file = join(import.meta.dirname, '..', '..', 'docs', 'editors.md')
  const table = await tableOf(targets, rows, refusing)
  // oxlint-disable-next-line no-console -- the table is what this command is for
  if (process.env.EDITORS_TABLE) await writeFile(file, table).then(() => console.log(table))
  expect(await readFile(file, 'utf8')).toBe(table)
})

async function tryOut(target: Target): Promise<Row> {
  let { held, place, putCaret, leave } = await open(target)
  /** Waits for it: editors and frameworks take their time. */
  const holds = async (text: string, inLines = false) => {
    const same = inLines ? lines : words
    const poll = expect.poll(async () => same(await held()), { timeout: 3000, interval: 20 })
    return poll.toBe(same(text)).then(
      () => true,
      () => false,
    )
  }
  const asBefore = async () => {
    if (words(await held()) !== words(before + after)) ({ held, place, putCaret, leave } = await open(target))
  }

  await putCaret()
  await leave()
  expect(await press('Sisipkan')).toContain('Draf disisipkan')
  const model = await holds(before + draft + after)
  const inLines = target.oneLine || (await holds(before + draft + after, true))
  await press('Batalkan sisipan')
  const takenBack = await holds(before + after)

  await asBefore()
  await putCaret()
  await leave()
  await press('Sisipkan')
  await holds(before + draft + after)
  await page.keyboard.press('Control+z')
  await leave()
  const undone = await holds(before + after)

  await asBefore()
  await putCaret(before.length + after.length)
  await leave()
  expect(await press('Sisipkan')).toContain('Draf disisipkan')
  const replaced = await holds(before + draft)
  await page.keyboard.type(typed)
  await leave()
  const typing = await holds(before + draft + typed)

  await place.getByRole('button', { name: 'Kirim' }).first().click({ timeout: 3000 })
  const arrived = await page.waitForURL('**/kirim', { timeout: 2000 }).then(
    () => true,
    () => false,
  )
  const received = textOfSent(officer.portal.received().tanggapan ?? '')
  const sent = arrived && words(received) === words(before + draft + typed)
  return { model, lines: inLines, undone, takenBack, replaced, typing, sent }
}

/** Loads a target's page. */
async function open(target: Target) {
  await page.goto(`${officer.portal.url}/editors/${target.page}`)
  const form = () => (target.form ? page.frames()[1]! : page.mainFrame())
  const held = async () => tidy(await form().evaluate(heldThere))
  await expect.poll(() => held().catch(() => ''), { interval: 20, timeout: 5000 }).toBe(before + after)
  const place = target.form ? page.frameLocator(target.form) : page
  const field = (target.frame ? page.frameLocator(target.frame) : place).locator(target.field)
  return {
    field,
    held,
    place,
    /** As a person would, by mouse and keys; again until it is there, for some editors put it elsewhere at first. */
    async putCaret(end = before.length) {
      await field.click()
      const tryIt = async () => {
        await page.keyboard.press('Home')
        await caretAt(page, before.length, end)
        return field.evaluate(caretIn)
      }
      await expect.poll(tryIt, { interval: 20, timeout: 3000 }).toEqual([before.length, end])
    },
    /** The focus leaves the field, where the portal makes something of that. */
    async leave() {
      if (target.leaves) await field.evaluate((element: HTMLElement) => element.blur())
    },
  }
}

/** Presses a button of the panel. @returns what the panel says then */
async function press(name: string): Promise<string> {
  const button = panel.getByRole('button', { name, exact: true })
  await button.click()
  // While it is at work "Sisipkan" can't be pressed.
  await panel.getByRole('button', { name: 'Sisipkan', exact: true }).click({ trial: true })
  return panel
    .locator('[role=alert], [role=status]')
    .allInnerTexts()
    .then((said) => said.join('\n'))
}

/** Runs in the page. @returns what the editor holds */
function heldThere(): Promise<string> | string {
  return (Reflect.get(window, 'held') ?? Reflect.get(parent, 'held'))()
}

/** Runs in the page. @returns caret or selection as places in the field's text */
function caretIn(field: Element): (number | null)[] {
  const own = Reflect.get(window, 'caret') as undefined | (() => number[])
  if (own) return own()
  if ('selectionStart' in field) {
    const { selectionStart, selectionEnd } = field as HTMLTextAreaElement
    return [selectionStart, selectionEnd]
  }
  const root = field.getRootNode()
  const selection = document.getSelection()
  const shadowRoots = root instanceof ShadowRoot ? [root] : []
  const [range] = selection?.rangeCount ? selection.getComposedRanges({ shadowRoots }) : []
  if (!range) return []
  const upTo = (node: Node, offset: number) => {
    const text = document.createRange()
    text.selectNodeContents(field)
    text.setEnd(node, offset)
    return text.toString().replace(/[\u200b\ufeff]/g, '').length
  }
  return [upTo(range.startContainer, range.startOffset), upTo(range.endContainer, range.endOffset)]
}

/** Editors use no-break spaces, and may end with an empty line. */
function tidy(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .replaceAll(/[\u200b\ufeff]/g, '')
    .replaceAll('\r\n', '\n')
    .trim()
}

function words(text: string): string {
  return tidy(text).replaceAll(/\s+/g, ' ')
}

/** Empty ones don't count: editors with paragraphs have none. */
function lines(text: string): string {
  return tidy(text).replaceAll(/\s*\n\s*/g, '\n')
}

/** Rich editors send HTML. */
function textOfSent(sent: string): string {
  if (!sent.includes('&lt;atas&gt;')) return sent
  const plain = sent.replaceAll(/<[^>]+>/g, ' ').replaceAll('&nbsp;', ' ')
  return plain.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
