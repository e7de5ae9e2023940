// The log of what admins did, chained like an office's audit: who, what, to what, and the values before and after where
// they are settings. Never a secret, never content.
import { chainHash, chainStart } from './chain.ts'

export interface NewAct {
  /** Who: the admin token, or an account. */
  actor: string
  /** Method and route: "PUT /offices/:office/limits". */
  act: string
  /** What it was done to: "dinkes", "dinkes/k1". */
  subject: string
  /** JSON: settings before and after, counts. */
  detail: string
}
export type Act = NewAct & { id: number; at: number; hash: string }

export function writeAct(sql: SqlStorage, { actor, act, subject, detail }: NewAct, now: number): void {
  const [last] = sql
    .exec<{ id: number; hash: string }>('SELECT id, hash FROM acts ORDER BY id DESC LIMIT 1')
    .toArray()
  const id = (last?.id ?? 0) + 1
  const hash = chainHash(last?.hash ?? chainStart, [id, now, actor, act, subject, detail])
  sql.exec(
    'INSERT INTO acts (id, at, actor, act, subject, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    now,
    actor,
    act,
    subject,
    detail,
    hash,
  )
}

/** @returns by revision of the policy who published it: `token`, or an account */
export function publishers(sql: SqlStorage): Map<number, string> {
  const published = sql
    .exec<{ revision: number; actor: string }>(
      `SELECT json_extract(detail, '$.revision') AS revision, actor FROM acts
       WHERE act IN ('POST /policy', 'POST /policy/rollback') ORDER BY id`,
    )
    .toArray()
  return new Map(published.map(({ revision, actor }) => [revision, actor]))
}

/** @param before only older than this id @returns the newest first */
export function listActs(sql: SqlStorage, before: number | null, most: number): Act[] {
  return sql
    .exec<Act & Record<string, SqlStorageValue>>(
      'SELECT id, at, actor, act, subject, detail, hash FROM acts WHERE id < ? ORDER BY id DESC LIMIT ?',
      before ?? Number.MAX_SAFE_INTEGER,
      most,
    )
    .toArray()
}
