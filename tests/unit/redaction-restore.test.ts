import { describe, expect, it } from 'vitest'
import { createRestorer, redact, restore } from '../../shared/redaction/index.ts'

const map = { '⟦NIK-1⟧': '3273016605500005', '⟦NAMA-1⟧': 'Siti Aminah', '⟦NAMA-10⟧': 'Tarno' }

/** Numbers from a seed, so that a failure comes again (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Pieces that make trouble: values, look-alikes, brackets, escapes, replacement patterns, broken characters. */
const pieces = [
  '3273016605500005',
  '081234567890',
  '0812 3456 7890',
  'siti@contoh.id',
  'Pak Budi Santoso',
  'Nama: Siti Aminah',
  'BUDI SANTOSO',
  '⟦NIK-1⟧',
  '[NIK_1]',
  '[NIK-1',
  '\\[NAMA\\-1\\]',
  '⟦TELEPON-1',
  '<<NAMA 2>>',
  '[LAIN-12',
  '⟦',
  '⟧',
  '[',
  ']',
  '<',
  '\\',
  '*',
  '_',
  '-',
  '1',
  '2a',
  'nya',
  ' ',
  '\r\n',
  '\t',
  '$&',
  '$1',
  '\ud800',
  '\udc00',
  '😡',
  '\u200b',
  '\u00ad',
  '__proto__',
  'Pak constructor',
  'token=abc123DEF456',
  'B 4788 DUX',
  '⟦NIK-337414⟧',
  '⟦NIK-0002⟧',
  '\u{e0041}',
  '\u202e',
  'Nama | Budi Santoso',
  'Pelapor\nRina',
  'NIK33741441\n07790002x',
]

function randomText(next: (below: number) => number): string {
  return Array.from({ length: 1 + next(14) }, () => pieces[next(pieces.length)] ?? '').join('')
}

function streamed(chunks: readonly string[], originals: Readonly<Record<string, string>>): string {
  const restorer = createRestorer(originals)
  return chunks.map((chunk) => restorer.push(chunk)).join('') + restorer.flush()
}

describe('restoring gives back the exact text', () => {
  it.each([
    ['line ends of Windows', 'Nama: Siti Aminah\r\nNIK: 3273016605500005\r\n'],
    ['replacement patterns', 'Password: $&x1$1 NIK 3273016605500005 $& $1'],
    ['lone surrogates', '\ud800 NIK 3273016605500005 \udc00'],
    ['full-width digits', 'NIK ３２０４ ３４２４ ０１９８ ０００４'],
    ['a placeholder that was there before', '⟦NIK-1⟧ [NIK_2] \\[nik\\-3\\] dan NIK 3273016605500005'],
    ['a name that is a word of JavaScript', 'Pak Constructor dan Nama: __proto__'],
    ['Markdown around a value', '**3273016605500005** `081234567890`'],
    ['one number written in two ways', 'HP 0812 3456 7890 atau 081234567890'],
  ])('with %s', (_, text) => {
    const { text: redacted, map: originals } = redact(text)
    expect(restore(redacted, originals)).toBe(text)
  })

  it('for any text, also where officers hide pieces that form look-alikes', () => {
    const next = seeded(20261124)
    for (let round = 0; round < 5000; round++) {
      const text = randomText(next)
      const { text: redacted, map: originals } = redact(text, {
        hide: round % 2 ? [pieces[next(pieces.length)] ?? ''] : [],
      })
      expect(restore(redacted, originals)).toBe(text)
    }
  })
})

describe('restoring forgives what models do to placeholders', () => {
  it.each([
    ['plain', 'Yth. ⟦NAMA-1⟧,', 'Yth. Siti Aminah,'],
    ['lower case', '⟦nama-1⟧', 'Siti Aminah'],
    ['blanks inside', '⟦ NAMA - 1 ⟧', 'Siti Aminah'],
    ['a dash that does not break', '⟦NAMA‑1⟧', 'Siti Aminah'],
    ['a long dash', '⟦NAMA—1⟧', 'Siti Aminah'],
    ['an underscore in plain brackets', '[NAMA_1]', 'Siti Aminah'],
    ['escaped brackets', '\\[NAMA\\-1\\]', 'Siti Aminah'],
    ['brackets of Chinese', '【NAMA-1】', 'Siti Aminah'],
    ['quotation brackets', '«NAMA-1»', 'Siti Aminah'],
    ['double angle brackets', '<<NAMA-1>>', 'Siti Aminah'],
    ['bold around, which stays', '**⟦NAMA-1⟧**', '**Siti Aminah**'],
    ['bold inside, which goes', '⟦**NAMA-1**⟧', 'Siti Aminah'],
    ['backticks inside', '⟦`NAMA-1`⟧', 'Siti Aminah'],
    ['quotes around, which stay', '"⟦NAMA-1⟧"', '"Siti Aminah"'],
    ['a suffix outside', 'NIK⟦NIK-1⟧nya', 'NIK3273016605500005nya'],
    ['a suffix inside', '⟦NIK-1-nya⟧', '3273016605500005-nya'],
    [
      'a lost bracket at the end of a word',
      'Kepada ⟦NAMA-1, terima kasih',
      'Kepada Siti Aminah, terima kasih',
    ],
    ['a lost bracket at the end of the answer', 'Kepada ⟦NAMA-1', 'Kepada Siti Aminah'],
  ])('%s', (_, answer, restored) => {
    expect(restore(answer, map)).toBe(restored)
  })

  it('does not take placeholder 1 out of placeholder 10', () => {
    expect(restore('⟦NAMA-10⟧ [nama 10 ⟦NAMA-1⟧', map)).toBe('Tarno Tarno Siti Aminah')
    expect(restore('⟦NIK-10⟧', map)).toBe('⟦NIK-10⟧')
  })

  it.each([
    ['a placeholder it does not know', '⟦NAMA-2⟧ ⟦KK-1⟧ [Pasal 1]'],
    ['words without a bracket', 'NIK-1 dan NAMA 1'],
    ['a lost bracket inside a word', '⟦NAMA-1abc'],
    ['a longer number', '⟦NAMA-1234567⟧'],
  ])('leaves %s', (_, answer) => {
    expect(restore(answer, map)).toBe(answer)
  })

  it('does not look into the prototype of a map that came as JSON', () => {
    expect(restore('⟦constructor-1⟧ ⟦__proto__⟧', JSON.parse('{}'))).toBe('⟦constructor-1⟧ ⟦__proto__⟧')
  })
})

describe('a streamed answer is restored like a whole one', () => {
  const answers = [
    'Yth. ⟦NAMA-1⟧, NIK **⟦NIK-1⟧** dan ⟦NAMA-10⟧nya.',
    'a \\[NAMA\\-1\\] b <<nama 1>> c [NAMA_1 d',
    '⟦ `NAMA - 1` ⟧⟦NIK-1⟧⟦NIK-1-nya⟧ <b>[x](y)</b> << [',
    '⟦NIK-1-nyata ⟦NIK-1 * ⟧ ⟦⟦NIK-1⟧⟧ \\\\[NIK-1\\]',
  ]

  it.each(answers)('wherever it is cut in two: %s', (answer) => {
    for (let at = 0; at <= answer.length; at++) {
      expect(streamed([answer.slice(0, at), answer.slice(at)], map)).toBe(restore(answer, map))
    }
  })

  it.each(answers)('letter by letter: %s', (answer) => {
    expect(streamed(answer.split(''), map)).toBe(restore(answer, map))
  })

  it('in random pieces of random answers', () => {
    const next = seeded(7)
    const originals = { ...map, '⟦TELEPON-1⟧': '0812', '⟦NAMA-2⟧': '[NIK-1]' }
    for (let round = 0; round < 5000; round++) {
      const answer = randomText(next)
      const chunks = []
      for (let at = 0; at < answer.length;) {
        const size = 1 + next(6)
        chunks.push(answer.slice(at, at + size))
        at += size
      }
      expect(streamed(chunks, originals)).toBe(restore(answer, originals))
    }
  })

  it('passes text without a bracket straight through', () => {
    expect(createRestorer(map).push('Terima kasih atas laporan')).toBe('Terima kasih atas laporan')
  })

  it('gives a placeholder out with its closing bracket', () => {
    const restorer = createRestorer(map)
    expect([restorer.push('Yth. ⟦NAM'), restorer.push('A-1'), restorer.push('⟧')]).toEqual([
      'Yth. ',
      '',
      'Siti Aminah',
    ])
  })

  it('never holds back more than 64 characters', () => {
    const restorer = createRestorer(map)
    const answer = '⟦    NAMAPANJANG    123456-nya    ⟦    '.repeat(200)
    let given = 0
    for (const [at, letter] of answer.split('').entries()) {
      given += restorer.push(letter).length
      expect(at + 1 - given).toBeLessThan(64)
    }
  })
})

describe('a stream of texts', () => {
  it('comes out restored, wherever it was cut', async () => {
    const { RestoreStream } = await import('../../shared/redaction/index.ts')
    const map = { '⟦NIK-1⟧': '3671014509880003', '⟦NAMA-1⟧': 'Siti' }
    const answer = 'Yth. ⟦NAMA-1⟧, NIK [nik_1] benar; ⟦NAMA-1⟧nya juga.'
    for (let size = 1; size < answer.length; size++) {
      const pieces = answer.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? []
      let text = ''
      const cut = new ReadableStream<string>({
        start(controller) {
          for (const piece of pieces) controller.enqueue(piece)
          controller.close()
        },
      })
      const reader = cut.pipeThrough(new RestoreStream(map)).getReader()
      for (let read = await reader.read(); !read.done; read = await reader.read()) text += read.value
      expect(text).toBe('Yth. Siti, NIK 3671014509880003 benar; Sitinya juga.')
    }
  })
})
