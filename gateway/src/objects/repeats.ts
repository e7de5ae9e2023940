// Requests that an admin's program may send again, by its `Idempotency-Key` (IETF draft-ietf-httpapi-idempotency-key-header):
// done once, answered twice. What is kept is sealed, for an answer may hold a new key.

/** As long as a program may go on trying. */
const keptMs = 86_400_000
/** Longer than any act takes: one that a crash cut off may be tried again. */
const underWayMs = 60_000

/** `new`: do it. `running`: somebody does. `other`: the key was used for another request. `done`: here is the answer. */
export type Repeat = { state: 'new' | 'running' | 'other' } | { state: 'done'; answer: string }

/** @param hash of the key @param request hash of what it came with. No await: of two at once one is `new`. */
export function beginRepeat(sql: SqlStorage, hash: string, request: string, now: number): Repeat {
  tidyRepeats(sql, now)
  const [known] = sql
    .exec<{ request: string; answer: string | null }>(
      'SELECT request, answer FROM repeats WHERE hash = ?',
      hash,
    )
    .toArray()
  if (!known) {
    sql.exec('INSERT INTO repeats (hash, request, at) VALUES (?, ?, ?)', hash, request, now)
    return { state: 'new' }
  }
  if (known.request !== request) return { state: 'other' }
  return known.answer === null ? { state: 'running' } : { state: 'done', answer: known.answer }
}

/** Forgets answers after a day, and requests that a crash cut off. */
export function tidyRepeats(sql: SqlStorage, now: number): void {
  sql.exec('DELETE FROM repeats WHERE at < ? OR (answer IS NULL AND at < ?)', now - keptMs, now - underWayMs)
}

/** @param answer null = it was refused and changed nothing: the key may be used again */
export function endRepeat(sql: SqlStorage, hash: string, answer: string | null): void {
  if (answer === null) sql.exec('DELETE FROM repeats WHERE hash = ?', hash)
  else sql.exec('UPDATE repeats SET answer = ? WHERE hash = ?', answer, hash)
}
