// Susun: the body of a letter of the office's own, from keywords. What nobody said stays a slot (D4); nobody's words are
// made up, a quotation least of all.
import { letterTemplates, slotLabel } from '../../../shared/content/index.ts'
import { fillSlots, slotNames } from '../../../shared/drafts/index.ts'
import { ComposeOptions } from '../../../shared/protocol/index.ts'
import type { Helper, HelperContext } from './helper.ts'
import { readOptions, tokensFor } from './options.ts'
import { plainContext } from './plain.ts'
import { factRules, promptFor } from './prompt.ts'

export const compose: Helper = {
  name: 'compose',
  promptVersion: 1,
  prepare(metadata, given) {
    const read = readOptions(ComposeOptions, metadata)
    if ('wrongOption' in read) return read
    const { letter, max_chars } = read.options
    const template = letterTemplates.find(({ id }) => id === letter)
    if (!template) return { wrongOption: 'letter' }
    const context = plainContext(given)
    const frame = fillSlots(template.body, ofOffice(context))
    const task = `Anda menyusun naskah ${context.officeName}, ${context.city}: ${template.title}, dalam bahasa Indonesia.`
    return {
      maxTokens: tokensFor(max_chars, 1200),
      messages: (source) => promptFor(task, composeRules(template.id, max_chars), source, frame),
      offline: (source) => fillSlots(frame, givenIn(source, slotNames(frame))),
    }
  },
}

function composeRules(letter: string, max_chars: string | undefined): string[] {
  return [
    'Teks sumber berisi kata kunci dari petugas. Tulis naskah menurut Kerangka di bawah, dalam urutan yang sama.',
    'Isian {{…}} hanya diisi dengan yang disebut dalam kata kunci. Yang tidak disebut disalin persis dengan kurungnya. Jangan menebak.',
    'Kutipan pejabat tidak pernah dikarang: bila tidak ada dalam kata kunci, biarkan isiannya.',
    'Tanpa kepala surat, nomor, dan tanda tangan.',
    ...factRules,
    ...(letter.startsWith('wa_') ? ['Paling banyak 60 kata.'] : []),
    ...(max_chars === undefined ? [] : [`Paling banyak ${max_chars} karakter termasuk spasi.`]),
  ]
}

function ofOffice({ officeName, city }: HelperContext): Record<string, string> {
  return { nama_unit: officeName, unit: officeName, kota: city.replace(/^(?:Kota|Kabupaten) /, '') }
}

const longestLabel = 60
const longestValue = 500

/** Lines such as "tempat: Aula Kelurahan" name a slot by its name or its label. */
function givenIn(source: string, names: readonly string[]): Record<string, string> {
  const lines = source.split('\n').flatMap((line) => {
    const at = line.indexOf(':')
    const value = line.slice(at + 1).trim()
    const isKeyword = at > 1 && at <= longestLabel && value !== '' && value.length <= longestValue
    return isKeyword ? [{ label: plain(line.slice(0, at)), value: value.replace(/[.;]$/, '') }] : []
  })
  const entries = names.flatMap((name) => {
    const found = lines.find(({ label }) => label === plain(name) || label === plain(slotLabel(name)))
    return found ? [[name, found.value] as const] : []
  })
  return Object.fromEntries(entries)
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
