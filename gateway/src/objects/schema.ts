// Tables of the objects, as append-only lists of migrations: an entry that has landed is never changed, for an office's
// object may wake up years later with any older version. PRAGMA user_version isn't supported there; a table keeps it.

export const officeMigrations = [
  `CREATE TABLE profile (id TEXT PRIMARY KEY, name TEXT NOT NULL, limits TEXT NOT NULL);
   CREATE TABLE keys (
     id TEXT PRIMARY KEY, hash TEXT NOT NULL, label TEXT NOT NULL, limits TEXT NOT NULL,
     made_at INTEGER NOT NULL, revoked_at INTEGER, last_used_at INTEGER);
   CREATE TABLE enrolments (
     id TEXT PRIMARY KEY, hash TEXT NOT NULL, label TEXT NOT NULL, limits TEXT NOT NULL,
     devices INTEGER NOT NULL, enrolled INTEGER NOT NULL, made_at INTEGER NOT NULL,
     expires_at INTEGER NOT NULL, revoked_at INTEGER);
   CREATE TABLE ledger (
     scope TEXT NOT NULL, period TEXT NOT NULL, actions INTEGER NOT NULL, tokens INTEGER NOT NULL,
     PRIMARY KEY (scope, period)) WITHOUT ROWID;
   CREATE TABLE leases (
     id INTEGER PRIMARY KEY AUTOINCREMENT, key_id TEXT NOT NULL, minute TEXT NOT NULL, day TEXT NOT NULL,
     month TEXT NOT NULL, tokens INTEGER NOT NULL, made_at INTEGER NOT NULL);
   CREATE TABLE audit (
     id INTEGER PRIMARY KEY AUTOINCREMENT, minute INTEGER NOT NULL, key_id TEXT NOT NULL, helper TEXT NOT NULL,
     prompt_version INTEGER NOT NULL, upstream TEXT NOT NULL, data_class TEXT NOT NULL, chars_in INTEGER NOT NULL,
     hidden INTEGER NOT NULL, tokens_in INTEGER NOT NULL, tokens_out INTEGER NOT NULL, outcome TEXT NOT NULL,
     milliseconds INTEGER NOT NULL);
   CREATE INDEX audit_minute ON audit (minute);`,
] as const

export const cityMigrations = [
  `CREATE TABLE offices (id TEXT PRIMARY KEY, name TEXT NOT NULL, made_at INTEGER NOT NULL);`,
  `ALTER TABLE offices ADD COLUMN never_hide TEXT NOT NULL DEFAULT '[]';`,
] as const

/** Brings an object's tables up to date. Runs in the constructor, before any call. */
export function migrate(storage: DurableObjectStorage, migrations: readonly string[]): void {
  const { sql } = storage
  sql.exec('CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)')
  const version =
    sql.exec<{ version: number }>('SELECT max(version) AS version FROM schema_version').one().version ?? 0
  if (version > migrations.length) throw new Error('schema is newer than this program')
  storage.transactionSync(() => {
    for (const [index, migration] of migrations.entries()) {
      if (index < version) continue
      sql.exec(migration)
      sql.exec('INSERT INTO schema_version (version) VALUES (?)', index + 1)
    }
  })
}
