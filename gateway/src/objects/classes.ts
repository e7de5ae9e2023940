// The city's classes: their codes and terms. Seats, keys and what they use live in an object of the class's own, which is an
// `Office` like any other. A part of the city's object.
import { RpcTarget } from 'cloudflare:workers'
import { NewClass, type ClassEntry } from '../../../shared/protocol/classes.ts'
import type { Failure } from '../../../shared/protocol/index.ts'

/** What a class is before it has an id and a code of its own. */
export interface NewClassEntry {
  id: string
  joinCode: string
  terms: NewClass
}

export class Classes extends RpcTarget {
  readonly #sql: SqlStorage
  readonly #changed: () => void

  /** @param changed called after every change: the city's view is another one now */
  constructor(sql: SqlStorage, changed: () => void) {
    super()
    this.#sql = sql
    this.#changed = changed
  }

  /** A code is one class's alone for as long as anything remembers that class. */
  add({ id, joinCode, terms }: NewClassEntry, now: number): ClassEntry | Failure {
    const taken = this.#sql.exec('SELECT 1 FROM classes WHERE code = ? OR id = ?', joinCode, id).toArray()
    if (taken.length > 0) return { code: 'already_exists', param: 'code' }
    this.#sql.exec(
      'INSERT INTO classes (id, code, terms, made_at) VALUES (?, ?, ?, ?)',
      id,
      joinCode,
      JSON.stringify(terms),
      now,
    )
    this.#changed()
    return { ...terms, id, joinCode, madeAt: now, endedAt: null }
  }

  change(id: string, terms: NewClass): ClassEntry | Failure {
    return this.#changedRow(
      'UPDATE classes SET terms = ? WHERE id = ? RETURNING *',
      JSON.stringify(terms),
      id,
    )
  }

  /** Nobody joins any more. */
  end(id: string, now: number): ClassEntry | Failure {
    return this.#changedRow(
      'UPDATE classes SET ended_at = coalesce(ended_at, ?) WHERE id = ? RETURNING *',
      now,
      id,
    )
  }

  #changedRow(statement: string, ...values: SqlStorageValue[]): ClassEntry | Failure {
    const [row] = this.#sql.exec<ClassRow>(statement, ...values).toArray()
    this.#changed()
    return row ? classEntry(row) : { code: 'id_unknown' }
  }
}

/** @returns all, the newest first */
export function listClasses(sql: SqlStorage): ClassEntry[] {
  return sql.exec<ClassRow>('SELECT * FROM classes ORDER BY made_at DESC, id').toArray().map(classEntry)
}

type ClassRow = { id: string; code: string; terms: string; made_at: number; ended_at: number | null }

function classEntry({ id, code, terms, made_at, ended_at }: ClassRow): ClassEntry {
  return { ...NewClass.parse(JSON.parse(terms)), id, joinCode: code, madeAt: made_at, endedAt: ended_at }
}
