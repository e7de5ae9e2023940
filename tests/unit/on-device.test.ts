// The browser's own translator, imitated: no model of it is in Debian's Chromium.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stretchesOf } from '../../extension/panel/translate/layout.ts'
import { isSupported, translateOnDevice } from '../../extension/panel/translate/on-device.ts'

const laidOut = (text: string) =>
  stretchesOf(text)
    .map(({ text: stretch, isWords }) => (isWords ? `[${stretch}]` : stretch))
    .join('')

describe('the layout of a text', () => {
  it.each([
    ['paragraphs', 'Satu.\n\n  Dua dua.\n', '[Satu.]\n\n  [Dua dua.]\n'],
    ['lists', '- satu\n2. dua\n  b) tiga\n• empat', '- [satu]\n2. [dua]\n  b) [tiga]\n• [empat]'],
    ['tables', 'Nama | Usia\nSiti | 41\nHari\t12,5', '[Nama] | [Usia]\n[Siti] | 41\n[Hari]\t12,5'],
    ['figures alone', '12/2026\n***\n', '12/2026\n***\n'],
  ])('keeps %s, and gives the words alone to be translated', (_, text, wanted) => {
    expect(laidOut(text)).toBe(wanted)
    expect(
      stretchesOf(text)
        .map((stretch) => stretch.text)
        .join(''),
    ).toBe(text)
  })

  it('makes a sentence whole that a mail broke for its width, and leaves short lines as they are', () => {
    const [first, second] = [
      'Rapat koordinasi penanganan banjir diadakan di aula',
      'kecamatan pada hari Senin.',
    ]
    expect(laidOut(`${first}\n${second}`)).toBe(`[${first} ${second}]`)
    expect(laidOut('Jalan Melati\nkota lama')).toBe('[Jalan Melati]\n[kota lama]')
  })
})

describe('a translation on the device', () => {
  const browser = globalThis as { Translator?: object; LanguageDetector?: object }
  let opened: string[] = []
  let destroyed = 0

  /** Knows Indonesian, English and French; says each text in capitals. */
  const translator = (more: object = {}) => ({
    availability: async ({ sourceLanguage: from, targetLanguage: into }: Record<string, string>) =>
      ['id', 'en', 'fr'].includes(from!) && ['id', 'en'].includes(into!) ? 'downloadable' : 'unavailable',
    create: async ({ sourceLanguage, targetLanguage, monitor }: Opening) => {
      opened.push(`${sourceLanguage}-${targetLanguage}`)
      const progress = new EventTarget()
      monitor(progress)
      for (const loaded of [0, 0.42, 0.44, 1])
        progress.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded }))
      return { translate: async (text: string) => text.toUpperCase(), destroy: () => void (destroyed += 1) }
    },
    ...more,
  })
  interface Opening {
    sourceLanguage: string
    targetLanguage: string
    monitor: (progress: EventTarget) => void
  }

  beforeEach(() => {
    ;[opened, destroyed] = [[], 0]
    browser.Translator = translator()
  })
  afterEach(() => {
    delete browser.Translator
    delete browser.LanguageDetector
  })

  async function translated(text: string, from: string | null, into = 'en', stop = new AbortController()) {
    const percents: number[] = []
    let answer = ''
    let last = null
    for await (const event of translateOnDevice(text, from, into, stop.signal, (percent) =>
      percents.push(percent),
    )) {
      if (event.kind === 'text') answer += event.text
      last = event
    }
    return { answer, last, percents }
  }
  const failure = (code: string) => ({ kind: 'failure', failure: { code, requestId: null } })

  it('comes paragraph by paragraph in its layout, and tells how far a download is', async () => {
    const { answer, last, percents } = await translated('- satu\n- dua', 'id')
    expect(answer).toBe('- SATU\n- DUA')
    expect(last).toEqual({ kind: 'end', cutOff: false })
    expect([percents, opened, destroyed]).toEqual([[0, 40, 100], ['id-en'], 1])
  })

  it('asks the browser for a language that we do not know, and believes only what it is sure of', async () => {
    const detector = (confidence: number) => ({
      create: async () => ({
        detect: async () => [{ detectedLanguage: 'fr', confidence }],
        destroy() {},
      }),
    })
    browser.LanguageDetector = detector(0.9)
    expect((await translated('bonjour', null)).answer).toBe('BONJOUR')
    expect(opened).toEqual(['fr-en'])
    browser.LanguageDetector = detector(0.3)
    expect((await translated('bonjour', null)).last).toEqual(failure('device_language_unknown'))
    delete browser.LanguageDetector
    expect((await translated('bonjour', null)).last).toEqual(failure('device_language_unknown'))
  })

  it.each([
    ['there is no translator', undefined, 'device_translator_missing'],
    ['it does not know the languages', { availability: async () => 'unavailable' }, 'device_pair_missing'],
    ['it says what nobody knows', { availability: async () => 'soon' }, 'device_pair_missing'],
    [
      'the press was too long ago for a download',
      { create: rejects('NotAllowedError') },
      'device_press_again',
    ],
    ['the download fails', { create: rejects('NetworkError') }, 'device_download_failed'],
    [
      'the model gives up',
      { create: async () => ({ translate: rejects('OperationError'), destroy() {} }) },
      'device_translation_failed',
    ],
  ])('where %s, says so with what to do', async (_, imitated, code) => {
    browser.Translator = imitated && translator(imitated)
    expect((await translated('Satu.', 'id')).last).toEqual(failure(code))
  })

  it('ends when it is stopped, with what is there and nothing kept open', async () => {
    const stop = new AbortController()
    const translate = async (text: string) => {
      if (text === 'dua') stop.abort()
      return text
    }
    browser.Translator = translator({
      create: async () => ({ translate, destroy: () => void (destroyed += 1) }),
    })
    const { answer } = await translated('satu\ndua\ntiga', 'id', 'en', stop)
    expect([answer, destroyed]).toEqual(['satu\n', 1])
  })

  it('is offered where the browser knows both languages, or may find out the first', async () => {
    expect(await isSupported('id', 'en')).toBe(true)
    expect(await isSupported('su', 'en')).toBe(false)
    expect(await isSupported(null, 'en')).toBe(true)
    delete browser.Translator
    expect(await isSupported(null, 'en')).toBe(false)
  })
})

function rejects(name: string) {
  return async () => {
    throw new DOMException('', name)
  }
}
