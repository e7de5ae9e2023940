// `npm run package`: the extension as what is handed out (docs/distribusi.md): a signed CRX and the same as a zip for the city's
// own gateway, a zip without an identity for the stores, one for Firefox. The same source and key give the same bytes.
import { spawnSync } from 'node:child_process'
import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { Release } from '../../shared/protocol/distribution.ts'

const root = join(import.meta.dirname, '..', '..')
/** Where `assets.ts` takes it from. */
export const packages = join(root, 'gateway', '.output', 'packages')
const crx3 = createRequire(import.meta.url)('crx3') as (files: string[], options: object) => Promise<object>

/** A zip holds local times; nothing may depend on when and where it was made. */
process.env.TZ = 'UTC'
const fixedTime = '2000-01-01T00:00:00.000Z'

export interface Packaging {
  /** Folders that `npm run build` made. */
  chrome: string
  firefox: string
  /** RSA private key, PEM; made when there is none. Whoever has it can publish updates to every PC. */
  keyPath: string
  /** Folder; what stood there is gone. */
  to: string
}

/** @returns what was made. Throws where a folder has no manifest. */
export async function packageExtension({ chrome, firefox, keyPath, to }: Packaging): Promise<Release> {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  const publicKey = publicKeyOf(keyPath)
  const { version } = manifestIn(chrome)
  const crx = await signed(chrome, { key: publicKey }, keyPath)
  writeFileSync(join(to, 'pendamping.crx'), crx)
  writeFileSync(join(to, 'pendamping.zip'), zipIn(crx))
  // A store gives an item its own identity, and refuses one that brings another.
  writeFileSync(join(to, 'pendamping-toko.zip'), zipIn(await signed(chrome, { key: undefined }, keyPath)))
  writeFileSync(join(to, 'pendamping-firefox.zip'), zipIn(await signed(firefox, {}, keyPath)))
  const files = readdirSync(to)
    .toSorted()
    .map((name) => {
      const bytes = readFileSync(join(to, name))
      return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
    })
  const release = Release.parse({ version, id: idOf(publicKey), files })
  writeFileSync(join(to, 'release.json'), JSON.stringify(release, null, 2))
  return release
}

/** @returns a folder with another manifest, zipped and signed */
async function signed(folder: string, change: object, keyPath: string): Promise<Buffer> {
  const copy = mkdtempSync(join(tmpdir(), 'pendamping-paket-'))
  try {
    cpSync(folder, copy, { recursive: true })
    writeFileSync(join(copy, 'manifest.json'), JSON.stringify({ ...manifestIn(folder), ...change }))
    const files = readdirSync(copy, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted((a, b) => (relative(copy, a) < relative(copy, b) ? -1 : 1))
    const crxPath = join(copy, 'signed.crx')
    await crx3(files, { keyPath, crxPath, forceDateTime: Date.parse(fixedTime) })
    return readFileSync(crxPath)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/**
 * A CRX of version 3 is a header and a zip (Chromium, `crx_file/crx3.proto`). The library's own copy of the zip is not
 * waited for: it may be cut short when the promise is kept.
 */
function zipIn(crx: Buffer): Buffer {
  return crx.subarray(12 + crx.readUInt32LE(8))
}

function manifestIn(folder: string): { version: string } {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { version: string }
}

/** @returns base64 of the SPKI form, as it stands in a manifest */
function publicKeyOf(keyPath: string): string {
  if (!existsSync(keyPath)) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    mkdirSync(dirname(keyPath), { recursive: true })
    writeFileSync(keyPath, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  }
  const key = createPublicKey(readFileSync(keyPath))
  return key.export({ type: 'spki', format: 'der' }).toString('base64')
}

/** How Chromium names an extension: half of its key's SHA-256, written with the letters a to p. */
function idOf(publicKey: string): string {
  const digest = createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 32)
  return digest.replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)))
}

if (process.argv[1] === import.meta.filename) {
  const keyPath = process.env.PENDAMPING_CRX_KEY ?? join(root, '.state', 'kunci-ekstensi.pem')
  const isNew = !existsSync(keyPath)
  const built = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' })
  if (built.status !== 0) process.exit(built.status ?? 1)
  const output = join(root, 'extension', '.output')
  const folders = { chrome: join(output, 'chrome-mv3'), firefox: join(output, 'firefox-mv3') }
  const { id, version, files } = await packageExtension({ ...folders, keyPath, to: packages })
  const parts = spawnSync('npm', ['sbom', '--sbom-format=cyclonedx', '--omit=dev'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (parts.status !== 0) throw new Error(parts.stderr)
  // Its serial number is another each time, so it stands beside the files whose sums are told.
  writeFileSync(join(packages, 'sbom.cdx.json'), parts.stdout)
  console.log(`Pendamping ${version}, id ${id}`)
  for (const { name, bytes, sha256 } of files) console.log(`  ${name.padEnd(24)} ${bytes} bita  ${sha256}`)
  if (isNew) console.log(`Kunci penanda tangan baru: ${keyPath}. Simpan salinannya di tempat aman.`)
  console.log('Mulai ulang gerbang. Di Cloudflare, isi juga PENDAMPING_EXTENSION_IDS dengan id di atas.')
}
