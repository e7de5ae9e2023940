// Who is signed in at the console, by the SHA-256 of a cookie, and the challenges that a passkey signs to sign in. A part of
// the city's object.
import { RpcTarget } from 'cloudflare:workers'
import type { Actor, SessionEntry } from '../../../shared/protocol/console.ts'
import { accountOf } from './admins.ts'

/** What a challenge was given out for; it answers nothing else. */
type Purpose = 'register' | 'sign-in'

const challengeMs = 5 * 60_000
/** Anybody may ask for one: more at once than a city has admins are strangers', and the oldest make room. */
const mostChallenges = 500

export class Sessions extends RpcTarget {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    super()
    this.#sql = sql
  }

  /** @param hash of the cookie's value @param who an account, or the hash of the admin token */
  start(
    hash: string,
    who: { admin: string } | { token: string },
    label: string,
    span: { now: number; expiresAt: number },
  ): void {
    this.#sql.exec('DELETE FROM sessions WHERE expires_at <= ?', span.now)
    this.#sql.exec(
      'INSERT INTO sessions (hash, admin_id, token_hash, label, made_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
      hash,
      'admin' in who ? who.admin : null,
      'token' in who ? who.token : null,
      label,
      span.now,
      span.expiresAt,
    )
  }

  /**
   * @param token hash of the admin token in force, or null: a session that another one opened ends with it
   * @returns who is signed in by this cookie, with their role as it now is
   */
  holder(hash: string, token: string | null, now: number): Actor | null {
    const [row] = this.#sql
      .exec<{ admin_id: string | null; token_hash: string | null }>(
        'SELECT admin_id, token_hash FROM sessions WHERE hash = ? AND expires_at > ?',
        hash,
        now,
      )
      .toArray()
    if (!row) return null
    if (row.admin_id === null) return token !== null && row.token_hash === token ? tokenHolder : null
    return accountOf(this.#sql, row.admin_id)
  }

  /** @param admin null = those of the admin token @param mine hash of the one that asks */
  list(admin: string | null, mine: string, now: number): SessionEntry[] {
    return this.#sql
      .exec<SessionRow>(
        'SELECT * FROM sessions WHERE admin_id IS ? AND expires_at > ? ORDER BY made_at DESC',
        admin,
        now,
      )
      .toArray()
      .map(({ hash, label, made_at, expires_at }) => ({
        id: sessionId(hash),
        label,
        madeAt: made_at,
        expiresAt: expires_at,
        isThis: hash === mine,
      }))
  }

  end(hash: string): void {
    this.#sql.exec('DELETE FROM sessions WHERE hash = ?', hash)
  }

  /** @param id as `list` names it; null = all but `mine` */
  endAll(admin: string | null, id: string | null, mine: string): { ended: number } {
    const all = this.#sql
      .exec<{ hash: string }>('SELECT hash FROM sessions WHERE admin_id IS ?', admin)
      .toArray()
    const meant = all.filter(({ hash }) => (id === null ? hash !== mine : sessionId(hash) === id))
    for (const { hash } of meant) this.end(hash)
    return { ended: meant.length }
  }

  addChallenge(challenge: string, purpose: Purpose, now: number): void {
    this.#sql.exec('DELETE FROM challenges WHERE expires_at <= ?', now)
    this.#sql.exec(
      'INSERT INTO challenges (challenge, purpose, expires_at) VALUES (?, ?, ?)',
      challenge,
      purpose,
      now + challengeMs,
    )
    this.#sql.exec(
      `DELETE FROM challenges WHERE challenge IN
         (SELECT challenge FROM challenges ORDER BY expires_at DESC LIMIT -1 OFFSET ?)`,
      mostChallenges,
    )
  }

  /** Each is good for one answer. */
  takeChallenge(challenge: string, purpose: Purpose, now: number): boolean {
    const found = this.#sql.exec(
      'DELETE FROM challenges WHERE challenge = ? AND purpose = ? AND expires_at > ? RETURNING challenge',
      challenge,
      purpose,
      now,
    )
    return found.toArray().length > 0
  }
}

/** Whoever has the admin token is the city's admin: with it the first accounts are made, and lost ones mended. */
export const tokenHolder: Actor = { id: null, name: 'Token admin', role: 'city', office: null }

/** Enough to name it, and of no use as the hash that it stands for. */
const sessionId = (hash: string) => hash.slice(0, 12)

type SessionRow = {
  hash: string
  admin_id: string | null
  label: string
  made_at: number
  expires_at: number
}
