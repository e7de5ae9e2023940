// The one object of a city: which offices and upstreams there are, the policy, what is switched off, and who did what.
// Keys and quotas live in each office's own object. It knows nothing of HTTP and opens no secret: those come and go
// encrypted.
import { DurableObject } from 'cloudflare:workers'
import { defaultRules, type Failure, type Rules } from '../../../shared/protocol/index.ts'
import {
  CityPolicy,
  NeverHide,
  OfficeLimits,
  type KillSwitch,
  type NewOffice,
  type NewUpstream,
} from '../../../shared/protocol/admin.ts'
import type { ClassEntry } from '../../../shared/protocol/classes.ts'
import type { Env } from '../env.ts'
import * as acts from './acts.ts'
import { Admins } from './admins.ts'
import { Classes, listClasses } from './classes.ts'
import * as repeats from './repeats.ts'
import { cityMigrations, migrate } from './schema.ts'
import { Sessions } from './sessions.ts'

export type { Act, NewAct } from './acts.ts'

export interface OfficeEntry {
  id: string
  name: string
  /** With which it began; those in force live in its own object. */
  limits: OfficeLimits
  /** Terms that stay readable, by the admin's word. */
  neverHide: string[]
  suspendedAt: number | null
  removedAt: number | null
}

/** An upstream as it is kept: without its key, and with the key encrypted. */
export interface UpstreamEntry {
  settings: Omit<NewUpstream, 'key'>
  secret: string | null
}

export interface Revision {
  revision: number
  comment: string
  at: number
  /** Who published it: `token`, or an account; null where a crash came before the log. */
  actor: string | null
}

export interface SwitchedOff {
  kind: KillSwitch['kind']
  id: string
  reason: string
  at: number
}

/** All that a request needs to know of the city. */
export interface CityView {
  /** Changes with every change; asking with the version one has brings nothing. */
  version: string
  offices: OfficeEntry[]
  upstreams: UpstreamEntry[]
  classes: ClassEntry[]
  revision: number
  policy: CityPolicy
  off: SwitchedOff[]
  signing: { publicKey: string; secret: string } | null
}

/** @returns the rules of one office: the defaults, over them the city's, over them its own */
export function rulesFor(policy: CityPolicy, office: string): Rules {
  const own = Object.hasOwn(policy.offices, office) ? policy.offices[office] : {}
  return { ...defaultRules, ...policy.rules, ...own }
}

const noPolicy: CityPolicy = { rules: {}, offices: {} }

export class City extends DurableObject<Env> {
  readonly #sql: SqlStorage
  /** A new process must not be taken for the one that counted the same changes. */
  readonly #process = crypto.randomUUID()
  #changes = 0
  readonly #admins: Admins
  readonly #sessions: Sessions
  readonly #classes: Classes

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    migrate(ctx.storage, cityMigrations)
    this.#sql = ctx.storage.sql
    this.#admins = new Admins(ctx.storage)
    this.#sessions = new Sessions(this.#sql)
    this.#classes = new Classes(this.#sql, () => (this.#changes += 1))
  }

  get classes(): Classes {
    return this.#classes
  }

  get admins(): Admins {
    return this.#admins
  }

  get sessions(): Sessions {
    return this.#sessions
  }

  /** @returns null where nothing has changed since that version */
  view(known: string | null): CityView | null {
    const version = `${this.#process}.${this.#changes}`
    if (known === version) return null
    return {
      version,
      offices: this.offices(),
      upstreams: this.#upstreams(),
      classes: listClasses(this.#sql),
      ...this.policy(),
      off: this.#sql.exec<SwitchedOff & Row>('SELECT * FROM switches ORDER BY kind, id').toArray(),
      signing:
        this.#sql
          .exec<{ publicKey: string; secret: string }>(
            'SELECT public_key AS publicKey, secret FROM signing ORDER BY made_at LIMIT 1',
          )
          .toArray()[0] ?? null,
    }
  }

  /** Registers offices, all or none; a name inside keys can never be given to another. @returns the one that exists */
  addOffices(offices: NewOffice[], now: number): { added: number } | Failure {
    const taken = offices.findIndex(({ id }) => this.office(id) !== null)
    if (taken >= 0) return { code: 'already_exists', param: 'id' }
    this.ctx.storage.transactionSync(() => {
      for (const { id, name, limits = {} } of offices) {
        this.#sql.exec(
          'INSERT INTO offices (id, name, limits, made_at) VALUES (?, ?, ?, ?)',
          id,
          name,
          JSON.stringify(limits),
          now,
        )
      }
    })
    this.#changes += 1
    return { added: offices.length }
  }

  office(id: string): OfficeEntry | null {
    const [row] = this.#sql.exec<OfficeRow>('SELECT * FROM offices WHERE id = ?', id).toArray()
    return row ? officeEntry(row) : null
  }

  /** Removed ones too: their names stay taken, and their audit can still be read. */
  offices(): OfficeEntry[] {
    return this.#sql.exec<OfficeRow>('SELECT * FROM offices ORDER BY name').toArray().map(officeEntry)
  }

  renameOffice(id: string, name: string): void {
    this.#change('UPDATE offices SET name = ? WHERE id = ?', name, id)
  }

  suspendOffice(id: string, at: number | null): void {
    this.#change('UPDATE offices SET suspended_at = ? WHERE id = ?', at, id)
  }

  removeOffice(id: string, at: number): void {
    this.#change('UPDATE offices SET removed_at = coalesce(removed_at, ?) WHERE id = ?', at, id)
  }

  setNeverHide(id: string, { terms }: NeverHide): NeverHide {
    this.#change('UPDATE offices SET never_hide = ? WHERE id = ?', JSON.stringify(terms), id)
    return { terms }
  }

  addUpstream({ settings, secret }: UpstreamEntry, now: number): Failure | null {
    const known = this.#sql.exec('SELECT 1 FROM upstreams WHERE id = ?', settings.id).toArray()
    if (known.length > 0) return { code: 'already_exists', param: 'id' }
    this.#change(
      'INSERT INTO upstreams (id, settings, secret, made_at, changed_at) VALUES (?, ?, ?, ?, ?)',
      settings.id,
      JSON.stringify(settings),
      secret,
      now,
      now,
    )
    return null
  }

  /** @param secret undefined = it stays */
  changeUpstream(
    settings: UpstreamEntry['settings'],
    secret: string | null | undefined,
    now: number,
  ): Failure | null {
    const found = this.#change(
      'UPDATE upstreams SET settings = ?, changed_at = ? WHERE id = ? RETURNING id',
      JSON.stringify(settings),
      now,
      settings.id,
    )
    if (found === 0) return { code: 'id_unknown' }
    if (secret !== undefined)
      this.#change('UPDATE upstreams SET secret = ? WHERE id = ?', secret, settings.id)
    return null
  }

  removeUpstream(id: string): Failure | null {
    return this.#change('DELETE FROM upstreams WHERE id = ? RETURNING id', id) > 0
      ? null
      : { code: 'id_unknown' }
  }

  /** @returns the policy in force, and its revision; 0 where none was ever published */
  policy(): { revision: number; policy: CityPolicy } {
    const [row] = this.#sql
      .exec<{ revision: number; policy: string }>(
        'SELECT revision, policy FROM policies ORDER BY revision DESC LIMIT 1',
      )
      .toArray()
    return row
      ? { revision: row.revision, policy: readPolicy(row.policy) }
      : { revision: 0, policy: noPolicy }
  }

  revisions(): Revision[] {
    const by = acts.publishers(this.#sql)
    return this.#sql
      .exec<Omit<Revision, 'actor'> & Row>(
        'SELECT revision, comment, at FROM policies ORDER BY revision DESC LIMIT 200',
      )
      .toArray()
      .map((one) => ({ ...one, actor: by.get(one.revision) ?? null }))
  }

  policyOf(revision: number): CityPolicy | null {
    const [row] = this.#sql
      .exec<{ policy: string }>('SELECT policy FROM policies WHERE revision = ?', revision)
      .toArray()
    return row ? readPolicy(row.policy) : null
  }

  /**
   * Of two admins who publish at once the second is told.
   * @param number `basedOn`: the revision that they had before them; `revision`: the number that it is to get, else the next
   */
  publishPolicy(
    policy: CityPolicy,
    comment: string,
    number: { basedOn: number; revision?: number | undefined },
    now: number,
  ): { revision: number } | Failure {
    const { basedOn, revision: wanted = null } = number
    if (this.policy().revision !== basedOn) return { code: 'revision_outdated', param: 'basedOn' }
    if (wanted !== null && wanted <= basedOn) return { code: 'invalid_request', param: 'revision' }
    const { revision } = this.#sql
      .exec<{ revision: number }>(
        'INSERT INTO policies (revision, policy, comment, at) VALUES (?, ?, ?, ?) RETURNING revision',
        wanted,
        JSON.stringify(policy),
        comment,
        now,
      )
      .one()
    this.#changes += 1
    return { revision }
  }

  /** @returns how long the office's audit is kept in detail */
  retentionDays(office: string): number {
    return rulesFor(this.policy().policy, office).retentionDays
  }

  /** Switches the city, an office, a helper or an upstream off, or on again. */
  setSwitch({ kind, id, off, reason }: KillSwitch, now: number): void {
    this.#change('DELETE FROM switches WHERE kind = ? AND id = ?', kind, id)
    if (off)
      this.#change('INSERT INTO switches (kind, id, reason, at) VALUES (?, ?, ?, ?)', kind, id, reason, now)
  }

  /** Keeps the first key pair that anybody offers. @returns the one that is kept */
  setSigning(publicKey: string, secret: string, now: number): { publicKey: string; secret: string } {
    const known = this.view(null)?.signing
    if (known) return known
    this.#change('INSERT INTO signing (public_key, secret, made_at) VALUES (?, ?, ?)', publicKey, secret, now)
    return { publicKey, secret }
  }

  /** The secrets again, encrypted with another master key; one that was changed meanwhile stays as it is. */
  replaceSecrets(secrets: { table: 'upstreams' | 'signing'; before: string; after: string }[]): void {
    this.ctx.storage.transactionSync(() => {
      for (const { table, before, after } of secrets)
        this.#change(`UPDATE ${table} SET secret = ? WHERE secret = ?`, after, before)
    })
  }

  /** The city signs with another key from now on: the one before can't be opened any more. */
  renewSigning(publicKey: string, secret: string, now: number): void {
    this.#change('DELETE FROM signing')
    this.setSigning(publicKey, secret, now)
  }

  note(act: acts.NewAct, now: number): void {
    acts.writeAct(this.#sql, act, now)
    repeats.tidyRepeats(this.#sql, now)
  }

  acts(before: number | null, most: number): acts.Act[] {
    return acts.listActs(this.#sql, before, most)
  }

  beginRepeat(hash: string, request: string, now: number): repeats.Repeat {
    return repeats.beginRepeat(this.#sql, hash, request, now)
  }

  endRepeat(hash: string, answer: string | null): void {
    repeats.endRepeat(this.#sql, hash, answer)
  }

  #upstreams(): UpstreamEntry[] {
    return this.#sql
      .exec<{ settings: string; secret: string | null }>('SELECT settings, secret FROM upstreams ORDER BY id')
      .toArray()
      .map(({ settings, secret }) => ({
        settings: JSON.parse(settings) as UpstreamEntry['settings'],
        secret,
      }))
  }

  /** @returns rows that the statement gave back */
  #change(statement: string, ...values: SqlStorageValue[]): number {
    this.#changes += 1
    return this.#sql.exec(statement, ...values).toArray().length
  }
}

type Row = Record<string, SqlStorageValue>
type OfficeRow = {
  id: string
  name: string
  limits: string
  never_hide: string
  suspended_at: number | null
  removed_at: number | null
}

function officeEntry(row: OfficeRow): OfficeEntry {
  return {
    id: row.id,
    name: row.name,
    limits: OfficeLimits.parse(JSON.parse(row.limits)),
    neverHide: NeverHide.parse({ terms: JSON.parse(row.never_hide) }).terms,
    suspendedAt: row.suspended_at,
    removedAt: row.removed_at,
  }
}

function readPolicy(text: string): CityPolicy {
  return CityPolicy.parse(JSON.parse(text))
}
