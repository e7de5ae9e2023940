// What the gateway knows of a span of time, for the notice that article 46 of UU 27/2022 wants within 3 × 24 hours: who
// used what, where texts went, what admins did, and what the audit's chain stood at.
import { actSentences, detailOf, tellAct, type Named } from '../../../shared/acts/index.ts'
import type { AdminEntry } from '../../../shared/protocol/console.ts'
import { settleOffice } from '../admission/admission.ts'
import type { CityNow } from '../city.ts'
import { cityObject, officeObject, type Env } from '../env.ts'
import type { AuditGrouping, AuditSum } from '../objects/audit.ts'
import type { Act } from '../objects/city.ts'
import { inJakarta } from '../objects/jakarta.ts'
import type { Office } from '../objects/office.ts'
import type { Paper } from './document.ts'
import { upstreamTable } from './processing-register.ts'

/** Acts, and sums, that are fetched at once. */
const actsAtOnce = 1000
const sumsAtOnce = 5000

export async function incidentPack(
  env: Env,
  city: CityNow,
  span: { from: number; to: number },
  now: number,
  admins: readonly Pick<AdminEntry, 'id' | 'name'>[],
): Promise<Paper> {
  const of = await Promise.all(
    [...city.offices, ...city.classes].map(async ({ id, name }) => {
      await settleOffice(env, id)
      const office = officeObject(env, id)
      const [byKind, byKey, extent] = await Promise.all([
        sumsOf(office, ['day', 'helper', 'upstream', 'class', 'outcome'], span),
        sumsOf(office, ['key'], span),
        office.auditExtent(span.from, span.to),
      ])
      return { id, name, byKind, byKey, extent }
    }),
  )
  const acts = await actsOf(env, span)
  const told = teller(city, admins)
  return {
    title: `Laporan insiden: Pendamping, ${env.PENDAMPING_CITY ?? 'Kota'}`,
    parts: [
      {
        heading: 'Ringkasan',
        text: [
          `Rentang: ${inJakarta(span.from)} sampai ${inJakarta(span.to)}. Dibuat: ${inJakarta(now)}.`,
          'Isi teks tidak disimpan gerbang, sehingga tidak ada dalam laporan ini. Yang ada ialah hitungan.',
          'Diisi petugas: data pribadi yang terungkap, kapan dan bagaimana terungkap, upaya penanganan dan pemulihan (UU 27/2022 pasal 46 ayat 2).',
        ],
      },
      {
        heading: 'Pemakaian menurut kantor',
        table: {
          heads: ['Kantor', 'Hari', 'Bantuan', 'Model', 'Kelas', 'Hasil', 'Permintaan', 'Data disamarkan'],
          rows: of.flatMap(({ name, byKind }) =>
            byKind.map((sum) => [
              name,
              sum['day'] ?? '',
              sum['helper'] ?? '',
              sum['upstream'] ?? '',
              sum['class'] ?? '',
              sum['outcome'] ?? '',
              sum.requests,
              sum.hidden,
            ]),
          ),
        },
      },
      {
        heading: 'Pemakaian menurut kunci',
        table: {
          heads: ['Kantor', 'Kunci', 'Permintaan', 'Token masuk', 'Token keluar'],
          rows: of.flatMap(({ name, byKey }) =>
            byKey.map((sum) => [name, sum['key'] ?? '', sum.requests, sum.tokensIn, sum.tokensOut]),
          ),
        },
      },
      { heading: 'Ke mana teks dikirim', table: upstreamTable(env, city) },
      {
        heading: 'Tindakan admin',
        table: {
          heads: ['Waktu', 'Pelaku', 'Tindakan', 'Menurut log', 'Rincian'],
          rows: acts.map((act) => [inJakarta(act.at), act.actor, told(act), act.act, act.detail]),
        },
      },
      {
        heading: 'Rantai audit',
        text: ['Hash terakhir pada rentang ini. Ekspor audit kantor harus berakhir dengan hash yang sama.'],
        table: {
          heads: ['Kantor', 'Baris', 'Hash terakhir'],
          rows: of.map(({ name, extent }) => [name, extent.rows, extent.last]),
        },
      },
    ],
  }
}

/** @returns what puts an act into words; the log's own stand beside them, for they are the evidence */
function teller(
  { offices, classes }: CityNow,
  admins: readonly Pick<AdminEntry, 'id' | 'name'>[],
): (act: Act) => string {
  const named = { office: offices, class: classes, admin: admins }
  const nameOf = (kind: Named, id: string) =>
    kind === 'helper' ? id : (named[kind].find((one) => one.id === id)?.name ?? id)
  return ({ actor, act, detail }) =>
    tellAct(act, detailOf(detail), {
      who: actor === 'token' ? 'Token admin' : nameOf('admin', actor),
      nameOf,
      say: (key, values) =>
        actSentences[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
    })
}

/** All of them: a paper for an authority leaves nothing out. */
async function sumsOf(
  office: DurableObjectStub<Office>,
  by: readonly AuditGrouping[],
  span: { from: number; to: number },
): Promise<AuditSum[]> {
  const all: AuditSum[] = []
  for (;;) {
    const some = await office.auditSums(by, span, all.length, sumsAtOnce)
    all.push(...some)
    if (some.length < sumsAtOnce) return all
  }
}

/** @returns all acts of the span, the newest first, however many came after it */
async function actsOf(env: Env, { from, to }: { from: number; to: number }): Promise<Act[]> {
  const found: Act[] = []
  let before: number | null = null
  for (;;) {
    const acts: Act[] = await cityObject(env).acts(before, actsAtOnce)
    found.push(...acts.filter(({ at }) => at >= from && at < to))
    const last = acts.at(-1)
    if (!last || last.at < from) return found
    before = last.id
  }
}
