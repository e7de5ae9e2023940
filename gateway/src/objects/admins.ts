// Who may work at the console: accounts, their passkeys and recovery codes, invitations and sessions. Of every secret only
// the SHA-256 is kept. A part of the city's object.
import { RpcTarget } from 'cloudflare:workers'
import type { Failure } from '../../../shared/protocol/index.ts'
import type {
  Actor,
  AdminEntry,
  ChangeAdmin,
  NewAdmin,
  PasskeyEntry,
  SessionEntry,
} from '../../../shared/protocol/console.ts'

/** A passkey's public half, as it is needed to check what it signed. */
export interface Passkey {
  id: string
  admin: string
  /** COSE key, base64url. */
  publicKey: string
  counter: number
  transports: string[]
  label: string
}

/** What a challenge was given out for; it answers nothing else. */
export type Purpose = 'register' | 'sign-in'

const challengeMs = 5 * 60_000
/** Anybody may ask for one: more at once than a city has admins are strangers', and the oldest make room. */
const mostChallenges = 500

export class Admins extends RpcTarget {
  readonly #sql: SqlStorage
  readonly #transaction: DurableObjectStorage['transactionSync']

  constructor(storage: DurableObjectStorage) {
    super()
    this.#sql = storage.sql
    this.#transaction = storage.transactionSync.bind(storage)
  }

  /** @returns all, disabled ones too: their names stand in the log of acts */
  list(): AdminEntry[] {
    return this.#sql
      .exec<AdminRow & { passkeys: number; seen: number | null }>(
        `SELECT admins.*,
           (SELECT count(*) FROM passkeys WHERE admin_id = admins.id) AS passkeys,
           (SELECT max(made_at) FROM sessions WHERE admin_id = admins.id) AS seen
         FROM admins ORDER BY name, id`,
      )
      .toArray()
      .map(({ id, name, role, office, email, made_at, disabled_at, passkeys, seen }) => ({
        id,
        name,
        role,
        office,
        email,
        madeAt: made_at,
        disabledAt: disabled_at,
        passkeys,
        lastSeenAt: seen,
      }))
  }

  add(id: string, { name, role, office, email }: NewAdmin, now: number): { id: string } | Failure {
    if (this.#isTaken(email, id)) return { code: 'already_exists', param: 'email' }
    this.#sql.exec(
      'INSERT INTO admins (id, name, role, office, email, made_at) VALUES (?, ?, ?, ?, ?, ?)',
      id,
      name,
      role,
      office,
      email,
      now,
    )
    return { id }
  }

  /** Whoever is disabled is signed out at once; whose role changes has the new one with the next request. */
  change(id: string, account: ChangeAdmin, now: number): { id: string } | Failure {
    const { name, role, office, email, disabled } = account
    if (this.#isTaken(email, id)) return { code: 'already_exists', param: 'email' }
    const found = this.#sql.exec(
      `UPDATE admins SET name = ?, role = ?, office = ?, email = ?,
         disabled_at = CASE WHEN ? THEN coalesce(disabled_at, ?) ELSE NULL END
       WHERE id = ? RETURNING id`,
      name,
      role,
      office,
      email,
      Number(disabled),
      now,
      id,
    )
    if (found.toArray().length === 0) return { code: 'id_unknown' }
    if (disabled) this.#sql.exec('DELETE FROM sessions WHERE admin_id = ?', id)
    return { id }
  }

  /** The one before it opens nothing any more. @param hash of the token */
  invite(admin: string, hash: string, expiresAt: number): { id: string } | Failure {
    if (!this.#admin(admin)) return { code: 'id_unknown' }
    this.#sql.exec('DELETE FROM invitations WHERE admin_id = ?', admin)
    this.#sql.exec(
      'INSERT INTO invitations (hash, admin_id, expires_at) VALUES (?, ?, ?)',
      hash,
      admin,
      expiresAt,
    )
    return { id: admin }
  }

  invited(hash: string, now: number): Actor | null {
    const [row] = this.#sql
      .exec<AdminRow>(
        `SELECT admins.* FROM invitations JOIN admins ON admins.id = admin_id
         WHERE hash = ? AND expires_at > ? AND disabled_at IS NULL`,
        hash,
        now,
      )
      .toArray()
    return row ? actorOf(row) : null
  }

  /** No await: of two who hold the same invitation one comes in. @param codes hashes of the recovery codes */
  accept(hash: string, passkey: Omit<Passkey, 'admin'>, codes: string[], now: number): Actor | Failure {
    const actor = this.invited(hash, now)
    if (!actor?.id) return { code: 'invitation_closed' }
    const { id } = actor
    this.#transaction(() => {
      this.#sql.exec('DELETE FROM invitations WHERE hash = ?', hash)
      this.addPasskey({ ...passkey, admin: id }, now)
      this.setCodes(id, codes)
    })
    return actor
  }

  addPasskey({ id, admin, publicKey, counter, transports, label }: Passkey, now: number): void {
    this.#sql.exec(
      `INSERT INTO passkeys (id, admin_id, public_key, counter, transports, label, made_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      id,
      admin,
      publicKey,
      counter,
      JSON.stringify(transports),
      label,
      now,
    )
  }

  /** @returns the passkey and whose it is, unless the account is disabled */
  passkey(id: string): { passkey: Passkey; actor: Actor } | null {
    const [row] = this.#sql.exec<PasskeyRow>('SELECT * FROM passkeys WHERE id = ?', id).toArray()
    const admin = row && this.#admin(row.admin_id)
    if (!row || !admin || admin.disabled_at !== null) return null
    return {
      actor: actorOf(admin),
      passkey: {
        id: row.id,
        admin: row.admin_id,
        publicKey: row.public_key,
        counter: row.counter,
        transports: JSON.parse(row.transports) as string[],
        label: row.label,
      },
    }
  }

  passkeys(admin: string): PasskeyEntry[] {
    return this.#sql
      .exec<PasskeyRow>('SELECT * FROM passkeys WHERE admin_id = ? ORDER BY made_at, id', admin)
      .toArray()
      .map(({ id, label, made_at, last_used_at }) => ({
        id,
        label,
        madeAt: made_at,
        lastUsedAt: last_used_at,
      }))
  }

  usedPasskey(id: string, counter: number, now: number): void {
    this.#sql.exec('UPDATE passkeys SET counter = ?, last_used_at = ? WHERE id = ?', counter, now, id)
  }

  removePasskey(admin: string, id: string): { id: string } | Failure {
    const found = this.#sql.exec('DELETE FROM passkeys WHERE id = ? AND admin_id = ? RETURNING id', id, admin)
    return found.toArray().length > 0 ? { id } : { code: 'id_unknown' }
  }

  /** All that were there before open nothing any more. */
  setCodes(admin: string, hashes: string[]): void {
    this.#sql.exec('DELETE FROM recovery_codes WHERE admin_id = ?', admin)
    for (const hash of hashes)
      this.#sql.exec('INSERT INTO recovery_codes (hash, admin_id) VALUES (?, ?)', hash, admin)
  }

  /** Each opens once. */
  useCode(hash: string): Actor | null {
    const [used] = this.#sql
      .exec<{ admin_id: string }>('DELETE FROM recovery_codes WHERE hash = ? RETURNING admin_id', hash)
      .toArray()
    const admin = used && this.#admin(used.admin_id)
    return admin && admin.disabled_at === null ? actorOf(admin) : null
  }

  codesLeft(admin: string): number {
    return this.#sql
      .exec<{ left: number }>('SELECT count(*) AS left FROM recovery_codes WHERE admin_id = ?', admin)
      .one().left
  }

  /** @param hash of the cookie's value @param who an account, or the hash of the admin token */
  startSession(
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
  session(hash: string, token: string | null, now: number): Actor | null {
    const [row] = this.#sql
      .exec<{ admin_id: string | null; token_hash: string | null }>(
        'SELECT admin_id, token_hash FROM sessions WHERE hash = ? AND expires_at > ?',
        hash,
        now,
      )
      .toArray()
    if (!row) return null
    if (row.admin_id === null) return token !== null && row.token_hash === token ? tokenHolder : null
    const admin = this.#admin(row.admin_id)
    return admin && admin.disabled_at === null ? actorOf(admin) : null
  }

  /** @param admin null = those of the admin token @param mine hash of the one that asks */
  sessions(admin: string | null, mine: string, now: number): SessionEntry[] {
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

  endSession(hash: string): void {
    this.#sql.exec('DELETE FROM sessions WHERE hash = ?', hash)
  }

  /** @param id as `sessions` names it; null = all but `mine` */
  endSessions(admin: string | null, id: string | null, mine: string): { ended: number } {
    const all = this.#sql
      .exec<{ hash: string }>('SELECT hash FROM sessions WHERE admin_id IS ?', admin)
      .toArray()
    const meant = all.filter(({ hash }) => (id === null ? hash !== mine : sessionId(hash) === id))
    for (const { hash } of meant) this.endSession(hash)
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

  /** @returns whose account a proxy's word opens, unless it is disabled */
  byEmail(email: string): Actor | null {
    const [row] = this.#sql
      .exec<AdminRow>('SELECT * FROM admins WHERE email = ? AND disabled_at IS NULL', email)
      .toArray()
    return row ? actorOf(row) : null
  }

  #isTaken(email: string | null, id: string): boolean {
    return (
      email !== null &&
      this.#sql.exec('SELECT 1 FROM admins WHERE email = ? AND id <> ?', email, id).toArray().length > 0
    )
  }

  #admin(id: string): AdminRow | undefined {
    return this.#sql.exec<AdminRow>('SELECT * FROM admins WHERE id = ?', id).toArray()[0]
  }
}

/** Whoever has the admin token is the city's admin: with it the first accounts are made, and lost ones mended. */
export const tokenHolder: Actor = { id: null, name: 'Token admin', role: 'city', office: null }

/** Enough to name it, and of no use as the hash that it stands for. */
const sessionId = (hash: string) => hash.slice(0, 12)

function actorOf({ id, name, role, office }: AdminRow): Actor {
  return { id, name, role, office }
}

type AdminRow = {
  id: string
  name: string
  role: Actor['role']
  office: string | null
  email: string | null
  made_at: number
  disabled_at: number | null
}
type PasskeyRow = {
  id: string
  admin_id: string
  public_key: string
  counter: number
  transports: string
  label: string
  made_at: number
  last_used_at: number | null
}
type SessionRow = {
  hash: string
  admin_id: string | null
  label: string
  made_at: number
  expires_at: number
}
