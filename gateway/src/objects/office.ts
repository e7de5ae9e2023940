// One object per office: its keys, quota ledger, audit and alarms. It knows nothing of HTTP.
import { DurableObject } from 'cloudflare:workers'
import type { Allowance, Failure, Usage } from '../../../shared/protocol/index.ts'
import type { Seat } from '../../../shared/protocol/classes.ts'
import type { GroupLimits, KeyLimits, OfficeLimits } from '../../../shared/protocol/admin.ts'
import type { Credential } from '../admission/secret.ts'
import { cityObject, type Env } from '../env.ts'
import * as alarms from './alarms.ts'
import * as audit from './audit.ts'
import * as enrolments from './enrolments.ts'
import * as keys from './keys.ts'
import { dateOfEnd, dayEnd, minuteEnd, periodsAt } from './jakarta.ts'
import { allowances, groupAllowances, officeAllowances, reserve, tidy, type Scopes } from './ledger.ts'
import type { Admitted, Batch, Holder, InAdvance, Wanted } from './place.ts'
import { readProfile, type OfficeProfile } from './profile.ts'
import { migrate, officeMigrations } from './schema.ts'
import * as seats from './seats.ts'
import { settleBatch, settleLost } from './settling.ts'

export type { AuditExtent, AuditGrouping, AuditSum, NewAuditRow } from './audit.ts'
export type { EnrolmentTerms } from './enrolments.ts'
export type { GroupEntry, KeyEntry, KeyTerms } from './keys.ts'
export type { Cost } from './ledger.ts'
export type { Admitted, Batch, Holder, InAdvance, Release, Wanted } from './place.ts'

/** After midnight, when the day's counters are no longer written. */
const tidyAfterMidnight = 5 * 60_000
const alarmDays = 365
const dayMs = 86_400_000

/** `removedAt` as the city knows it. */
type Opening = Pick<OfficeProfile, 'id' | 'name' | 'limits'> &
  Partial<Pick<OfficeProfile, 'removedAt' | 'closesAt'>>

const longestInAdvance = 4000

export class Office extends DurableObject<Env> {
  readonly #sql: SqlStorage
  /** As it stands in the table; undefined = to be read anew. */
  #profile: OfficeProfile | null | undefined

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#sql = ctx.storage.sql
    this.#begin()
  }

  /** Called by the city's admin before anything else; afterwards the object answers for this office. */
  async open(profile: Opening): Promise<void> {
    // One that was removed may be forgotten already, and stays so whoever looks at it.
    if (this.profile() || profile.removedAt) return
    this.#change(
      'INSERT INTO profile (id, name, limits, closes_at) VALUES (?, ?, ?, ?)',
      profile.id,
      profile.name,
      JSON.stringify(profile.limits),
      profile.closesAt ?? null,
    )
    await this.#setAlarm(Date.now())
  }

  profile(): OfficeProfile | null {
    if (this.#profile !== undefined) return this.#profile
    return (this.#profile = readProfile(this.#sql))
  }

  rename(name: string): void {
    this.#change('UPDATE profile SET name = ?', name)
  }

  /** A suspended office keeps everything and admits nothing; it can be resumed. */
  suspend(now: number | null): void {
    this.#change('UPDATE profile SET suspended_at = ?', now)
  }

  /** Ends all its keys. The audit stays until its time is over, then all is forgotten. */
  remove(now: number): void {
    this.#change('UPDATE profile SET removed_at = coalesce(removed_at, ?)', now)
    this.#sql.exec('UPDATE keys SET revoked_at = coalesce(revoked_at, ?)', now)
    this.#sql.exec('UPDATE enrolments SET revoked_at = coalesce(revoked_at, ?)', now)
  }

  /** @returns the limits as they now are; fields left out keep their value. */
  setLimits(limits: OfficeLimits): OfficeLimits | Failure {
    const profile = this.profile()
    if (!profile) return { code: 'office_unknown' }
    const merged = { ...profile.limits, ...limits }
    this.#change('UPDATE profile SET limits = ?', JSON.stringify(merged))
    return merged
  }

  addKey(key: Credential, terms: keys.KeyTerms, now: number): Failure | null {
    return keys.addKey(this.#sql, key, terms, now)
  }

  keys(): keys.KeyEntry[] {
    return keys.listKeys(this.#sql)
  }

  setKeyLimits(id: string, limits: KeyLimits): KeyLimits | Failure {
    return keys.setKeyLimits(this.#sql, id, limits)
  }

  setKeyExpiry(id: string, expiresAt: number | null): keys.KeyEntry | Failure {
    return keys.setKeyExpiry(this.#sql, id, expiresAt)
  }

  rotateKey(key: Credential, oldUntil: number): keys.KeyEntry | Failure {
    return keys.rotateKey(this.#sql, key, oldUntil)
  }

  /** Takes effect with the next request; what another isolate has in advance lasts four seconds at most. */
  revokeKey(id: string, now: number): { id: string } | Failure {
    return keys.revokeKey(this.#sql, id, now)
  }

  revokeKeys(by: keys.RevokedBy, value: string, now: number): { revoked: string[] } {
    return keys.revokeKeys(this.#sql, by, value, now)
  }

  askRenewal(by: keys.RevokedBy | 'key', value: string, renewBy: number): { asked: string[] } {
    return keys.askRenewal(this.#sql, by, value, renewBy)
  }

  /** Gives a device the new secret that it was asked to fetch. */
  renewKey(old: Credential, hash: string, now: number): { id: string } | Failure {
    const held = this.#held(old, now)
    if ('code' in held) return held
    return keys.renewKey(this.#sql, old, hash) ?? { id: old.id }
  }

  addGroup(group: keys.GroupEntry, now: number): keys.GroupEntry | Failure {
    return keys.addGroup(this.#sql, group, now)
  }

  setGroupLimits(id: string, limits: GroupLimits): keys.GroupEntry | Failure {
    return keys.setGroupLimits(this.#sql, id, limits)
  }

  addEnrolment(token: Credential, terms: enrolments.EnrolmentTerms, now: number): Failure | null {
    return enrolments.addEnrolment(this.#sql, token, terms, now)
  }

  enrolments(): enrolments.EnrolmentEntry[] {
    return enrolments.listEnrolments(this.#sql)
  }

  revokeEnrolment(id: string, now: number): { id: string } | Failure {
    return enrolments.revokeEnrolment(this.#sql, id, now)
  }

  /** Turns an enrolment token into a key of this device's own. */
  enrol(
    token: Credential,
    key: Credential,
    device: string,
    now: number,
  ): { office: { id: string; name: string } } | Failure {
    const profile = this.profile()
    if (!profile) return { code: 'enrolment_unknown' }
    if (profile.suspendedAt !== null) return { code: 'office_suspended' }
    const refused = enrolments.enrol(this.#sql, token, key, device, now)
    return refused ?? { office: { id: profile.id, name: profile.name } }
  }

  seatOf(device: string): string | null {
    return seats.seatOf(this.#sql, device)
  }

  takeSeat(key: Credential, seat: seats.NewSeat, now: number): { office: Holder['office'] } | Failure {
    const profile = this.profile()
    if (!profile) return { code: 'class_unknown' }
    if (profile.removedAt !== null) return { code: 'class_closed' }
    if (profile.suspendedAt !== null) return { code: 'office_suspended' }
    const refused = seats.takeSeat(this.#sql, key, seat, now)
    return refused ?? { office: { id: profile.id, name: seat.office } }
  }

  seats(now: number): Seat[] {
    return seats.listSeats(this.#sql, now)
  }

  seatsTaken(): number {
    return seats.taken(this.#sql)
  }

  changeSeats(limits: KeyLimits, expiresAt: number): void {
    seats.changeSeats(this.#sql, limits, expiresAt)
    this.#change('UPDATE profile SET closes_at = ?', expiresAt)
  }

  /**
   * Reserves the most this request can cost, or says why not. No await: nothing slips between check and write.
   * @param spare so many actions more are wanted in advance
   */
  admit(
    credential: Credential,
    wanted: Wanted,
    now: number,
    spare = 0,
  ): (Admitted & { spare: InAdvance | null }) | Failure {
    const held = this.#held(credential, now)
    if ('code' in held) return held
    const { office, key, scopes } = held
    const refused = keys.refusedByKey(key.limits, wanted)
    if (refused) return refused
    const taken = reserve(this.#sql, scopes, wanted.most, now, { spare, process: this.#process() })
    if ('code' in taken) {
      // A cap of tokens or money refuses before it is reached to the last: that is the end of it all the same.
      if (this.#raiseQuotaAlarms(scopes.group, now, taken.limit)) this.ctx.waitUntil(this.#setAlarm(now))
      return taken
    }
    keys.touchKey(this.#sql, key.id, now)
    // Spent within the minute that was charged, and no longer than a revocation may take to be known everywhere.
    const ends = [key.expiresAt, key.oldUntil, key.renewBy].filter(
      (end) => end !== null && end > now,
    ) as number[]
    const until = Math.min(now + longestInAdvance, minuteEnd(now), ...ends)
    const more = { limits: key.limits, actions: taken.spare, each: wanted.most, until }
    return {
      lease: taken.lease,
      keyId: key.id,
      office,
      reserved: wanted.most,
      spare: taken.spare > 0 ? more : null,
    }
  }

  /** Charges what was used, gives back what was not, and writes the audit rows; once, however often a batch comes. */
  async release(batch: Batch, now: number): Promise<void> {
    const rows = settleBatch(this.ctx.storage, batch, now)
    const groups = keys.groupsOf(this.#sql, new Set(rows.map(({ keyId }) => keyId)))
    const raised = groups.map((group) => this.#raiseQuotaAlarms(group, now))
    if (raised.includes(true)) await this.#setAlarm(now)
  }

  /** @returns whose key it is and what it may, or why it opens nothing. */
  holder(credential: Credential, now: number): Holder | Failure {
    const held = this.#held(credential, now)
    if ('code' in held) return held
    const isAsked = held.key.renewBy !== null && !keys.endRenewal(this.#sql, credential)
    const { limits, asOffice } = held.key
    return { office: held.office, limits, asOffice, isAskedToRenew: isAsked }
  }

  /** @returns what the key has used, from the rows that also decide refusals. */
  usage(credential: Credential, now: number): Usage | Failure {
    const held = this.#held(credential, now)
    if ('code' in held) return held
    const { officeRupiah: _, ...rows } = allowances(this.#sql, held.scopes, now)
    const { expiresAt } = held.key
    const expiresOn = expiresAt === null ? null : dateOfEnd(expiresAt)
    return { office: held.office, keyId: held.key.id, expiresOn, ...rows }
  }

  /** The whole office as its admin sees it: the same rows, with money. */
  overview(now: number) {
    const profile = this.profile()
    if (!profile) return null
    const groups = keys.listGroups(this.#sql).map((group) => ({
      ...group,
      ...groupAllowances(this.#sql, group, periodsAt(now).day, now),
    }))
    return { ...profile, ...officeAllowances(this.#sql, profile.limits, now), groups }
  }

  alarms(most: number): alarms.Alarm[] {
    return alarms.listAlarms(this.#sql, most)
  }

  auditExtent(from: number, to: number): audit.AuditExtent {
    return audit.auditExtent(this.#sql, from, to)
  }

  auditRows(fromId: number, lastId: number, most: number): audit.ChainedRow[] {
    return audit.auditRows(this.#sql, fromId, lastId, most)
  }

  auditSums(
    by: readonly audit.AuditGrouping[],
    span: { from: number; to: number },
    skip: number,
    most: number,
  ): audit.AuditSum[] {
    return audit.auditSums(this.#sql, by, span, skip, most)
  }

  auditTotals(): audit.AuditTotal[] {
    return audit.auditTotals(this.#sql)
  }

  /** Sends what is due; soon after midnight it also forgets what is past its time. */
  override async alarm(): Promise<void> {
    const now = Date.now()
    const profile = this.profile()
    if (!profile) return
    // First, so that a fault in what follows can't stop the clock for good.
    await this.ctx.storage.setAlarm(dayEnd(now) + tidyAfterMidnight)
    const keepDays = await cityObject(this.env).retentionDays(profile.id)
    const over = profile.removedAt ?? profile.closesAt
    if (over !== null && over < now - keepDays * dayMs) {
      await this.ctx.storage.deleteAll()
      // Until it is evicted it answers as an office that never was.
      this.#begin()
      return
    }
    // Longer than any answer takes.
    settleLost(this.ctx.storage, now - dayMs, '', now)
    tidy(this.#sql, now, keepDays)
    audit.tidyAudit(this.#sql, now, keepDays)
    alarms.tidyAlarms(this.#sql, now, alarmDays)
    alarms.raiseExpiryAlarms(this.#sql, this.keys(), now)
    await this.#sendAlarms(profile, now)
    await this.#setAlarm(now)
  }

  #change(statement: string, ...values: SqlStorageValue[]): void {
    this.#sql.exec(statement, ...values)
    this.#profile = undefined
  }

  #begin(): void {
    this.#profile = undefined
    migrate(this.ctx.storage, officeMigrations)
    audit.beginChain(this.#sql)
    // Where there may be only one, the process that opened them is dead.
    settleLost(this.ctx.storage, 0, this.#process(), Date.now())
  }

  #process(): string {
    return this.env.PENDAMPING_PROCESS ?? ''
  }

  /** @returns null where alarms are sent nowhere: without a secret nobody could tell ours from forged ones */
  #webhook(): { url: string; secret: string } | null {
    const { PENDAMPING_WEBHOOK: url, PENDAMPING_WEBHOOK_SECRET: secret } = this.env
    return url && secret ? { url, secret } : null
  }

  async #sendAlarms({ id, name }: OfficeProfile, now: number): Promise<void> {
    const webhook = this.#webhook()
    if (!webhook) return
    for (const alarm of alarms.dueAlarms(this.#sql, now))
      alarms.noteSending(this.#sql, alarm.id, await alarms.sendAlarm({ id, name }, alarm, webhook, now), now)
  }

  /** At the next night, or sooner where something waits to be sent. */
  async #setAlarm(now: number): Promise<void> {
    const waiting = this.#webhook() ? alarms.nextAlarmAt(this.#sql, now) : null
    await this.ctx.storage.setAlarm(Math.min(waiting ?? Infinity, dayEnd(now) + tidyAfterMidnight))
  }

  /** What is used now decides, not what was reserved: a reservation is mostly given back. */
  #raiseQuotaAlarms(group: Scopes['group'], now: number, refused?: Allowance): boolean {
    const profile = this.profile()
    if (!profile) return false
    const hasCap = [profile.limits, group?.limits ?? {}].some((limits) => Object.values(limits).some(Boolean))
    if (!hasCap) return false
    const rows = {
      ...officeAllowances(this.#sql, profile.limits, now),
      ...(group && groupAllowances(this.#sql, group, periodsAt(now).day, now)),
    }
    return alarms.raiseQuotaAlarms(this.#sql, rows, group?.id ?? '', now, refused)
  }

  #held(credential: Credential, now: number): Held | Failure {
    const profile = this.profile()
    if (!profile) return { code: 'key_unknown' }
    const key = keys.heldKey(this.#sql, credential, now)
    if ('code' in key) return key
    if (profile.removedAt !== null) return { code: 'key_revoked' }
    if (profile.suspendedAt !== null) return { code: 'office_suspended' }
    return {
      office: { id: profile.id, name: key.asOffice ?? profile.name },
      key,
      scopes: {
        keyId: key.id,
        keyLimits: key.limits,
        officeLimits: profile.limits,
        group: keys.groupOf(this.#sql, key.group),
      },
    }
  }
}

interface Held {
  office: { id: string; name: string }
  key: keys.KeyEntry
  scopes: Scopes
}
