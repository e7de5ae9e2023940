// An upstream as its form holds it.
import type { UpstreamShown } from '../../../../shared/protocol/admin-answers.ts'
import type { ChangeUpstream } from '../../../../shared/protocol/admin.ts'
import { dataClasses, type DataClass } from '../../../../shared/protocol/policy.ts'
import { countOf, textOfCount } from '../../caps.ts'

/** What becomes of the key: what is kept is never seen here. */
export const keyFates = ['keep', 'new', 'remove'] as const

export interface UpstreamFields {
  label: string
  kind: ChangeUpstream['kind']
  baseUrl: string
  model: string
  location: string
  contract: string
  isForAll: boolean
  offices: string[]
  classes: DataClass[]
  rupiahIn: string
  rupiahOut: string
  priority: string
  perMinute: string
  thinking: ChangeUpstream['thinking']
  keyFate: (typeof keyFates)[number]
  key: string
}

/** @param shown null = a new one */
export function fieldsOf(shown: UpstreamShown | null): UpstreamFields {
  return {
    label: shown?.label ?? '',
    kind: shown?.kind ?? 'openai',
    baseUrl: shown?.baseUrl ?? '',
    model: shown?.model ?? '',
    location: shown?.location ?? '',
    contract: shown?.contract ?? '',
    isForAll: shown === null || shown.offices === null,
    offices: shown?.offices ?? [],
    classes: shown?.classes ?? ['umum'],
    rupiahIn: textOfRupiah(shown?.rupiahIn),
    rupiahOut: textOfRupiah(shown?.rupiahOut),
    priority: textOfCount(shown?.priority ?? 100),
    perMinute: textOfCount(shown?.requestsPerMinute),
    thinking: shown?.thinking ?? 'as-is',
    keyFate: 'keep',
    key: '',
  }
}

/** @returns what is sent. The key is left out where the one that is kept shall stay. */
export function upstreamOf(fields: UpstreamFields): ChangeUpstream {
  const { keyFate, key } = fields
  return {
    label: fields.label.trim(),
    kind: fields.kind,
    ...(fields.kind === 'openai' && { baseUrl: fields.baseUrl.trim() }),
    // The engine has one; the schema wants a word all the same.
    model: fields.kind === 'offline' ? 'offline' : fields.model.trim(),
    location: fields.location.trim(),
    contract: fields.contract.trim(),
    offices: fields.isForAll ? null : fields.offices,
    classes: dataClasses.filter((name) => fields.classes.includes(name)),
    rupiahIn: rupiahOf(fields.rupiahIn),
    rupiahOut: rupiahOf(fields.rupiahOut),
    priority: countOf(fields.priority) ?? 100,
    requestsPerMinute: countOf(fields.perMinute),
    thinking: fields.thinking,
    ...(keyFate === 'new' && { key: key.trim() }),
    ...(keyFate === 'remove' && { key: null }),
  }
}

/** For `pattern`: as `countPattern`, and a part of a rupiah after a comma. */
export const rupiahPattern = '(\\d{1,3}([. ]\\d{3})+|\\d{0,9})(,\\d{1,2})?'

function textOfRupiah(rupiah = 0): string {
  return String(rupiah).replace('.', ',')
}

function rupiahOf(text: string): number {
  const [whole = '', part] = text.split(',')
  return Number(`${countOf(whole) ?? 0}.${part ?? 0}`)
}
