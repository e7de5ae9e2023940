// The only door to the network. Errors come back as values; a call that met the end of the session waits for the sign-in
// and is then made again, so that nothing has to be typed twice.
import * as z from 'zod/mini'
import {
  EnrolmentMade,
  EnrolmentShown,
  ImportResult,
  InvitationMade,
  InvitationOpened,
  KeyMade,
  KeyShown,
  Me,
  OfficeEntry,
  OfficeOverview,
  PasskeyOptions,
  RenewalAsked,
  Revoked,
} from '../../shared/protocol/admin-answers.ts'
import {
  KeyLimits,
  OfficeLimits,
  type GroupLimits,
  type NewEnrolment,
  type NewGroup,
  type NewKey,
  type NewOffice,
} from '../../shared/protocol/admin.ts'
import {
  AdminEntry,
  RecoveryCodes,
  WaysIn,
  type ChangeAdmin,
  type NewAdmin,
  type PasskeyMade,
  type PasskeyShown,
} from '../../shared/protocol/console.ts'
import { isGatewayCode } from '../../shared/protocol/admin-errors.ts'
import { ErrorBody, sentence, type ErrorCode } from '../../shared/protocol/errors.ts'

/** A failed call. `requestId` is for the help desk; `param` names the field that was wrong. */
export interface Failure {
  code: ErrorCode
  message: string
  requestId: string | null
  param: string | null
}
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure }

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
interface Options {
  body?: unknown
  /** A status besides 2xx whose answer is one of the schema. */
  alsoFine?: number
  /** Milliseconds. */
  patience?: number
}

const usualPatience = 30_000
let sessionOver: () => Promise<boolean> = () => Promise.resolve(false)

/** @param handler called when a call met the end of the session; answers whether to make it again */
export function onSessionOver(handler: () => Promise<boolean>): void {
  sessionOver = handler
}

const Nothing = z.null()
const Ignored = z.unknown()
const keysOf = (office: string) => `/offices/${office}/keys`
const groupsOf = (office: string) => `/offices/${office}/groups`
const linksOf = (office: string) => `/offices/${office}/enrolments`

export const api = {
  me: () => get('/me', Me),
  waysIn: () => call('GET', '/session/ways', WaysIn),
  signInByProxy: () => post('/session/proxy', Nothing),
  signInWithToken: (token: string) => post('/session/token', Nothing, { token }),
  signInWithCode: (code: string) => post('/session/code', Nothing, { code }),
  signInOptions: () => post('/session/passkey/options', PasskeyOptions),
  signInWithPasskey: (response: PasskeyShown['response']) => post('/session/passkey', Nothing, { response }),
  signOut: () => call('DELETE', '/session', Nothing),
  openInvitation: (token: string) => post('/session/invitation/options', InvitationOpened, { token }),
  acceptInvitation: (token: string, made: PasskeyMade) =>
    post('/session/invitation', RecoveryCodes, { token, ...made }),

  passkeyOptions: () => post('/me/passkeys/options', PasskeyOptions),
  addPasskey: (made: PasskeyMade) => post('/me/passkeys', Ignored, made),
  removePasskey: (id: string) => call('DELETE', `/me/passkeys/${id}`, Ignored),
  makeRecoveryCodes: () => post('/me/recovery-codes', RecoveryCodes),
  /** @param id of a session, or `others` */
  endSession: (id: string) => call('DELETE', `/me/sessions/${id}`, Ignored),

  admins: () => get('/admins', z.object({ admins: z.array(AdminEntry) })),
  addAdmin: (admin: NewAdmin) => post('/admins', z.object({ id: z.string() }), admin),
  changeAdmin: (id: string, admin: ChangeAdmin) => put(`/admins/${id}`, Ignored, admin),
  invite: (id: string) => post(`/admins/${id}/invitations`, InvitationMade),

  offices: () => get('/offices', z.object({ offices: z.array(OfficeEntry) })),
  officesWithUse: () => get('/offices?use=month', z.object({ offices: z.array(OfficeEntry) })),
  office: (id: string) => get(`/offices/${id}`, OfficeOverview),
  addOffice: (office: NewOffice) => post('/offices', Ignored, office),
  importOffices: (rows: unknown[], dryRun: boolean) =>
    call('POST', '/offices/import', ImportResult, { body: { rows, dryRun }, alsoFine: 422 }),
  renameOffice: (id: string, name: string) => put(`/offices/${id}`, Ignored, { name }),
  suspendOffice: (id: string) => post(`/offices/${id}/suspend`, Ignored),
  resumeOffice: (id: string) => post(`/offices/${id}/resume`, Ignored),
  removeOffice: (id: string) => call('DELETE', `/offices/${id}`, Ignored),
  setOfficeLimits: (id: string, limits: OfficeLimits) => put(`/offices/${id}/limits`, OfficeLimits, limits),
  setNeverHide: (id: string, terms: string[]) => put(`/offices/${id}/never-hide`, Ignored, { terms }),

  keys: (office: string) => get(keysOf(office), z.object({ keys: z.array(KeyShown) })),
  makeKey: (office: string, key: NewKey) => post(keysOf(office), KeyMade, key),
  setKeyLimits: (office: string, id: string, limits: KeyLimits) =>
    put(`${keysOf(office)}/${id}/limits`, KeyLimits, limits),
  setKeyExpiry: (office: string, id: string, expiresOn: string | null) =>
    put(`${keysOf(office)}/${id}/expiry`, KeyShown, { expiresOn }),
  rotateKey: (office: string, id: string, overlapHours: number) =>
    post(`${keysOf(office)}/${id}/rotate`, KeyMade, { overlapHours }),
  revokeKey: (office: string, id: string) => call('DELETE', `${keysOf(office)}/${id}`, Ignored),
  revokeKeys: (office: string, by: 'label' | 'group' | 'enrolment', value: string) =>
    call('DELETE', `${keysOf(office)}?${by}=${encodeURIComponent(value)}`, Revoked),
  askRenewal: (
    office: string,
    by: 'key' | 'label' | 'group' | 'enrolment',
    value: string,
    withinHours: number,
  ) => post(`/offices/${office}/renewals`, RenewalAsked, { by, value, withinHours }),

  makeGroup: (office: string, group: NewGroup) => post(groupsOf(office), Ignored, group),
  setGroupLimits: (office: string, id: string, limits: GroupLimits) =>
    put(`${groupsOf(office)}/${id}/limits`, Ignored, limits),

  enrolments: (office: string) => get(linksOf(office), z.object({ enrolments: z.array(EnrolmentShown) })),
  makeEnrolment: (office: string, terms: NewEnrolment) => post(linksOf(office), EnrolmentMade, terms),
  revokeEnrolment: (office: string, id: string) => call('DELETE', `${linksOf(office)}/${id}`, Ignored),
}

export function get<T extends z.ZodMiniType>(path: string, schema: T) {
  return call('GET', path, schema)
}
export function post<T extends z.ZodMiniType>(path: string, schema: T, body: unknown = {}) {
  return call('POST', path, schema, { body })
}
export function put<T extends z.ZodMiniType>(path: string, schema: T, body: unknown) {
  return call('PUT', path, schema, { body })
}

/** @param path after `/admin/v1`; ids in it have no sign that needs escaping (their schema) */
export function call<T extends z.ZodMiniType>(
  method: Method,
  path: string,
  schema: T,
  options: Options = {},
): Promise<Result<z.output<T>>> {
  return ask(method, path, options, async (response) => {
    const json: unknown = response.status === 204 ? null : await response.json().catch(() => undefined)
    const parsed = schema.safeParse(json)
    return parsed.success ? { value: parsed.data } : null
  })
}

/** A file that the gateway makes. @returns it with the name that the gateway gave it */
export function fileOf(path: string, body: unknown): Promise<Result<{ name: string; content: Blob }>> {
  return ask('POST', path, { body }, async (response) => {
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
    const content = await response.blob().catch(() => null)
    return name && content ? { value: { name, content } } : null
  })
}

/** @param read null = the answer is not what it should be */
async function ask<T>(
  method: Method,
  path: string,
  options: Options,
  read: (response: Response) => Promise<{ value: T } | null>,
): Promise<Result<T>> {
  const response = await request(method, path, options)
  if (!response) return failed('gateway_unreachable', null)
  const requestId = response.headers.get('x-request-id')
  if (response.ok || response.status === options.alsoFine) {
    const answer = await read(response)
    return answer ? { ok: true, ...answer } : failed('gateway_unreadable', requestId)
  }
  const json: unknown = await response.json().catch(() => undefined)
  // At the sign-in itself it is a wrong secret, and who asks who is signed in wants just this answer.
  const isOver = response.status === 401 && !path.startsWith('/session') && path !== '/me'
  if (isOver && (await sessionOver())) return ask(method, path, options, read)
  return { ok: false, failure: failureOf(json, requestId) }
}

async function request(
  method: Method,
  path: string,
  { body, patience = usualPatience }: Options,
): Promise<Response | null> {
  try {
    return await fetch(`/admin/v1${path}`, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
  } catch {
    return null
  }
}

function failureOf(json: unknown, requestId: string | null): Failure {
  const body = ErrorBody.safeParse(json)
  if (!body.success) return failed('gateway_unreadable', requestId).failure
  const { code, message, param } = body.data.error
  // A newer gateway may know more codes than this page.
  return { code: isGatewayCode(code) ? code : 'internal', message, param, requestId }
}

/** @returns a failure that the gateway did not name itself */
export function failed(code: ErrorCode, requestId: string | null): { ok: false; failure: Failure } {
  return { ok: false, failure: { code, message: sentence(code), requestId, param: null } }
}
