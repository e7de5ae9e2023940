// Who works at the console, where a secret or a moment decides.
import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import type { Admins } from '../../../gateway/src/objects/admins.ts'

let names = 0
/** Of a city of its own. */
function withAdmins(act: (admins: Admins) => void): Promise<void> {
  return runInDurableObject(env.CITY.getByName(`kota-${(names += 1)}`), ({ admins }) => act(admins))
}
const span = { now: 1000, expiresAt: 9000 }

it('a session that the admin token opened ends with that token, and where there is none any more', () =>
  withAdmins((admins) => {
    admins.startSession('kuki', { token: 'hash-lama' }, 'Chrome Linux', span)
    expect(admins.session('kuki', 'hash-lama', 2000)).toMatchObject({ id: null, role: 'city' })
    expect(admins.session('kuki', 'hash-baru', 2000)).toBeNull()
    expect(admins.session('kuki', null, 2000)).toBeNull()
  }))

it('a session lasts to its last moment', () =>
  withAdmins((admins) => {
    admins.startSession('kuki', { token: 'hash' }, 'Chrome Linux', span)
    expect(admins.session('kuki', 'hash', 8999)).not.toBeNull()
    expect(admins.session('kuki', 'hash', 9000)).toBeNull()
  }))

it('challenges of strangers make room, and each is good once and for five minutes', () =>
  withAdmins((admins) => {
    for (let at = 0; at < 520; at += 1) admins.addChallenge(`tantangan-${at}`, 'sign-in', at)
    expect(admins.takeChallenge('tantangan-0', 'sign-in', 600)).toBe(false)
    expect(admins.takeChallenge('tantangan-519', 'register', 600)).toBe(false)
    expect(admins.takeChallenge('tantangan-519', 'sign-in', 600)).toBe(true)
    expect(admins.takeChallenge('tantangan-519', 'sign-in', 600)).toBe(false)
    expect(admins.takeChallenge('tantangan-518', 'sign-in', 518 + 300_000)).toBe(false)
  }))
