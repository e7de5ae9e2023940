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

  `ALTER TABLE profile ADD COLUMN suspended_at INTEGER;
   ALTER TABLE profile ADD COLUMN removed_at INTEGER;
   ALTER TABLE keys ADD COLUMN expires_at INTEGER;
   ALTER TABLE keys ADD COLUMN old_hash TEXT;
   ALTER TABLE keys ADD COLUMN old_until INTEGER;
   ALTER TABLE keys ADD COLUMN group_id TEXT;
   ALTER TABLE enrolments ADD COLUMN keys_expire_at INTEGER;
   ALTER TABLE enrolments ADD COLUMN group_id TEXT;
   CREATE TABLE groups (id TEXT PRIMARY KEY, label TEXT NOT NULL, limits TEXT NOT NULL, made_at INTEGER NOT NULL);
   ALTER TABLE ledger ADD COLUMN millirupiah INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE leases ADD COLUMN millirupiah INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE leases ADD COLUMN group_id TEXT;
   ALTER TABLE leases ADD COLUMN actions INTEGER NOT NULL DEFAULT 1;
   ALTER TABLE audit ADD COLUMN policy_revision INTEGER NOT NULL DEFAULT 1;
   ALTER TABLE audit ADD COLUMN chars_out INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE audit ADD COLUMN millirupiah INTEGER NOT NULL DEFAULT 0;
   ALTER TABLE audit ADD COLUMN hash TEXT NOT NULL DEFAULT '';
   CREATE TABLE audit_chain (first_hash TEXT NOT NULL, last_id INTEGER NOT NULL, last_hash TEXT NOT NULL);
   CREATE TABLE audit_totals (
     month TEXT NOT NULL, helper TEXT NOT NULL, upstream TEXT NOT NULL, data_class TEXT NOT NULL, outcome TEXT NOT NULL,
     requests INTEGER NOT NULL, tokens_in INTEGER NOT NULL, tokens_out INTEGER NOT NULL, hidden INTEGER NOT NULL,
     millirupiah INTEGER NOT NULL, PRIMARY KEY (month, helper, upstream, data_class, outcome)) WITHOUT ROWID;
   CREATE TABLE alarms (
     id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, subject TEXT NOT NULL, period TEXT NOT NULL,
     level INTEGER NOT NULL, used INTEGER NOT NULL, cap INTEGER NOT NULL, at INTEGER NOT NULL, sent_at INTEGER,
     tries INTEGER NOT NULL DEFAULT 0, next_at INTEGER, UNIQUE (name, subject, period, level, cap));`,

  `ALTER TABLE keys ADD COLUMN enrolment_id TEXT;`,

  `ALTER TABLE keys ADD COLUMN renew_by INTEGER;`,

  `ALTER TABLE keys ADD COLUMN device TEXT;
   ALTER TABLE keys ADD COLUMN as_office TEXT;
   CREATE INDEX keys_device ON keys (device);
   ALTER TABLE profile ADD COLUMN closes_at INTEGER;`,

  `ALTER TABLE leases ADD COLUMN process TEXT NOT NULL DEFAULT '';
   CREATE TABLE batches (id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;`,
] as const

export const cityMigrations = [
  `CREATE TABLE offices (id TEXT PRIMARY KEY, name TEXT NOT NULL, made_at INTEGER NOT NULL);`,
  `ALTER TABLE offices ADD COLUMN never_hide TEXT NOT NULL DEFAULT '[]';`,

  `ALTER TABLE offices ADD COLUMN limits TEXT NOT NULL DEFAULT '{}';
   ALTER TABLE offices ADD COLUMN suspended_at INTEGER;
   ALTER TABLE offices ADD COLUMN removed_at INTEGER;
   CREATE TABLE upstreams (
     id TEXT PRIMARY KEY, settings TEXT NOT NULL, secret TEXT, made_at INTEGER NOT NULL, changed_at INTEGER NOT NULL);
   CREATE TABLE policies (
     revision INTEGER PRIMARY KEY AUTOINCREMENT, policy TEXT NOT NULL, comment TEXT NOT NULL, at INTEGER NOT NULL);
   CREATE TABLE switches (
     kind TEXT NOT NULL, id TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
   CREATE TABLE signing (public_key TEXT NOT NULL, secret TEXT NOT NULL, made_at INTEGER NOT NULL);
   CREATE TABLE acts (
     id INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, act TEXT NOT NULL, subject TEXT NOT NULL,
     detail TEXT NOT NULL, hash TEXT NOT NULL);`,

  `CREATE TABLE repeats (hash TEXT PRIMARY KEY, request TEXT NOT NULL, answer TEXT, at INTEGER NOT NULL) WITHOUT ROWID;`,

  `CREATE TABLE admins (
     id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, office TEXT, email TEXT UNIQUE, made_at INTEGER NOT NULL,
     disabled_at INTEGER);
   CREATE TABLE passkeys (
     id TEXT PRIMARY KEY, admin_id TEXT NOT NULL, public_key TEXT NOT NULL, counter INTEGER NOT NULL,
     transports TEXT NOT NULL, label TEXT NOT NULL, made_at INTEGER NOT NULL, last_used_at INTEGER);
   CREATE TABLE recovery_codes (hash TEXT PRIMARY KEY, admin_id TEXT NOT NULL) WITHOUT ROWID;
   CREATE TABLE invitations (hash TEXT PRIMARY KEY, admin_id TEXT NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID;
   CREATE TABLE sessions (
     hash TEXT PRIMARY KEY, admin_id TEXT, token_hash TEXT, label TEXT NOT NULL, made_at INTEGER NOT NULL,
     expires_at INTEGER NOT NULL) WITHOUT ROWID;
   CREATE TABLE challenges (
     challenge TEXT PRIMARY KEY, purpose TEXT NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID;
   CREATE INDEX challenges_expiry ON challenges (expires_at);`,

  `CREATE TABLE classes (
     id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, terms TEXT NOT NULL, made_at INTEGER NOT NULL,
     ended_at INTEGER);`,
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
