// Coming in and going out at the console: by passkey, by the admin token (the first time, and when all else is lost), by a
// recovery code, or by an invitation that ends with a passkey.
import { Hono } from 'hono'
import {
  AcceptInvitation,
  Invitation,
  PasskeyShown,
  SignInWithCode,
  SignInWithToken,
} from '../../../../shared/protocol/console.ts'
import { attempts, wrongGuess } from '../../admission/attempts.ts'
import {
  passkeysWork,
  registered,
  registrationOptions,
  signedIn,
  signInOptions,
} from '../../admission/passkeys.ts'
import { emailByProxy, hasProxy } from '../../admission/proxy.ts'
import { makeRecoveryCodes, recoveryHash } from '../../admission/recovery.ts'
import { sha256 } from '../../admission/secret.ts'
import { actorOf, endSession, isFromOwnPage, startSession, tokenRefused } from '../../admission/session.ts'
import { cityObject, type App } from '../../env.ts'
import { isFailure, refuse } from '../../refuse.ts'
import { readJson } from '../read.ts'

/** Guesses at recovery codes and invitations. */
const codeGuesses = attempts({ perAddress: 10, overall: 200 })

export const session = new Hono<App>()
  .use(async (c, next) => {
    c.header('cache-control', 'no-store')
    // A stranger's page must not sign somebody in under an account of the stranger's.
    if (c.req.method !== 'GET' && !isFromOwnPage(c)) return refuse(c, { code: 'not_permitted' })
    await next()
  })

  .get('/', async (c) => {
    const actor = await actorOf(c)
    return isFailure(actor) ? refuse(c, { code: 'sign_in_needed' }) : c.json(actor)
  })

  .get('/ways', (c) => c.json({ passkey: passkeysWork(c), proxy: hasProxy(c.env) }))

  .delete('/', async (c) => {
    await endSession(c)
    return c.body(null, 204)
  })

  .post('/token', async (c) => {
    const body = await readJson(c, SignInWithToken)
    if (isFailure(body)) return refuse(c, body)
    const refused = await tokenRefused(c, body.value.token)
    if (refused) return refuse(c, refused)
    await startSession(c, body.value)
    return c.body(null, 204)
  })

  /** Whoever the proxy in front has let through, and has an account here. */
  .post('/proxy', async (c) => {
    const email = await emailByProxy(c)
    const actor = email === null ? null : await cityObject(c.env).admins.byEmail(email)
    if (!actor?.id) return refuse(c, { code: 'sign_in_failed' })
    await startSession(c, { admin: actor.id })
    return c.body(null, 204)
  })

  .post('/code', async (c) => {
    const body = await readJson(c, SignInWithCode)
    if (isFailure(body)) return refuse(c, body)
    const actor = await cityObject(c.env).admins.useCode(await recoveryHash(body.value.code))
    if (!actor?.id) return refuse(c, await wrongGuess(c, codeGuesses, { code: 'sign_in_failed' }))
    await startSession(c, { admin: actor.id })
    return c.body(null, 204)
  })

  .post('/passkey/options', async (c) => {
    const made = await signInOptions(c)
    return made.options ? c.json(made.options) : refuse(c, made)
  })

  .post('/passkey', async (c) => {
    const body = await readJson(c, PasskeyShown)
    if (isFailure(body)) return refuse(c, body)
    const actor = await signedIn(c, body.value)
    if (isFailure(actor) || actor.id === null)
      return refuse(c, isFailure(actor) ? actor : { code: 'sign_in_failed' })
    await startSession(c, { admin: actor.id })
    return c.body(null, 204)
  })

  .post('/invitation/options', async (c) => {
    const body = await readJson(c, Invitation)
    if (isFailure(body)) return refuse(c, body)
    const actor = await cityObject(c.env).admins.invited(await sha256(body.value.token), Date.now())
    if (!actor) return refuse(c, await wrongGuess(c, codeGuesses, { code: 'invitation_closed' }))
    const made = await registrationOptions(c, actor, [])
    return made.options ? c.json({ actor, options: made.options }) : refuse(c, made)
  })

  .post('/invitation', async (c) => {
    const body = await readJson(c, AcceptInvitation)
    if (isFailure(body)) return refuse(c, body)
    const passkey = await registered(c, body.value)
    if (isFailure(passkey)) return refuse(c, passkey)
    const { codes, hashes } = await makeRecoveryCodes()
    const hash = await sha256(body.value.token)
    const actor = await cityObject(c.env).admins.accept(hash, passkey, hashes, Date.now())
    if (isFailure(actor) || actor.id === null)
      return refuse(c, isFailure(actor) ? actor : { code: 'sign_in_failed' })
    await startSession(c, { admin: actor.id })
    return c.json({ codes }, 201)
  })
