// What the console's pages reckon themselves: the policy while it is written, two admins at once, forms, sums.
import { describe, expect, it } from 'vitest'
import { sumColumns, totalOf } from '../../gateway/console/pages/audit/sums.tsx'
import { fieldsOf, upstreamOf } from '../../gateway/console/pages/model/upstream-fields.ts'
import { listLines, problemWords, ruleWords } from '../../gateway/console/pages/policy/rule-words.ts'
import {
  checked,
  draftFrom,
  jsonOf,
  merged,
  publishedRecipes,
  withJson,
  withOwnRule,
  withoutRule,
  withRule,
} from '../../gateway/console/pages/policy/rules.ts'
import { isWhole, lastDays } from '../../gateway/console/span.ts'
import type { CityPolicy } from '../../shared/protocol/admin.ts'

const base = (policy: Partial<CityPolicy> = {}, revision = 3) => ({
  revision,
  policy: { rules: {}, offices: {}, ...policy },
})
const begun = draftFrom(base({ rules: { dataClass: 'internal' } }))
const memo = { id: 'memo', name: 'Memo', template: 'Isi' }
const names = (office: string) => (office === 'dinkes' ? 'Dinas Kesehatan' : office)
const policyOf = (draft: Parameters<typeof checked>[0]) => {
  const made = checked(draft)
  if (!made.ok) throw new Error(made.problem.path.join('.'))
  return made.policy
}

describe('what is sent', () => {
  it('has no line and no row in which nothing was typed', () => {
    const lines = withRule(begun, '', 'portals', ['https://lapor.contoh.go.id', '', '  '])
    const rows = withRule(lines, '', 'sla', [
      { category: '', workingDays: NaN },
      { category: '', workingDays: 5 },
    ])
    expect(policyOf(rows).rules).toMatchObject({
      portals: ['https://lapor.contoh.go.id'],
      sla: [{ category: '', workingDays: 5 }],
    })
  })

  it('holds recipes, also where they are typed as JSON', () => {
    const recipe = { id: 'memo', name: 'Memo', fields: [], template: 'Isi' }
    expect(policyOf(withRule(begun, '', 'recipes', JSON.stringify([recipe]))).rules.recipes).toMatchObject([
      recipe,
    ])
    expect(checked(withRule(begun, '', 'recipes', '[{'))).toMatchObject({
      problem: { path: ['rules', 'recipes'] },
    })
  })

  it('knows which recipes browsers have, also where an office takes over the city’s', () => {
    const draft = draftFrom(base({ rules: { recipes: [{ ...memo, fields: [], readsPage: false }] } }))
    expect(publishedRecipes(draft, '')).toMatchObject([memo])
    expect(publishedRecipes(withOwnRule(draft, 'dinkes', 'recipes'), 'dinkes')).toMatchObject([memo])
    expect(publishedRecipes(begun, '')).toEqual([])
  })

  it('says of an office only what differs', () => {
    const own = withOwnRule(begun, 'dinkes', 'dataClass')
    expect(policyOf(own).offices).toEqual({ dinkes: { dataClass: 'internal' } })
    expect(policyOf(withoutRule(own, 'dinkes', 'dataClass')).offices).toEqual({})
  })

  it('a rule that was given back comes again as it was', () => {
    const typed = withRule(begun, '', 'disclosure', 'Dibantu AI.')
    const back = withOwnRule(withoutRule(typed, '', 'disclosure'), '', 'disclosure')
    expect(policyOf(back)).toEqual(policyOf(typed))
  })
})

describe('what is wrong', () => {
  it.each([
    [withRule(begun, '', 'retentionDays', NaN), 'Seluruh kota → Masa simpan audit'],
    [
      withRule(begun, 'dinkes', 'holidays', [{ day: '2026-13-01', name: 'Libur' }]),
      'Dinas Kesehatan → Hari libur → baris 1 → Tanggal',
    ],
    [
      withRule(begun, '', 'sla', [
        { category: '', workingDays: NaN },
        { category: 'Jalan', workingDays: NaN },
      ]),
      'Seluruh kota → Batas waktu jawab → baris 2 → Hari kerja',
    ],
    [
      withRule(begun, 'dinkes', 'recipes', [{ name: 'Memo', fields: [{}], template: 'Isi', id: 'memo' }]),
      'Dinas Kesehatan → Resep → resep 1 → isian 1 → Label',
    ],
    [withJson(begun, '{"rules": {"kelas": 1}}'), 'Seluruh kota → kelas'],
  ])('is named as on the page', (draft, where) => {
    const made = checked(draft)
    expect(made.ok ? '' : problemWords(made.problem, names)).toBe(`Belum sesuai: ${where}.`)
  })

  it('is no loss: the JSON stays as it was typed, the forms as they were', () => {
    const typed = withJson(begun, '{"rules": {')
    expect([jsonOf(typed), typed.written]).toEqual(['{"rules": {', begun.written])
    expect(withJson(typed, '{"rules": {}}').written).toEqual({ rules: {}, offices: {} })
  })
})

describe('another admin’s revision meanwhile', () => {
  const mine = withRule(withRule(begun, '', 'dataClass', 'umum'), '', 'disclosure', 'Dibantu AI.')
  const theirs = base(
    { rules: { dataClass: 'terbatas', retentionDays: 30 }, offices: { dinkes: { sla: [] } } },
    4,
  )

  it('is kept, with what was typed on top', () => {
    const { draft } = merged(mine, policyOf(mine), theirs)
    expect(draft.base.revision).toBe(4)
    expect(policyOf(draft)).toEqual({
      rules: { dataClass: 'umum', retentionDays: 30, disclosure: 'Dibantu AI.' },
      offices: { dinkes: { sla: [] } },
    })
  })

  it('is pointed out where both changed the same rule', () => {
    expect(merged(mine, policyOf(mine), theirs).both).toEqual([{ office: '', rule: 'dataClass' }])
  })
})

describe('a changed list', () => {
  it('is told item by item', () => {
    const term = { term: 'kelurahan', translation: 'ward', language: 'en', locked: false }
    const change = {
      office: '',
      rule: 'glossary',
      before: [term, { ...term, term: 'kecamatan' }],
      after: [
        { ...term, locked: true },
        { ...term, term: 'dinas', translation: 'agency' },
      ],
    }
    expect(listLines(change)).toEqual([
      { kind: 'removed', text: 'kecamatan = ward (en)' },
      { kind: 'changed', text: 'kelurahan = ward (en) → kelurahan = ward (en, dikunci)' },
      { kind: 'added', text: 'dinas = agency (en)' },
    ])
  })

  it('of a newer gateway is shown as it came', () => {
    expect(listLines({ office: '', rule: 'besok', before: [1], after: [2] })).toBeNull()
    expect(ruleWords('besok', [2])).toBe('[2]')
  })
})

describe('an upstream’s form', () => {
  const shown = {
    id: 'kota',
    label: 'Model kota',
    kind: 'openai',
    baseUrl: 'https://model.contoh.go.id/v1',
    model: 'm',
    location: 'kota',
    contract: '',
    offices: ['dinkes'],
    classes: ['umum'],
    rupiahIn: 2500.5,
    rupiahOut: 0,
    priority: 3,
    requestsPerMinute: null,
    thinking: 'as-is',
    hasKey: true,
    breaker: 'closed',
  } as const

  it('sends what it was filled with, and no key', () => {
    const { id, hasKey, breaker, ...settings } = shown
    expect([id, hasKey, breaker]).toBeDefined()
    expect(upstreamOf(fieldsOf({ ...shown, offices: ['dinkes'], classes: ['umum'] }))).toEqual(settings)
  })

  it('replaces or removes the key where that is asked', () => {
    const fields = fieldsOf(null)
    expect(upstreamOf({ ...fields, keyFate: 'new', key: ' sk-1 ' }).key).toBe('sk-1')
    expect(upstreamOf({ ...fields, keyFate: 'remove' }).key).toBeNull()
    expect(upstreamOf(fields)).not.toHaveProperty('key')
  })
})

describe('the audit', () => {
  it('counts days as Jakarta does', () => {
    expect(lastDays(Date.parse('2026-11-29T18:00:00Z'))).toEqual({ from: '2026-11-01', to: '2026-11-30' })
    expect([
      isWhole({ from: '2026-11-02', to: '2026-11-01' }),
      isWhole({ from: '', to: '2026-11-01' }),
    ]).toEqual([false, false])
  })

  it('calls things by their names where it knows them', () => {
    const sum = {
      helper: 'summarise',
      upstream: 'offline',
      key: 'k1',
      outcome: 'upstream_busy',
      requests: 2,
      tokensIn: 10,
      tokensOut: 5,
      hidden: 1,
      millirupiah: 1400,
    }
    const by = ['helper', 'upstream', 'key', 'outcome']
    const cells = sumColumns(by, (key) => (key === 'k1' ? 'laptop loket' : null)).map(({ cell }) => cell(sum))
    expect(cells).toEqual([
      'Ringkas',
      'mesin luring',
      'laptop loket (k1)',
      'upstream_busy',
      '2',
      '10',
      '5',
      '1',
      '1',
    ])
    expect(totalOf([sum, sum])).toMatchObject({ requests: 4, millirupiah: 2800 })
  })
})
