// A passkey device of software: makes ES256 passkeys and signs with them as WebAuthn says, for tests without a browser.
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

const encoded = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')
const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest()
/** User present and verified; `0x40`: a new key follows. */
const presentAndVerified = 0x05

/** The shortest form of a length, which is the one that is looked for. */
function head(type: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(type << 5) | size])
  if (size < 256) return Buffer.from([(type << 5) | 24, size])
  return Buffer.from([(type << 5) | 25, size >> 8, size & 255])
}
/** As little of CBOR (RFC 8949) as an attestation needs. */
function cbor(value: number | string | Uint8Array | Map<unknown, unknown>): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, value.length), Buffer.from(value)])
  if (value instanceof Map)
    return Buffer.concat([
      head(5, value.size),
      ...[...value].flatMap(([key, of]) => [cbor(key as string), cbor(of as string)]),
    ])
  return Buffer.concat([head(2, value.length), value])
}

export interface Authenticator {
  register(options: { challenge: string; rp: { id?: string } }): object
  /** @param counter what it says of how often it has signed */
  assert(options: { challenge: string; rpId?: string }, counter?: number): object
}

/** @param origin of the page that asks */
export function anAuthenticator(origin: string): Authenticator {
  const id = randomBytes(32)
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const common = { id: encoded(id), rawId: encoded(id), type: 'public-key', clientExtensionResults: {} }
  return {
    register({ challenge, rp }) {
      const counter = Buffer.alloc(4)
      const size = Buffer.from([0, id.length])
      const flags = Buffer.from([presentAndVerified | 0x40])
      const parts = [sha256(rp.id ?? ''), flags, counter, Buffer.alloc(16), size, id, coseKey(publicKey)]
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', Buffer.concat(parts)],
      ])
      const clientDataJSON = encoded(clientData('webauthn.create', challenge))
      return { ...common, response: { clientDataJSON, attestationObject: encoded(cbor(attestation)) } }
    },
    assert({ challenge, rpId = '' }, counter = 0) {
      const data = clientData('webauthn.get', challenge)
      const count = Buffer.alloc(4)
      count.writeUInt32BE(counter)
      const authData = Buffer.concat([sha256(rpId), Buffer.from([presentAndVerified]), count])
      const signature = sign('sha256', Buffer.concat([authData, sha256(data)]), privateKey)
      return {
        ...common,
        response: {
          clientDataJSON: encoded(data),
          authenticatorData: encoded(authData),
          signature: encoded(signature),
        },
      }
    },
  }
}

/** RFC 9053: an elliptic key for ES256. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return cbor(
    new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  )
}
