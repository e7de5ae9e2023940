// The console's door to the network: answers are parsed, failures are values, and a session that ended is no loss.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { api, onSessionOver } from '../../gateway/console/api.ts'

const requestId = '5f0c5a0e-0000-4000-8000-000000000000'
const answers = (...responses: (() => Response)[]) => {
  const fetched = vi.fn(async (_path: string, _init: RequestInit) => responses.shift()!())
  vi.stubGlobal('fetch', fetched)
  return fetched
}
const json =
  (body: unknown, status = 200) =>
  () =>
    Response.json(body, { status, headers: { 'x-request-id': requestId } })
const refusal = (status: number, code: string, param: string | null = null) =>
  json({ error: { message: 'Kalimat dari gerbang.', type: 'x', code, param } }, status)
const office = { id: 'dinkes', name: 'Dinas', neverHide: [], suspendedAt: null, removedAt: null }

afterEach(() => {
  vi.unstubAllGlobals()
  onSessionOver(() => Promise.resolve(false))
})

describe('a call', () => {
  it('gives what its schema says, and passes over what a newer gateway adds', async () => {
    answers(json({ offices: [{ ...office, later: 1 }], more: true }))
    expect(await api.offices()).toEqual({ ok: true, value: { offices: [office] } })
  })

  it.each([
    ['a page of a proxy', () => new Response('<html>', { headers: { 'x-request-id': requestId } })],
    ['an answer of another shape', json({ offices: 'semua' })],
    [
      'an error page',
      () => new Response('Bad gateway', { status: 502, headers: { 'x-request-id': requestId } }),
    ],
  ])('says of %s that it can’t be read', async (_, response) => {
    answers(response)
    expect(await api.offices()).toMatchObject({
      ok: false,
      failure: { code: 'gateway_unreadable', requestId },
    })
  })

  it('carries the gateway’s sentence, the field and the id for the help desk', async () => {
    answers(refusal(400, 'invalid_request', 'limits.actionsPerDay'))
    expect(await api.setOfficeLimits('dinkes', { actionsPerDay: -1 })).toEqual({
      ok: false,
      failure: {
        code: 'invalid_request',
        message: 'Kalimat dari gerbang.',
        param: 'limits.actionsPerDay',
        requestId,
      },
    })
  })

  it('takes a code that it doesn’t know for a fault of the gateway', async () => {
    answers(refusal(418, 'teapot'))
    expect(await api.offices()).toMatchObject({
      failure: { code: 'internal', message: 'Kalimat dari gerbang.' },
    })
  })

  it('that reaches nobody is a value too', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
    expect(await api.offices()).toMatchObject({ ok: false, failure: { code: 'gateway_unreachable' } })
  })

  it('goes with the cookie to its own origin, follows no redirect, and is kept in no cache', async () => {
    const fetched = answers(json({ offices: [] }))
    await api.offices()
    expect(fetched.mock.calls[0]).toMatchObject([
      '/admin/v1/offices',
      { method: 'GET', credentials: 'same-origin', redirect: 'error', cache: 'no-store' },
    ])
  })

  it('escapes a label in its path', async () => {
    const fetched = answers(json({ revoked: [] }))
    await api.revokeKeys('dinkes', 'label', 'laptop & tas')
    expect(fetched.mock.calls[0]![0]).toBe('/admin/v1/offices/dinkes/keys?label=laptop%20%26%20tas')
  })
})

describe('a session that ended', () => {
  it('is signed in again, and the call made once more with what was typed', async () => {
    const fetched = answers(refusal(401, 'sign_in_needed'), json({}))
    onSessionOver(() => Promise.resolve(true))
    expect(await api.renameOffice('dinkes', 'Dinas Baru')).toMatchObject({ ok: true })
    expect(fetched.mock.calls.map(([, { body }]) => body)).toEqual(Array(2).fill('{"name":"Dinas Baru"}'))
  })

  it('ends the call where nobody signs in, or somebody else', async () => {
    const fetched = answers(refusal(401, 'sign_in_needed'))
    expect(await api.renameOffice('dinkes', 'Dinas Baru')).toMatchObject({
      failure: { code: 'sign_in_needed' },
    })
    expect(fetched).toHaveBeenCalledTimes(1)
  })

  it('is not what a wrong token means', async () => {
    answers(refusal(401, 'admin_token_wrong'))
    const over = vi.fn(() => Promise.resolve(true))
    onSessionOver(over)
    expect(await api.signInWithToken('salah')).toMatchObject({ failure: { code: 'admin_token_wrong' } })
    expect(over).not.toHaveBeenCalled()
  })
})

it('an import that was refused still says which rows were wrong', async () => {
  const result = {
    rows: [{ row: 1, id: 'a', ok: false, problem: 'already_exists', param: 'id' }],
    added: 0,
    dryRun: false,
  }
  answers(json(result, 422))
  expect(await api.importOffices([{ id: 'a' }], false)).toEqual({ ok: true, value: result })
})
