// The console's words stand in a catalogue a page: a key in two of them would take the other's words away without a sound.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = join(import.meta.dirname, '..', '..', 'gateway', 'console', 'i18n')

describe.each(['id', 'en'])('the catalogues in %s', (language) => {
  it('share no key', async () => {
    const parts = readdirSync(folder).filter((name) => name.startsWith(`${language}-`))
    expect(parts.length).toBeGreaterThan(5)
    const modules = await Promise.all(parts.map((name) => import(join(folder, name)) as Promise<object>))
    const keys = modules.flatMap((module) =>
      Object.values(module).flatMap((words) => Object.keys(words as object)),
    )
    const twice = keys.filter((key, at) => keys.indexOf(key) !== at)
    expect(twice).toEqual([])
  })
})
