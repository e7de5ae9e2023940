// Joining a class with its code: what it is, and a seat in it.
import { Hono } from 'hono'
import * as z from 'zod/mini'
import { ClassCode, JoinClass, type ClassToJoin } from '../../../shared/protocol/classes.ts'
import { classOfCode } from '../admission/class-code.ts'
import { makeSecret, sha256 } from '../admission/secret.ts'
import { signerOf } from '../admission/signing.ts'
import { cityNow } from '../city.ts'
import { officeObject, type App } from '../env.ts'
import { endOfDate } from '../objects/jakarta.ts'
import { isFailure, refuse } from '../refuse.ts'
import { readJson } from './read.ts'

const LookUp = z.strictObject({ code: ClassCode })

export const classes = new Hono<App>()
  /** By POST, so that the code stands in no address and no log. */
  .post('/look-up', async (c) => {
    const body = await readJson(c, LookUp)
    if (isFailure(body)) return refuse(c, { code: 'class_unknown' })
    const found = await classOfCode(c, body.value.code)
    if (isFailure(found)) return refuse(c, found)
    const { officeById } = await cityNow(c.env)
    const { name, startsAt, endsAt, keysUntil } = found
    const offices = found.offices.flatMap((id) => {
      const office = officeById.get(id)
      return office && office.removedAt === null && office.suspendedAt === null
        ? [{ id, name: office.name }]
        : []
    })
    const city = c.env.PENDAMPING_CITY ?? 'Kota'
    return c.json({ name, city, offices, startsAt, endsAt, keysUntil } satisfies ClassToJoin)
  })

  .post('/join', async (c) => {
    const body = await readJson(c, JoinClass)
    if (isFailure(body)) return refuse(c, body)
    const { code, office, name } = body.value
    const found = await classOfCode(c, code)
    if (isFailure(found)) return refuse(c, found)
    const asOffice = (await cityNow(c.env)).officeById.get(office)
    if (
      !asOffice ||
      asOffice.removedAt !== null ||
      asOffice.suspendedAt !== null ||
      !found.offices.includes(office)
    )
      return refuse(c, { code: 'office_unknown', param: 'office' })
    const object = officeObject(c.env, found.id)
    const device = await sha256(`${found.id} ${body.value.device}`)
    const key = await makeSecret('pdp', found.id, (await object.seatOf(device)) ?? undefined)
    const seat = {
      device,
      name,
      office: asOffice.name,
      limits: { actionsPerDay: found.actionsPerSeat },
      expiresAt: endOfDate(found.keysUntil),
      seats: found.seats,
    }
    const { text, ...credential } = key
    const taken = await object.takeSeat(credential, seat, Date.now())
    if (isFailure(taken)) return refuse(c, taken)
    const signer = await signerOf(c.env, await cityNow(c.env))
    const policyKey = signer ? { policyKey: signer.publicKey } : {}
    return c.json({ office: taken.office, key: text, keyId: key.id, ...policyKey }, 201)
  })
