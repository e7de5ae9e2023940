import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { builtExtension } from './chromium.ts'

const kilobytes = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1024

/** All that a page loads before anything is clicked: its scripts, what they import at once, and its styles. */
function firstView(page: string): Set<string> {
  const html = readFileSync(join(builtExtension, page), 'utf8')
  const found = new Set<string>()
  const visit = (file: string) => {
    if (found.has(file)) return
    found.add(file)
    if (!file.endsWith('.js')) return
    for (const [, path] of readFileSync(file, 'utf8').matchAll(
      /(?:^|[;}\s])(?:import|export)\s*(?:[^'"`;()]*?from)?\s*["'`](\.[^"'`]+)["'`]/g,
    )) {
      visit(resolve(dirname(file), path!))
    }
  }
  for (const [, path] of html.matchAll(/(?:src|href)="(\/[^"]+)"/g)) visit(join(builtExtension, path!))
  return found
}

// Budgets of design §6, in KB gzip.
describe('the built extension', () => {
  it('puts at most 15 KB into a portal’s page', () => {
    expect(kilobytes([join(builtExtension, 'content-scripts', 'content.js')])).toBeLessThanOrEqual(15)
  })

  it('shows its panel with at most 60 KB, Dexie and Readability not among them', () => {
    const files = firstView('sidepanel.html')
    expect(files.size).toBeGreaterThan(3)
    expect(kilobytes(files)).toBeLessThanOrEqual(60)
    const text = [...files].map((file) => readFileSync(file, 'utf8')).join('')
    expect(text).not.toContain('DexieError')
    expect(text).not.toContain('FLAG_STRIP_UNLIKELYS')
  })

  it('asks for the same permissions as ever: an update that adds one disables it on every PC', () => {
    const manifest = JSON.parse(readFileSync(join(builtExtension, 'manifest.json'), 'utf8')) as Record<
      string,
      unknown
    >
    expect(manifest.permissions).toEqual([
      'activeTab',
      'scripting',
      'storage',
      'contextMenus',
      'alarms',
      'sidePanel',
    ])
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*'])
    expect(manifest.host_permissions).toBeUndefined()
    expect(manifest.content_scripts).toBeUndefined()
    expect(manifest.optional_permissions).toBeUndefined()
    expect(manifest.web_accessible_resources).toBeUndefined()
  })

  it('lists in the policy schema exactly what it reads from the policy', async () => {
    const schema = JSON.parse(readFileSync(join(builtExtension, 'managed-schema.json'), 'utf8')) as {
      properties: object
    }
    const source = readFileSync(join(import.meta.dirname, '..', '..', 'extension', 'settings.ts'), 'utf8')
    const read = /export const Managed = z\.object\(\{([\s\S]*?)\n\}\)/.exec(source)?.[1] ?? ''
    expect(Object.keys(schema.properties).sort()).toEqual(
      [...read.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name).sort(),
    )
  })

  it('has the same strings in both languages', () => {
    const [id, en] = ['id', 'en'].map((language) =>
      Object.keys(
        JSON.parse(
          readFileSync(join(builtExtension, '_locales', language, 'messages.json'), 'utf8'),
        ) as object,
      ),
    )
    expect(en).toEqual(id)
  })

  it('builds for Firefox with a sidebar, and without the permission that only Chromium knows', () => {
    const folder = join(builtExtension, '..', 'firefox-mv3')
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<
      string,
      unknown
    >
    expect(manifest.sidebar_action).toMatchObject({ default_panel: 'sidepanel.html' })
    expect(manifest.permissions).toEqual(['activeTab', 'scripting', 'storage', 'contextMenus', 'alarms'])
    expect(manifest.browser_specific_settings).toMatchObject({
      gecko: { id: 'pendamping@pendamping.example' },
    })
  })

  it('ships no source map', () => {
    const files = readdirSync(builtExtension, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    expect(files.some(({ name }) => name.endsWith('.map'))).toBe(false)
  })
})
