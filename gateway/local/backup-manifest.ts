// What a backup is: a folder with files of the state folder under the names they have there, and a list of them.
// Written by `npm run backup`, read by `npm run restore`.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

export const manifestName = 'manifest.json'

/** Beside the databases, what a gateway can't make again: the admin would be shut out, what is encrypted stay so. */
export const smallFiles = ['admin-token', 'master-key']

// No other path: a manifest from elsewhere must not choose where on this machine we write.
const path = z
  .string()
  .check(z.regex(new RegExp(`^(?:${smallFiles.join('|')}|objects/[\\w-]+/[\\w-]+\\.sqlite)$`)))

const ManifestFile = z.object({
  path,
  bytes: z.int().check(z.minimum(0)),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})
export type ManifestFile = z.infer<typeof ManifestFile>

const Manifest = z.object({
  version: z.literal(1),
  /** When it began: what was answered before is in it. */
  madeAt: z.iso.datetime(),
  files: z.array(ManifestFile),
})
export type Manifest = z.infer<typeof Manifest>

/** Read before all else, so that what another program wrote is named as such and not as broken. */
const Versioned = z.object({ version: z.number() })

/** Throws with one sentence when the folder is no backup, or one of another version. */
export function readManifest(folder: string): Manifest {
  const file = join(folder, manifestName)
  if (!existsSync(file)) throw new Error(`${folder} bukan cadangan: ${manifestName} tidak ada di dalamnya.`)
  const content = json(readFileSync(file, 'utf8'))
  const version = Versioned.safeParse(content).data?.version ?? 1
  if (version !== 1) {
    throw new Error(`Cadangan ${folder} dibuat program lain (versi ${version}). Pulihkan dengan program itu.`)
  }
  const manifest = Manifest.safeParse(content)
  if (!manifest.success) throw new Error(`${file} rusak. Pakai cadangan lain.`)
  return manifest.data
}

/** Writes it through to the disk: the folder counts as whole once it has its name. */
export function writeManifest(folder: string, manifest: Manifest): void {
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  writeFileSync(join(folder, manifestName), text, { flag: 'wx', mode: 0o600, flush: true })
}

/** @returns the entry of the file with that path in the folder, as it now is. */
export async function manifestFile(folder: string, path: string): Promise<ManifestFile> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(join(folder, path)) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { path, bytes, sha256: hash.digest('hex') }
}

/** @returns false when nothing has that name. Throws when it is not a file, for a link leads elsewhere tomorrow. */
export function isPlainFile(file: string): boolean {
  const there = lstatSync(file, { throwIfNoEntry: false })
  if (there && !there.isFile()) throw new Error(`${file} bukan berkas biasa.`)
  return there !== undefined
}

/** @returns a name for this moment that sorts by time and is allowed on every file system: 2026-11-24T02-05-09-123Z */
export function timeName(time: Date): string {
  return time.toISOString().replace(/[:.]/g, '-')
}

/** @returns whether `timeName` could have made it. */
export function isTimeName(name: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/.test(name)
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
