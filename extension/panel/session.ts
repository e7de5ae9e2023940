// What the whole panel stands on: settings, connection, quota, the one notice at the top, and the spoken status line.
import { computed, signal } from '@preact/signals'
import { gatewayApi, type CallFailure } from '../gateway.ts'
import type { Usage } from '../../shared/protocol/index.ts'
import { connectionOf, enrolByPolicy, refreshPolicy } from '../enrolment.ts'
import { readSettings, watchSettings, type Settings } from '../settings.ts'

export const settings = signal<Settings | null>(null)
export const usage = signal<Usage | null>(null)
export const failure = signal<CallFailure | null>(null)
/** Said politely by screen readers, and shown in one line. */
export const status = signal('')
export const connection = computed(() => settings.value && connectionOf(settings.value))

/** Reads the settings; then, without making anybody wait, the quota, and enrols by policy where the office said so. */
export async function startSession(): Promise<void> {
  settings.value = await readSettings()
  watchSettings(() => void reload())
  void enrolByPolicy().then((refused) => {
    if (refused) failure.value = refused
  })
  void reload()
}

async function reload(): Promise<void> {
  const before = connection.value?.key
  settings.value = await readSettings()
  if (!connection.value) {
    usage.value = null
    return
  }
  if (connection.value.key !== before) failure.value = null
  if (!settings.value.policy) await refreshPolicy()
  await refreshUsage()
}

/** Asked after each draft: the number shown is the ledger's own (R2). */
export async function refreshUsage(): Promise<void> {
  if (!connection.value) return
  const asked = await gatewayApi.usage(connection.value)
  if (asked.ok) usage.value = asked.value
  else failure.value = asked.failure
}

/** Actions that are left to this browser: of its key, its class, its office, whichever is least. */
export const actionsLeft = computed(() => {
  if (!usage.value) return Infinity
  const { actions, groupDay, groupTotal, officeDay, officeActions } = usage.value
  const rows = [actions, groupDay, groupTotal, officeDay, officeActions]
  return Math.max(
    0,
    Math.min(...rows.map((row) => (!row || row.cap === null ? Infinity : row.cap - row.used))),
  )
})
