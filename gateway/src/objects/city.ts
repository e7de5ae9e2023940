// The one object of a city: which offices there are. Keys and quotas live in each office's own object.
import { DurableObject } from 'cloudflare:workers'
import type { Failure } from '../../../shared/protocol/index.ts'
import type { Env } from '../env.ts'
import { cityMigrations, migrate } from './schema.ts'

export interface OfficeEntry {
  id: string
  name: string
}

export class City extends DurableObject<Env> {
  readonly #sql: SqlStorage

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    migrate(ctx.storage, cityMigrations)
    this.#sql = ctx.storage.sql
  }

  /** Registers an office; its name inside keys can never be given to another. */
  addOffice(entry: OfficeEntry, now: number): OfficeEntry | Failure {
    if (this.office(entry.id)) return { code: 'already_exists', param: 'id' }
    this.#sql.exec('INSERT INTO offices (id, name, made_at) VALUES (?, ?, ?)', entry.id, entry.name, now)
    return entry
  }

  office(id: string): OfficeEntry | null {
    return (
      this.#sql.exec<Row<OfficeEntry>>('SELECT id, name FROM offices WHERE id = ?', id).toArray()[0] ?? null
    )
  }

  offices(): OfficeEntry[] {
    return this.#sql.exec<Row<OfficeEntry>>('SELECT id, name FROM offices ORDER BY name').toArray()
  }
}

/** SqlStorage wants an index signature, which interfaces lack. */
type Row<T> = { [K in keyof T]: T[K] & SqlStorageValue }
