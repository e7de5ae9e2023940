// Terjemahkan: with a model, a translation bound to the office's terms; without one, the terms alone.
import { lockSlots, lockTerms, lostInTranslation, termsInText } from '../../../shared/checks/index.ts'
import { TranslateOptions, type Policy } from '../../../shared/protocol/index.ts'
import { termsIn, type Direction } from './glossary.ts'
import type { Helper } from './helper.ts'
import { readSource } from './offline/source.ts'
import { languageNames, toldToModel } from './language-names.ts'
import { readOptions } from './options.ts'
import { promptFor, withoutInvisible } from './prompt.ts'

type Target = TranslateOptions['target']

const directions: Partial<Record<Target, Direction>> = { en: 'id-en', id: 'en-id' }
const mostTermsInPrompt = 80

export const translate: Helper = {
  name: 'translate',
  promptVersion: 2,
  prepare(metadata, { glossary = [] }) {
    const read = readOptions(TranslateOptions, metadata)
    if ('wrongOption' in read) return read
    const { target } = read.options
    const task = `Anda menerjemahkan teks untuk petugas pemerintah kota ke ${toldToModel(target)}.`
    const own = glossary.filter(({ language }) => language === target)
    const locked = own.filter(({ locked }) => locked)
    return {
      maxTokens: 2048,
      messages(source) {
        const { text, terms } = bind(source, locked)
        return promptFor(task, translationRules(source, target, own, terms), text)
      },
      bound: (source) => bind(source, locked).map,
      holds: (source, answer) =>
        lostInTranslation(bind(source, locked).text, answer, [], target).length === 0,
      offline: (source) => offlineTerms(source, target, own),
    }
  },
}

/** Slots and locked terms stand as placeholders: no model can choose other words for them. */
function bind(source: string, locked: readonly OwnTerm[]) {
  const slots = lockSlots(withoutInvisible(source))
  const terms = lockTerms(slots.text, locked)
  return { text: terms.text, terms: terms.map, map: { ...slots.map, ...terms.map } }
}

type OwnTerm = Policy['glossary'][number]

function translationRules(
  source: string,
  target: Target,
  own: readonly OwnTerm[],
  bound: Record<string, string>,
): string[] {
  const pairs = pairsIn(source, target, own).slice(0, mostTermsInPrompt)
  const terms = Object.entries(bound).map(([key, term]) => `${key} berarti "${term}"`)
  return [
    `Terjemahkan seluruh teks sumber ke ${toldToModel(target)}, tanpa menambah, mengurangi, atau meringkas.`,
    'Pertahankan pergantian baris, daftar, tabel, dan urutannya.',
    ...(target === 'id'
      ? [
          'Bahasa Sunda, Jawa, Betawi, atau bahasa gaul diterjemahkan ke bahasa Indonesia resmi. Bagian yang tidak Anda mengerti disalin apa adanya dalam kurung siku.',
        ]
      : []),
    'Angka, nama orang, nama jalan, nomor surat, dan nomor pasal tidak diubah. Nama hari dan bulan diterjemahkan.',
    'Istilah setempat tanpa padanan, misalnya "RT", dibiarkan seperti aslinya.',
    'Penanda seperti ⟦NIK-1⟧ menggantikan data pribadi. Salin semuanya persis seperti tertulis.',
    ...(terms.length > 0 ? [`Salin juga penanda istilah persis seperti tertulis: ${terms.join('; ')}.`] : []),
    ...(pairs.length > 0 ? [`Gunakan padanan resmi kantor ini: ${pairs.join('; ')}.`] : []),
  ]
}

function offlineTerms(source: string, target: Target, own: readonly OwnTerm[]): string {
  const first = 'Terjemahan penuh memerlukan model AI, yang belum terhubung.'
  if (directions[target] === undefined && termsInText(source, own).length === 0) {
    return `${first}\nGlosarium kantor hanya memuat padanan Indonesia–Inggris, belum ${languageNames[target]}.`
  }
  const read = readSource(source)
  if ((target === 'id' && read.indonesian) || (target === 'en' && read.english)) {
    return `${first}\nTeks ini sudah ber${languageNames[target]}.`
  }
  const pairs = pairsIn(source, target, own)
  if (pairs.length === 0) return `${first}\nTidak ada istilah glosarium kantor yang ditemukan dalam teks ini.`
  return [first, 'Padanan istilah kantor yang ditemukan dalam teks:', ...pairs].join('\n')
}

/** The office's own terms first, in place of ours of the same name. */
function pairsIn(source: string, target: Target, own: readonly OwnTerm[]): string[] {
  const direction = directions[target]
  const ours = direction === undefined ? [] : termsIn(source, direction)
  const found = termsInText(source, own)
  const named = new Set(found.map(({ term }) => term.toLowerCase()))
  return [
    ...found.map(({ term, translation }) => `${term} → ${translation}`),
    ...ours
      .map(({ id, en }) => (direction === 'id-en' ? [id, en] : [en, id]))
      .filter(([term = '']) => !named.has(term.toLowerCase()))
      .map((pair) => pair.join(' → ')),
  ]
}
