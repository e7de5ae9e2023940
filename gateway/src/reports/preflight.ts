// Before a class begins: whether it will hold to its end (R9). What fails here would fail before forty people.
import type { ClassEntry, Preflight } from '../../../shared/protocol/classes.ts'
import { sentence } from '../../../shared/protocol/index.ts'
import { openHelpers, rulesOf, type CityNow } from '../city.ts'
import type { Env } from '../env.ts'
import { endOfDate, inJakarta } from '../objects/jakarta.ts'
import { upstreamsFor } from '../upstreams/router.ts'
import { tryAtOnce, tryWithLetter } from '../upstreams/trial.ts'

const dayForm = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Asia/Jakarta' } as const
const dayName = (day: string) => new Date(`${day}T12:00:00+07:00`).toLocaleDateString('id-ID', dayForm)
const moment = (at: string) =>
  `${new Date(at).toLocaleDateString('id-ID', dayForm)} pukul ${inJakarta(Date.parse(at)).slice(11, 16).replace(':', '.')}`

type Check = Preflight['checks'][number]

const hourMs = 3_600_000
/** Acts that a participant has in a morning's class (field R9). */
const actsOfClass = 15
/** Acts that all do at once, when the trainer says so. */
const people = 40

export async function preflight(env: Env, city: CityNow, held: ClassEntry, now: number): Promise<Preflight> {
  const checks = [
    keysLast(held),
    quotaSuffices(held),
    isOpen(city, held, now),
    ...(await answers(env, city, held)),
  ]
  return { ok: checks.every(({ ok }) => ok), checks }
}

function keysLast({ endsAt, keysUntil }: ClassEntry): Check {
  const ok = endOfDate(keysUntil) >= Date.parse(endsAt) + hourMs
  return {
    check: 'keys',
    ok,
    says: ok
      ? `Kunci peserta berlaku sampai ${dayName(keysUntil)} pukul 23.59, sesudah kelas selesai.`
      : 'Kunci peserta berakhir kurang dari satu jam sesudah kelas. Undurkan hari terakhir kunci.',
  }
}

function quotaSuffices({ actionsPerSeat, seats }: ClassEntry): Check {
  const ok = actionsPerSeat >= actsOfClass
  return {
    check: 'quota',
    ok,
    says: ok
      ? `Tiap peserta mendapat ${actionsPerSeat} tindakan sehari, ${actionsPerSeat * seats} untuk ${seats} kursi.`
      : `Tiap peserta hanya mendapat ${actionsPerSeat} tindakan sehari; latihan memerlukan ${actsOfClass}. Naikkan jatahnya.`,
  }
}

function isOpen(city: CityNow, held: ClassEntry, now: number): Check {
  const helpers = openHelpers(city, held.id)
  const missing = held.helpers.filter((helper) => !helpers.includes(helper))
  const isOver = held.endedAt !== null || Date.parse(held.endsAt) <= now
  const ok = missing.length === 0 && !isOver
  return {
    check: 'open',
    ok,
    says: ok
      ? `Kode berlaku mulai satu jam sebelum ${moment(held.startsAt)}.`
      : isOver
        ? 'Kelas ini sudah selesai. Undurkan waktu selesainya, atau buat kelas baru.'
        : `Bantuan ini ditutup kebijakan kota atau sedang dimatikan: ${missing.join(', ')}. Minta admin kota membukanya.`,
  }
}

async function answers(env: Env, city: CityNow, held: ClassEntry): Promise<Check[]> {
  const [first] = upstreamsFor(env, city, held.id, rulesOf(city, held.id).dataClass)
  if (!first) return [{ check: 'upstream', ok: false, says: sentence('no_upstream') }]
  const one = await tryWithLetter(first)
  const upstream: Check = {
    check: 'upstream',
    ok: one.ok,
    says: one.ok
      ? `Model ${first.model} menjawab; huruf pertama datang sesudah ${one.firstTokenMs ?? one.milliseconds} milidetik.`
      : `Model ${first.model} tidak menjawab. ${one.code ? sentence(one.code) : ''}`,
  }
  if (!one.ok) return [upstream]
  const { answered, code } = await tryAtOnce(first, people)
  const ok = answered === people
  return [
    upstream,
    {
      check: 'burst',
      ok,
      says: ok
        ? `${people} permintaan serentak terjawab semua.`
        : `Dari ${people} permintaan serentak hanya ${answered} yang terjawab. ${code ? sentence(code) : ''} Pilih model lain untuk kelas.`,
    },
  ]
}
