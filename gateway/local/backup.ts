// `npm run backup -- <folder>`: a whole copy of the gateway's state, made while the gateway takes requests.
// Each database is as it was at one moment. They are not all of the same moment, and need not be: an office's keys,
// quota and audit are in one, and all that it needs from the city's is to be known there (`databases`).
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { DatabaseSync, backup } from 'node:sqlite'
import {
  isPlainFile,
  isTimeName,
  manifestFile,
  manifestName,
  smallFiles,
  timeName,
  writeManifest,
  type ManifestFile,
} from './backup-manifest.ts'
import { readArguments, runCommand } from './command.ts'

export interface BackupSettings {
  stateFolder: string
  /** Where the backups are; made when missing, but not what it should lie in. */
  into: string
  /** How many of the newest stay; default: all. */
  keep?: number
  /** Ends it after the file in hand. */
  signal?: AbortSignal
}

export interface Backup {
  folder: string
  files: ManifestFile[]
}

const usage = 'Pakai: npm run backup -- <folder cadangan> [--keep <jumlah>] [--data <folder data>]'

/** In one step: between two, a write of the gateway makes SQLite begin anew, and a busy one would keep it from ending. */
const allPages = 2 ** 31 - 1
/** The gateway shuts a database for moments, when an object falls asleep. */
const patienceMs = 10_000
const unfinished = '.sebagian-'
const doomed = '.hapus-'

if (import.meta.main) await runCommand(command)

async function command(signal: AbortSignal): Promise<void> {
  const { folder, stateFolder, options } = readArguments({ keep: { type: 'string' } }, usage)
  const { keep } = options
  if (keep !== undefined && !/^[1-9]\d{0,5}$/.test(String(keep))) {
    throw new Error('--keep harus bilangan bulat, 1 atau lebih.')
  }
  const made = await makeBackup({
    stateFolder,
    into: folder,
    signal,
    ...(keep !== undefined && { keep: Number(keep) }),
  })
  const bytes = made.files.reduce((sum, file) => sum + file.bytes, 0)
  console.log(`Cadangan: ${made.folder} (${made.files.length} berkas, ${Math.ceil(bytes / 1024)} KiB)`)
}

/** Makes a backup in a folder of its own. Throws with a sentence, and leaves nothing of it, when it can't be whole. */
export async function makeBackup(settings: BackupSettings): Promise<Backup> {
  const from = resolve(settings.stateFolder)
  const into = resolve(settings.into)
  checkPlaces(from, into)
  const made = await copyWhole(from, into, settings.signal ?? new AbortController().signal)
  forget(into, settings.keep ?? Infinity)
  return made
}

async function copyWhole(from: string, into: string, signal: AbortSignal): Promise<Backup> {
  const begun = new Date()
  const half = mkdtempSync(join(into, unfinished))
  try {
    const files = await copyState(from, half, signal)
    writeManifest(half, { version: 1, madeAt: begun.toISOString(), files })
    const folder = join(into, timeName(begun))
    renameSync(half, folder)
    return { folder, files }
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    throw error
  }
}

function checkPlaces(from: string, into: string): void {
  if (!existsSync(join(from, 'objects'))) {
    throw new Error(`Di ${from} tidak ada data gerbang. Beri foldernya dengan PENDAMPING_DATA atau --data.`)
  }
  // A restore moves the state folder aside, and its backups would go with it.
  if (`${into}${sep}`.startsWith(`${from}${sep}`)) {
    throw new Error(`Folder cadangan ${into} ada di dalam folder data. Pilih yang di luarnya.`)
  }
  if (existsSync(into)) return
  // Not the folders above it: where a disk is not mounted, we would fill the one below.
  if (!existsSync(dirname(into))) throw new Error(`${dirname(into)} tidak ada, maka ${into} tidak dibuat.`)
  mkdirSync(into, { mode: 0o700 })
}

async function copyState(from: string, to: string, signal: AbortSignal): Promise<ManifestFile[]> {
  const files: ManifestFile[] = []
  for (const name of smallFiles) {
    if (!isPlainFile(join(from, name))) continue
    writeFileSync(join(to, name), readFileSync(join(from, name)), { flag: 'wx', mode: 0o600, flush: true })
    files.push(await manifestFile(to, name))
  }
  for (const path of databases(from)) {
    signal.throwIfAborted()
    if (await copyDatabase(join(from, path), join(to, path))) files.push(await manifestFile(to, path))
  }
  signal.throwIfAborted()
  return files
}

/**
 * Each folder is read when its turn comes. The city's is before the offices': an office that opens meanwhile may be
 * unknown afterwards and can be opened again, but none is known whose keys are lost. Within a folder `metadata.sqlite`,
 * the alarms, is behind the objects' hexadecimal names: without its alarm an office would keep its audit for ever.
 */
function* databases(state: string): Generator<string> {
  const folders = readdirSync(join(state, 'objects'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join('objects', entry.name))
  for (const folder of folders.sort()) {
    for (const name of readdirSync(join(state, folder)).sort()) {
      if (name.endsWith('.sqlite')) yield join(folder, name)
    }
  }
}

/** @returns false when the object went away meanwhile. Throws when the copy is not sound. */
async function copyDatabase(from: string, to: string): Promise<boolean> {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
  try {
    await copyPages(from, to)
    chmodSync(to, 0o600)
    checkDatabase(to)
    return true
  } catch (error) {
    if (existsSync(from)) {
      throw new Error(`Basis data ${from} tidak dapat disalin: ${reason(error)}.`, { cause: error })
    }
    rmSync(to, { force: true })
    return false
  }
}

/** Reads only: a connection that may write would tidy up behind itself, and shut the gateway out meanwhile. */
async function copyPages(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true, timeout: patienceMs })
  try {
    await backup(source, to, { rate: allPages })
  } finally {
    source.close()
  }
}

/** Opened for writing, so that SQLite takes its helper files away again. */
function checkDatabase(file: string): void {
  const copy = new DatabaseSync(file)
  try {
    const found = copy.prepare('PRAGMA integrity_check').get()?.integrity_check
    if (found !== 'ok') throw new Error(String(found))
  } finally {
    copy.close()
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Takes away all but the newest, each under another name first: a half one must not pass for a backup. */
function forget(into: string, keep: number): void {
  const names = readdirSync(into).filter((name) => isBackup(into, name))
  for (const name of names.sort().reverse().slice(keep)) {
    renameSync(join(into, name), join(into, `${doomed}${name}`))
  }
  // Also what an earlier run was kept from taking away.
  for (const name of readdirSync(into).filter((name) => name.startsWith(doomed))) {
    rmSync(join(into, name), { recursive: true })
  }
}

function isBackup(into: string, name: string): boolean {
  const file = join(into, name, manifestName)
  return isTimeName(name) && (statSync(file, { throwIfNoEntry: false })?.isFile() ?? false)
}
