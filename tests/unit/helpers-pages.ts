// The practice portal's pages as the panel reads them (facts as "Label: value" lines, then the text, personal data
// hidden), and what the offline engine makes of a text.
import complaints from '../../gateway/practice/aduan/aduan.json' with { type: 'json' }
import mails from '../../gateway/practice/email/pesan.json' with { type: 'json' }
import letters from '../../gateway/practice/surat/surat.json' with { type: 'json' }
import { helpers, type HelperContext } from '../../gateway/src/helpers/index.ts'
import type { HelperName, Recipe } from '../../shared/protocol/index.ts'
import { redact } from '../../shared/redaction/index.ts'

const day = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' })

type Facts = [label: string, value: string][]

/** Facts stand close together on some portals, with a blank line between them on others. */
export function complaintPage(id: string, between = '\n\n'): string {
  const { title, reporter, channel, category, received, due, text } = byId(complaints, id)
  const facts: Facts = [
    ['ID aduan', id],
    ['Pelapor', reporter],
    ['Kanal', channel],
    ['Kategori', category],
    ['Tanggal masuk', formatMoment(received)],
    ['Tenggat', formatDay(due)],
  ]
  return page([title, lines(facts, between), ...text])
}

export function letterPage(id: string): string {
  const { number, date, from, subject, nature, attachment, address, to, body, signature, copies } = byId(
    letters,
    id,
  )
  const written = formatDay(date)
  const references: Facts = [
    ['Nomor', number],
    ['Sifat', nature],
    ['Lampiran', attachment],
    ['Hal', subject],
  ]
  return page([
    lines([
      ['Nomor', number],
      ['Tanggal', written],
      ['Dari', from],
      ['Hal', subject],
      ['Sifat', nature],
      ['Lampiran', attachment],
    ]),
    ['PEMERINTAH KOTA TANGERANG', from.toUpperCase(), address].join('\n\n'),
    `Tangerang, ${written}`,
    lines(references),
    ['Yth.', list(to), 'di Tangerang'].join('\n\n'),
    ...body.map((part) => {
      if (typeof part === 'string') return part
      return 'facts' in part ? lines(part.facts as Facts) : list(part.points)
    }),
    `${signature.position},`,
    'ditandatangani secara elektronik',
    signature.name,
    signature.rank,
    `NIP ${signature.nip}`,
    'Tembusan:',
    list(copies),
  ])
}

export function mailPage(id: string): string {
  const { sender, address, to, date, subject, text } = byId(mails, id)
  const facts: Facts = [
    ['Dari', `${sender} <${address}>`],
    ['Kepada', to],
    ['Tanggal', formatMoment(date)],
  ]
  return page([subject, lines(facts), ...text.map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' '))])
}

function formatDay(text: string): string {
  return day.format(new Date(text.slice(0, 10)))
}

function formatMoment(text: string): string {
  return `${formatDay(text)}, pukul ${text.slice(11).replace(':', '.')} WIB`
}

function byId<Item extends { id: string }>(items: Item[], id: string): Item {
  const found = items.find((item) => item.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

const lines = (facts: Facts, between = '\n\n') =>
  facts.map(([label, value]) => `${label}: ${value}`).join(between)
const list = (items: string[]) => items.map((item) => `- ${item}`).join('\n\n')
const page = (parts: string[]) => redact(parts.join('\n\n')).text

const office: HelperContext = { officeName: 'Dinas Perhubungan', city: 'Kota Tangerang' }

/** @returns the lines of the offline summary, without the last, which says how it was made. */
export function summaryOf(source: string, options: Record<string, string> = {}): string[] {
  const lines = offline('summarise', options, source).split('\n').slice(0, -1)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

export function replyTo(source: string, options: Record<string, string> = {}, context = office): string {
  return offline('reply', options, source, context)
}

/** @returns what a model would be told. */
export function promptOf(
  name: HelperName,
  source: string,
  context = office,
  options: Record<string, string> = {},
): { system: string; user: string } {
  const [system, user] = prepare(name, options, context).messages(source)
  return { system: system?.content ?? '', user: user?.content ?? '' }
}

function offline(
  name: HelperName,
  options: Record<string, string>,
  source: string,
  context = office,
): string {
  return prepare(name, options, context).offline(source)
}

/** An invitation with a template and an instruction; a hall's name is all that the form asks. */
export const aRecipe: Recipe = {
  id: 'undangan',
  name: 'Undangan warga',
  fields: [{ id: 'tempat', label: 'Tempat acara', kind: 'text', required: true }],
  instruction: 'Undang warga dengan hangat.',
  template: 'Kami mengundang Bapak/Ibu ke {{tempat}} pada {{tanggal_acara}}. Terima kasih.',
  readsPage: false,
}

/** A recipe is the one helper that is nothing without its office's policy. */
export function prepare(name: HelperName, options: Record<string, string>, context: HelperContext) {
  const ready = helpers[name].prepare(
    { ...(name === 'recipe' && { recipe: aRecipe.id }), ...options },
    { recipes: [aRecipe], ...context },
  )
  if ('wrongOption' in ready) throw new Error(`wrong option ${ready.wrongOption}`)
  return ready
}
