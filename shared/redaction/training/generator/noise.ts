// What happens to a text before it is pasted: a scanner's slips, odd encodings, Windows line ends.
import type { Piece } from './fill.ts'
import type { Chance } from './random.ts'

const numeric = new Set([
  'NIK',
  'KK',
  'NPWP',
  'NIP',
  'BPJS',
  'PHONE',
  'BANK_ACCOUNT',
  'CREDIT_CARD',
  'SIM',
  'IMEI',
  'NOP',
])
const slips: Readonly<Record<string, string>> = { '0': 'O', '1': 'l', '5': 'S', '8': 'B', '2': 'Z', '6': 'b' }
const invisible = ['\u200b', '\u00ad', '\u200d', '\u2060', '\ufeff']

export function garble(pieces: readonly Piece[], random: Chance): { pieces: Piece[]; tag?: string } {
  const dice = random.next()
  if (dice < 0.05) return { pieces: pieces.map((piece) => scanned(piece, random)), tag: 'ocr' }
  if (dice < 0.09) {
    const encode = random.pick([fullWidth, arabicIndic, withInvisible, withNoBreak, spaced])
    return {
      pieces: pieces.map((piece) =>
        numeric.has(piece.mark ?? '') ? { ...piece, text: encode(piece.text, random) } : piece,
      ),
      tag: 'encoding',
    }
  }
  if (dice < 0.15)
    return { pieces: pieces.map((piece) => ({ ...piece, text: piece.text.replaceAll('\n', '\r\n') })) }
  return { pieces: [...pieces] }
}

function scanned(piece: Piece, random: Chance): Piece {
  let text = piece.text.replace(/ /g, (blank) => (random.often(0.06) ? '  ' : blank))
  if (piece.mark && numeric.has(piece.mark) && random.often(0.3)) {
    const at = random.int(0, text.length - 1)
    const slip = slips[text.charAt(at)]
    if (slip) text = text.slice(0, at) + slip + text.slice(at + 1)
  }
  if (!piece.mark && random.often(0.1)) text = text.replace(/l(?=[aiu])/, '1')
  return { ...piece, text }
}

const shift = (text: string, zero: number) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)))
const fullWidth = (text: string) => shift(text, 0xff10)
const arabicIndic = (text: string) => shift(text, 0x660)
const withInvisible = (text: string, random: Chance) =>
  text.replace(/\d(?=\d)/g, (digit) => (random.often(0.25) ? digit + random.pick(invisible) : digit))
const withNoBreak = (text: string) => text.replaceAll(' ', '\u00a0')
const spaced = (text: string) => (/^\d+$/.test(text) ? [...text].join(' ') : text)
