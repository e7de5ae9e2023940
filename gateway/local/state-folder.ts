// The gateway's state folder: nobody else's to read, and its secrets are never written where a link leads.
import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type * as z from 'zod/mini'
import { AdminToken, MasterKey } from './environment.ts'

/** What we put there. `gateway`: the folder of `npm run gateway` lies inside the one of `npm start`. */
const ownNames = new Set(['admin-token', 'demo.json', 'gateway', 'lock', 'master-key', 'objects'])

/**
 * Makes the folder, or shuts the one that is there. Throws with what to do when it can be neither made nor used.
 * @returns where the objects' databases go
 */
export function openStateFolder(folder: string): string {
  try {
    return open(folder)
  } catch {
    throw new Error(
      `Folder data ${folder} tidak dapat dibuat atau dibuka. Pilih folder lain dengan PENDAMPING_DATA.`,
    )
  }
}

function open(folder: string): string {
  const objects = join(folder, 'objects')
  privately(() => makeFolder(resolve(objects)))
  for (const used of [folder, objects]) accessSync(used, constants.R_OK | constants.W_OK | constants.X_OK)
  // A folder that holds other things may be shared, /var/lib say: shutting it would shut others out.
  if (readdirSync(folder).every((name) => ownNames.has(name))) shut(folder)
  shut(objects)
  return objects
}

/** From the top down, one by one: Node's own recursive mkdir goes round for ever where none can be made, in /proc say. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Another gateway may have made it just now.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}

/** Whatever `make` makes, and programs that it starts make, only this user can read. It must not wait for anything. */
export function privately<T>(make: () => T): T {
  const before = process.umask(0o077)
  try {
    return make()
  } finally {
    process.umask(before)
  }
}

/** The token kept in the state folder, else a new one. Throws when the file is not one that we could have written. */
export function keptAdminToken(folder: string): { adminToken: string; tokenIsNew: boolean } {
  const { secret, isNew } = keptSecret(join(folder, 'admin-token'), AdminToken, 'token admin', 'pda_')
  return { adminToken: secret, tokenIsNew: isNew }
}

/** The master key kept in the state folder, else a new one. A city that guards it elsewhere sets the variable. */
export function keptMasterKey(folder: string): string {
  return keptSecret(join(folder, 'master-key'), MasterKey, 'kunci induk', 'pdm_').secret
}

function keptSecret(file: string, form: z.ZodMiniType<string>, what: string, prefix: string) {
  const there = lstatSync(file, { throwIfNoEntry: false })
  // Whoever could put a link here would choose which file we write, or which secret we take.
  if (there && !there.isFile()) throw new Error(`${file} bukan berkas biasa. Hapus, lalu mulai lagi.`)
  if (there) {
    const kept = form.safeParse(readFileSync(file, 'utf8').trim())
    if (!kept.success) throw new Error(`${file} tidak berisi ${what}. Hapus, lalu mulai lagi.`)
    return { secret: kept.data, isNew: false }
  }
  const secret = `${prefix}${randomBytes(32).toString('base64url')}`
  writeFileSync(file, `${secret}\n`, { flag: 'wx', mode: 0o600 })
  return { secret, isNew: true }
}

/** Puts a file that only this user can read in the place of what has that name, be it a link. */
export function keepPrivately(file: string, text: string): void {
  rmSync(file, { force: true })
  writeFileSync(file, text, { flag: 'wx', mode: 0o600 })
}

/** Also one that somebody made beforehand, with the usual wide mode; not one of another user. */
function shut(folder: string): void {
  if (statSync(folder).uid === process.getuid?.()) chmodSync(folder, 0o700)
}
