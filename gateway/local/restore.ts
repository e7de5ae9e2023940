// `npm run restore -- <backup>`: makes a state folder of a backup. The new folder is made and checked beside the old
// one and takes its place at the end, so that a restore that fails has changed nothing.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { isPlainFile, manifestFile, readManifest, timeName, type Manifest } from './backup-manifest.ts'
import { readArguments, runCommand } from './command.ts'
import { privately } from './state-folder.ts'

export interface RestoreSettings {
  backup: string
  stateFolder: string
  /** Moves what is in the state folder aside; default: a folder with anything in it is refused. */
  replace?: boolean
  /** Ends it after the file in hand; once the new folder takes its place, no more. */
  signal?: AbortSignal
}

export interface Restored {
  folder: string
  /** When the backup was made. */
  madeAt: string
  /** Where the old state is now. */
  movedTo?: string
}

const usage = 'Pakai: npm run restore -- <cadangan> [--replace] [--data <folder data>]'

if (import.meta.main) await runCommand(command)

async function command(signal: AbortSignal): Promise<void> {
  const { folder, stateFolder, options } = readArguments({ replace: { type: 'boolean' } }, usage)
  const replace = options.replace === true
  const {
    folder: state,
    madeAt,
    movedTo,
  } = await restoreBackup({ backup: folder, stateFolder, replace, signal })
  console.log(`Folder data ${state} dipulihkan dari cadangan ${madeAt}.`)
  if (movedTo) console.log(`Isi lamanya ada di ${movedTo}.`)
}

/** Makes the state folder anew from the backup. Throws with a sentence, and has changed nothing, when it can't. */
export async function restoreBackup(settings: RestoreSettings): Promise<Restored> {
  const { replace = false, signal = new AbortController().signal } = settings
  const backup = resolve(settings.backup)
  const manifest = readManifest(backup)
  // The real one: moving a link would leave the state where it is.
  const given = resolve(settings.stateFolder)
  const folder = existsSync(given) ? realpathSync(given) : given
  const release = await lockOut(folder, replace)
  try {
    const occupied = namesIn(folder).length > 0
    if (occupied && !replace) throw new Error(notEmpty(folder))
    const fresh = await makeFresh(backup, manifest, folder, signal)
    const movedTo = putInPlace(fresh, folder, occupied)
    return { folder, madeAt: manifest.madeAt, ...(movedTo && { movedTo }) }
  } finally {
    await release()
  }
}

function notEmpty(folder: string): string {
  return `Folder data ${folder} tidak kosong. Dengan --replace isinya dipindahkan ke sampingnya lebih dahulu.`
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}

/** A gateway on this folder has its lock file; a folder that we leave as it is gets none. */
async function lockOut(folder: string, replace: boolean): Promise<() => Promise<void>> {
  const names = namesIn(folder)
  const needed = names.includes('lock') || (names.length > 0 && replace)
  return needed ? takeLock(folder) : async () => undefined
}

/**
 * The lock that `npm run gateway` takes, held by a child until its input ends, which it also does when we are killed.
 * Without `flock` (macOS) there is none.
 * @returns gives the lock back
 */
async function takeLock(folder: string): Promise<() => Promise<void>> {
  if (!existsSync('/usr/bin/flock')) return async () => undefined
  const file = join(folder, 'lock')
  const args = ['--no-fork', '--nonblock', '--conflict-exit-code', '75', file, 'cat']
  // Its own group: a Ctrl-C must not take the lock away while we end in order.
  const holder = privately(() =>
    spawn('/usr/bin/flock', args, { stdio: ['pipe', 'pipe', 'ignore'], detached: true }),
  )
  const ended = once(holder, 'exit').then(([code]: (number | null)[]) => code ?? 1)
  // It may be gone before it reads; the exit code says so.
  holder.stdin.on('error', () => undefined)
  // What comes back has been read behind the lock.
  holder.stdin.write('\n')
  const held = once(holder.stdout, 'data').then(() => null)
  const code = await Promise.race([held, ended])
  if (code === 75)
    throw new Error(`Folder data ${folder} sedang dipakai gerbang. Hentikan gerbang itu dahulu.`)
  if (code !== null) throw new Error(`${file} tidak dapat dikunci (kode ${code}).`)
  return async () => {
    holder.stdin.end()
    await ended
  }
}

/** Copies into a new folder beside the old one, and compares the copies: what was checked is what will be used. */
async function makeFresh(backup: string, manifest: Manifest, folder: string, signal: AbortSignal) {
  const fresh = `${folder}.baru-${timeName(new Date())}`
  mkdirSync(fresh, { mode: 0o700 })
  try {
    for (const file of manifest.files) {
      signal.throwIfAborted()
      if (!isPlainFile(join(backup, file.path))) throw new Error(mismatch(file.path))
      copyPrivately(join(backup, file.path), join(fresh, file.path))
      const { bytes, sha256 } = await manifestFile(fresh, file.path)
      if (bytes !== file.bytes || sha256 !== file.sha256) throw new Error(mismatch(file.path))
    }
    signal.throwIfAborted()
    giveToOwnerOf(folder, fresh)
    return fresh
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    throw error
  }
}

function mismatch(path: string): string {
  return `${path} dalam cadangan tidak sama dengan yang dicatat saat dibuat. Pakai cadangan lain.`
}

function copyPrivately(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
  copyFileSync(from, to, constants.COPYFILE_EXCL)
  chmodSync(to, 0o600)
}

/** Root restores what the gateway's own user must be able to open. */
function giveToOwnerOf(folder: string, fresh: string): void {
  if (process.getuid?.() !== 0 || !existsSync(folder)) return
  const { uid, gid } = statSync(folder)
  const names = readdirSync(fresh, { recursive: true, encoding: 'utf8' })
  for (const name of ['', ...names]) chownSync(join(fresh, name), uid, gid)
}

/**
 * A gateway that started this very moment has made the folder anew: then the second renaming fails, and both states stay.
 * @returns where the old state went
 */
function putInPlace(fresh: string, folder: string, occupied: boolean): string | undefined {
  const aside = occupied ? `${folder}.lama-${timeName(new Date())}` : undefined
  try {
    if (aside) renameSync(folder, aside)
    renameSync(fresh, folder)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (aside && existsSync(aside)) {
      throw new Error(`${folder} dibuat lagi oleh program lain; isi lamanya ada di ${aside}.`, {
        cause: error,
      })
    }
    throw error
  }
  return aside
}
