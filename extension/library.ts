// What a staff member keeps, on this device only: own templates, and a history of drafts if they switch it on.
// Loaded when first needed; Dexie is larger than the rest of the panel.
import Dexie, { type EntityTable } from 'dexie'
import * as z from 'zod/mini'
import { HelperName } from '../shared/protocol/index.ts'

const Template = z.object({ id: z.number(), name: z.string(), text: z.string(), savedAt: z.number() })
export type Template = z.infer<typeof Template>
const HistoryEntry = z.object({
  id: z.number(),
  helper: HelperName,
  text: z.string(),
  savedAt: z.number(),
  /** It says that the work is done; used again, it asks for evidence again. */
  claimsDone: z._default(z.boolean(), false),
  /** Another language that was asked for. */
  into: z._default(z.nullable(z.string()), null),
  /** No model wrote it. */
  offline: z._default(z.boolean(), false),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** Days after which a draft in the history is gone. */
export const historyDays = 14

const database = new Dexie('pendamping') as Dexie & {
  templates: EntityTable<Template, 'id'>
  history: EntityTable<HistoryEntry, 'id'>
}
database.version(1).stores({ templates: '++id, name', history: '++id, savedAt' })

export async function saveTemplate(name: string, text: string): Promise<void> {
  await database.templates.add({ name, text, savedAt: Date.now() })
}

export async function templates(): Promise<Template[]> {
  return z.array(Template).parse(await database.templates.orderBy('name').toArray())
}

export async function removeTemplate(id: number): Promise<void> {
  await database.templates.delete(id)
}

/** @returns the entry's number, to revise it by. */
export async function remember(entry: Omit<HistoryEntry, 'id' | 'savedAt'>): Promise<number> {
  return database.history.add({ ...entry, savedAt: Date.now() })
}

/** Puts the draft as it was used in the place of the draft as it was written; one that was deleted stays so. */
export async function revise(id: number, text: string): Promise<void> {
  await database.history.update(id, { text, savedAt: Date.now() })
}

/** Deletes what is past its time; the worker calls it every day, also when nobody opens the history again. */
export async function expireHistory(): Promise<void> {
  const oldest = Date.now() - historyDays * 86_400_000
  await database.history.where('savedAt').below(oldest).delete()
}

/** @returns what is not expired, newest first. */
export async function history(): Promise<HistoryEntry[]> {
  await expireHistory()
  return z.array(HistoryEntry).parse(await database.history.orderBy('savedAt').reverse().toArray())
}

export async function forget(id: number): Promise<void> {
  await database.history.delete(id)
}

/** Deletes the whole database, not just its rows. */
export async function eraseLibrary(): Promise<void> {
  await database.delete()
  await database.open()
}
