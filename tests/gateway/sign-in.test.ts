// Coming in at the console: with the admin token, a passkey, a recovery code, an invitation; and what each role may do.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAuthenticator } from './authenticator.ts'
import {
  accept,
  aConsole,
  invitation,
  signedInAs,
  signedInWithToken,
  signInByPasskey,
  type TestConsole,
} from './console.ts'
import { aGateway, errorOf, times, type TestGateway } from './gateway.ts'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await aGateway()
})
afterAll(() => gateway.end())

const cityAdmin = { name: 'Rini Contoh', role: 'city', office: null } as const
const codeOf = async (answer: Response) => (answer.ok ? answer.status : (await errorOf(answer)).code)
const whoIs = async (page: TestConsole) => codeOf(await page.call('GET', '/session'))

describe('the admin token', () => {
  it('opens a session for a working day, in a cookie that no script reads and no other site sends', async () => {
    const page = aConsole(gateway)
    expect(await whoIs(page)).toBe('sign_in_needed')
    const answer = await page.call('POST', '/session/token', { token: gateway.adminToken })
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^__Host-pendamping=[\w-]{43};/)
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/', 'Max-Age=43200'])
      expect(cookie).toContain(part)
    expect(cookie).not.toContain('Domain')
    expect(await page.json('GET', '/session')).toEqual({
      id: null,
      name: 'Token admin',
      role: 'city',
      office: null,
    })
  })

  it('is gone when the person signs out', async () => {
    const page = await signedInWithToken(gateway)
    const { cookie } = page
    await page.call('DELETE', '/session')
    expect(await whoIs(Object.assign(page, { cookie }))).toBe('sign_in_needed')
  })

  it('is not found by ten thousand guesses, which are slowed; the right one opens all the while', async () => {
    const own = await aGateway()
    try {
      const guess = (at: number) =>
        fetch(`${own.url}/admin/v1/offices`, {
          headers: {
            authorization: `Bearer tebakan-${at}-${'x'.repeat(30)}`,
            'x-forwarded-for': `192.0.2.${at % 250}`,
          },
        })
      const seen: Record<string, number> = {}
      // Each late answer takes a second, so many are asked for at once.
      for (let at = 0; at < 10_000; at += 1000)
        for (const code of await Promise.all(times(1000, async (more) => codeOf(await guess(at + more)))))
          seen[String(code)] = (seen[String(code)] ?? 0) + 1
      expect(Object.keys(seen).toSorted()).toEqual(['admin_token_wrong', 'too_many_attempts'])
      expect(seen['admin_token_wrong']).toBeLessThanOrEqual(200)
      expect((await own.admin('GET', '/offices')).status).toBe(200)
    } finally {
      await own.end()
    }
  }, 60_000)
})

describe('a page of another site', () => {
  it('changes nothing with the cookie, nor signs anybody in', async () => {
    const page = await signedInWithToken(gateway)
    const from = { origin: 'https://jahat.example' }
    const office = { id: 'curian', name: 'Dinas Curian' }
    expect(await codeOf(await page.call('POST', '/offices', office, from))).toBe('not_permitted')
    const token = { token: gateway.adminToken }
    expect(await codeOf(await page.call('POST', '/session/token', token, from))).toBe('not_permitted')
    expect(await codeOf(await page.call('POST', '/offices', office))).toBe(201)
  })
})

describe('an invitation', () => {
  it('opens once, and leaves a passkey and ten recovery codes', async () => {
    const { token } = await invitation(gateway, cityAdmin)
    const page = aConsole(gateway)
    const codes = await accept(page, token, anAuthenticator(page.origin))
    expect(new Set(codes).size).toBe(10)
    expect(codes[0]).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(await page.json('GET', '/session')).toMatchObject({ name: 'Rini Contoh', role: 'city' })
    const again = await aConsole(gateway).call('POST', '/session/invitation/options', { token })
    expect(await codeOf(again)).toBe('invitation_closed')
  })

  it('is worth nothing after another was made for the same account', async () => {
    const { id, token } = await invitation(gateway, cityAdmin)
    await gateway.admin('POST', `/admins/${id}/invitations`, {})
    const late = await aConsole(gateway).call('POST', '/session/invitation/options', { token })
    expect(await codeOf(late)).toBe('invitation_closed')
  })
})

describe('a passkey', () => {
  it('signs in again, with a fresh challenge each time', async () => {
    const { authenticator } = await signedInAs(gateway, cityAdmin)
    const page = aConsole(gateway)
    expect((await signInByPasskey(page, authenticator)).status).toBe(204)
    expect(await whoIs(page)).toBe(200)
  })

  it('does not with an answer that was used before, nor for another site', async () => {
    const { authenticator } = await signedInAs(gateway, cityAdmin)
    const page = aConsole(gateway)
    const options = await page.json<{ challenge: string; rpId: string }>('POST', '/session/passkey/options')
    const response = authenticator.assert(options)
    expect((await page.call('POST', '/session/passkey', { response })).status).toBe(204)
    const replayed = await aConsole(gateway).call('POST', '/session/passkey', { response })
    expect(await codeOf(replayed)).toBe('sign_in_failed')
    const fresh = await page.json<{ challenge: string }>('POST', '/session/passkey/options')
    const elsewhere = authenticator.assert({ ...fresh, rpId: 'jahat.example' })
    const answer = await page.call('POST', '/session/passkey', { response: elsewhere })
    expect(await codeOf(answer)).toBe('sign_in_failed')
  })

  it('that was copied is found out by its counter', async () => {
    const { authenticator } = await signedInAs(gateway, cityAdmin)
    expect((await signInByPasskey(aConsole(gateway), authenticator, 7)).status).toBe(204)
    expect(await codeOf(await signInByPasskey(aConsole(gateway), authenticator, 5))).toBe('sign_in_failed')
  })

  it('of a stranger opens nothing, and is not to be had at a bare IP address', async () => {
    const page = aConsole(gateway)
    expect(await codeOf(await signInByPasskey(page, anAuthenticator(page.origin)))).toBe('sign_in_failed')
    const answer = await fetch(`${gateway.url}/admin/v1/session/passkey/options`, {
      method: 'POST',
      headers: { origin: gateway.url },
    })
    expect(await codeOf(answer)).toBe('passkey_unavailable')
  })
})

describe('a recovery code', () => {
  it('opens once, also typed in small letters, without dashes, with O for 0', async () => {
    const { codes } = await signedInAs(gateway, cityAdmin)
    const typed = codes[0]!.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
    const page = aConsole(gateway)
    expect((await page.call('POST', '/session/code', { code: typed })).status).toBe(204)
    expect(await whoIs(page)).toBe(200)
    expect(await codeOf(await aConsole(gateway).call('POST', '/session/code', { code: codes[0] }))).toBe(
      'sign_in_failed',
    )
  })

  it('gives way to new ones', async () => {
    const page = await signedInAs(gateway, cityAdmin)
    const { codes } = await page.json<{ codes: string[] }>('POST', '/me/recovery-codes')
    const old = await aConsole(gateway).call('POST', '/session/code', { code: page.codes[0] })
    expect(await codeOf(old)).toBe('sign_in_failed')
    expect((await aConsole(gateway).call('POST', '/session/code', { code: codes[0] })).status).toBe(204)
  })
})

describe('a proxy in front that has asked who comes', () => {
  const [issuer, audience] = ['https://kota.contoh.go.id', 'konsol-pendamping']
  let own: TestGateway
  let keys: Server
  let sign: (
    claims: object,
    more?: { audience?: string; key?: CryptoKey; expires?: string },
  ) => Promise<string>
  beforeAll(async () => {
    const pair = await generateKeyPair('RS256')
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'satu', alg: 'RS256' }
    keys = createServer((_, answer) => answer.end(JSON.stringify({ keys: [jwk] })))
    await new Promise<void>((done) => keys.listen(0, '127.0.0.1', done))
    sign = (claims, { audience: other = audience, key = pair.privateKey, expires = '5m' } = {}) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'satu' })
        .setIssuer(issuer)
        .setAudience(other)
        .setExpirationTime(expires)
        .sign(key)
    own = await aGateway({
      PENDAMPING_PROXY_ISSUER: issuer,
      PENDAMPING_PROXY_AUDIENCE: audience,
      PENDAMPING_PROXY_KEYS: `http://127.0.0.1:${(keys.address() as AddressInfo).port}/certs`,
    })
    await own.admin('POST', '/admins', { ...cityAdmin, email: 'Rini@contoh.go.id' })
  })
  afterAll(async () => {
    await own.end()
    keys.close()
  })
  const come = (token: string) =>
    aConsole(own).call('POST', '/session/proxy', undefined, { 'cf-access-jwt-assertion': token })

  it('opens the account of that address', async () => {
    const page = aConsole(own)
    expect(await page.json('GET', '/session/ways')).toEqual({ passkey: true, proxy: true })
    const token = await sign({ email: 'rini@CONTOH.go.id' })
    await page.call('POST', '/session/proxy', undefined, { 'cf-access-jwt-assertion': token })
    expect(await page.json('GET', '/session')).toMatchObject({ name: 'Rini Contoh', role: 'city' })
  })

  it('is not believed without an account, for another audience, with another key, too late, or unsigned', async () => {
    const email = 'rini@contoh.go.id'
    const stranger = await generateKeyPair('RS256')
    const none = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ email, iss: issuer, aud: audience }))}.`
    const tokens = [
      await sign({ email: 'lain@contoh.go.id' }),
      await sign({ email }, { audience: 'lain' }),
      await sign({ email }, { key: stranger.privateKey }),
      await sign({ email }, { expires: '-1m' }),
      await sign({ email, email_verified: false }),
      none,
    ]
    const codes = await Promise.all(tokens.map(async (token) => codeOf(await come(token))))
    expect(codes).toEqual(tokens.map(() => 'sign_in_failed'))
  })

  it('is not heard where the operator has named none', async () => {
    const page = aConsole(gateway)
    expect(await page.json('GET', '/session/ways')).toEqual({ passkey: true, proxy: false })
    const token = await sign({ email: 'rini@contoh.go.id' })
    const answer = await page.call('POST', '/session/proxy', undefined, { 'cf-access-jwt-assertion': token })
    expect(await codeOf(answer)).toBe('sign_in_failed')
  })

  it('names no two accounts by one address', async () => {
    const again = await own.admin('POST', '/admins', { ...cityAdmin, email: 'rini@contoh.go.id' })
    expect(await errorOf(again)).toMatchObject({ code: 'already_exists', param: 'email' })
  })
})

describe('an account', () => {
  it('can’t end a session that it does not have', async () => {
    const page = await signedInAs(gateway, cityAdmin)
    expect(await codeOf(await page.call('DELETE', '/me/sessions/bukan-milikku'))).toBe('id_unknown')
  })

  it('sees its sessions, and ends the others', async () => {
    const page = await signedInAs(gateway, cityAdmin)
    const other = aConsole(gateway)
    await signInByPasskey(other, page.authenticator)
    const { sessions } = await page.json<{ sessions: { isThis: boolean }[] }>('GET', '/me')
    expect(sessions.map(({ isThis }) => isThis).sort()).toEqual([false, true])
    await page.call('DELETE', '/me/sessions/others')
    expect([await whoIs(page), await whoIs(other)]).toEqual([200, 'sign_in_needed'])
  })

  it('that is disabled is out at once, and can’t come back', async () => {
    const page = await signedInAs(gateway, { name: 'Budi Contoh', role: 'auditor', office: null })
    await gateway.admin('PUT', `/admins/${page.id}`, {
      name: 'Budi Contoh',
      role: 'auditor',
      office: null,
      disabled: true,
    })
    expect(await whoIs(page)).toBe('sign_in_needed')
    expect(await codeOf(await signInByPasskey(page, page.authenticator))).toBe('sign_in_failed')
    const byCode = await aConsole(gateway).call('POST', '/session/code', { code: page.codes[0] })
    expect(await codeOf(byCode)).toBe('sign_in_failed')
  })

  it('of a city admin can’t take its own rights away', async () => {
    const page = await signedInAs(gateway, cityAdmin)
    const answer = await page.call('PUT', `/admins/${page.id}`, { ...cityAdmin, disabled: true })
    expect(await codeOf(answer)).toBe('not_permitted')
  })

  it('needs an office for the role of an office admin, and only for that', async () => {
    const answers = [
      { name: 'A', role: 'office', office: null },
      { name: 'A', role: 'auditor', office: 'dinkes' },
    ].map(async (body) => (await errorOf(await gateway.admin('POST', '/admins', body))).param)
    expect(await Promise.all(answers)).toEqual(['office', 'office'])
  })

  it('is named in the log of acts, each act by its own', async () => {
    const page = await signedInAs(gateway, cityAdmin)
    await page.call('POST', '/offices', { id: 'tercatat', name: 'Dinas Tercatat' })
    const { acts } = await page.json<{ acts: { actor: string; detail: string }[] }>('GET', '/acts')
    const [last] = acts.filter(({ detail }) => detail.includes('tercatat'))
    expect(last?.actor).toBe(page.id)
  })
})

describe('a role', () => {
  const tries = [
    ['GET', '/offices'],
    ['POST', '/offices', { id: 'baru', name: 'Baru' }],
    ['GET', '/offices/MINE'],
    ['POST', '/offices/MINE/keys', { label: 'uji' }],
    ['PUT', '/offices/MINE/limits', { actionsPerDay: 9 }],
    ['GET', '/offices/OTHER/keys'],
    ['GET', '/acts'],
    ['GET', '/admins'],
    ['PUT', '/switches', { kind: 'city', off: false }],
    ['GET', '/me'],
  ] as const
  const outcomes: Record<string, unknown[]> = {
    auditor: [200, 'x', 200, 'x', 'x', 200, 200, 200, 'x', 200],
    office: [200, 'x', 200, 201, 'x', 'x', 'x', 'x', 'x', 200],
    trainer: [200, 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 200],
  }

  it.each(Object.keys(outcomes))('%s: may what it is for, and nothing else', async (role) => {
    const [mine, other] = [await gateway.office(), await gateway.office()]
    const page = await signedInAs(gateway, {
      name: 'Peran Uji',
      role: role as 'auditor',
      office: role === 'office' ? mine.id : null,
    })
    const seen = []
    for (const [method, path, body] of tries) {
      const at = path.replace('MINE', mine.id).replace('OTHER', other.id)
      const code = await codeOf(await page.call(method, at, body))
      seen.push(code === 'not_permitted' ? 'x' : code)
    }
    expect(seen).toEqual(outcomes[role])
  })

  it('that reads offices is told what each has used this month; a trainer, only which there are', async () => {
    const { id, key } = await gateway.office({ office: { actionsPerMonth: 90 } })
    await (await gateway.chat(key, 'Lampu padam')).text()
    const useFor = async (role: 'auditor' | 'trainer') => {
      const page = await signedInAs(gateway, { name: 'Peran Uji', role, office: null })
      const { offices } = await page.json<{ offices: { id: string; officeActions: object | null }[] }>(
        'GET',
        '/offices?use=month',
      )
      return offices.find((office) => office.id === id)?.officeActions
    }
    expect(await useFor('auditor')).toMatchObject({ used: 1, cap: 90 })
    expect(await useFor('trainer')).toBeNull()
  })

  it('of an office sees no other office in the list', async () => {
    const mine = await gateway.office()
    const page = await signedInAs(gateway, { name: 'Peran Uji', role: 'office', office: mine.id })
    const { offices } = await page.json<{ offices: { id: string }[] }>('GET', '/offices')
    expect(offices.map(({ id }) => id)).toEqual([mine.id])
  })
})

it('keeps the sessions and accounts through a crash', async () => {
  const page = await signedInAs(gateway, cityAdmin)
  await gateway.kill()
  await gateway.startAgain()
  expect(await whoIs(page)).toBe(200)
})
