// A list of offices at once, all or nothing: each row is judged, and one that is wrong keeps the others out too.
import { Hono } from 'hono'
import { ImportOffices, NewOffice } from '../../../../shared/protocol/admin.ts'
import { cityNow, forgetCity } from '../../city.ts'
import { cityObject, officeObject, type App } from '../../env.ts'
import { isFailure, refuse } from '../../refuse.ts'
import { fieldOf, readJson } from '../read.ts'

export const officeImport = new Hono<App>().post('/', async (c) => {
  const body = await readJson(c, ImportOffices)
  if (isFailure(body)) return refuse(c, body)
  const { rows, dryRun = false } = body.value
  const judged = await judge(rows, new Set((await cityNow(c.env, 0)).officeById.keys()))
  const good = judged.flatMap(({ office }) => office ?? [])
  const result = {
    rows: judged.map(({ row, id, problem, param }) => ({ row, id, ok: problem === null, problem, param })),
    added: 0,
    dryRun,
  }
  if (dryRun) c.set('act', { added: 0, dryRun })
  if (good.length < rows.length) return c.json(result, dryRun ? 200 : 422)
  if (dryRun) return c.json(result)
  const added = await cityObject(c.env).addOffices(good, Date.now())
  forgetCity()
  if (isFailure(added)) return refuse(c, added)
  for (const { id, name, limits = {} } of good) await officeObject(c.env, id).open({ id, name, limits })
  c.set('act', { added: good.length })
  return c.json({ ...result, added: good.length }, 201)
})

interface Judged {
  /** Counted from 1, as the list's reader does. */
  row: number
  id: string | null
  office: NewOffice | null
  problem: 'invalid_request' | 'already_exists' | null
  param: string | null
}

function judge(rows: unknown[], taken: Set<string>): Judged[] {
  return rows.map((given, at) => {
    const parsed = NewOffice.safeParse(given)
    const row = at + 1
    if (!parsed.success)
      return { row, id: null, office: null, problem: 'invalid_request', param: fieldOf(parsed.error) }
    const office = parsed.data
    if (taken.has(office.id))
      return { row, id: office.id, office: null, problem: 'already_exists', param: 'id' }
    taken.add(office.id)
    return { row, id: office.id, office, problem: null, param: null }
  })
}
