// Who may work at the console: accounts, their passkeys and recovery codes, and invitations. Of every secret only the
// SHA-256 is kept. A part of the city's object.
import { RpcTarget } from 'cloudflare:workers'
import type { Failure } from '../../../shared/protocol/index.ts'
import type {
  Actor,
  AdminEntry,
  ChangeAdmin,
  NewAdmin,
  PasskeyEntry,
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
    if (this.#sql.exec('SELECT 1 FROM admins WHERE id = ?', admin).toArray().length === 0)
      return { code: 'id_unknown' }
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
    const actor = row ? accountOf(this.#sql, row.admin_id) : null
    if (!row || !actor) return null
    return {
      actor,
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
    return used ? accountOf(this.#sql, used.admin_id) : null
  }

  codesLeft(admin: string): number {
    return this.#sql
      .exec<{ left: number }>('SELECT count(*) AS left FROM recovery_codes WHERE admin_id = ?', admin)
      .one().left
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
}

/** @returns the account, unless it is disabled */
export function accountOf(sql: SqlStorage, id: string): Actor | null {
  const [row] = sql.exec<AdminRow>('SELECT * FROM admins WHERE id = ? AND disabled_at IS NULL', id).toArray()
  return row ? actorOf(row) : null
}

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
