// Who is signed in at the console, where a secret or a moment decides.
import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import type { Sessions } from '../../../gateway/src/objects/sessions.ts'

let names = 0
/** Of a city of its own. */
function withSessions(act: (sessions: Sessions) => void): Promise<void> {
  return runInDurableObject(env.CITY.getByName(`kota-${(names += 1)}`), ({ sessions }) => act(sessions))
}
const span = { now: 1000, expiresAt: 9000 }

it('a session that the admin token opened ends with that token, and where there is none any more', () =>
  withSessions((sessions) => {
    sessions.start('kuki', { token: 'hash-lama' }, 'Chrome Linux', span)
    expect(sessions.holder('kuki', 'hash-lama', 2000)).toMatchObject({ id: null, role: 'city' })
    expect(sessions.holder('kuki', 'hash-baru', 2000)).toBeNull()
    expect(sessions.holder('kuki', null, 2000)).toBeNull()
  }))

it('a session lasts to its last moment', () =>
  withSessions((sessions) => {
    sessions.start('kuki', { token: 'hash' }, 'Chrome Linux', span)
    expect(sessions.holder('kuki', 'hash', 8999)).not.toBeNull()
    expect(sessions.holder('kuki', 'hash', 9000)).toBeNull()
  }))

it('challenges of strangers make room, and each is good once and for five minutes', () =>
  withSessions((sessions) => {
    for (let at = 0; at < 520; at += 1) sessions.addChallenge(`tantangan-${at}`, 'sign-in', at)
    expect(sessions.takeChallenge('tantangan-0', 'sign-in', 600)).toBe(false)
    expect(sessions.takeChallenge('tantangan-519', 'register', 600)).toBe(false)
    expect(sessions.takeChallenge('tantangan-519', 'sign-in', 600)).toBe(true)
    expect(sessions.takeChallenge('tantangan-519', 'sign-in', 600)).toBe(false)
    expect(sessions.takeChallenge('tantangan-518', 'sign-in', 518 + 300_000)).toBe(false)
  }))
