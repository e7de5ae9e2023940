// What the operator sets, read and checked once, before anything is built: a wrong value found later shows itself as a
// broken page or a draft that never comes. What is said names the variable and never its value, which may be a secret.
import * as z from 'zod/mini'

/** Longest patience; beyond 24 days the clock of JavaScript would turn over and fire at once. */
const dayInSeconds = 86_400

// A line break in a name would reach letters and the panel, in a secret it would break the header that carries it.
const line = z.string().check(z.refine((text) => !/[\r\n\u2028\u2029]/.test(text), 'harus satu baris.'))
const seconds = z
  .string()
  .check(
    z.refine(
      (text) => /^\d+(\.\d+)?$/.test(text) && Number(text) > 0 && Number(text) <= dayInSeconds,
      `harus angka lebih dari 0, paling besar ${dayInSeconds}.`,
    ),
  )

const Port = z.pipe(
  z
    .string()
    .check(
      z.refine(
        (text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535,
        'harus bilangan bulat dari 1 sampai 65535.',
      ),
    ),
  z.transform(Number),
)

/** A shorter one can be guessed by trying; it is taken all the same, for a trial on one machine, and said. */
export const shortestSafeToken = 16

// No longer than what the gateway reads from a header.
export const AdminToken = z
  .string()
  .check(
    z.refine(
      (text) => /^[\x21-\x7e]{1,300}$/.test(text),
      'harus paling banyak 300 huruf, angka atau tanda, tanpa spasi.',
    ),
  )

/** It is hashed once, so it must be random already. */
export const MasterKey = z
  .string()
  .check(
    z.refine(
      (text) => /^[\x21-\x7e]{32,300}$/.test(text),
      'harus 32 sampai 300 huruf, angka atau tanda acak, tanpa spasi.',
    ),
  )

const UpstreamUrl = z.string().check(
  z.refine(isWebAddress, 'harus alamat http:// atau https:// yang lengkap.'),
  z.refine(holdsNoCredentials, 'tidak boleh memuat nama pengguna atau sandi; pakai PENDAMPING_UPSTREAM_KEY.'),
  // `/chat/completions` is put behind it.
  z.refine((text) => !/[?#]/.test(text), 'tidak boleh memuat tanda ? atau #.'),
)

/** Enrolment links put `/daftar/` behind it, and the gateway answers only at the root of its address. */
const PublicUrl = z.pipe(
  z
    .string()
    .check(
      z.refine(isWebAddress, 'harus alamat http:// atau https:// yang lengkap.'),
      z.refine(isOnlyOrigin, 'harus alamat saja, tanpa jalur, sandi atau tanda ? dan #.'),
    ),
  z.transform((text) => new URL(text).origin),
)

const Environment = z.object({
  PENDAMPING_PORT: z._default(Port, 8787),
  PENDAMPING_DATA: z.optional(line),
  PENDAMPING_ADMIN_TOKEN: z.optional(AdminToken),
  PENDAMPING_CITY: z._default(line, 'Kota Tangerang'),
  PENDAMPING_UPSTREAM: z.optional(UpstreamUrl),
  PENDAMPING_UPSTREAM_KEY: z.optional(line),
  PENDAMPING_UPSTREAM_MODEL: z.optional(line),
  PENDAMPING_UPSTREAM_LOCATION: z.optional(line),
  PENDAMPING_FIRST_TOKEN_SECONDS: z.optional(seconds),
  PENDAMPING_IDLE_SECONDS: z.optional(seconds),
  PENDAMPING_PUBLIC_URL: z.optional(PublicUrl),
  PENDAMPING_HELPDESK: z.optional(line),
  PENDAMPING_DPO: z.optional(line),
  PENDAMPING_DISCLOSURE: z.optional(z.string()),
  PENDAMPING_EXTENSION_IDS: z.optional(line),
  PENDAMPING_PROXY_ISSUER: z.optional(line),
  PENDAMPING_PROXY_AUDIENCE: z.optional(line),
  PENDAMPING_PROXY_KEYS: z.optional(UpstreamUrl),
  PENDAMPING_PROXY_HEADER: z.optional(line),
  PENDAMPING_MASTER_KEY: z.optional(MasterKey),
  PENDAMPING_MASTER_KEY_OLD: z.optional(MasterKey),
  PENDAMPING_PRIVATE_UPSTREAMS: z.optional(z.literal('izinkan', 'hanya boleh "izinkan".')),
  PENDAMPING_WEBHOOK: z.optional(UpstreamUrl),
  PENDAMPING_WEBHOOK_SECRET: z.optional(line),
  PENDAMPING_METRICS_TOKEN: z.optional(AdminToken),
})
export type Environment = z.infer<typeof Environment>

/** Blank counts as unset. Throws with one sentence a line, one for each variable that is wrong. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const given = Object.entries(variables)
    .map(([name, value = '']) => [name, value.trim()] as const)
    .filter(([, value]) => value !== '')
  const read = Environment.safeParse(Object.fromEntries(given))
  if (read.success) return read.data
  const complaints = new Map<string, string>()
  for (const { path, message } of read.error.issues) {
    const name = String(path[0])
    if (!complaints.has(name)) complaints.set(name, message)
  }
  throw new Error([...complaints].map(([name, what]) => `${name} ${what}`).join('\n'))
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text)
}

function holdsNoCredentials(text: string): boolean {
  if (!URL.canParse(text)) return true
  const { username, password } = new URL(text)
  return username === '' && password === ''
}

function isOnlyOrigin(text: string): boolean {
  if (!URL.canParse(text)) return true
  const { pathname, search, hash } = new URL(text)
  return pathname === '/' && search === '' && hash === '' && holdsNoCredentials(text)
}
