// The packed extension as a browser judges it: signature, identity, update manifest, and the same bytes each time.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageExtension } from '../../gateway/local/package.ts'
import type { Release } from '../../shared/protocol/distribution.ts'
import { aFolder, aGateway, type TestGateway } from '../gateway/gateway.ts'
import { aBrowser, anAdminSignedIn, looksRight, saved } from './admin.ts'

const root = join(import.meta.dirname, '..', '..')
const chrome = join(root, 'extension', '.output', 'chrome-mv3')
const assets = join(root, 'gateway', '.output', 'assets', 'unduh')
const folder = aFolder()
const keyPath = join(folder, 'kunci.pem')
let release: Release
let gateway: TestGateway
beforeAll(async () => {
  release = await packageExtension({ chrome, firefox: chrome, keyPath, to: join(folder, 'satu') })
  cpSync(join(folder, 'satu'), assets, { recursive: true })
  gateway = await aGateway()
})
afterAll(async () => {
  await gateway.end()
  for (const name of [...release.files.map((file) => file.name), 'release.json']) rmSync(join(assets, name))
  rmSync(folder, { recursive: true })
})

/** A CRX of version 3 (Chromium, `crx_file/crx3.proto`): its keys with signatures, what they signed, and the zip. */
function readCrx(bytes: Buffer) {
  expect([bytes.toString('latin1', 0, 4), bytes.readUInt32LE(4)]).toEqual(['Cr24', 3])
  const size = bytes.readUInt32LE(8)
  const header = fields(bytes.subarray(12, 12 + size))
  const proofs = header.filter(({ tag }) => tag === 2).map(({ value }) => fields(value))
  const [signed] = header.filter(({ tag }) => tag === 10_000)
  return {
    proofs: proofs.map((proof) => ({
      key: proof.find(({ tag }) => tag === 1)!.value,
      signature: proof.find(({ tag }) => tag === 2)!.value,
    })),
    signed: signed!.value,
    zip: bytes.subarray(12 + size),
  }
}

/** Fields of a protocol buffer that hold bytes. */
function fields(bytes: Buffer): { tag: number; value: Buffer }[] {
  const found = []
  let at = 0
  const number = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!
      value += (byte & 127) * 2 ** shift
      if (byte < 128) return value
    }
  }
  while (at < bytes.length) {
    const tag = number() >> 3
    const length = number()
    found.push({ tag, value: bytes.subarray(at, (at += length)) })
  }
  return found
}

/** The manifest in a zip, by the zip's directory (APPNOTE.TXT 4.3.12). */
function manifestIn(zip: Buffer): { key?: string } {
  const name = Buffer.from('manifest.json')
  let entry = zip.lastIndexOf(name) - 46
  while (zip.readUInt32LE(entry) !== 0x02014b50) entry = zip.lastIndexOf(name, entry + 45) - 46
  const local = zip.readUInt32LE(entry + 42)
  const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const packed = zip.subarray(begin, begin + zip.readUInt32LE(entry + 20))
  return JSON.parse(inflateRawSync(packed).toString()) as { key?: string }
}

describe('the signed package', () => {
  it('is signed by the key that its id is made of', () => {
    const { proofs, signed, zip } = readCrx(readFileSync(join(folder, 'satu', 'pendamping.crx')))
    const length = Buffer.alloc(4)
    length.writeUInt32LE(signed.length)
    const message = Buffer.concat([Buffer.from('CRX3 SignedData\0'), length, signed, zip])
    expect(proofs).toHaveLength(1)
    const [{ key, signature }] = proofs as [(typeof proofs)[0]]
    const publicKey = createPublicKey({ key, format: 'der', type: 'spki' })
    expect(verify('sha256', message, publicKey, signature)).toBe(true)
    const [id] = fields(signed)
    const digest = createHash('sha256').update(key).digest()
    expect(id?.value.equals(digest.subarray(0, 16))).toBe(true)
    const letters = digest.toString('hex').slice(0, 32)
    expect(release.id).toBe(letters.replace(/./g, (digit) => 'abcdefghijklmnop'[parseInt(digit, 16)]!))
  })

  it('comes out the same, byte for byte, from the same source and key', async () => {
    const copy = join(folder, 'salinan')
    cpSync(chrome, copy, { recursive: true })
    const again = await packageExtension({ chrome: copy, firefox: chrome, keyPath, to: join(folder, 'dua') })
    expect(again).toEqual(release)
  })

  it('is whole in every form: a zip ends with its directory, and tells where that begins', () => {
    const zips = release.files.filter(({ name }) => name.endsWith('.zip'))
    expect(zips).toHaveLength(3)
    for (const { name, bytes } of zips) {
      const zip = readFileSync(join(folder, 'satu', name))
      const end = zip.subarray(-22)
      expect([name, zip.length, end.readUInt32LE(0)]).toEqual([name, bytes, 0x06054b50])
      expect(end.readUInt32LE(12) + end.readUInt32LE(16)).toBe(zip.length - 22)
    }
    expect(readCrx(readFileSync(join(folder, 'satu', 'pendamping.crx'))).zip).toEqual(
      readFileSync(join(folder, 'satu', 'pendamping.zip')),
    )
  })

  it('brings the city’s identity, and to a store none', () => {
    const key = (name: string) => manifestIn(readFileSync(join(folder, 'satu', name))).key
    const { proofs } = readCrx(readFileSync(join(folder, 'satu', 'pendamping.crx')))
    expect(key('pendamping.zip')).toBe(proofs[0]?.key.toString('base64'))
    expect(key('pendamping-toko.zip')).toBeUndefined()
  })

  it('keeps its key to its owner', () => {
    expect(readFileSync(keyPath, 'utf8')).toContain('PRIVATE KEY')
    for (const { name } of release.files)
      expect(readFileSync(join(folder, 'satu', name)).includes('PRIVATE KEY')).toBe(false)
  })
})

describe('the gateway', () => {
  it('offers it as an update, from its own address', async () => {
    const answer = await fetch(`${gateway.url}/unduh/pembaruan.xml`)
    const xml = await answer.text()
    const read = (name: string) => new RegExp(`<(?:app|updatecheck)[^>]* ${name}="([^"]*)"`).exec(xml)?.[1]
    expect([read('appid'), read('version')]).toEqual([release.id, release.version])
    const crx = Buffer.from(await (await fetch(read('codebase')!)).arrayBuffer())
    expect(createHash('sha256').update(crx).digest('hex')).toBe(read('hash_sha256'))
    expect(answer.headers.get('content-type')).toMatch(/^application\/xml/)
  })

  it('names the type by which a browser knows a package', async () => {
    const { headers, body } = await fetch(`${gateway.url}/unduh/pendamping.crx`)
    await body?.cancel()
    expect(headers.get('content-type')).toBe('application/x-chrome-extension')
  })

  it('makes policy files for an office with its token, and for no other’s', async () => {
    const [ours, theirs] = [await gateway.office(), await gateway.office()]
    const { token } = await gateway.enrolment(ours.id)
    const ask = (office: string) =>
      gateway.admin('POST', `/offices/${office}/browser-policy`, {
        target: 'chrome-linux',
        enrolmentToken: token,
      })
    const file = await ask(ours.id)
    expect(file.headers.get('content-disposition')).toContain('pendamping.json')
    expect(await file.json()).toMatchObject({
      '3rdparty': { extensions: { [release.id]: { gatewayUrl: gateway.url, enrolmentToken: token } } },
    })
    expect((await ask(theirs.id)).status).toBe(400)
    const { acts } = (await (await gateway.admin('GET', '/acts')).json()) as { acts: { detail: string }[] }
    expect(JSON.stringify(acts)).not.toContain(token)
  })
})

describe('the console', () => {
  it('hands an office its policy file, with a token that enrols its PCs', async () => {
    const complaints: string[] = []
    const { id } = await gateway.office()
    const browser = await aBrowser()
    const admin = await anAdminSignedIn(browser, gateway, complaints, {
      name: 'Sari Contoh',
      role: 'office',
      office: id,
    })
    const { page } = admin
    await admin.open('unduhan')
    await page.getByText(`Paket versi ${release.version}`).waitFor()
    await page.getByText('Buat token baru').first().click()
    await page.getByLabel('Jumlah perangkat').fill('40')
    await page.getByRole('button', { name: 'Buat token baru' }).click()
    await page.getByText('Token dibuat dan diisikan.').waitFor()
    await page.getByText('menolak pemasangan dari luar toko').waitFor()
    await looksRight(admin)
    await page.getByLabel('Peramban dan sistem').selectOption('Chromium di Linux')
    const token = await page.getByLabel('Token pendaftaran').inputValue()
    expect(await saved(admin, 'Unduh berkas kebijakan')).toContain(token)
    const enrolled = await fetch(`${gateway.url}/v1/enrolments`, {
      method: 'POST',
      body: JSON.stringify({ token }),
    })
    await browser.close()
    expect([enrolled.status, complaints]).toEqual([201, []])
  })
})
