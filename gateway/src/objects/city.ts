// The one object of a city: which offices there are. Keys and quotas live in each office's own object.
import { DurableObject } from 'cloudflare:workers'
import { NeverHide, type Failure } from '../../../shared/protocol/index.ts'
import type { Env } from '../env.ts'
import { cityMigrations, migrate } from './schema.ts'

export interface OfficeEntry {
  id: string
  name: string
  /** Terms that stay readable, by the admin's word. */
  neverHide: string[]
}

export class City extends DurableObject<Env> {
  readonly #sql: SqlStorage

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    migrate(ctx.storage, cityMigrations)
    this.#sql = ctx.storage.sql
  }

  /** Registers an office; its name inside keys can never be given to another. */
  addOffice({ id, name }: Pick<OfficeEntry, 'id' | 'name'>, now: number): { id: string } | Failure {
    if (this.office(id)) return { code: 'already_exists', param: 'id' }
    this.#sql.exec('INSERT INTO offices (id, name, made_at) VALUES (?, ?, ?)', id, name, now)
    return { id }
  }

  office(id: string): OfficeEntry | null {
    const [row] = this.#sql.exec<OfficeRow>('SELECT * FROM offices WHERE id = ?', id).toArray()
    return row ? officeEntry(row) : null
  }

  offices(): OfficeEntry[] {
    return this.#sql.exec<OfficeRow>('SELECT * FROM offices ORDER BY name').toArray().map(officeEntry)
  }

  /** Takes effect within a minute: every isolate remembers an office that long. */
  setNeverHide(id: string, { terms }: NeverHide): NeverHide {
    this.#sql.exec('UPDATE offices SET never_hide = ? WHERE id = ?', JSON.stringify(terms), id)
    return { terms }
  }
}

type OfficeRow = { id: string; name: string; never_hide: string }

function officeEntry({ id, name, never_hide }: OfficeRow): OfficeEntry {
  return { id, name, neverHide: NeverHide.parse({ terms: JSON.parse(never_hide) }).terms }
}
